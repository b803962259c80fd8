// Model files: what is written is read back, and a damaged one is refused with a clear error.
#include "core/learning/linear_chain.h"
#include "core/learning/model_file.h"

#include <QtTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <cstring>
#include <functional>
#include <sys/stat.h>
#include <xxhash.h>

    using namespace quoth;

namespace {

constexpr std::uint32_t revision = 7;
constexpr std::string_view stage = "tagger";

// The layout in bytes, stated again here so that a change of it fails the tests.
constexpr qsizetype versionAt = 8, revisionAt = 12, stageAt = 16, fileSizeAt = 32, checksumAt = 40,
                    sectionsAt = 48, reservedAt = 52, tableAt = 56, entrySize = 40,
                    offsetInEntry = 24, sizeInEntry = 32;

constexpr std::string_view sectionNames[] = {"weights", "note", "nothing",
                                             "a name of 24 bytes long."};
static_assert(sectionNames[3].size() == 24);
const std::vector<float> weights = {0.5F, -1.25F, 3.0F, 1e-9F, 0.0F};
const std::string note = "caf\xC3\xA9, 15 bytes";

ModelFileWriter sample() {
    ModelFileWriter out{std::string(stage), revision};
    out.addArray<float>("weights", weights);
    out.addText("note", note);
    out.add("nothing", {});
    out.addText(std::string(sectionNames[3]), "x");
    return out;
}

std::filesystem::path pathIn(const QTemporaryDir& folder, const char* name) {
    return std::filesystem::path(folder.path().toStdString()) / name;
}

QByteArray contentOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool store(const std::filesystem::path& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

template <class T>
void put(QByteArray& bytes, qsizetype at, T value) {
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

template <class T>
T get(const QByteArray& bytes, qsizetype at) {
    T out{};
    std::memcpy(&out, bytes.constData() + at, sizeof out);
    return out;
}

void flip(QByteArray& bytes, qsizetype at) {
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
}

void sealAgain(QByteArray& bytes) {
    const auto size = static_cast<std::size_t>(bytes.size() - tableAt);
    put<std::uint64_t>(bytes, checksumAt, XXH3_64bits(bytes.constData() + tableAt, size));
}

qsizetype entryAt(int section) {
    return tableAt + section * entrySize;
}

} // namespace

using Damage = std::function<void(QByteArray&)>;
Q_DECLARE_METATYPE(Damage)

class TestModelFile : public QObject {
    Q_OBJECT
private slots:
    void readsWhatWasWritten();
    void manySizes_data();
    void manySizes();
    void readsAFileWithoutSections();
    void layoutIsFixed();
    void sameSectionsGiveTheSameBytes();
    void viewsOutliveAMove();
    void refusesWrongSections();
    void refusesWhatIsNoWeight();
    void refusesDamage_data();
    void refusesDamage();
    void refusesWhatIsNoFile();
    void replacesAnOldFileWhole();
    void saysWhatCannotBeWritten();
    void refusesToWriteBadNames_data();
    void refusesToWriteBadNames();
};

void TestModelFile::readsWhatWasWritten() {
    const QTemporaryDir folder;
    const auto path = pathIn(folder, "tagger.model");
    QVERIFY(sample().write(path));
    const auto file = ModelFile::open(path, stage, revision);
    QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
    QCOMPARE(file->path(), path);
    const auto read = file->array<float>("weights");
    QVERIFY(read);
    QVERIFY(std::ranges::equal(*read, weights));
    QCOMPARE(file->text("note").value(), std::string_view(note));
    QVERIFY(file->section("nothing").value().empty());
    QVERIFY(file->array<std::uint64_t>("nothing").value().empty());
    QVERIFY(file->text("nothing").value().empty());
    QCOMPARE(file->text(sectionNames[3]).value(), std::string_view("x"));
    for (const std::string_view name : sectionNames) {
        const auto bytes = file->section(name);
        QVERIFY(bytes);
        QCOMPARE(reinterpret_cast<std::uintptr_t>(bytes->data()) % 64, std::uintptr_t{0});
    }
}

void TestModelFile::manySizes_data() {
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 7, 63, 64, 65, 127, 4000, 4095, 4096, 4097, 100003})
        QTest::addRow("%d", size) << size;
}

