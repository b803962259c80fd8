// The reader view alone, with annotations made by hand.
#include "tests/support/sample_document.h"
#include "tests/support/window_fixture.h"
#include "ui/reader/span_index.h"
#include "ui/why/time_card.h"

#include <QAccessible>
#include <QClipboard>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestArticleView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void init() {
        m_state = std::make_unique<ViewState>();
        m_view = std::make_unique<ArticleView>(m_state.get());
        m_state->setAppearance(m_view->palette());
        m_view->resize(800, 900);
        m_view->show();
        m_state->setDocument(annotated());
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup() {
        m_view.reset();
        m_state.reset();
    }

    // Intervals that share a position with the range, however long the others are.
    void spanIndexFindsOverlaps() {
        std::vector<TextRange> items = {{0, 100000}};
        for (int i = 0; i < 1000; ++i)
            items.push_back({i * 10, i * 10 + 5});
        const SpanIndex<TextRange> index(items);
        std::vector<int> begins;
        index.visit(5004, 5021, [&](const TextRange& r) { begins.push_back(r.begin); });
        QCOMPARE(begins, (std::vector<int>{0, 5000, 5010, 5020}));
        begins.clear();
        index.visit(5005, 5010, [&](const TextRange& r) { begins.push_back(r.begin); });
        QCOMPARE(begins, std::vector<int>{0});
    }

    // Bytes to UTF-16 through é, emoji, combining marks, NBSP, a leading U+FEFF and curly quotes.
    void offsetsHoldForAnyText() {
        Document::Parts parts;
        parts.article.text = "\uFEFF\u00C9t\u00E9 \U0001F600 e\u0301\u00A0\u201Cyes\u201D end";
        const std::size_t at = parts.article.text.find("\u201Cyes\u201D");
        Quote quote;
        quote.content = {makeSpan(at, at + 9)};
        parts.quotes = {quote};
        const Document document(std::move(parts));
        const ArticleText text(document);
        QCOMPARE(static_cast<std::size_t>(text.text.size()), document.offsets().utf16Units());
        const Mark& mark = text.marks.items().front();
        QCOMPARE(text.text.mid(mark.begin, mark.end - mark.begin), QStringLiteral("“yes”"));
    }

    // A line of any length stays shown, in rows of bounded length without a gap.
    void longLineIsCut() {
        Document::Parts parts;
        parts.article.text = std::string(30000, 'x') + " " + std::string(9000, 'y');
        const ArticleText text{Document(std::move(parts))};
        QVERIFY(text.rows.size() > 5);
        for (std::size_t i = 0; i + 1 < text.rows.size(); ++i) {
            QCOMPARE(text.rows[i].end, text.rows[i + 1].begin);
            QVERIFY(text.rows[i].goesOn);
        }
        QCOMPARE(text.rows.back().end, 39001);
    }

    void quoteUnderPointer() {
        const auto quoteAt = [&](const char* words) {
            return m_view->quoteAt(
                m_view->characterRect(positionOf(*m_view, QString::fromUtf8(words))).center());
        };
        QCOMPARE(quoteAt("Nobody will"), std::optional(QuoteId{0}));
        QCOMPARE(quoteAt("money is"), std::optional(QuoteId{1}));
        QCOMPARE(quoteAt("reporters"), std::optional<QuoteId>());
    }

    void timeUnderPointer() {
        quoth::test::DocumentBuilder b("Café Rust closed on Wednesday, for five years.");
        b.block(BlockKind::Paragraph, b.parts.article.text);
        b.parts.article.published = *parseDate("2021-05-20");
        const TimeId day = b.time(b.at("Wednesday"), "2021-05-19");
        const TimeId years = b.time(b.at("five years"), "P5Y", TimeType::Duration);
        b.event(b.at("closed"), day, {}, "Café Rust closed");
        m_state->setDocument(b.build());
        const auto timeAt = [&](const char* words) {
            return m_view->timeAt(
                m_view->characterRect(positionOf(*m_view, QString::fromUtf8(words))).center());
        };
        QCOMPARE(timeAt("Wednesday"), std::optional(day));
        QCOMPARE(timeAt("five"), std::optional(years));
        QCOMPARE(timeAt("closed"), std::optional<TimeId>());
        QCOMPARE(timeAt(", for"), std::optional<TimeId>());
    }

    void datesTellWhereTheyAreFrom() {
        Document::Parts parts;
        parts.article.text = "On Monday.";
        parts.article.published = parseDate("2021-05-20").value();
        parts.times.push_back({makeSpan(3, 9), TimeType::Date, "2021-05-17"});
        const auto origin = [&](DateOrigin from, DateSource source) {
            parts.article.publishedFrom = from;
            parts.article.publishedSource = source;
            return timeOrigin(Document(parts), TimeId{0});
        };
        const QString counted = QStringLiteral("counted from the article’s date, 20 May 2021 (%1)");
        QCOMPARE(origin(DateOrigin::Caller, DateSource::JsonLd),
                 counted.arg(QStringLiteral("set by you")));
        QCOMPARE(origin(DateOrigin::Metadata, DateSource::JsonLd),
                 counted.arg(QStringLiteral("from the file’s own data")));
        QCOMPARE(origin(DateOrigin::Metadata, DateSource::Address),
                 counted.arg(QStringLiteral("from the page’s address")));
        QCOMPARE(origin(DateOrigin::Text, DateSource::None),
                 counted.arg(QStringLiteral("from the article’s text")));
    }

    void timesInWords_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<TimeType>("type");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("origin");
        const QString counted = QStringLiteral("counted from the article’s date, 20 May 2021");
        QTest::newRow("day") << "2021-05-19" << TimeType::Date << "19 May 2021" << counted;
        QTest::newRow("time") << "2021-05-19T08:30" << TimeType::Time << "19 May 2021, 08:30"
                              << counted;
        QTest::newRow("duration") << "P5Y" << TimeType::Duration << "5 years"
                                  << "";
        QTest::newRow("minutes") << "PT1M" << TimeType::Duration << "1 minute"
                                 << "";
        QTest::newRow("mixed") << "PT1H45M" << TimeType::Duration << "PT1H45M"
                               << "";
        QTest::newRow("set") << "XXXX-WXX-2" << TimeType::Set << "again and again"
                             << "";
        QTest::newRow("past") << "PAST_REF" << TimeType::Date << "in the past, not told when"
                              << "";
        QTest::newRow("none") << "" << TimeType::Date << "no day that could be told"
                              << "";
    }
    void timesInWords() {
        QFETCH(QString, value);
        QFETCH(TimeType, type);
        quoth::test::DocumentBuilder b("On Wednesday <b>it</b> rained.");
        b.parts.article.published = *parseDate("2021-05-20");
        b.event(b.at("rained"), b.time(b.at("Wednesday <b>it"), value.toStdString(), type), {},
                "<i>it</i> rained");
        const auto document = b.build();
        QTEST(timeInWords(*document, TimeId{0}), "expected");
        QTEST(timeOrigin(*document, TimeId{0}), "origin");
        const QString card = timeCardHtml(*document, TimeId{0});
        QVERIFY(card.contains(QStringLiteral("Wednesday &lt;b&gt;it")));
        QVERIFY(!card.contains(QStringLiteral("<i>it")));
    }

    void decadesStandInTheText() {
        quoth::test::DocumentBuilder b("It closed in the 1990s.");
        b.parts.article.published = *parseDate("2021-05-20");
        b.time(b.at("1990s"), "199X");
        QCOMPARE(timeOrigin(*b.build(), TimeId{0}), QStringLiteral("as the text has it"));
    }

    void timeCountedFromAnotherHappening() {
        quoth::test::DocumentBuilder b("He fled the day before the fire.");
        b.event(b.at("fled"), b.time(b.at("the day before"), ""), {}, "He fled");
        b.parts.events.back().value = "2021-05-02";
        const auto document = b.build();
        QCOMPARE(timeInWords(*document, TimeId{0}), QStringLiteral("2 May 2021"));
        QCOMPARE(timeOrigin(*document, TimeId{0}),
                 QStringLiteral("counted from what is told beside it"));
    }

    void clickSelectsQuote() {
        clickOn(*m_view, QStringLiteral("boat is ready"));
        QCOMPARE(m_state->selectedQuote(), std::optional(QuoteId{1}));
        clickOn(*m_view, QStringLiteral("the council decided"));
        QCOMPARE(m_state->selectedQuote(), std::optional<QuoteId>());
    }

    void clickOnNameFilters() {
        clickOn(*m_view, QStringLiteral("Anna Berg"));
        QCOMPARE(m_state->filter().speakers, std::set<EntityId>{EntityId{0}});
        clickOn(*m_view, QStringLiteral("Peter Lund"), Qt::ControlModifier);
        QCOMPARE(m_state->filter().speakers, (std::set<EntityId>{EntityId{0}, EntityId{1}}));
        clickOn(*m_view, QStringLiteral("Lund said that"));
        QCOMPARE(m_state->filter().speakers, std::set<EntityId>{EntityId{1}});
        clickOn(*m_view, QStringLiteral("Lund said that"));
        QVERIFY(m_state->filter().isOpen());
    }

    void badgeFilters() {
        const QRect line = m_view->characterRect(positionOf(*m_view, QStringLiteral("“We have")));
        const QPoint badge(line.left() - 30, line.center().y());
        QCOMPARE(m_view->badgeAt(badge), std::optional(EntityId{0}));
        QVERIFY(m_view->badgeTip(badge).contains(QStringLiteral("Anna Berg")));
        QVERIFY(m_view->badgeTip(badge).contains(QStringLiteral("1 quote")));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, badge);
        QCOMPARE(m_state->filter().speakers, std::set<EntityId>{EntityId{0}});
    }

    // Tint and full colour where the filter lets pass; no tint and the quieter colour elsewhere.
    void filterDims() {
        const QColor berg = m_state->colours().style(EntityId{0}).tint;
        const QColor lund = m_state->colours().style(EntityId{1}).tint;
        const QColor text = m_view->palette().color(QPalette::Text);
        const QColor muted = mutedText(m_view->palette());
        const auto waited = [&] {
            return pictureOf(*m_view, QStringLiteral("waited ten years"), 16);
        };
        const auto money = [&] { return pictureOf(*m_view, QStringLiteral("money is there"), 14); };
        QVERIFY(contains(waited(), berg) && contains(waited(), text));
        QVERIFY(contains(money(), lund) && contains(money(), text));

        m_state->toggleSpeaker(EntityId{0});
        QVERIFY(contains(waited(), berg) && contains(waited(), text));
        QVERIFY(!contains(money(), lund) && !contains(money(), text) && contains(money(), muted));

        m_state->clear();
        QVERIFY(contains(money(), lund) && contains(money(), text));
    }

    // Everything the second stretch of a quote needs is drawn, not only the first one's.
    void allStretchesOfAQuoteStandOut() {
        m_state->toggleSpeaker(EntityId{0});
        const QImage nobody = pictureOf(*m_view, QStringLiteral("Nobody will be"), 14);
        QVERIFY(contains(nobody, m_view->palette().color(QPalette::Text)));
    }

    void dragSelectsAndCopies() {
        const QPoint from =
            m_view->characterRect(positionOf(*m_view, QStringLiteral("ferry to"))).center();
        const QPoint to =
            m_view->characterRect(positionOf(*m_view, QStringLiteral(" will run all winter,")))
                .center();
        QSignalSpy available(m_view.get(), &ArticleView::copyAvailable);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from - QPoint(3, 0));
        QTest::mouseMove(m_view->viewport(), to - QPoint(30, 0));
        QTest::mouseMove(m_view->viewport(), to - QPoint(2, 0));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to - QPoint(2, 0));
        QCOMPARE(m_view->selectedText(), QStringLiteral("ferry to Holm"));
        QVERIFY(available.last().first().toBool());
        m_view->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("ferry to Holm"));
        QCOMPARE(m_state->selectedQuote(), std::optional<QuoteId>()); // a drag is no click
    }

    void doubleClickSelectsWord() {
        const QPoint at =
            m_view->characterRect(positionOf(*m_view, QStringLiteral("council"))).center();
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at + QPoint(12, 0));
        QCOMPARE(m_view->selectedText(), QStringLiteral("council"));
    }

    void selectAllGivesTheCanonicalText() {
        m_view->selectAll();
        QCOMPARE(m_view->selectedText(), QString::fromUtf8(article));
    }

    // Straight quotes find curly ones; hits wrap around; an empty text clears.
    void find() {
        m_view->find(QStringLiteral("WINTER"));
        QCOMPARE(m_view->findCount(), 2);
        QCOMPARE(m_view->findIndex(), 0);
        m_view->stepFind(1);
        QCOMPARE(m_view->findIndex(), 1);
        m_view->stepFind(1);
        QCOMPARE(m_view->findIndex(), 0);
        m_view->find(QStringLiteral("\"we have"));
        QCOMPARE(m_view->findCount(), 1);
        QVERIFY(
            contains(pictureOf(*m_view, QStringLiteral("We have"), 7), QColor::fromRgb(0xFFB347)));
        m_view->find({});
        QCOMPARE(m_view->findCount(), 0);
        QCOMPARE(m_view->findIndex(), -1);
    }

    void stepsThroughMentions() {
        QVERIFY(!m_view->stepMention(1));
        m_state->select(EntityId{1});
        QVERIFY(m_view->stepMention(1));
        QVERIFY(m_view->stepMention(1));
    }

    // Far down in a long article, after resizing and zooming, the same place stays in view.
    void scrollsToSelectionInLongArticle() {
        auto parts = annotated()->parts();
        for (int i = 0; i < 3000; ++i)
            parts.article.text += "\nAnother paragraph of a long report that says little, number " +
                                  std::to_string(i) + ", and goes on for a line or two.\n";
        Quote last = parts.quotes.front();
        const std::size_t at = parts.article.text.find("number 2990");
        last.content = {makeSpan(at, at + 11)};
        parts.quotes.push_back(last);
        m_state->setDocument(std::make_shared<const Document>(std::move(parts)));
        m_state->select(QuoteId{3});
        const auto visible = [&] {
            return m_view->viewport()->rect().contains(
                m_view->characterRect(positionOf(*m_view, QStringLiteral("number 2990"))));
        };
        QTRY_VERIFY(visible());
        QVERIFY(m_view->canGoBack());
        m_view->resize(500, 700);
        QTRY_VERIFY(visible());
        m_view->back();
        QTRY_VERIFY(m_view->viewport()->rect().intersects(m_view->characterRect(0)));
    }

    // A correction changes marks, not the layout: nothing is laid out again.
    void keepsItsLayoutThroughCorrections() {
        const ArticleText* text = &m_view->articleText();
        const std::size_t marks = text->marks.items().size();
        const QRect place =
            m_view->characterRect(positionOf(*m_view, QStringLiteral("money is there")));
        auto parts = annotated()->parts();
        parts.quotes.erase(parts.quotes.begin());
        m_state->setDocument(std::make_shared<const Document>(parts), true);
        QCOMPARE(&m_view->articleText(), text);
        QVERIFY(text->marks.items().size() < marks);
        QCOMPARE(m_view->characterRect(positionOf(*m_view, QStringLiteral("money is there"))),
                 place);
        parts.blocks[1].kind = BlockKind::Standfirst; // other type, so another layout
        m_state->setDocument(std::make_shared<const Document>(parts), true);
        QVERIFY(m_view->characterRect(positionOf(*m_view, QStringLiteral("money is there"))) !=
                place);
    }

    void zoomKeepsItsBounds() {
        QSignalSpy zoomed(m_view.get(), &ArticleView::zoomChanged);
        m_view->setZoom(150);
        QCOMPARE(m_view->zoom(), 150);
        m_view->setZoom(5000);
        QCOMPARE(m_view->zoom(), 300);
        m_view->setZoom(1);
        QCOMPARE(m_view->zoom(), 50);
        QCOMPARE(zoomed.size(), 3);
    }

    // A screen reader gets the text, and with it who says what.
    void tellsAssistiveTechnology() {
        auto* interface = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(interface && interface->textInterface());
        auto* text = interface->textInterface();
        QCOMPARE(text->characterCount(), static_cast<int>(m_view->articleText().text.size()));
        QCOMPARE(text->text(0, 5), QStringLiteral("Ferry"));
        int begin = 0, end = 0;
        const int money = positionOf(*m_view, QStringLiteral("money is"));
        QVERIFY(text->attributes(money, &begin, &end).contains(QStringLiteral("Peter Lund")));
        QCOMPARE(text->text(begin, end),
                 QStringLiteral("“The money is there, and the boat is ready.”"));
        QVERIFY(text->attributes(0, &begin, &end).isEmpty());
        QCOMPARE(begin, 0);
        text->addSelection(0, 5);
        QCOMPARE(m_view->selectedText(), QStringLiteral("Ferry"));
        QCOMPARE(text->selectionCount(), 1);
    }

    void showsNothingWithoutDocument() {
        m_state->setDocument(nullptr);
        QVERIFY(!m_view->grab().isNull());
        QCOMPARE(m_view->positionAt({50, 50}), -1);
        m_view->find(QStringLiteral("x"));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {60, 60});
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, {60, 60});
        QTest::keyClick(m_view.get(), Qt::Key_End);
    }

private:
    std::unique_ptr<ViewState> m_state;
    std::unique_ptr<ArticleView> m_view;
};

QTEST_MAIN(TestArticleView)
#include "test_article_view.moc"
