# Shared by app/run.sh and tests/run.sh, which source it: the packages that Quoth needs on Debian 12,
# and the steps to install them, configure and build. POSIX sh; every function returns 0 on success.

# The one list of packages. To build: compiler, CMake, Ninja, and the headers of Qt 6 (window), its
# SVG module (icons, pictures of the timeline) and its tools for translations, ICU (Unicode), Gumbo
# (HTML), MD4C (Markdown), CLI11 (command lines), nlohmann-json (JSON), Nettle (SHA-256), SQLite (the
# library), xxHash (checksums), pugixml (XML), libarchive (ZIP), poppler (PDF, in a program of its
# own), GMime (mails, web archives), oneDNN (products of matrices), Google Benchmark. To run:
# Wayland, Qt's own texts (OK, Cancel) in other languages, and a book face that reads well on screens.
quoth_packages="
    g++ cmake ninja-build pkg-config
    qt6-base-dev libicu-dev libgumbo-dev libmd4c-dev libmd4c-html0-dev libcli11-dev
    nlohmann-json3-dev nettle-dev libsqlite3-dev libxxhash-dev libpugixml-dev libarchive-dev
    libpoppler-cpp-dev libgmime-3.0-dev libdnnl-dev libbenchmark-dev
    qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-wayland qt6-translations-l10n
    fonts-sil-charis"

say() {
    printf '%s\n' "quoth: $*"
}

fail() {
    printf '%s\n' "quoth: $*" >&2
    return 1
}

# Prints those of the packages that are not installed.
missing_packages() {
    for package in $quoth_packages; do
        case $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) in
            installed) ;;
            *) printf '%s ' "$package" ;;
        esac
    done
}

# apt_get ARGUMENTS...: as root, directly or through sudo.
apt_get() {
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@"
    else
        sudo DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@"
    fi
}

# Installs what is missing and nothing else; silent when nothing is.
install_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "this is no Debian system; if the build fails, install what corresponds to:" $quoth_packages
        return 0
    fi
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        fail "packages are missing; as root, run: apt-get install --no-install-recommends $missing"
        return 1
    fi
    say "installing packages: $missing"
    # Lists may be absent (a fresh container) or out of date: refresh them only if they do not serve.
    if ! apt-get install --simulate --no-install-recommends $missing >/dev/null 2>&1 ||
        ! apt_get install -qq -y --no-install-recommends $missing >/dev/null; then
        say "refreshing the lists of packages"
        apt_get update -qq || { fail "apt-get update failed"; return 1; }
        apt_get install -qq -y --no-install-recommends $missing >/dev/null ||
            { fail "apt-get could not install: $missing"; return 1; }
    fi
}

# Shows Ninja's progress as one line (a terminal) or a line each tenth (a log); everything else that
# it prints, such as a compiler's errors, goes through. The last line, "status N", becomes the status.
show_progress() {
    shown=-1
    while IFS= read -r line; do
        case $line in
            \[*/*\]\ *)
                step=${line%%]*}; step=${step#\[}
                if [ -t 1 ]; then
                    printf '\r  %s ' "$step"
                else
                    tenth=$((${step%/*} * 10 / ${step#*/}))
                    [ "$tenth" -eq "$shown" ] || printf '  %s\n' "$step"
                    shown=$tenth
                fi ;;
            "status "*)
                [ ! -t 1 ] || printf '\r           \r'
                return "${line#status }" ;;
            "-- "* | "ninja: no work to do.") ;;
            *) printf '%s\n' "$line" ;;
        esac
    done
}

# build PRESET [TARGET...]: configures at the first time, then builds; from the repository root.
build() {
    preset=$1
    shift
    if [ ! -f "build/$preset/build.ninja" ]; then
        say "configuring ($preset)"
        mkdir -p "build/$preset"
        cmake --preset "$preset" >"build/$preset/configure.log" 2>&1 || {
            cat "build/$preset/configure.log" >&2
            fail "configuring failed"
            return 1
        }
    fi
    say "building ($preset)"
    {
        cmake --build --preset "$preset" ${1:+--target "$@"} 2>&1
        echo "status $?"
    } | show_progress || { fail "the build failed; see above"; return 1; }
}
