// Work files and JSON annotations open to the state that was saved; what is none of them, or is
// damaged, is refused with a sentence.
#include "core/formats/work_file.h"

#include "core/formats/annotation_data.h"
#include "core/formats/in/importers.h"
#include "core/formats/json.h"
#include "core/formats/json_parts.h"
#include "core/formats/out/exporters.h"
#include "tests/support/sample_document.h"

#include <QtTest>
#include <random>

using namespace quoth;

namespace {

// Rejects, reassigns, checks with a note; the last of four steps is taken back.
WorkFile sampleWork() {
    WorkFile file{"pier é.txt", *test::sampleDocument(), "0.1.0", std::nullopt, {}};
    const Document& d = file.machine;
    const auto on = [&](QuoteId id) { return anchorOf(d, id); };
    file.work.steps = {
        {RejectQuote{on(test::sample::shame)}},
        {ReassignSpeaker{on(test::sample::asked), refTo(d, test::sample::vartanen)}},
        {CheckQuote{on(test::sample::money), CheckState::Altered, "tape: “out of time”"},
         AcceptQuote{on(test::sample::money)}},
        {RejectQuote{on(test::sample::jobs)}}};
    file.work.done = 3;
    return file;
}

Expected<Imported> import(const std::string& bytes, std::string_view name = "a.quoth.json") {
    return importBytes(bytes, name);
}

QString outcome(const std::string& bytes) {
    const auto imported = import(bytes);
    if (imported) return QStringLiteral("opened");
    const std::string& message = imported.error().message;
    if (message.empty() || message.back() != '.') return QStringLiteral("an unclear error");
    return QString::fromStdString(std::string(name(imported.error().code)));
}

std::string with(std::string text, std::string_view what, std::string_view instead) {
    const std::size_t at = text.find(what);
    if (at == std::string::npos) qFatal("no such text");
    return text.replace(at, what.size(), instead);
}

} // namespace

class TestWorkFile : public QObject {
    Q_OBJECT
private slots:
    void opensToTheSameState() {
        const WorkFile before = sampleWork();
        const std::string bytes = writeWork(before);
        const auto read = readWork(bytes);
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(read->name, before.name);
        QCOMPARE(read->engine, before.engine);
        QCOMPARE(read->work.done, before.work.done);
        QCOMPARE(read->work.steps.size(), before.work.steps.size());
        QCOMPARE(writeAnnotationData(read->machine), writeAnnotationData(before.machine));
        QCOMPARE(writeWork(*read), bytes);
    }

    void keepsTheOwnDate() {
        WorkFile file = sampleWork();
        file.ownDate = Date{std::chrono::year{2021}, std::chrono::May, std::chrono::day{20}};
        const auto read = readWork(writeWork(file));
        QVERIFY(read && read->ownDate == file.ownDate);
    }

    // Who knows only the contract reads the corrected article.
    void isAnAnnotationToOthers() {
        const WorkFile file = sampleWork();
        const auto read = readJson(writeWork(file));
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(writeJson(*read), writeJson(file.corrected()));
        QCOMPARE(read->quotes().size(), file.machine.quotes().size() - 1);
        QCOMPARE(read->quotes()[0].note, std::string("tape: “out of time”"));
    }

    void isImportedCorrected() {
        const WorkFile file = sampleWork();
        for (const char* name : {"a.quoth.json", "a.json", "", "pasted"}) {
            const auto imported = import(writeWork(file), name);
            QVERIFY(imported && imported->annotated && imported->work);
            QCOMPARE(writeAnnotationData(*imported->annotated),
                     writeAnnotationData(file.corrected()));
        }
    }

    void annotationsOpenAgain() {
        const auto before = test::sampleDocument();
        const auto bytes = exportDocument(*findExporter("json"), *before, {"pier.txt", ""});
        QVERIFY(bytes);
        const auto imported = import(*bytes, "pier.json");
        QVERIFY(imported && imported->annotated && !imported->work);
        Document::Parts parts = imported->annotated->parts();
        parts.article.title = before->article().title; // the file states the headline's
        QCOMPARE(writeAnnotationData(Document(std::move(parts))), writeAnnotationData(*before));
    }

