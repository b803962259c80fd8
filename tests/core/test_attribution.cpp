// The parts of the attribution stage by themselves: labels to segments, segments to attributions,
// contents compared; and the counting of errors.
#include "core/corpora/attribution_counts.h"
#include "core/quotes/choose/chooser.h"
#include "core/quotes/choose/chooser_features.h"
#include "core/quotes/marks/quote_kind.h"
#include "core/quotes/propose/chain_linker.h"
#include "core/text/plain_analysis.h"
#include "tests/support/attribution_segments.h"

#include <QtTest>

#include <cmath>

using namespace quoth;

namespace {

QString joined(const TokenizedText& text, const std::vector<AttributionSegment>& segments,
               const std::vector<std::uint32_t>& which) {
    QStringList out;
    for (const std::uint32_t i : which)
        out << QString::fromUtf8(text.slice(text.spanOf(segments[i].tokens)).data(),
                                 text.spanOf(segments[i].tokens).size());
    return out.join(" + ");
}

} // namespace

class TestAttribution : public QObject {
    Q_OBJECT
private slots:
    void readsSegments_data();
    void readsSegments();
    void linksSegments_data();
    void linksSegments();
    void comparesContents();
    void countsErrors();
    void leavesOptionalOnesOut();
    void chancesFollowTheOdds();
    void calibratesByACurve();
    void choosesWhatLeavesRoom_data();
    void choosesWhatLeavesRoom();
    void linksWhatGoesOn();
    void leavesPartsAlone();
    void addsUpWhatNothingIntroduces();
    void forgetsChancesWithinSpeech();
};

void TestAttribution::readsSegments_data() {
    QTest::addColumn<QString>("labels"); // S, C, Q with B, I, E, S; "O"
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << "O O"
                          << "";
    QTest::newRow("one of each") << "BS ES SQ BC IC EC O"
                                 << "S0-2 Q2-3 C3-6";
    QTest::newRow("neighbours of one role") << "BC EC BC EC"
                                            << "C0-2 C2-4";
    QTest::newRow("no beginning") << "IC EC O SC"
                                  << "C0-2 C3-4";
    QTest::newRow("no end") << "BC O BQ BC"
                            << "C0-1 Q2-3 C3-4";
}

void TestAttribution::readsSegments() {
    QFETCH(QString, labels);
    std::vector<Label> all;
    for (const QString& label : labels.split(' ')) {
        if (label == "O") {
            all.push_back(unattributed);
            continue;
        }
        const auto part = static_cast<SegmentPart>(QString("BIES").indexOf(label[0]));
        const auto role = static_cast<AttributionRole>(QString("CSQ").indexOf(label[1]));
        all.push_back(attributionLabelOf(role, part));
    }
    QStringList out;
    for (const AttributionSegment& segment : segmentsOf(all, 0))
        out << QStringLiteral("%1%2-%3")
                   .arg(QString("CSQ")[static_cast<int>(segment.role)])
                   .arg(segment.tokens.begin)
                   .arg(segment.tokens.end);
    QTEST(out.join(' '), "expected");
}

void TestAttribution::linksSegments_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("segments");
    QTest::addColumn<QString>("expected"); // source | cue | contents
    QTest::newRow("plain") << "Ann said it was late."
                           << QStringList{"source: Ann", "cue: said", "content: it was late"}
                           << "Ann | said | it was late";
    QTest::newRow("around the cue")
        << "“Come,” Ann said, “at once.”"
        << QStringList{"content: “Come,”", "source: Ann", "cue: said", "content: “at once.”"}
        << "Ann | said | “Come,” + “at once.”";
    QTest::newRow("two with one source")
        << "Ann said it was late and warned that rain would come."
        << QStringList{"source: Ann", "cue: said", "content: it was late", "cue: warned",
                       "content: that rain would come"}
        << "Ann | said | it was late\nAnn | warned | that rain would come";
    QTest::newRow("two sentences")
        << "Ann said it was late. Tom agreed that it was."
        << QStringList{"source: Ann", "cue: said",   "content: it was late",
                       "source: Tom", "cue: agreed", "content: that it was"}
        << "Ann | said | it was late\nTom | agreed | that it was";
    QTest::newRow("no cue") << "Ann: it was late." << QStringList{"source: Ann", "content: it was"}
                            << "Ann |  | it was";
    QTest::newRow("nothing beside it")
        << "It was late." << QStringList{"content: It was late"} << " |  | It was late";
    QTest::newRow("a cue in two parts")
        << "Ann has repeatedly said it was late."
        << QStringList{"source: Ann", "cue: has", "cue: said", "content: it was late"}
        << "Ann | has + said | it was late";
}