void TestModelFile::manySizes() {
    QFETCH(int, size);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i * 31);
    const QTemporaryDir folder;
    const auto path = pathIn(folder, "m");
    ModelFileWriter writer{"sixteen letters.", revision};
    writer.addText("first", bytes);
    writer.addText("last", bytes);
    QVERIFY(writer.write(path));
    const auto file = ModelFile::open(path, "sixteen letters.", revision);
    QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
    QVERIFY(file->text("first").value() == bytes);
    QVERIFY(file->text("last").value() == bytes);
}

void TestModelFile::readsAFileWithoutSections() {
    const QTemporaryDir folder;
    const auto path = pathIn(folder, "m");
    QVERIFY(ModelFileWriter(std::string(stage), revision).write(path));
    QCOMPARE(contentOf(path).size(), tableAt);
    const auto file = ModelFile::open(path, stage, revision);
    QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
    QVERIFY(!file->section("weights"));
    QVERIFY(!file->section(""));
}

void TestModelFile::layoutIsFixed() {
    const QTemporaryDir folder;
    const auto path = pathIn(folder, "m");
    QVERIFY(sample().write(path));
    const QByteArray bytes = contentOf(path);
    QCOMPARE(bytes.left(8), QByteArray("QUOTHMDL"));
    QCOMPARE(get<std::uint32_t>(bytes, versionAt), std::uint32_t{1});
    QCOMPARE(get<std::uint32_t>(bytes, revisionAt), revision);
    QCOMPARE(bytes.mid(stageAt, 16), QByteArray("tagger").leftJustified(16, '\0'));
    QCOMPARE(get<std::uint64_t>(bytes, fileSizeAt), static_cast<std::uint64_t>(bytes.size()));
    QCOMPARE(get<std::uint64_t>(bytes, checksumAt),
             std::uint64_t{XXH3_64bits(bytes.constData() + tableAt,
                                       static_cast<std::size_t>(bytes.size() - tableAt))});
    QCOMPARE(get<std::uint32_t>(bytes, sectionsAt), std::uint32_t{4});
    QCOMPARE(get<std::uint32_t>(bytes, reservedAt), std::uint32_t{0});
    QCOMPARE(bytes.mid(entryAt(0), 24), QByteArray("weights").leftJustified(24, '\0'));
    QCOMPARE(get<std::uint64_t>(bytes, entryAt(0) + offsetInEntry), std::uint64_t{256});
    QCOMPARE(get<std::uint64_t>(bytes, entryAt(0) + sizeInEntry), std::uint64_t{20});
    QCOMPARE(get<std::uint64_t>(bytes, entryAt(1) + offsetInEntry), std::uint64_t{320});
}

void TestModelFile::sameSectionsGiveTheSameBytes() {
    const QTemporaryDir folder;
    QVERIFY(sample().write(pathIn(folder, "a")));
    QVERIFY(sample().write(pathIn(folder, "b")));
    QVERIFY(!contentOf(pathIn(folder, "a")).isEmpty());
    QCOMPARE(contentOf(pathIn(folder, "a")), contentOf(pathIn(folder, "b")));
}

void TestModelFile::viewsOutliveAMove() {
    const QTemporaryDir folder;
    const auto path = pathIn(folder, "m");
    QVERIFY(sample().write(path));
    auto opened = ModelFile::open(path, stage, revision);
    QVERIFY(opened);
    const std::string_view text = opened->text("note").value();
    ModelFile moved = std::move(opened).value();
    QCOMPARE(text, std::string_view(note));
    QCOMPARE(moved.text("note").value().data(), text.data());

    auto other = ModelFile::open(path, stage, revision);
    QVERIFY(other);
    ModelFile assigned = std::move(other).value();
    assigned = std::move(moved);
    QCOMPARE(text, std::string_view(note));
    QCOMPARE(assigned.text("note").value().data(), text.data());
    QCOMPARE(assigned.path(), path);
}

