// Every pair of colours that the window shows, in both themes, against the contrasts of WCAG 2.1:
// 4.5 for text, 3 for large or bold text and for shapes that tell something.
#include "core/formats/out/speaker_colours.h"
#include "ui/reader/article_painter.h"
#include "ui/reader/filter_chips.h"
#include "ui/reader/notice_bar.h"
#include "ui/theme.h"
#include "ui/timeline/timeline_view.h"

#include <QImage>
#include <QTest>

using namespace quoth;
using namespace quoth::ui;

namespace {

constexpr qreal forText = 4.5, forShapes = 3, forArticle = 7;

struct Look {
    QString name;
    QColor tint, line;
};

// The speakers' looks of a theme, the rest last.
std::vector<Look> speakers(ColourSet set, bool dark) {
    std::vector<SpeakerColours> all(speakerColours(set).begin(), speakerColours(set).end());
    all.push_back(restColours);
    std::vector<Look> out;
    for (const SpeakerColours& each : all)
        out.push_back({QStringLiteral("speaker %1").arg(out.size() + 1),
                       QColor::fromRgb(dark ? each.darkTint : each.lightTint),
                       QColor::fromRgb(dark ? each.darkLine : each.lightLine)});
    return out;
}

void check(const QString& what, const QColor& a, const QColor& b, qreal least) {
    const qreal found = contrast(a, b);
    QVERIFY2(found >= least, qPrintable(QStringLiteral("%1: %2 on %3 has %4, not %5")
                                            .arg(what, a.name(), b.name())
                                            .arg(found, 0, 'f', 2)
                                            .arg(least)));
}

} // namespace

class TestContrast : public QObject {
    Q_OBJECT

private:
    QPalette m_palette;
    bool m_dark = false;
    ColourSet m_set = ColourSet::Standard;