void TestAttribution::linksSegments() {
    QFETCH(QString, text);
    QFETCH(QStringList, segments);
    const std::string source = text.toStdString();
    const TokenizedText analysed = analyzePlainText(source);
    const auto all = test::segmentsIn(analysed, segments);
    QStringList out;
    Dependencies trees; // nothing hangs on anything
    for (std::uint32_t i = 0; i < analysed.tokens.size(); ++i)
        trees.push_back({i, Relation::Root});
    const Syntax syntax(analysed, trees);
    for (const LinkedAttribution& linked : linkSegments(analysed, syntax, all)) {
        const std::vector<std::uint32_t> sources =
            linked.source ? std::vector{*linked.source} : std::vector<std::uint32_t>();
        out << joined(analysed, all, sources) + " | " + joined(analysed, all, linked.cues) + " | " +
                   joined(analysed, all, linked.contents);
    }
    QTEST(out.join('\n'), "expected");
}

void TestAttribution::comparesContents() {
    const std::vector<Span> whole{{0, 10}, {20, 30}}, half{{0, 10}}, other{{40, 50}};
    QCOMPARE(overlapOf(whole, whole), 1.0);
    QCOMPARE(overlapOf(whole, half), 0.5);
    QCOMPARE(overlapOf(whole, other), 0.0);
    Attribution inner, outer;
    outer.content = {{10, 60}};
    outer.cue = {{4, 8}};
    inner.content = {{30, 60}};
    inner.cue = {{20, 25}};
    QVERIFY(isWithin(inner, outer));
    QVERIFY(!isWithin(outer, inner));
    inner.cue = {{4, 8}}; // the same cue, a shorter content
    QVERIFY(!isWithin(inner, outer));
    std::vector<QuotedStretch> stretches(1);
    stretches[0].span = {10, 20};
    QCOMPARE(kindOf(stretches, {{10, 20}}), QuoteKind::Direct);
    QCOMPARE(kindOf(stretches, {{5, 20}}), QuoteKind::Mixed);
    QCOMPARE(kindOf(stretches, {{10, 20}, {30, 40}}), QuoteKind::Mixed);
    QCOMPARE(kindOf(stretches, {{30, 40}}), QuoteKind::Indirect);
}

void TestAttribution::countsErrors() {
    const std::string text = "Ann said that it rained. Tom attacked the plan. Eva left.";
    const std::vector<corpora::GoldAttribution> gold = {{{{0, 3}}, {{4, 8}}, {{9, 23}}, {}},
                                                        {{{25, 28}}, {{29, 37}}, {{38, 46}}, {}}};
    Attribution right, invented;
    right.source = {{0, 3}};
    right.cue = {{4, 8}};
    right.content = {{9, 23}};
    invented.source = {{48, 51}};
    invented.content = {{52, 56}};
    corpora::AttributionCounts counts;
    counts.add(text, gold, {right, invented});
    QCOMPARE(counts.attributions.right, std::size_t{1});
    QCOMPARE(counts.attributions.gold, std::size_t{2});
    QCOMPARE(counts.attributions.predicted, std::size_t{2});
    const std::vector<std::string> expected = {
        "1: invented: indirect speech",
        "1: missed: a noun phrase as content (\"attacked the plan\")"};
    QCOMPARE(counts.commonest(10), expected);
    Attribution another = right;
    another.source = {{25, 28}};
    counts = {};
    counts.add(text, {gold[0]}, {another});
    QCOMPARE(counts.commonest(1), std::vector<std::string>{"1: another source"});
}

