// An imported file as text, for comparing with what is expected.
#pragma once

#include "core/formats/annotation_names.h"
#include "core/formats/in/importers.h"

#include <QString>

namespace quoth::test {

// Metadata in one line, then a block a line.
inline QString dump(const Article& article) {
    std::string out = article.title + " | " + article.byline + " | " +
                      (article.published ? toIso(*article.published) : "none") + " | " +
                      article.url + "\n";
    for (const Block& block : article.blocks)
        out += std::string(name(block.kind)) + ": " + std::string(slice(article.text, block.span)) +
               "\n";
    return QString::fromStdString(out);
}

// Of a file of several articles, each under its id.
inline QString dump(const Expected<Imported>& imported) {
    if (!imported)
        return "error " + QString::fromStdString(std::string(name(imported.error().code)));
    QString out =
        imported->articles.empty() || imported->isOneWork ? dump(imported->article) : QString();
    for (const FileArticle& each : imported->articles)
        out += QString::fromStdString("[" + each.id + "]\n") + dump(each.article);
    return out;
}

} // namespace quoth::test
