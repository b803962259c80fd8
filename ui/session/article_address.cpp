#include "ui/session/article_address.h"

#include <QFileInfo>

namespace quoth::ui {

ArticleAddress ArticleAddress::of(const QString& word) {
    const auto whole = [&] { return ArticleAddress{QFileInfo(word).absoluteFilePath(), {}}; };
    if (word.isEmpty()) return {};
    if (QFileInfo::exists(word)) return whole();
    for (qsizetype mark = word.indexOf(u'#'); mark > 0; mark = word.indexOf(u'#', mark + 1))
        if (const QFileInfo file(word.left(mark)); file.isFile())
            return {file.absoluteFilePath(), word.mid(mark + 1)};
    return whole();
}

QString ArticleAddress::word() const {
    return file.isEmpty() || part.isEmpty() ? file : file + u'#' + part;
}

} // namespace quoth::ui