// Each candidate by itself: the odds of right against wrong.
void TestAttribution::chancesFollowTheOdds() {
    ChainScores chain(candidateLabels.size());
    const float three = std::log(3.0F);
    const std::vector<float> chances = chancesOf({0, three, three, 0, 1, 1}, chain);
    QCOMPARE(chances.size(), std::size_t{3});
    QVERIFY(std::abs(chances[0] - 0.75F) < 1e-5F);
    QVERIFY(std::abs(chances[1] - 0.25F) < 1e-5F);
    QVERIFY(std::abs(chances[2] - 0.5F) < 1e-5F);
    chain.first[rightCandidate] = three; // what the chain itself favours counts as well
    QVERIFY(std::abs(chancesOf({1, 1}, chain).front() - 0.75F) < 1e-5F);
}

// What annotators could as well have left out counts for and against nobody.
void TestAttribution::leavesOptionalOnesOut() {
    const std::string text = "Ann said that it rained. Tom attacked the plan.";
    std::vector<corpora::GoldAttribution> gold = {{{{25, 28}}, {{29, 37}}, {{38, 46}}, {}}};
    gold[0].optional = true;
    Attribution found;
    found.source = {{25, 28}};
    found.content = {{38, 46}};
    for (const bool has : {false, true}) {
        corpora::AttributionCounts counts;
        counts.add(text, gold, has ? std::vector{found} : std::vector<Attribution>());
        QCOMPARE(counts.attributions.gold, std::size_t{0});
        QCOMPARE(counts.attributions.predicted, std::size_t{0});
    }
}

void TestAttribution::calibratesByACurve() {
    QCOMPARE(Calibration().shareAt(QuoteKind::Mixed, 0.7F), 0.7F);
    Calibration::Curves curves;
    for (auto& curve : curves)
        curve = {{0.2F, 0.1F}, {0.6F, 0.5F}, {0.8F, 0.5F}};
    const Calibration calibration(curves);
    QCOMPARE(calibration.shareAt(QuoteKind::Direct, 0.0F), 0.1F); // as the nearest point
    QVERIFY(std::abs(calibration.shareAt(QuoteKind::Direct, 0.4F) - 0.3F) < 1e-5F);
    QCOMPARE(calibration.shareAt(QuoteKind::Direct, 0.7F), 0.5F);
    QCOMPARE(calibration.shareAt(QuoteKind::Direct, 1.0F), 0.5F);
}

namespace {

WeighedCandidate weighed(std::vector<Span> content, Span cue, Span source) {
    WeighedCandidate out;
    out.candidate.attribution.content = std::move(content);
    if (!cue.empty()) out.candidate.attribution.cue = {cue};
    if (!source.empty()) out.candidate.attribution.source = {source};
    return out;
}

// "12-40 < 0-3; ..." of what is chosen: content and source.
QString chosen(const QuotedText& quoted, std::vector<WeighedCandidate> candidates,
               const std::vector<float>& chances) {
    QStringList out;
    for (const Attribution& a :
         chooseAttributions(quoted, std::move(candidates), chances, {}, Calibration(), {})) {
        QStringList spans;
        for (const Span& span : a.content)
            spans << QStringLiteral("%1-%2").arg(span.begin).arg(span.end);
        QString line = spans.join('+');
        if (!a.source.empty())
            line += QStringLiteral(" < %1-%2").arg(a.source[0].begin).arg(a.source[0].end);
        if (a.continues) line += QStringLiteral(" after %1").arg(*a.continues);
        if (a.implied) line += QStringLiteral(" ~ %1").arg(a.implied->begin);
        out << line;
    }
    return out.join("; ");
}

struct Room {
    const std::string words =
        "Ann said that Tom said that it had rained all night. It rained again.";
    const TokenizedText text = analyzePlainText(words);
    const Syntax syntax;
    const std::vector<QuotedStretch> stretches;
    const std::vector<NamedMention> names;
    const CueLexicon cues;
    const QuotedText quoted = readQuotedText(text, syntax, stretches, names, cues);
};

} // namespace

void TestAttribution::choosesWhatLeavesRoom_data() {
    QTest::addColumn<QList<float>>("chances"); // outer, inner, a rival of the outer
    QTest::addColumn<QString>("expected");
    QTest::newRow("speech within speech")
        << QList<float>{0.9F, 0.8F, 0.1F} << "9-51 < 0-3; 23-51 < 14-17";
    QTest::newRow("the likelier of two") << QList<float>{0.6F, 0.1F, 0.8F} << "9-30 < 0-3";
    QTest::newRow("none is likely") << QList<float>{0.4F, 0.3F, 0.2F} << "";
}

