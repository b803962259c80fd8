// quoth-pdf: a PDF document on standard input, its words on standard output
// (core/formats/in/pdf_words.h says how). Documents are not to be trusted: the program may use a
// limited memory and time, and can open no files. The only program that links poppler: as a binary
// it is under the GNU General Public License.
#include "core/formats/in/pdf_words.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <iconv.h>
#include <memory>
#include <new>
#include <poppler-document.h>
#include <poppler-page.h>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using quoth::PdfExit;

// Without destructors: what is left is the system's to free.
[[noreturn]] void end(PdfExit how) {
    std::fflush(stdout);
    std::_Exit(static_cast<int>(how));
}

void limit(__rlimit_resource resource, rlim_t most) {
    const rlimit limit{most, most};
    if (::setrlimit(resource, &limit) != 0) end(PdfExit::NoMemory);
}

void limitResources() {
    constexpr rlim_t memory = rlim_t{1} << 30, seconds = 30;
#ifndef QUOTH_SANITIZED // which maps far more than it uses
    limit(RLIMIT_AS, memory);
#endif
    limit(RLIMIT_CPU, seconds);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 0); // no new ones
}

// poppler's strings are converted by modules of the C library, which stay in memory as long as a
// converter is open.
bool loadConverters() {
    const auto failed = reinterpret_cast<iconv_t>(-1);
    return ::iconv_open("UTF-8", "UTF-16") != failed && ::iconv_open("UTF-16", "UTF-8") != failed;
}

std::string readAll(int descriptor) {
    std::string bytes;
    std::array<char, 1U << 16> buffer;
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

// Without what would end a field or a line.
std::string fieldOf(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    std::string out(bytes.begin(), bytes.end());
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return out;
}

std::string asciiField(const std::string& name) {
    std::string out;
    for (const char c : name)
        if (c > 0x20 && c < 0x7F) out += c;
    return out;
}

void writeWord(const poppler::text_box& word) {
    const std::string text = fieldOf(word.text());
    if (text.empty()) return;
    const poppler::rectf box = word.bbox();
    const bool font = word.has_font_info();
    std::printf("word\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%d\t%d\t%s\t%s\n", box.x(), box.y(),
                box.width(), box.height(), font ? word.get_font_size() : box.height(),
                word.rotation(), word.has_space_after() ? 1 : 0,
                font ? asciiField(word.get_font_name()).c_str() : "", text.c_str());
}

void writePages(const poppler::document& document) {
    std::size_t words = 0;
    for (int i = 0; i < document.pages() && i < static_cast<int>(quoth::mostPdfPages); ++i) {
        const std::unique_ptr<poppler::page> page(document.create_page(i));
        if (!page) continue; // a damaged one
        const bool turned = page->orientation() == poppler::page::landscape ||
                            page->orientation() == poppler::page::seascape;
        const poppler::rectf box = page->page_rect();
        std::printf("page\t%.2f\t%.2f\n", turned ? box.height() : box.width(),
                    turned ? box.width() : box.height());
        for (const poppler::text_box& word :
             page->text_list(poppler::page::text_list_include_font)) {
            if (++words > quoth::mostPdfWords) return;
            writeWord(word);
        }
    }
}

PdfExit run() {
    const std::string bytes = readAll(STDIN_FILENO);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) return PdfExit::Damaged;
    if (document->is_locked()) return PdfExit::Locked;
    if (document->pages() < 1) return PdfExit::Damaged;
    std::fputs(quoth::pdfWordsHead.data(), stdout);
    std::printf("title\t%s\n", fieldOf(document->get_title()).c_str());
    writePages(*document);
    std::puts("end");
    return PdfExit::Fine;
}

} // namespace

int main() {
    if (!loadConverters()) end(PdfExit::NoMemory);
    limitResources();
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    try {
        end(run());
    } catch (const std::bad_alloc&) {
        end(PdfExit::NoMemory);
    }
}
