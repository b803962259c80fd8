// Where an article lies: in a file, and within a file of several articles under an id. As one word,
// by which the library keeps it: "/home/ann/feed.xml#https://gazette.example/bridge".
#pragma once

#include <QString>

namespace quoth::ui {

struct ArticleAddress {
    QString file; // absolute; empty for pasted text
    QString part; // empty for the file's only article

    // Of a path, or of word(). Where a file has the whole word for its name, it is that file.
    static ArticleAddress of(const QString& word);
    QString word() const; // empty without a file

    bool operator==(const ArticleAddress&) const = default;
};

} // namespace quoth::ui