void TestModelFile::refusesWrongSections() {
    const QTemporaryDir folder;
    const auto path = pathIn(folder, "tagger.model");
    QVERIFY(sample().write(path));
    const auto file = ModelFile::open(path, stage, revision);
    QVERIFY(file);
    const auto names = [](const Error& error, std::string_view section) {
        return error.code == ErrorCode::BadResource &&
               error.message.find("tagger.model") != std::string::npos &&
               error.message.find(section) != std::string::npos;
    };
    const auto missing = file->section("biases");
    QVERIFY(!missing && names(missing.error(), "biases"));
    const auto noText = file->text("biases");
    QVERIFY(!noText && names(noText.error(), "biases"));
    const auto noArray = file->array<float>("biases");
    QVERIFY(!noArray && names(noArray.error(), "biases"));
    const auto odd = file->array<std::uint64_t>("weights"); // 20 bytes
    QVERIFY(!odd && names(odd.error(), "weights"));
    QVERIFY(!file->section("")); // padding is no name
    QVERIFY(!file->section("weight"));
}

// A weight that is no number, or so large that sums overflow, would reach every answer.
void TestModelFile::refusesWhatIsNoWeight() {
    const QTemporaryDir folder;
    const auto path = pathIn(folder, "tagger.model");
    const auto reads = [&](auto number) {
        using Number = decltype(number);
        const std::array<Number, 3> weights = {1, number, -1};
        ModelFileWriter writer(std::string(stage), revision);
        writer.addArray<Number>("weights", weights);
        if (!writer.write(path)) return false;
        const auto file = ModelFile::open(path, stage, revision);
        return file && file->array<Number>("weights").has_value();
    };
    QVERIFY(reads(0.5F) && reads(-largestNumber) && reads(impossible) && reads(2.5));
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
          -std::numeric_limits<float>::infinity(), 2 * largestNumber}) {
        QVERIFY(!reads(bad));
        QVERIFY(!reads(static_cast<double>(bad)));
    }
}

