// The list of quotes: its model, and how it and the shared view state follow each other.
#include "tests/support/sample_document.h"
#include "tests/support/translated.h"
#include "ui/quotes/check_progress.h"
#include "ui/quotes/quote_text.h"
#include "ui/quotes/quotes_model.h"
#include "ui/quotes/quotes_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/panel_style.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace quoth;
using namespace quoth::ui;
namespace sample = quoth::test::sample;

class TestQuotesPanel : public QObject {
    Q_OBJECT

    struct Window {
        ViewState state;
        QuotesPanel panel{&state};
        QListView* view = panel.findChild<QListView*>(QStringLiteral("quotes"));
        EmptyState* empty = panel.findChild<EmptyState*>();

        explicit Window(std::shared_ptr<const Document> document = test::sampleDocument()) {
            state.setDocument(std::move(document));
            panel.resize(320, 400);
            panel.show();
        }
        // "speaker: kind act" of the rows shown.
        QStringList rows() const {
            QStringList out;
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                const QModelIndex index = view->model()->index(row, 0);
                if (index.data(QuotesModel::FoldRole).isValid())
                    out << index.data().toString();
                else
                    out << QStringLiteral("%1: %2 %3")
                               .arg(index.data(QuotesModel::SpeakerRole).toString())
                               .arg(index.data(QuotesModel::KindRole).toInt())
                               .arg(index.data(QuotesModel::ActRole).toInt());
            }
            return out;
        }
        QString countLabel() const {
            return panel.findChild<QLabel*>(QStringLiteral("count"))->text();
        }
        QPoint centre(int row) const {
            return view->visualRect(view->model()->index(row, 0)).center();
        }
    };