    void readsOtherProgramsAnnotations();

    void refuses_data();

    void refuses() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, error);
        QCOMPARE(outcome(bytes.toStdString()), error);
    }

    // Any damage of a few bytes is read or refused.
    void survivesDamage() {
        const std::string good = writeWork(sampleWork());
        std::mt19937 random(7);
        const std::string_view bytes = "[]{}\",:0123456789-e\\ux\x80";
        for (int i = 0; i < 800; ++i) {
            std::string bad = good;
            for (auto n = 1 + random() % 3; n > 0; --n)
                switch (const std::size_t at = random() % bad.size(); random() % 3) {
                case 0:
                    bad[at] = bytes[random() % bytes.size()];
                    break;
                case 1:
                    bad.erase(at, 1 + random() % 8);
                    break;
                default:
                    bad.insert(at, 1, bytes[random() % bytes.size()]);
                }
            QVERIFY(outcome(bad) != QStringLiteral("an unclear error"));
        }
    }

    void findsPartsOfJson_data();

    void findsPartsOfJson() {
        QFETCH(QByteArray, json);
        QFETCH(QString, parts);
        QStringList found;
        forEachMember(json.toStdString(), [&](std::string_view name, std::string_view value) {
            found << QString::fromStdString(std::string(name) + "=" + std::string(value));
        });
        QCOMPARE(found.join(' '), parts);
    }
};

void TestWorkFile::readsOtherProgramsAnnotations() {
    const auto read = readJson(R"( { "extra": [[{}]], "quotes" : [
        {"id":"b","kind":"direct","act":"speech","content":[[8,12]],"speaker":"ann","confidence":1},
        {"id":"a","kind":"direct","act":"speech","content":[[0,3]],"cue":null,"confidence":0}],
        "text": "“é” Ann “No”", "entities":[{"id":"ann","type":"person","name":"Ann","mentions":[]}],
        "schema":"quoth/1" } )");
    QVERIFY2(read, read ? "" : read.error().message.c_str());
    QCOMPARE(read->quotes().size(), std::size_t{2});
    QCOMPARE(std::string(read->slice(read->quotes()[0].content[0])), std::string("“é”"));
    QCOMPARE(std::string(read->slice(read->quotes()[1].content[0])), std::string("“No”"));
}

