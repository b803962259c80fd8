// A chosen row looks chosen while the pointer is on it or on another, in every list.
#include "tests/support/sample_document.h"
#include "ui/entities/entities_panel.h"
#include "ui/quotes/quotes_panel.h"
#include "ui/speakers/speakers_panel.h"
#include "ui/theme.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_table.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHoverEvent>
#include <QListView>
#include <QTest>

using namespace quoth;
using namespace quoth::ui;
namespace sample = quoth::test::sample;

namespace {

void hover(QAbstractItemView& view, QPoint at) {
    QHoverEvent event(QEvent::HoverMove, at, view.viewport()->mapToGlobal(at), QPointF(-1, -1));
    QApplication::sendEvent(view.viewport(), &event);
}

// The row's ground, where no letters are: near its right edge, under its upper border.
QColor groundOf(QAbstractItemView& view, const QRect& row) {
    const QImage image = view.viewport()->grab().toImage();
    return image.pixelColor(row.right() - 3, row.top() + 3);
}

// `chosen` and `other`: two rows' rectangles in the view, the first one chosen.
void check(QAbstractItemView& view, const QRect& chosen, const QRect& other) {
    QVERIFY(chosen.isValid() && other.isValid());
    const QColor plain = groundOf(view, other), ground = groundOf(view, chosen);
    QVERIFY(ground != plain);
    hover(view, chosen.center());
    QCOMPARE(groundOf(view, chosen), ground);
    hover(view, other.center());
    QCOMPARE(groundOf(view, chosen), ground);
    QVERIFY(groundOf(view, other) != ground);
}

} // namespace

class TestHover : public QObject {
    Q_OBJECT

    ViewState m_state;

    template <class View, class Panel>
    View& show(Panel& panel) {
        m_state.setDocument(test::sampleDocument());
        panel.resize(420, 500);
        panel.show();
        for (auto* view : panel.template findChildren<View*>())
            if (view->isVisible()) return *view; // not a closed combo box's list
        Q_UNREACHABLE();
    }

private slots:
    void initTestCase_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void init() {
        QFETCH_GLOBAL(bool, dark);
        applyTheme(dark ? Theme::Dark : Theme::Light);
        m_state.setAppearance(QApplication::palette());
        m_state.setFilter({});
        m_state.select({});
    }

    void quotes() {
        QuotesPanel panel(&m_state);
        auto& view = show<QListView>(panel);
        m_state.select(QuoteId{1});
        check(view, view.visualRect(view.model()->index(1, 0)),
              view.visualRect(view.model()->index(0, 0)));
    }

    void speakers() {
        SpeakersPanel panel(&m_state);
        auto& view = show<QAbstractItemView>(panel);
        m_state.toggleSpeaker(sample::vartanen);
        check(view, view.visualRect(view.model()->index(1, 0)),
              view.visualRect(view.model()->index(0, 0)));
    }

    void entities() {
        EntitiesPanel panel(&m_state);
        auto& view = show<QAbstractItemView>(panel);
        m_state.select(sample::vartanen);
        const QModelIndex people = view.model()->index(0, 0);
        const auto row = [&](int number) {
            const QRect name = view.visualRect(view.model()->index(number, 0, people));
            return name | view.visualRect(view.model()->index(number, 1, people));
        };
        check(view, row(1), row(0));
    }

    void timelineTable() {
        TimelinePanel panel(&m_state);
        show<QWidget>(panel);
        panel.showTable(true);
        auto& view = *panel.findChild<TimelineTable*>();
        m_state.select(EventId{0});
        const int row = view.currentIndex().row();
        const auto rect = [&](int number) {
            return view.visualRect(view.model()->index(number, TimelineTableModel::When));
        };
        check(view, rect(row), rect(row == 0 ? 1 : 0));
    }
};

QTEST_MAIN(TestHover)
#include "test_hover.moc"
