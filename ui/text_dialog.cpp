#include "ui/text_dialog.h"

#include <QDialogButtonBox>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <cmath>

namespace quoth::ui {

TextDialog::TextDialog(const QString& title, const QString& html, QSize available, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(title);
    auto* text = new QTextBrowser;
    text->setFrameShape(QFrame::NoFrame);
    text->viewport()->setAutoFillBackground(false);
    text->setAccessibleName(title);
    text->setHtml(html);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(text);
    layout->addWidget(buttons);

    // As large as the text, within most of the screen.
    const QMargins around = layout->contentsMargins();
    const int barWidth = text->verticalScrollBar()->sizeHint().width();
    const QSize most = available * 0.85;
    const int sides = around.left() + around.right() + barWidth;
    constexpr int narrowest = 200, widest = 720;
    const int room = std::clamp(most.width() - sides, narrowest, widest);
    text->document()->setTextWidth(room); // else the ideal width is that of the lines as broken now
    const int ideal = static_cast<int>(std::ceil(text->document()->idealWidth()));
    const int width = std::clamp(ideal, narrowest, room);
    text->document()->setTextWidth(width);
    const int height = static_cast<int>(std::ceil(text->document()->size().height())) +
                       buttons->sizeHint().height() + around.top() + around.bottom() +
                       layout->spacing() + 2;
    resize(width + sides, std::min(height, most.height()));
    text->setFocus();
}

} // namespace quoth::ui
