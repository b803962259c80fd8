#include "core/formats/in/stated_article.h"

#include "core/formats/escape.h"
#include "core/formats/in/byline_names.h"
#include "core/formats/in/day_stamp.h"

#include <algorithm>

namespace quoth {

Expected<Imported> importedFrom(StatedArticle article) {
    const bool any = std::any_of(article.body.begin(), article.body.end(), [](const auto& line) {
        return line.kind == BlockKind::Paragraph;
    });
    if (!any) return unexpected(ErrorCode::Empty, "The article has a headline, but no text.");
    if (article.body.front().text == article.headline) article.body.erase(article.body.begin());
    std::vector<ArticleLine> lines;
    if (!article.headline.empty()) lines.push_back({article.headline, BlockKind::Headline});
    if (!article.standfirst.empty()) lines.push_back({article.standfirst, BlockKind::Standfirst});
    if (!article.dateline.empty()) lines.push_back({article.dateline, BlockKind::Dateline});
    std::move(article.body.begin(), article.body.end(), std::back_inserter(lines));
    Imported out;
    out.article = articleFromLines(lines);
    out.article.title = std::move(article.headline);
    out.article.byline = enumerated(namesInByline(article.byline));
    if (const std::string link = safeLink(article.url); link.starts_with("http"))
        out.article.url = link;
    if (const auto stamp = readDayStamp(article.published)) {
        out.article.published = stamp->day;
        out.article.publishedFrom = DateOrigin::Metadata;
        out.article.publishedSource = DateSource::Meta;
    }
    return out;
}

} // namespace quoth
