// The tree of entities: order, search, selection, stepping through mentions.
#include "tests/support/sample_document.h"
#include "tests/support/translated.h"
#include "ui/entities/entities_model.h"
#include "ui/entities/entities_panel.h"
#include "ui/widgets/empty_state.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>
#include <QTreeView>

using namespace quoth;
using namespace quoth::ui;
namespace sample = quoth::test::sample;

class TestEntitiesPanel : public QObject {
    Q_OBJECT

    // "Group: name count, name count" a line.
    static QStringList dump(const QAbstractItemModel& model) {
        QStringList out;
        for (int g = 0; g < model.rowCount(); ++g) {
            const QModelIndex group = model.index(g, 0);
            QStringList names;
            for (int row = 0; row < model.rowCount(group); ++row)
                names << model.index(row, 0, group).data().toString() + QLatin1Char(' ') +
                             model.index(row, 1, group).data().toString();
            out << group.data().toString() + QStringLiteral(": ") + names.join(", ");
        }
        return out;
    }

    struct Window {
        ViewState state;
        EntitiesPanel panel{&state};
        QTreeView* view = panel.findChild<QTreeView*>();

        Window() {
            state.setDocument(test::sampleDocument());
            panel.resize(280, 400);
            panel.show();
        }
    };

private slots:
    void modelKeepsTheContract() {
        EntitiesModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDocument(test::sampleDocument());
        model.setDocument(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void groupsByType() {
        EntitiesModel model;
        model.setDocument(test::sampleDocument());
        QCOMPARE(dump(model), QStringList({"People: Tom Adeyemi 4, Ines Vartanen 2",
                                           "Organisations: Fishers’ Association 1",
                                           "Places: Port Ellery 1", "Groups: harbour board 2"}));
        QCOMPARE(model.indexOf(sample::vartanen).data().toString(),
                 QStringLiteral("Ines Vartanen"));
    }

    void searchesEveryForm() {
        Window window;
        auto* search = window.panel.findChild<QLineEdit*>();
        search->setText(QStringLiteral("union LEADER"));
        QCOMPARE(dump(*window.view->model()), QStringList({"People: Tom Adeyemi 4"}));
        search->setText(QStringLiteral("nobody"));
        QVERIFY(window.panel.findChild<EmptyState*>()->isVisible());
        search->clear();
        QCOMPARE(window.view->model()->rowCount(), 4);
    }

    void selectsBothWays() {
        Window window;
        const QModelIndex people = window.view->model()->index(0, 0);
        const QModelIndex vartanen = window.view->model()->index(1, 0, people);
        QTest::mouseClick(window.view->viewport(), Qt::LeftButton, {},
                          window.view->visualRect(vartanen).center());
        QCOMPARE(window.state.selectedEntity(), std::optional(sample::vartanen));
        window.state.select(sample::portEllery);
        QCOMPARE(window.view->currentIndex().data().toString(), QStringLiteral("Port Ellery"));
        window.state.select(sample::money);
        QVERIFY(!window.view->selectionModel()->hasSelection());
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::money));
    }

    void spaceShowsWhatConcernsAName() {
        Window window;
        window.state.select(sample::vartanen);
        QTest::keyClick(window.view, Qt::Key_Space);
        QCOMPARE(window.state.filter().people, std::set<EntityId>{sample::vartanen});
        QVERIFY(window.state.passes(sample::money));     // her words
        QVERIFY(!window.state.passes(sample::reversal)); // an event without her
        window.state.select(sample::portEllery);
        QTest::keyClick(window.view, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(window.state.filter().people.size(), std::size_t{2});
        QTest::keyClick(window.view, Qt::Key_Space);
        QTest::keyClick(window.view, Qt::Key_Space);
        QVERIFY(window.state.filter().isOpen());
    }

    void enterStepsThroughMentions() {
        Window window;
        QSignalSpy activated(&window.panel, &EntitiesPanel::mentionActivated);
        window.state.select(sample::vartanen);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(window.view, Qt::Key_Return);
        QCOMPARE(activated.size(), 3);
        const auto& mentions = window.state.document()->entity(sample::vartanen).mentions;
        QCOMPARE(activated[0][0].value<Span>(), mentions[0].span);
        QCOMPARE(activated[1][0].value<Span>(), mentions[1].span);
        QCOMPARE(activated[2][0].value<Span>(), mentions[0].span);
    }
};

QTEST_MAIN(TestEntitiesPanel)
#include "test_entities_panel.moc"
