#include "core/formats/in/html_root.h"

#include <algorithm>
#include <utility>

namespace quoth {
namespace {

// The elements that `wanted` accepts, left-out subtrees excepted, outermost ones only.
template <class Wanted>
std::vector<std::uint32_t> outermost(const HtmlPage& page, Wanted wanted) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < page.tree().size();) {
        const bool take = !page.skip()[i] && wanted(i);
        if (take) out.push_back(i);
        i = take || page.skip()[i] ? page.tree()[i].end : i + 1;
    }
    return out;
}

bool isNamedArticle(const HtmlPage& page, std::uint32_t i) {
    const HtmlTree& tree = page.tree();
    return tree.tag(i) == GUMBO_TAG_ARTICLE || tree.tag(i) == GUMBO_TAG_MAIN ||
           tree.attribute(i, "role") == "main" || tree.attribute(i, "role") == "article" ||
           page.part(i) == HtmlPart::Body;
}

// Of the same kind, by tag and first class: parts of one text that something cuts.
bool areAlike(const HtmlTree& tree, std::uint32_t a, std::uint32_t b) {
    const auto firstName = [&](std::uint32_t i) {
        const std::string_view names = tree.attribute(i, "class");
        return names.substr(0, names.find(' '));
    };
    return tree.tag(a) == tree.tag(b) && !firstName(a).empty() && firstName(a) == firstName(b);
}

// Up from the heading to what holds the article's prose with it. What lies beside that (a wall,
// comments, other stories) is not of the article, however long it is.
std::uint32_t holderOfHeading(const HtmlPage& page, std::uint32_t heading, std::uint32_t body) {
    constexpr std::uint32_t someLines = 3; // of prose; fewer may be a standfirst
    const HtmlTree& tree = page.tree();
    if (heading >= tree.size() || !tree.contains(body, heading)) return body;
    std::uint32_t holder = heading;
    while (holder != body && page.proseLines(holder) < someLines)
        holder = tree[holder].parent;
    for (std::uint32_t inner = holder; inner != body;) {
        const std::uint32_t around = tree[inner].parent;
        bool more = !isNamedArticle(page, holder) && page.prose(holder) * 4 < page.prose(around);
        for (std::uint32_t i = around + 1; i < tree[around].end && !more; i = tree[i].end)
            more = i != inner && page.prose(i) > 0 && areAlike(tree, i, inner);
        if (more) holder = around;
        inner = around;
    }
    return holder;
}

// The lowest element around all of them.
std::uint32_t commonHolder(const HtmlTree& tree, const std::vector<std::uint32_t>& nodes) {
    std::uint32_t holder = nodes.front();
    while (!tree.contains(holder, nodes.back()))
        holder = tree[holder].parent;
    return holder;
}

} // namespace

std::uint32_t findRoot(const HtmlPage& page, std::uint32_t heading) {
    const HtmlTree& tree = page.tree();
    const std::uint32_t body = std::min(tree.find(GUMBO_TAG_BODY), tree.size() - 1);
    std::uint32_t outer = holderOfHeading(page, heading, body);
    const auto largest = [&](const std::vector<std::uint32_t>& nodes) {
        return *std::max_element(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
            return page.prose(a) < page.prose(b);
        });
    };
    for (const auto& [tag, role] : {std::pair{GUMBO_TAG_MAIN, std::string_view("main")},
                                    std::pair{GUMBO_TAG_ARTICLE, std::string_view("article")}}) {
        auto named = outermost(page, [&, tag = tag, role = role](std::uint32_t i) {
            return tree.tag(i) == tag || tree.attribute(i, "role") == role;
        });
        std::erase_if(named, [&](std::uint32_t i) { return !tree.contains(outer, i); });
        if (named.empty()) continue;
        // One of several must hold more: each post of a live blog is an <article>.
        const std::uint32_t best = largest(named);
        const std::size_t share = named.size() == 1 ? 4 : 2;
        if (page.prose(best) > 0 && page.prose(best) * share >= page.prose(outer)) outer = best;
    }
    auto bodies = outermost(
        page, [&](std::uint32_t i) { return page.part(i) == HtmlPart::Body && page.prose(i) > 0; });
    std::erase_if(bodies, [&](std::uint32_t i) { return !tree.contains(outer, i); });
    if (!bodies.empty()) {
        const std::uint32_t best = largest(bodies);
        std::erase_if(bodies,
                      [&](std::uint32_t i) { return !areAlike(tree, i, best) && i != best; });
        const std::uint32_t holder = commonHolder(tree, bodies);
        if (page.prose(holder) * 2 >= page.prose(outer)) return holder;
    }
    for (bool down = true; down;) {
        down = false;
        for (std::uint32_t i = outer + 1; i < tree[outer].end; i = tree[i].end)
            if (page.prose(i) * 10 >= page.prose(outer) * 9 && page.prose(i) > 0 &&
                isBlockElement(tree.tag(i)) && tree.tag(i) != GUMBO_TAG_P) {
                outer = i;
                down = true;
                break;
            }
    }
    return outer;
}

} // namespace quoth