void TestWorkFile::refuses_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const std::string& bytes,
                        const char* error = "malformed") {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString(error);
    };
    const std::string good = writeWork(sampleWork());
    const std::string plain = writeJson(*test::sampleDocument(), {}, JsonScope::Article);
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    row("good work", good, "opened");
    row("good annotation", plain, "opened");
    row("nothing", "", "empty");
    row("no JSON", "He said no.");
    row("cut", good.substr(0, good.size() / 2));
    row("more after it", good + good);
    row("an array", "[1, 2]");
    row("a number too large", R"({"schema":"quoth/1","text":"a","blocks":1e999})");
    row("other JSON", R"({"events": [], "title": {"text": "timeline"}})");
    row("error line", R"({"id": 1, "error": {"code": "empty", "message": "No text."}})");
    row("without text", writeJson(*test::sampleDocument()));
    row("blank text", R"({"schema":"quoth/1","text":"  "})", "empty");
    row("newer schema", with(plain, "quoth/1", "quoth/2"), "newer_version");
    row("newer schema of work", with(good, "quoth/1", "quoth/2"), "newer_version");
    row("newer work", with(good, "\"format\":1", "\"format\":2"), "newer_version");
    row("huge format", with(good, "\"format\":1", "\"format\":18446744073709551615"),
        "newer_version");
    row("negative format", with(good, "\"format\":1", "\"format\":-1"));
    row("format 0", with(good, "\"format\":1", "\"format\":0"));
    row("work is a word", with(plain, "\"title\"", "\"work\":\"x\",\"title\""));
    row("work is empty", with(plain, "\"title\"", "\"work\":{},\"title\""));
    row("another text", with(good, "\"text\":\"Harbour", "\"text\":\"Harbor"));
    row("another text of the answers",
        with(good, "\"quoth:text\":\"Harbour", "\"quoth:text\":\"Harbor"));
    row("more done than steps", with(good, "\"done\":3", "\"done\":5"));
    row("done is negative", with(good, "\"done\":3", "\"done\":-1"));
    row("done is huge", with(good, "\"done\":3", "\"done\":18446744073709551615"));
    row("done is a fraction", with(good, "\"done\":3", "\"done\":2.5"));
    row("an unknown correction", with(good, "\"do\":\"reject\"", "\"do\":\"explode\""));
    row("an empty step", with(good, "\"steps\":[", "\"steps\":[[],"));
    row("steps are no list", with(good, "\"steps\":[", "\"steps\":7,\"x\":["));
    row("a step is nested deep", with(good, "\"steps\":[", "\"steps\":[" + nested(200'000) + ","));
    row("a date that is none",
        with(good, "\"published\":null,\"machine\"", "\"published\":\"2021-02-30\",\"machine\""));
    row("nested deep", R"({"schema":"quoth/1","text":"a","blocks":)" + nested(200'000) + "}");
    row("work nested deep", with(plain, "\"title\"", "\"work\":" + nested(200'000) + ",\"title\""));
    row("unknown member nested deep",
        with(plain, "\"title\"", "\"x\":" + nested(200'000) + ",\"title\""), "opened");
    row("a place outside", with(plain, "\"end\":38", "\"end\":99999"));
    row("a place at a huge number", with(plain, "\"end\":38", "\"end\":18446744073709551615"));
    row("a place before the text", with(plain, "\"begin\":0", "\"begin\":-1"));
    row("a place backwards", with(plain, "\"begin\":0,\"end\":38", "\"begin\":38,\"end\":0"));
    row("blocks that overlap", with(plain, "\"end\":38", "\"end\":60"));
    row("an unknown speaker", with(plain, "\"speaker\":\"e1\"", "\"speaker\":\"e99\""));
    row("a speaker who is a number", with(plain, "\"speaker\":\"e1\"", "\"speaker\":1"));
    row("two entities of one id", with(plain, "{\"id\":\"e2\"", "{\"id\":\"e1\""));
    row("no probability", with(plain, "\"confidence\":0.97", "\"confidence\":1.5"));
    row("an unknown kind", with(plain, "\"kind\":\"direct\"", "\"kind\":\"drect\""));
    row("a quote without content", with(plain, "\"content\":[[", "\"content\":null,\"x\":[["));
    row("a value that is no time", with(plain, "\"value\":\"2021-05-18\"", "\"value\":\"soon\""));
    row("a date of the article that is none",
        with(plain, "\"published\":\"2021-05-19\"", "\"published\":\"2021-05-99\""));
    row("a lone surrogate", with(plain, "Harbour board votes", "\\ud800 board votes"));
}

void TestWorkFile::findsPartsOfJson_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("parts");
    const auto row = [](const char* json, const char* parts) {
        QTest::newRow(json) << QByteArray(json) << QString(parts);
    };
    row("{}", "");
    row("[1]", "");
    row(R"({"a":1})", "a=1");
    row(R"( { "a" : [ 1 , {"b":"]"} ] , "c" : null } )", R"(a=[ 1 , {"b":"]"} ] c=null)");
    row(R"({"a\"}":"x\\","b":-1.5e3})", R"(a\"}="x\\" b=-1.5e3)");
    row(R"({"a":{"b":{}},"a":true})", R"(a={"b":{}} a=true)");
}

QTEST_GUILESS_MAIN(TestWorkFile)
#include "test_work_file.moc"
