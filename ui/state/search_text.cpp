#include "ui/state/search_text.h"

namespace quoth::ui {

QString foldForFind(QString text) {
    for (QChar& c : text)
        switch (c.unicode()) {
        case 0x2018:
        case 0x2019:
            c = QLatin1Char('\'');
            break;
        case 0x201C:
        case 0x201D:
            c = QLatin1Char('"');
            break;
        case 0x00A0:
        case 0x202F:
        case '\n':
            c = QLatin1Char(' ');
            break;
        default:
            break;
        }
    return text;
}

std::vector<qsizetype> findAll(QStringView text, QStringView wanted, std::size_t most) {
    std::vector<qsizetype> out;
    if (wanted.isEmpty()) return out;
    for (qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0 && out.size() < most;
         at = text.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive))
        out.push_back(at);
    return out;
}

} // namespace quoth::ui