void TestModelFile::refusesDamage_data() {
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<QStringList>("said"); // beside the file's name
    const auto row = [](const char* name, Damage damage, QStringList said = {}) {
        QTest::newRow(name) << damage << said;
    };
    row("empty", [](QByteArray& b) { b.clear(); });
    row("10 bytes", [](QByteArray& b) { b.truncate(10); });
    for (const int length : {8, 55, 56, 57, 100, 216, 256, 300, 384})
        QTest::addRow("first %d bytes", length)
            << Damage([length](QByteArray& b) { b.truncate(length); }) << QStringList();
    row("without its last byte", [](QByteArray& b) { b.chop(1); });
    row("a byte more", [](QByteArray& b) { b.append('x'); });
    row("a byte more, resealed", [](QByteArray& b) {
        b.append('x');
        put(b, fileSizeAt, static_cast<std::uint64_t>(b.size()));
        sealAgain(b);
    });

    row("wrong magic", [](QByteArray& b) { b[0] = 'q'; });
    row("a text", [](QByteArray& b) { b = QByteArray("All is well. ").repeated(50); });
    row("newer version", [](QByteArray& b) { put<std::uint32_t>(b, versionAt, 4321); },
        {"4321", QString::number(modelFormatVersion)});
    row("older version", [](QByteArray& b) { put<std::uint32_t>(b, versionAt, 0); },
        {"version 0", QString::number(modelFormatVersion)});
    row("other stage", [](QByteArray& b) { b.replace(stageAt, 6, "namer\0", 6); },
        {"namer", "tagger"});
    row("other feature revision", [](QByteArray& b) { put<std::uint32_t>(b, revisionAt, 98); },
        {"98", QString::number(revision)});

    row("bit in the file size", [](QByteArray& b) { flip(b, fileSizeAt); });
    row("high bit in the file size", [](QByteArray& b) { flip(b, fileSizeAt + 7); });
    row("bit in the checksum", [](QByteArray& b) { flip(b, checksumAt); });
    row("bit in the reserved field", [](QByteArray& b) { flip(b, reservedAt); });
    row("bit in a name", [](QByteArray& b) { flip(b, entryAt(1)); });
    row("bit in an offset", [](QByteArray& b) { flip(b, entryAt(1) + offsetInEntry); });
    row("bit in a size", [](QByteArray& b) { flip(b, entryAt(1) + sizeInEntry); });
    for (const int section : {0, 1, 3}) { // 2 is empty
        const Damage damage = [section](QByteArray& b) {
            flip(b, get<qint64>(b, entryAt(section) + offsetInEntry));
        };
        QTest::addRow("bit in section %d", section) << damage << QStringList();
    }
    row("bit between sections", [](QByteArray& b) { flip(b, 319); });
    for (const unsigned count : {0U, 1U, 3U, 5U, 6U, 7U, 1000U, 0x06666667U, 0xFFFFFFFFU}) {
        const Damage damage = [count](QByteArray& b) { put<std::uint32_t>(b, sectionsAt, count); };
        QTest::addRow("%u sections", count) << damage << QStringList();
    }

    const auto resealed = [&](const char* name, qsizetype at, std::uint64_t value) {
        row(name, [at, value](QByteArray& b) {
            put(b, at, value);
            sealAgain(b);
        });
    };
    const qsizetype offset = entryAt(1) + offsetInEntry;
    const qsizetype size = entryAt(1) + sizeInEntry;
    resealed("offset beyond the end", offset, 1 << 20);
    resealed("offset at its greatest", offset, ~std::uint64_t{63});
    resealed("offset in the header", offset, 0);
    resealed("offset in another section", offset, 256);
    resealed("offset not aligned", offset, 321);
    resealed("size beyond the end", size, 1000);
    resealed("size at its greatest", size, ~std::uint64_t{0});
    resealed("offset and size that overflow to 0", size, ~std::uint64_t{0} - 319);
    resealed("offset and size that overflow into the file", size, ~std::uint64_t{0} - 64);
    row("both at their greatest", [=](QByteArray& b) {
        put(b, offset, ~std::uint64_t{63});
        put(b, size, ~std::uint64_t{0});
        sealAgain(b);
    });
    row("duplicate name",
        [](QByteArray& b) {
            b.replace(entryAt(1), 24, QByteArray(b.mid(entryAt(0), 24)));
            sealAgain(b);
        },
        {"weights"});
    row("empty name", [](QByteArray& b) {
        b.replace(entryAt(1), 24, QByteArray(24, '\0'));
        sealAgain(b);
    });
}

void TestModelFile::refusesDamage() {
    QFETCH(Damage, damage);
    QFETCH(QStringList, said);
    const QTemporaryDir folder;
    const auto path = pathIn(folder, "good.model");
    QVERIFY(sample().write(path));
    QByteArray bytes = contentOf(path);
    QCOMPARE(bytes.size(), qsizetype{385});
    QVERIFY(ModelFile::open(path, stage, revision));

    damage(bytes);
    const auto broken = pathIn(folder, "broken.model");
    QVERIFY(store(broken, bytes));
    const auto file = ModelFile::open(broken, stage, revision);
    QVERIFY(!file);
    const QString message = QString::fromStdString(file.error().message);
    QVERIFY2(file.error().code == ErrorCode::BadResource, qPrintable(message));
    QVERIFY2(message.contains("broken.model") && message.endsWith('.'), qPrintable(message));
    for (const QString& word : said)
        QVERIFY2(message.contains(word), qPrintable(message));
}

