// The speakers: counts and shares, and the filter that clicks and keys set.
#include "tests/support/sample_document.h"
#include "tests/support/translated.h"
#include "ui/speakers/speakers_model.h"
#include "ui/speakers/speakers_panel.h"
#include "ui/widgets/empty_state.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace quoth;
using namespace quoth::ui;
namespace sample = quoth::test::sample;

class TestSpeakersPanel : public QObject {
    Q_OBJECT

    struct Window {
        ViewState state;
        SpeakersPanel panel{&state};
        QListView* view = panel.findChild<QListView*>();

        Window() {
            state.setDocument(test::sampleDocument());
            panel.resize(280, 300);
            panel.show();
        }
        void click(int row, Qt::KeyboardModifiers modifiers = {}) {
            QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers,
                              view->visualRect(view->model()->index(row, 0)).center());
        }
    };

private slots:
    void modelKeepsTheContract() {
        SpeakersModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDocument(test::sampleDocument());
        model.setDocument(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void ordersByQuotesThenWords() {
        SpeakersModel model;
        model.setDocument(test::sampleDocument());
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            rows << QStringLiteral("%1 %2 %3 %4")
                        .arg(index.data().toString())
                        .arg(index.data(SpeakersModel::QuotesRole).toInt())
                        .arg(index.data(SpeakersModel::WordsRole).toInt())
                        .arg(index.data(SpeakersModel::TypeRole).toString());
        }
        QCOMPARE(rows, QStringList({"Tom Adeyemi 3 25 Person", "Ines Vartanen 1 13 Person",
                                    "Fishers’ Association 1 11 Organisation"}));
        QCOMPARE(model.index(0).data(SpeakersModel::ShareRole).toDouble(), 25.0 / 50);
        QCOMPARE(model.unattributed(), 1);
        QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains("Union leader"));
    }

    void aClickFiltersAndCtrlAdds() {
        Window window;
        using Speakers = std::set<EntityId>;
        window.click(0);
        QCOMPARE(window.state.filter().speakers, Speakers{sample::adeyemi});
        window.click(1, Qt::ControlModifier);
        QCOMPARE(window.state.filter().speakers, (Speakers{sample::vartanen, sample::adeyemi}));
        window.click(1);
        QCOMPARE(window.state.filter().speakers, Speakers{sample::vartanen});
        window.click(1);
        QVERIFY(window.state.filter().isOpen());
    }

    void keysDoTheSame() {
        Window window;
        window.view->setCurrentIndex(window.view->model()->index(0, 0));
        QTest::keyClick(window.view, Qt::Key_Space);
        QCOMPARE(window.state.filter().speakers, std::set<EntityId>{sample::adeyemi});
        QTest::keyClick(window.view, Qt::Key_Down);
        QTest::keyClick(window.view, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(window.state.filter().speakers.size(), std::size_t{2});
    }

    // Whatever the filter was before: there they are.
    void goesToQuotesWithoutSpeaker_data() {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("click") << false;
        QTest::newRow("Return") << true;
    }
    void goesToQuotesWithoutSpeaker() {
        QFETCH(bool, byKey);
        Window window;
        auto* note = window.panel.findChild<QPushButton*>(QStringLiteral("unattributed"));
        window.click(0);
        if (byKey) {
            window.view->setFocus();
            QTest::keyClick(window.view, Qt::Key_Tab);
            QTest::keyClick(note, Qt::Key_Return);
        } else {
            QTest::mouseClick(note, Qt::LeftButton);
        }
        QCOMPARE(window.state.shownQuotes(), std::vector{sample::shame});
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::shame));
        QVERIFY(window.state.filter().withoutSpeaker && window.state.filter().speakers.empty());
    }

    void notesQuotesWithoutSpeaker() {
        Window window;
        QVERIFY(window.panel.grab().width() > 0); // paints
        auto* note = window.panel.findChild<QPushButton*>(QStringLiteral("unattributed"));
        QVERIFY(note->isVisible());
        QCOMPARE(note->text(), QStringLiteral("1 quote without a known speaker"));
        window.state.setDocument(nullptr);
        QVERIFY(!note->isVisible());
        QCOMPARE(window.panel.findChild<EmptyState*>()->message(), QStringLiteral("No article"));
    }
};

QTEST_MAIN(TestSpeakersPanel)
#include "test_speakers_panel.moc"
