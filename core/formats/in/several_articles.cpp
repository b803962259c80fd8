#include "core/formats/in/importers.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace quoth {
namespace {

// All of them, one below the other, as `whole`.
Article joined(Article whole, const std::vector<FileArticle>& articles) {
    for (const FileArticle& each : articles) {
        if (!whole.text.empty()) whole.text += "\n\n";
        const std::size_t begin = whole.text.size();
        whole.text += each.article.text;
        for (const Block& block : each.article.blocks)
            whole.blocks.push_back(
                {makeSpan(begin + block.span.begin, begin + block.span.end), block.kind});
    }
    return whole;
}

} // namespace

Expected<Imported> chooseArticle(Imported file, std::string_view id) {
    if (file.articles.empty()) return file;
    Imported out;
    if (id == wholeWork) {
        out.article = joined(std::move(file.article), file.articles);
        return out;
    }
    const auto chosen = std::find_if(file.articles.begin(), file.articles.end(),
                                     [&](const FileArticle& each) { return each.id == id; });
    if (chosen == file.articles.end())
        return unexpected(ErrorCode::NotFound, "The file no longer holds this article.");
    out.article = std::move(chosen->article);
    return out;
}

Expected<Imported> importedFrom(std::vector<FileArticle> articles) {
    if (articles.empty())
        return unexpected(ErrorCode::Empty, "The file holds no article with a text.");
    Imported out;
    if (articles.size() == 1) {
        out.article = std::move(articles.front().article);
        return out;
    }
    std::unordered_set<std::string> taken;
    std::unordered_map<std::string, int> copies; // of an id
    for (FileArticle& each : articles) {
        const std::string id = each.id;
        while (each.id.empty() || each.id == wholeWork || !taken.insert(each.id).second)
            each.id = id + " " + std::to_string(++copies.try_emplace(id, 1).first->second);
    }
    out.articles = std::move(articles);
    return out;
}

} // namespace quoth