private slots:
    void modelKeepsTheContract() {
        ViewState state;
        QuotesModel model(&state);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        state.setDocument(test::sampleDocument());
        model.refresh();
        QCOMPARE(model.rowCount(), 6);
        state.toggleSpeaker(sample::adeyemi);
        model.refresh();
        QCOMPARE(model.rowCount(), 3);
        state.clear();
        state.setDoubtThreshold(1.1F); // all of them
        model.refresh();
        QCOMPARE(model.rowCount(), 1);
        model.setFolded(false);
        QCOMPARE(model.rowCount(), 7);
        model.setFolded(true);
        QCOMPARE(model.rowCount(), 1);
        state.setDocument(nullptr);
        model.refresh();
        QCOMPARE(model.rowCount(), 0);
    }

    void tellsWhoAndHow() {
        const auto document = test::sampleDocument();
        const Quote& money = document->quote(sample::money);
        QCOMPARE(cueLine(*document, money), QStringLiteral("board chair Ines Vartanen told"));
        QCOMPARE(previewText(*document, money),
                 QStringLiteral("“We have run out of time and money,” … “The pier is not safe.”"));
        const Quote& shame = document->quote(sample::shame);
        QCOMPARE(speakerLabel(*document, shame), QStringLiteral("Unknown speaker"));
        QCOMPARE(cueLine(*document, shame), QStringLiteral("no attribution in the text"));
    }

    void listsEveryQuote() {
        const Window window;
        QCOMPARE(window.rows(),
                 QStringList({"Ines Vartanen: 0 0", "Tom Adeyemi: 2 0", "Tom Adeyemi: 1 0",
                              "Tom Adeyemi: 2 1", "Fishers’ Association: 0 0", "Doubtful (1)"}));
        QCOMPARE(window.countLabel(), QStringLiteral("6 quotes"));
    }

    void followsTheFilter() {
        Window window;
        window.state.toggleSpeaker(sample::adeyemi);
        QCOMPARE(window.rows().size(), 3);
        QCOMPARE(window.countLabel(), QStringLiteral("3 of 6 quotes"));
        window.state.clear();
        QCOMPARE(window.rows().size(), 6);
    }

    void controlsSetTheFilter() {
        Window window;
        auto* search = window.panel.findChild<QLineEdit*>();
        QTest::keyClicks(search, "PIER");
        QCOMPARE(window.state.filter().text, QStringLiteral("PIER"));
        QCOMPARE(window.rows(), QStringList({"Ines Vartanen: 0 0"}));
        window.state.clear();
        QVERIFY(search->text().isEmpty());

        const auto boxes = window.panel.findChildren<QComboBox*>();
        QCOMPARE(boxes.size(), 5);
        for (QComboBox* box : boxes.mid(0, 3)) {
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Down);
        }
        QCOMPARE(window.state.filter().kind, std::optional(QuoteKind::Direct));
        QCOMPARE(window.state.filter().act, std::optional(QuoteAct::Speech));
        QCOMPARE(window.state.filter().minimumConfidence, 0.5F);
        QCOMPARE(window.rows().size(), 2);
    }

    void aClickSelects() {
        Window window;
        QTest::mouseClick(window.view->viewport(), Qt::LeftButton, {}, window.centre(1));
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::jobs));
        window.state.select(sample::vartanen);
        // The row is still current; a click on it selects again.
        QTest::mouseClick(window.view->viewport(), Qt::LeftButton, {}, window.centre(1));
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::jobs));
    }

    void enterActivates() {
        Window window;
        QSignalSpy activated(&window.panel, &QuotesPanel::placeActivated);
        window.state.select(sample::asked);
        QTest::keyClick(window.view, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<Span>(),
                 window.state.document()->quote(sample::asked).content.front());
        QTest::keyClick(window.view, Qt::Key_Down);
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::reverse));
    }

    void selectionElsewhereScrollsHere() {
        Window window;
        window.panel.resize(320, 200);
        QSignalSpy changes(&window.state, &ViewState::selectionChanged);
        window.state.select(sample::shame);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(window.view->currentIndex().row(), 6); // under the row of the doubtful
        QVERIFY(window.view->viewport()->rect().intersects(
            window.view->visualRect(window.view->currentIndex())));
    }

    void filteringDoesNotMoveTheSelection() {
        Window window;
        window.state.select(sample::money);
        QSignalSpy changes(&window.state, &ViewState::selectionChanged);
        window.state.toggleSpeaker(sample::adeyemi); // leaves the selected row out
        QCOMPARE(changes.size(), 0);
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::money));
        window.state.clear();
        QCOMPARE(window.view->currentIndex().row(), 0);
    }

    void saysWhyItIsEmpty() {
        Window window(nullptr);
        QVERIFY(window.empty->isVisible());
        QCOMPARE(window.empty->message(), QStringLiteral("No article"));
        window.state.setDocument(test::DocumentBuilder("Nothing was said.").build());
        QCOMPARE(window.empty->message(), QStringLiteral("No quotes found"));
        window.state.setDocument(test::sampleDocument());
        QVERIFY(!window.empty->isVisible());
        Filter filter;
        filter.text = QStringLiteral("no such words");
        window.state.setFilter(filter);
        QVERIFY(window.empty->isVisible());
        QCOMPARE(window.empty->message(), QStringLiteral("No quotes match"));
    }

    void copiesSeveral() {
        Window window;
        QSignalSpy copied(&window.panel, &QuotesPanel::copyWanted);
        const auto copy = [&] {
            QTest::keyClick(window.view, Qt::Key_C, Qt::ControlModifier);
            return copied.takeLast()[0].value<std::vector<QuoteId>>();
        };
        const auto click = [&](int row, Qt::KeyboardModifiers keys) {
            QTest::mouseClick(window.view->viewport(), Qt::LeftButton, keys, window.centre(row));
        };
        window.panel.resize(320, 800);
        click(3, {});
        QVERIFY(copy() == std::vector{sample::reverse});
        click(1, Qt::ShiftModifier);
        QVERIFY(copy() == std::vector({sample::jobs, sample::asked, sample::reverse}));
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::jobs)); // the current one
        click(4, Qt::ControlModifier);
        QVERIFY(copy() ==
                std::vector({sample::jobs, sample::asked, sample::reverse, sample::mistake}));
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::mistake));
        QTest::keyClick(window.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(copy().size(), std::size_t{5}); // the doubtful one is folded away
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::mistake));
        window.state.select(sample::money); // from elsewhere: that one alone
        QVERIFY(copy() == std::vector{sample::money});
        window.state.select(sample::vartanen);
        QVERIFY(copy().empty());
    }

    void showsWhatIsChecked() {
        quoth::test::DocumentBuilder b = test::sampleBuilder();
        b.parts.quotes[1].check = CheckState::Altered;
        b.parts.quotes[1].note = "He said 150.";
        Window window(b.build());
        auto* progress = window.panel.findChild<CheckProgress*>();
        QCOMPARE(progress->text(), QStringLiteral("1 of 6 checked"));
        const auto tip = [&](int row) {
            return window.view->model()->index(row, 0).data(Qt::ToolTipRole).toString();
        };
        QVERIFY(tip(1).contains(QStringLiteral("Altered: He said 150.")));
        QVERIFY(!tip(0).contains(QStringLiteral("Altered")));
        window.state.setDocument(nullptr);
        QVERIFY(!progress->isVisible());
    }

    // Each state has a mark of its own on the badge, at least 3:1 against what is around it.
    void marksTheBadge() {
        std::vector<QImage> pictures;
        for (const CheckState state :
             {CheckState::Unchecked, CheckState::Confirmed, CheckState::Altered,
              CheckState::Unsourced, CheckState::Disputed}) {
            QImage image(40, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            SpeakerStyle style;
            style.line = QColor::fromRgb(0x0B62A4);
            style.badge = QStringLiteral("AB");
            QPalette palette;
            palette.setColor(QPalette::Base, Qt::white);
            palette.setColor(QPalette::Text, Qt::black);
            paintBadge(painter, {4, 4, 22, 22}, style, palette);
            paintCheckMark(painter, {4, 4, 22, 22}, state, palette);
            painter.end();
            pictures.push_back(image);
        }
        for (std::size_t i = 0; i < pictures.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(pictures[i] != pictures[j]);
        const auto has = [](const QImage& image, const QColor& colour) {
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y) == colour) return true;
            return false;
        };
        QVERIFY(!has(pictures[0], Qt::black));
        QVERIFY(has(pictures[1], Qt::black));
    }

    void asksForAMenu() {
        Window window;
        QSignalSpy wanted(&window.panel, &QuotesPanel::menuWanted);
        emit window.view->customContextMenuRequested(window.centre(1));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::jobs));
    }

    void foldsTheDoubtful() {
        Window window;
        QCOMPARE(window.rows().size(), 6);
        QTest::mouseClick(window.view->viewport(), Qt::LeftButton, {}, window.centre(5));
        QCOMPARE(window.rows().size(), 7);
        QCOMPARE(window.rows().last(), QStringLiteral("Unknown speaker: 0 0"));
        window.view->setCurrentIndex(window.view->model()->index(5, 0));
        QTest::keyClick(window.view, Qt::Key_Left);
        QCOMPARE(window.rows().size(), 6);
        QTest::keyClick(window.view, Qt::Key_Return);
        QCOMPARE(window.rows().size(), 7);
        QTest::keyClick(window.view, Qt::Key_Space);
        QCOMPARE(window.rows().size(), 6);
        window.state.select(sample::shame); // going there unfolds it
        QCOMPARE(window.rows().size(), 7);
        window.state.setDoubtThreshold(0.3F);
        QCOMPARE(window.rows().size(), 6);
        QCOMPARE(window.rows().last(), QStringLiteral("Unknown speaker: 0 0"));
    }

    void sorts() {
        Window window;
        const auto box = window.panel.findChildren<QComboBox*>().at(4);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down); // the least sure first
        QCOMPARE(window.state.order(), QuoteOrder::Confidence);
        QCOMPARE(window.view->model()->index(0, 0).data(QuotesModel::IdRole).toUInt(),
                 sample::reverse.value);
        window.state.select(sample::reverse);
        window.state.stepQuote(1); // the keys follow the list
        QCOMPARE(window.state.selectedQuote()->value,
                 window.view->model()->index(1, 0).data(QuotesModel::IdRole).toUInt());
        QTest::keyClick(box, Qt::Key_Down); // by speaker
        QStringList names;
        for (int row = 0; row < 5; ++row)
            names << window.view->model()->index(row, 0).data(QuotesModel::SpeakerRole).toString();
        QVERIFY(std::is_sorted(names.begin(), names.end()));
    }

    void filtersByWhatWantsALook() {
        Window window;
        const auto box = window.panel.findChildren<QComboBox*>().at(3);
        const auto choose = [&](const char* text) {
            box->setCurrentIndex(box->findText(QLatin1String(text)));
            emit box->activated(box->currentIndex());
            return window.state.shownQuotes().size();
        };
        QCOMPARE(choose("Doubtful"), std::size_t{1});
        QCOMPARE(choose("Unknown speaker"), std::size_t{1});
        QCOMPARE(choose("Confirmed"), std::size_t{0});
        QCOMPARE(choose("Not checked"), std::size_t{6});
        QCOMPARE(choose("All states"), std::size_t{6});
        QVERIFY(window.state.filter().isOpen());
    }
};

QTEST_MAIN(TestQuotesPanel)
#include "test_quotes_panel.moc"
