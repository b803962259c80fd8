// The whole pipeline on the sample articles: against annotation made by hand
// (tests/golden/NAME.json, with floors below what the engine reaches), and against the engine's own
// last reviewed answer (NAME.dump). After a change that means to alter answers, build the target
// update-golden and read the difference by eye.
#include "core/pipeline.h"
#include "core/support/unicode.h"

#include <QtTest>

#include <QDir>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

using namespace quoth;

namespace {

const std::string goldenFolder = QUOTH_SOURCE_DIR "/tests/golden/";

std::string readFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// ---- gold

struct GoldQuote {
    std::vector<Span> content;
    bool direct = false;
    std::vector<std::string> speaker; // every name that is right, the full one first
    bool person = false;
};

struct GoldEvent {
    Span trigger;
    std::string value;
};

struct Gold {
    std::vector<GoldQuote> speech; // thoughts are annotated too, but not measured here
    std::vector<GoldEvent> events;
};

// {"s": words, "after": snippet}: the first occurrence of the words at or after the snippet's
// start.
Span place(const std::string& text, const nlohmann::json& span) {
    const std::size_t from =
        span.contains("after") ? text.find(span["after"].get<std::string>()) : 0;
    const std::string words = span["s"];
    const std::size_t at = from == std::string::npos ? from : text.find(words, from);
    if (at == std::string::npos) qFatal("gold not in the text: %s", words.c_str());
    return makeSpan(at, at + words.size());
}

Gold readGold(const std::string& name, const std::string& text) {
    const auto json = nlohmann::json::parse(readFile(goldenFolder + name + ".json"));
    Gold gold;
    for (const auto& quote : json["quotes"]) {
        if (quote["level"] != "speech") continue;
        GoldQuote q;
        q.direct = quote["kind"] == "direct";
        for (const auto& span : quote["content"])
            q.content.push_back(place(text, span));
        q.speaker.push_back(quote["speaker"]);
        for (const auto& person : json["people"]) {
            if (person["name"] != quote["speaker"]) continue;
            q.person = person["type"] == "person";
            for (const std::string alias : person["aliases"])
                q.speaker.push_back(alias);
        }
        gold.speech.push_back(std::move(q));
    }
    for (const auto& event : json["events"])
        gold.events.push_back({place(text, event["trigger"]), event["value"]});
    return gold;
}

// ---- measures

std::set<std::string> wordsOf(const std::string& name) {
    std::istringstream words(toLower(name));
    std::set<std::string> out{std::istream_iterator<std::string>(words), {}};
    out.erase("the");
    out.erase("a");
    return out;
}

// A person by one of its names; a described source also by half of its words.
bool isSpeaker(const GoldQuote& gold, const Document& document, const Quote& quote) {
    if (!quote.speaker) return false;
    const auto said = wordsOf(document.entity(*quote.speaker).name);
    return std::any_of(gold.speaker.begin(), gold.speaker.end(), [&](const std::string& name) {
        const auto right = wordsOf(name);
        if (gold.person) return said == right;
        std::size_t shared = 0;
        for (const std::string& word : said)
            shared += right.count(word);
        return shared * 2 >= said.size() + right.size() - shared;
    });
}

bool sameStretch(Span a, Span b) { // half of both together is shared
    const std::uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
    return begin < end && (end - begin) * 2 >= a.size() + b.size() - (end - begin);
}

struct Score {
    int direct = 0, directFound = 0;         // stretches of direct speech
    int found = 0, right = 0, stretches = 0; // stretches of any speech; right: and its speaker
    int events = 0, eventsDated = 0;
};

Score score(const Gold& gold, const Document& document) {
    Score s;
    for (const GoldQuote& want : gold.speech)
        for (const Span& stretch : want.content) {
            const Quote* hit = nullptr;
            for (const Quote& quote : document.quotes())
                for (const Span& content : quote.content)
                    if (!hit && sameStretch(stretch, content)) hit = &quote;
            ++s.stretches;
            s.found += hit != nullptr;
            s.right += hit && isSpeaker(want, document, *hit);
            s.direct += want.direct;
            s.directFound += want.direct && hit;
        }
    for (const GoldEvent& want : gold.events) {
        ++s.events;
        s.eventsDated += std::any_of(
            document.events().begin(), document.events().end(), [&](const Event& event) {
                return event.trigger.overlaps(want.trigger) && event.value == want.value;
            });
    }
    return s;
}

// ---- the compact text of an annotation

std::string joined(const Document& document, const std::vector<Span>& spans) {
    std::string out;
    for (const Span& span : spans)
        out += (out.empty() ? "" : " + ") + std::string(document.slice(span));
    return out;
}

std::string dump(const Document& document) {
    std::ostringstream out;
    out << "published " << (document.published() ? toIso(*document.published()) : "unknown")
        << "\n";
    for (const Block& block : document.blocks())
        if (block.kind != BlockKind::Paragraph)
            out << name(block.kind) << ": " << document.slice(block.span) << "\n";
    for (const Quote& quote : document.quotes()) {
        out << name(quote.kind) << ' ' << name(quote.act) << ": "
            << (quote.speaker ? document.entity(*quote.speaker).name : "?") << " < "
            << joined(document, quote.source) << " | " << joined(document, quote.cue) << " | "
            << joined(document, quote.content) << "\n";
    }
    for (const Entity& entity : document.entities()) {
        out << name(entity.type) << ' ' << entity.name << ":";
        for (const Mention& mention : entity.mentions)
            out << " [" << document.slice(mention.span) << ']';
        out << "\n";
    }
    for (const TimeExpression& time : document.times())
        out << name(time.type) << ' ' << time.value << ": " << document.slice(time.span) << "\n";
    for (const Event& event : document.events()) {
        out << name(event.eventClass) << ' ' << event.value << ": "
            << document.slice(event.trigger);
        if (event.status != EventStatus::Happened) out << " (" << name(event.status) << ')';
        if (event.same) out << " = " << document.slice(document.event(*event.same).trigger);
        for (const EntityId id : event.participants)
            out << " [" << document.entity(id).name << ']';
        out << "\n";
    }
    return out.str();
}

} // namespace

