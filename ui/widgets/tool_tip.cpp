#include "ui/widgets/tool_tip.h"

namespace quoth::ui {

QString toolTipOf(const QString& text) {
    return toolTipOf(QStringList{text});
}

QString toolTipOf(const QStringList& paragraphs, bool heading) {
    QString html;
    for (const QString& paragraph : paragraphs) {
        const bool bold = heading && html.isEmpty();
        html += (bold ? QStringLiteral("<p><b>%1</b></p>") : QStringLiteral("<p>%1</p>"))
                    .arg(paragraph.toHtmlEscaped());
    }
    return html;
}

} // namespace quoth::ui
