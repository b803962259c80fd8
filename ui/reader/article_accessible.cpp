#include "ui/reader/article_accessible.h"

#include "ui/reader/article_view.h"
#include "ui/why/explanation.h"

#include <QAccessibleWidget>

namespace quoth::ui {
namespace {

// Positions are UTF-16 units of ArticleText, as Qt wants them.
class ArticleAccessible final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit ArticleAccessible(ArticleView* view)
        : QAccessibleWidget(view, QAccessible::Document, view->accessibleName()) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TextInterface) return static_cast<QAccessibleTextInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = state.selectableText = state.multiLine = true;
        return state;
    }

    void selection(int index, int* begin, int* end) const override {
        const TextRange range = index == 0 ? view().selectedRange() : TextRange{};
        *begin = range.begin;
        *end = range.end;
    }
    int selectionCount() const override { return view().selectedRange().empty() ? 0 : 1; }
    void addSelection(int begin, int end) override { view().selectRange({begin, end}); }
    void removeSelection(int) override { view().selectRange({}); }
    void setSelection(int, int begin, int end) override { view().selectRange({begin, end}); }
    int cursorPosition() const override { return view().cursorPosition(); }
    void setCursorPosition(int at) override {
        view().setCaret(at, false);
        view().showPlace({at, at + 1});
    }

    // Who says what stands under the cursor.
    QString text(QAccessible::Text what) const override {
        const ViewState& state = view().state();
        if (what != QAccessible::Description || !state.document())
            return QAccessibleWidget::text(what);
        const auto quote = view().quoteAtCursor();
        return quote ? spokenFacts(*state.document(), state.document()->quote(*quote)) : QString();
    }
    QString text(int begin, int end) const override {
        return view().articleText().text.mid(begin, end - begin);
    }
    int characterCount() const override {
        return static_cast<int>(view().articleText().text.size());
    }
    QRect characterRect(int at) const override {
        const QRect rect = view().characterRect(at);
        return {view().viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    int offsetAtPoint(const QPoint& point) const override {
        return view().positionAt(view().viewport()->mapFromGlobal(point));
    }
    void scrollToSubstring(int begin, int end) override { view().showPlace({begin, end}); }

    QString attributes(int at, int* begin, int* end) const override {
        const ViewState& state = view().state();
        *begin = *end = at;
        if (!state.document() || at < 0 || at >= characterCount()) return {};
        // The stretch reaches to the nearest boundary of a quote on either side.
        *begin = 0;
        *end = characterCount();
        std::optional<Mark> inside;
        for (const Mark& mark : view().articleText().marks.items()) {
            if (mark.kind != MarkKind::Content) continue;
            for (const int edge : {mark.begin, mark.end}) {
                if (edge <= at) *begin = std::max(*begin, edge);
                if (edge > at) *end = std::min(*end, edge);
            }
            if (mark.contains(at)) inside = mark; // the innermost begins last
        }
        if (!inside) return {};
        const Quote& quote = state.document()->quote(inside->quote());
        const QString told = spokenFacts(*state.document(), quote);
        // Separators of IAccessible2's attribute string.
        QString escaped;
        for (const QChar c : told) {
            if (QStringLiteral("\\:;,=").contains(c)) escaped += QLatin1Char('\\');
            escaped += c;
        }
        return QStringLiteral("text-model:quote;description:%1;").arg(escaped);
    }

private:
    ArticleView& view() const { return *static_cast<ArticleView*>(widget()); }
};

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* view = qobject_cast<ArticleView*>(object);
    return view ? new ArticleAccessible(view) : nullptr;
}

} // namespace

void installArticleAccessibility() {
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace quoth::ui