class TestGolden : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void reachesTheFloors_data();
    void reachesTheFloors();
    void answersAsReviewed_data();
    void answersAsReviewed();

private:
    static Document annotated(const Engine& engine, const std::string& name);

    std::unique_ptr<Engine> m_engine, m_encoded; // without the encoder, and with it
};

void TestGolden::initTestCase() {
    for (const auto& [models, to] :
         {std::pair{ModelSet::Alone, &m_engine}, {ModelSet::Encoded, &m_encoded}}) {
        auto engine = Engine::load(QUOTH_SOURCE_DIR "/resources", models);
        QVERIFY2(engine.has_value(), engine ? "" : engine.error().message.c_str());
        QVERIFY2(!engine->withoutEncoder, "the encoder cannot be loaded");
        *to = std::make_unique<Engine>(std::move(*engine));
    }
}

Document TestGolden::annotated(const Engine& engine, const std::string& name) {
    Article article;
    article.text = readFile(QUOTH_SOURCE_DIR "/resources/samples/" + name + ".txt");
    auto document = annotate(engine, std::move(article));
    if (!document) qFatal("%s", document.error().message.c_str());
    return std::move(*document);
}

void TestGolden::reachesTheFloors_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("encoded");
    // In percent of the gold stretches; events in percent of the gold events.
    QTest::addColumn<int>("directFound");
    QTest::addColumn<int>("found");
    QTest::addColumn<int>("speakerRight"); // of those found
    QTest::addColumn<int>("eventsDated");
    const auto row = [](const char* title, const char* name, bool encoded, int direct, int found,
                        int right, int dated) {
        QTest::addRow("%s%s", title, encoded ? ", with the encoder" : "")
            << name << encoded << direct << found << right << dated;
    };
    for (const bool encoded : {false, true}) {
        // With the encoder, less of what is said within speech is found.
        row("diplomatic report", "harbour_accord", encoded, encoded ? 88 : 100, encoded ? 94 : 95,
            80, 80);
        row("local story", "mill_road", encoded, 100, 87, 90, 60);
        row("a night, hour by hour", "night_fire", encoded, 100, 100, 80, 85);
        row("twenty years", "river_dam", encoded, 100, 80, 80, 85);
        row("long read", "river_line", encoded, 100, 90, 90, 65);
    }
}

void TestGolden::reachesTheFloors() {
    QFETCH(QString, name);
    QFETCH(bool, encoded);
    const Document document = annotated(encoded ? *m_encoded : *m_engine, name.toStdString());
    const Score s = score(readGold(name.toStdString(), document.text()), document);
    const auto check = [&](const char* column, int part, int whole) {
        const int floor = *static_cast<const int*>(QTest::qData(column, QMetaType::Int));
        qInfo("%-14s %3d of %3d, floor %d %%", column, part, whole, floor);
        if (part * 100 < floor * whole)
            QFAIL(qPrintable(QStringLiteral("%1: %2 of %3").arg(column).arg(part).arg(whole)));
    };
    check("directFound", s.directFound, s.direct);
    check("found", s.found, s.stretches);
    check("speakerRight", s.right, s.found);
    check("eventsDated", s.eventsDated, s.events);
}

void TestGolden::answersAsReviewed_data() {
    QTest::addColumn<QString>("name");
    const QDir samples(QStringLiteral(QUOTH_SOURCE_DIR "/resources/samples"));
    for (const QString& file : samples.entryList({"*.txt"}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void TestGolden::answersAsReviewed() {
    QFETCH(QString, name);
    const std::string path = goldenFolder + name.toStdString() + ".dump";
    const std::string now = dump(annotated(*m_engine, name.toStdString()));
    if (qEnvironmentVariableIsSet("QUOTH_UPDATE_GOLDEN")) {
        std::ofstream(path, std::ios::binary) << now;
        return;
    }
    QVERIFY2(QFile::exists(QString::fromStdString(path)), "no answer has been reviewed yet");
    const std::string reviewed = readFile(path);
    if (now == reviewed) return;
    const QStringList was = QString::fromStdString(reviewed).split('\n');
    const QStringList is = QString::fromStdString(now).split('\n');
    for (const QString& line : was)
        if (!is.contains(line)) qWarning("- %s", qUtf8Printable(line));
    for (const QString& line : is)
        if (!was.contains(line)) qWarning("+ %s", qUtf8Printable(line));
    QFAIL("the answer differs from the reviewed one; if it should, build the target update-golden");
}

QTEST_GUILESS_MAIN(TestGolden)
#include "test_golden.moc"