void TestAttribution::choosesWhatLeavesRoom() {
    QFETCH(QList<float>, chances);
    const Room room;
    QTEST(chosen(room.quoted,
                 {weighed({{9, 51}}, {4, 8}, {0, 3}), weighed({{23, 51}}, {18, 22}, {14, 17}),
                  weighed({{9, 30}}, {4, 8}, {0, 3})},
                 {chances.begin(), chances.end()}),
          "expected");
}

// What goes on belongs to what was said last before it; where nothing was, its own hint is left.
void TestAttribution::linksWhatGoesOn() {
    const Room room;
    auto first = weighed({{9, 51}}, {4, 8}, {0, 3});
    first.candidate.attribution.kind = QuoteKind::Mixed;
    auto next = weighed({{53, 69}}, {}, {});
    next.candidate.attribution.implied = Span{14, 17};
    next.candidate.link = Link::Joins;
    QCOMPARE(chosen(room.quoted, {first, next}, {0.9F, 0.8F}), "9-51+53-69 < 0-3");
    QCOMPARE(chosen(room.quoted, {first, next}, {0.1F, 0.8F}), "53-69 ~ 14");
    first.candidate.attribution.kind = QuoteKind::Indirect;
    QCOMPARE(chosen(room.quoted, {first, next}, {0.9F, 0.8F}), "9-51 < 0-3; 53-69 after 0");
    first.candidate.attribution.kind = QuoteKind::Mixed;
    next.candidate.link = Link::GoesOn;
    QCOMPARE(chosen(room.quoted, {first, next}, {0.9F, 0.8F}), "9-51 < 0-3; 53-69 after 0");
}

// A quote within what is told in other words is part of that.
void TestAttribution::leavesPartsAlone() {
    const Room room;
    auto outer = weighed({{9, 51}}, {4, 8}, {0, 3});
    outer.candidate.attribution.kind = QuoteKind::Mixed;
    auto part = weighed({{23, 51}}, {}, {});
    part.candidate.attribution.kind = QuoteKind::Direct;
    part.candidate.link = Link::Joins;
    QCOMPARE(chosen(room.quoted, {outer, part}, {0.9F, 0.8F}), "9-51 < 0-3");
}

// Whoever speaks it, it is a quotation; where something introduces it, each has to be likely
// itself.
void TestAttribution::addsUpWhatNothingIntroduces() {
    const Room room;
    auto one = weighed({{53, 69}}, {}, {}), another = one;
    one.candidate.attribution.implied = Span{0, 3};
    another.candidate.attribution.implied = Span{14, 17};
    QCOMPARE(chosen(room.quoted, {one, another}, {0.25F, 0.35F}), "53-69 ~ 14");
    QCOMPARE(chosen(room.quoted, {one, another}, {0.1F, 0.3F}), "");
    const auto cue = weighed({{9, 51}}, {4, 8}, {0, 3}), rival = weighed({{9, 51}}, {18, 22}, {});
    QCOMPARE(chosen(room.quoted, {cue, rival}, {0.35F, 0.35F}), "");
}

// The trained field labels the outermost: what it thinks of speech within speech is no evidence.
void TestAttribution::forgetsChancesWithinSpeech() {
    const Room room;
    auto outer = weighed({{9, 51}}, {4, 8}, {0, 3}).candidate;
    auto inner = weighed({{23, 51}}, {18, 22}, {14, 17}).candidate;
    outer.chances.content = 0.9F;
    inner.chances.content = inner.chances.cue = 0.01F;
    const auto found = weighCandidates(room.quoted, {inner}, {outer});
    QCOMPARE(found.size(), std::size_t{2});
    const auto evidence = [](const WeighedCandidate& one, Evidence name) {
        return one.evidence[static_cast<std::size_t>(name)];
    };
    QVERIFY(evidence(found[0], Evidence::ContentChance) < 0); // a logarithm
    QCOMPARE(evidence(found[1], Evidence::ContentChance), 1.0F);
    QCOMPARE(evidence(found[1], Evidence::CueChance), 1.0F);
}

QTEST_GUILESS_MAIN(TestAttribution)
#include "test_attribution.moc"