    QColor of(QPalette::ColorRole role) const { return m_palette.color(role); }
    void fetch() {
        QFETCH_GLOBAL(bool, dark);
        QFETCH_GLOBAL(ColourSet, set);
        m_dark = dark;
        m_set = set;
        m_palette = dark ? darkPalette() : lightPalette();
    }

private slots:
    void initTestCase_data() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<ColourSet>("set");
        QTest::newRow("light") << false << ColourSet::Standard;
        QTest::newRow("dark") << true << ColourSet::Standard;
        QTest::newRow("light, distinct") << false << ColourSet::Distinct;
        QTest::newRow("dark, distinct") << true << ColourSet::Distinct;
    }
    void init() { fetch(); }

    void contrastIsThatOfTheStandard() {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void textOnPlainGrounds() {
        for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window,
                                  QPalette::Button, QPalette::ToolTipBase}) {
            check(QStringLiteral("text"), of(QPalette::Text), of(ground), forArticle);
            check(QStringLiteral("link"), of(QPalette::Link), of(ground), forText);
        }
        check(QStringLiteral("window text"), of(QPalette::WindowText), of(QPalette::Window),
              forText);
        check(QStringLiteral("button text"), of(QPalette::ButtonText), of(QPalette::Button),
              forText);
        check(QStringLiteral("tooltip"), of(QPalette::ToolTipText), of(QPalette::ToolTipBase),
              forText);
        for (const auto ground : {QPalette::Base, QPalette::Window, QPalette::Button})
            check(QStringLiteral("hint"), of(QPalette::PlaceholderText), of(ground), forText);
        check(QStringLiteral("selection"), of(QPalette::HighlightedText), of(QPalette::Highlight),
              forText);
    }

    void mutedTextAndRows() {
        const QColor muted = mutedText(m_palette);
        check(QStringLiteral("muted on base"), muted, of(QPalette::Base), forText);
        check(QStringLiteral("muted on window"), muted, of(QPalette::Window), forText);
        check(QStringLiteral("muted on hover"), muted, hoveredRow(m_palette), forText);
        check(QStringLiteral("muted on selection"), muted, selectedRow(m_palette), forText);
        check(QStringLiteral("text on selection"), of(QPalette::Text), selectedRow(m_palette),
              forText);
        check(QStringLiteral("focus frame"), of(QPalette::Highlight), of(QPalette::Base),
              forShapes);
        check(QStringLiteral("focus frame on selection"), of(QPalette::Highlight),
              selectedRow(m_palette), forShapes);
        QVERIFY(muted != of(QPalette::Text)); // yet it is quieter
    }

    void speakersInTheArticle() {
        const auto all = speakers(m_set, m_dark);
        for (const Look& look : all) {
            check(look.name + QStringLiteral(", text on tint"), of(QPalette::Text), look.tint,
                  forArticle);
            check(look.name + QStringLiteral(", name on tint"), look.line, look.tint, forText);
            check(look.name + QStringLiteral(", line on base"), look.line, of(QPalette::Base),
                  forText);
            check(look.name + QStringLiteral(", line on selection"), look.line,
                  selectedRow(m_palette), forShapes);
            check(look.name + QStringLiteral(", name line on tint"), nameLine(m_palette), look.tint,
                  forShapes);
            for (const Look& around : all) // a source within another one's quote
                check(look.name + QStringLiteral(" within ") + around.name, look.line, around.tint,
                      forText);
        }
        check(QStringLiteral("name line"), nameLine(m_palette), of(QPalette::Base), forShapes);
    }

    void badges() {
        for (const Look& look : speakers(m_set, m_dark)) {
            check(look.name + QStringLiteral(", letters"), of(QPalette::Base), look.line, forText);
            const QColor dimmed = faded(look.line, m_palette);
            check(look.name + QStringLiteral(", letters dimmed"), of(QPalette::Base), dimmed,
                  forShapes);
            QVERIFY(contrast(dimmed, of(QPalette::Base)) <
                    contrast(look.line, of(QPalette::Base)) - 0.5); // and it can be seen
        }
    }

    void dimmedBadgesArePaintedSo() {
        const SpeakerStyle style = SpeakerPalette().style(EntityId{0});
        for (const bool dimmed : {false, true}) {
            QImage image(40, 40, QImage::Format_RGB32);
            image.fill(of(QPalette::Base));
            QPainter painter(&image);
            paintBadge(painter, {0, 0, 40, 40}, style, m_palette, dimmed);
            painter.end();
            QCOMPARE(image.pixelColor(6, 20), dimmed ? faded(style.line, m_palette) : style.line);
        }
    }

    void findHitsAndPlaces() {
        for (const bool current : {false, true}) {
            check(QStringLiteral("text on a hit"), of(QPalette::Text),
                  findHitGround(m_palette, current), forText);
            check(QStringLiteral("a hit's frame"), findHitFrame(m_palette, current),
                  of(QPalette::Base), forShapes);
            for (const Look& look : speakers(m_set, m_dark)) // within a quote
                check(QStringLiteral("a hit's frame on ") + look.name,
                      findHitFrame(m_palette, current), look.tint, forShapes);
        }
        check(QStringLiteral("text on a place"), of(QPalette::Text), placeGround(m_palette),
              forText);
    }

    void timeline() {
        const QColor base = of(QPalette::Base), text = of(QPalette::Text);
        check(QStringLiteral("events"), TimelineView::eventColour(m_palette), base, forShapes);
        check(QStringLiteral("label in an event's bar"), text,
              blend(base, TimelineView::eventColour(m_palette), TimelineView::barWeight), forText);
        for (const Look& look : speakers(m_set, m_dark))
            check(look.name + QStringLiteral(", label in a bar"), text,
                  blend(base, look.line, TimelineView::barWeight), forText);
        check(QStringLiteral("cluster"), text, blend(base, text, TimelineView::clusterWeight),
              forText);
        check(QStringLiteral("edge"), text,
              blend(base, of(QPalette::Highlight), TimelineView::edgeWeight), forText);
    }

    void filterChips() {
        for (const bool hovered : {false, true}) {
            const ChipColours colours = chipColours(m_palette, hovered);
            check(QStringLiteral("chip"), of(QPalette::WindowText), colours.ground, forText);
            check(QStringLiteral("a chip's frame"), colours.frame, of(QPalette::Window), forShapes);
            check(QStringLiteral("a chip's focus"), colours.focus, of(QPalette::Window), forShapes);
            for (const Look& look : speakers(m_set, m_dark))
                check(look.name + QStringLiteral(", badge on a chip"), look.line, colours.ground,
                      forShapes);
        }
    }

    void noticeBars() {
        for (const auto tone : {NoticeBar::Tone::Quiet, NoticeBar::Tone::Problem}) {
            const NoticeColours colours = NoticeBar::colours(tone, m_palette);
            check(QStringLiteral("notice"), of(QPalette::WindowText), colours.ground, forText);
            check(QStringLiteral("notice's strip"), colours.accent, colours.ground, forShapes);
        }
    }
};

QTEST_MAIN(TestContrast)
#include "test_contrast.moc"