void TestModelFile::refusesWhatIsNoFile() {
    const QTemporaryDir folder;
    const auto errorOf = [&](const std::filesystem::path& path) {
        const auto file = ModelFile::open(path, stage, revision);
        return file ? Error{ErrorCode::Empty, "opened"} : file.error();
    };
    const Error missing = errorOf(pathIn(folder, "missing.model"));
    QCOMPARE(missing.code, ErrorCode::NotFound);
    QVERIFY(missing.message.find("missing.model") != std::string::npos);
    QVERIFY(store(pathIn(folder, "file"), "x"));
    QCOMPARE(errorOf(pathIn(folder, "file") / "below.model").code, ErrorCode::NotFound);
    QCOMPARE(errorOf({}).code, ErrorCode::NotFound);

    std::filesystem::create_directory(pathIn(folder, "folder.model"));
    const Error isFolder = errorOf(pathIn(folder, "folder.model"));
    QCOMPARE(isFolder.code, ErrorCode::BadResource);
    QVERIFY(isFolder.message.find("folder.model") != std::string::npos);

    // A pipe that nobody writes to must not be waited for.
    QCOMPARE(::mkfifo(pathIn(folder, "pipe.model").c_str(), 0600), 0);
    QCOMPARE(errorOf(pathIn(folder, "pipe.model")).code, ErrorCode::BadResource);

    const auto closed = pathIn(folder, "closed.model");
    QVERIFY(sample().write(closed));
    std::filesystem::permissions(closed, std::filesystem::perms::none);
    QFile probe(QString::fromStdString(closed.string()));
    if (!probe.open(QIODevice::ReadOnly)) // root reads everything
        QCOMPARE(errorOf(closed).code, ErrorCode::BadResource);
}

// An open model keeps its bytes while a new one takes its name; no draft is left behind.
void TestModelFile::replacesAnOldFileWhole() {
    const QTemporaryDir folder;
    const auto path = pathIn(folder, "m");
    QVERIFY(sample().write(path));
    const auto old = ModelFile::open(path, stage, revision);
    QVERIFY(old);
    ModelFileWriter next{std::string(stage), revision};
    next.addText("note", "new");
    QVERIFY(next.write(path));
    QCOMPARE(old->text("note").value(), std::string_view(note));
    const auto replaced = ModelFile::open(path, stage, revision);
    QVERIFY(replaced);
    QCOMPARE(replaced->text("note").value(), std::string_view("new"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"m"});
}

void TestModelFile::saysWhatCannotBeWritten() {
    const QTemporaryDir folder;
    const auto below = pathIn(folder, "missing") / "tagger.model";
    const Outcome noFolder = sample().write(below);
    QVERIFY(!noFolder);
    QCOMPARE(noFolder.error().code, ErrorCode::NotWritable);
    QVERIFY(noFolder.error().message.find("tagger.model") != std::string::npos);

    std::filesystem::create_directory(pathIn(folder, "folder"));
    const Outcome isFolder = sample().write(pathIn(folder, "folder"));
    QVERIFY(!isFolder);
    QCOMPARE(isFolder.error().code, ErrorCode::NotWritable);
    QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void TestModelFile::refusesToWriteBadNames_data() {
    QTest::addColumn<QByteArray>("stageName");
    QTest::addColumn<QList<QByteArray>>("names");
    using Names = QList<QByteArray>;
    QTest::newRow("no stage") << QByteArray() << Names{"a"};
    QTest::newRow("long stage") << QByteArray(17, 's') << Names{"a"};
    QTest::newRow("no name") << QByteArray("tagger") << Names{""};
    QTest::newRow("long name") << QByteArray("tagger") << Names{QByteArray(25, 'n')};
    QTest::newRow("zero in a name") << QByteArray("tagger") << Names{QByteArray("a\0b", 3)};
    QTest::newRow("name twice") << QByteArray("tagger") << Names{"a", "b", "a"};
}

void TestModelFile::refusesToWriteBadNames() {
    QFETCH(QByteArray, stageName);
    QFETCH(QList<QByteArray>, names);
    const QTemporaryDir folder;
    ModelFileWriter writer(stageName.toStdString(), revision);
    for (const QByteArray& name : names)
        writer.addText(name.toStdString(), "x");
    const Outcome written = writer.write(pathIn(folder, "m"));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NotWritable);
    QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

QTEST_GUILESS_MAIN(TestModelFile)
#include "test_model_file.moc"
