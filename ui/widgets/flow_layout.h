// Widgets one after another like words: what does not fit goes on the next line. None is wider
// than the layout.
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace quoth::ui {

class FlowLayout : public QLayout {
public:
    FlowLayout(QWidget* parent, int spacing); // pixels, between lines, too
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override; // takes it, as Qt asks
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override; // the caller's

    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool move) const; // gives the height that it takes

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace quoth::ui
