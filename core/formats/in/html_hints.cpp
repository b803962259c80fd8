#include "core/formats/in/html_hints.h"

#include "core/formats/in/html_blocks.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace quoth {
namespace {

using Words = std::vector<std::string>;

// The words of one class or id: "article__body", "articleBody" and "article-body" are all
// "article" "body".
Words wordsOf(std::string_view token) {
    Words out;
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) out.push_back(toLower(word));
        word.clear();
    };
    for (std::size_t i = 0; i < token.size(); ++i) {
        const char c = token[i];
        const bool upper = c >= 'A' && c <= 'Z';
        const bool letter =
            upper || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        if (!letter) {
            flush();
            continue;
        }
        if (upper && i > 0 && token[i - 1] >= 'a' && token[i - 1] <= 'z') flush();
        word += c;
    }
    flush();
    return out;
}

const std::unordered_map<std::string, HtmlPart>& singleWords() {
    using enum HtmlPart;
    static const std::unordered_map<std::string, HtmlPart> table = [] {
        std::unordered_map<std::string, HtmlPart> out;
        const auto add = [&](HtmlPart part, std::initializer_list<const char*> words) {
            for (const char* word : words)
                out.emplace(word, part);
        };
        add(Clutter, {"ad",
                      "ads",
                      "adslot",
                      "advert",
                      "adverts",
                      "advertisement",
                      "advertising",
                      "adunit",
                      "adbox",
                      "dfp",
                      "gpt",
                      "sponsored",
                      "sponsor",
                      "related",
                      "recirc",
                      "recirculation",
                      "recommended",
                      "recommends",
                      "recommendation",
                      "recommendations",
                      "newsletter",
                      "newsletters",
                      "addthis",
                      "sharethis",
                      "comment",
                      "comments",
                      "disqus",
                      "livefyre",
                      "cookie",
                      "cookies",
                      "consent",
                      "gdpr",
                      "onetrust",
                      "nav",
                      "navbar",
                      "navigation",
                      "subnav",
                      "menu",
                      "submenu",
                      "breadcrumb",
                      "breadcrumbs",
                      "footer",
                      "outbrain",
                      "taboola",
                      "trending",
                      "mostread",
                      "mostpopular",
                      "taglist",
                      "pagination",
                      "pager",
                      "skiplink",
                      "masthead",
                      "donate",
                      "donation",
                      "readmore",
                      "seealso",
                      "ticker",
                      "login",
                      "registration",
                      "upsell",
                      "videoplayer",
                      "jumplinks"});
        add(Doubtful,
            {"promo",   "promos",   "promotion",  "promoted",  "paywall", "subscription", "social",
             "socials", "popup",    "modal",      "lightbox",  "skip",    "teaser",       "teasers",
             "widget",  "widgets",  "poll",       "quiz",      "search",  "print",        "toc",
             "rail",    "infobox",  "playlist",   "podcast",   "topics",  "popular",      "toolbox",
             "premium", "player",   "comment",    "subscribe", "signup",  "sidebar",      "share",
             "sharing", "sharebar", "sharetools", "toolbar",   "tags"});
        add(Caption,
            {"caption", "captions", "figcaption", "credit", "credits", "gallery", "slideshow",
             "carousel", "photo", "photos", "image", "images", "picture", "thumbnail", "thumb"});
        add(Byline,
            {"byline", "bylines", "byl", "authors", "author", "contributor", "contributors"});
        add(Stamp, {"timestamp", "datetime", "pubdate", "published", "dateline", "updated",
                    "lastupdated", "readtime", "date", "time"});
        add(Standfirst, {"standfirst", "deck", "dek", "subtitle", "subhead", "subheadline",
                         "subheading", "strapline", "kurzfassung"});
        add(Hidden, {"visuallyhidden", "screenreader"});
        add(Body, {"articlebody", "articletext", "articlecontent", "storybody", "storytext",
                   "entrycontent", "postcontent", "postbody"});
        return out;
    }();
    return table;
}

struct Pair {
    const char* first;
    const char* second;
    HtmlPart part;
};
constexpr Pair pairs[] = {
    {"article", "body", HtmlPart::Body},
    {"article", "text", HtmlPart::Body},
    {"article", "content", HtmlPart::Body},
    {"story", "body", HtmlPart::Body},
    {"story", "text", HtmlPart::Body},
    {"story", "content", HtmlPart::Body},
    {"post", "body", HtmlPart::Body},
    {"post", "content", HtmlPart::Body},
    {"entry", "content", HtmlPart::Body},
    {"entry", "body", HtmlPart::Body},
    {"body", "content", HtmlPart::Body},
    {"body", "text", HtmlPart::Body},
    {"body", "copy", HtmlPart::Body},
    {"main", "text", HtmlPart::Body},
    {"news", "body", HtmlPart::Body},
    {"rich", "text", HtmlPart::Body},
    {"article", "summary", HtmlPart::Standfirst},
    {"article", "intro", HtmlPart::Standfirst},
    {"article", "description", HtmlPart::Standfirst},
    {"lead", "paragraph", HtmlPart::Standfirst},
    {"sub", "headline", HtmlPart::Standfirst},
    {"sub", "title", HtmlPart::Standfirst},
    {"sub", "heading", HtmlPart::Standfirst},
    {"sr", "only", HtmlPart::Hidden},
    {"visually", "hidden", HtmlPart::Hidden},
    {"screen", "reader", HtmlPart::Hidden},
    {"video", "player", HtmlPart::Clutter},
    {"read", "more", HtmlPart::Clutter},
    {"more", "on", HtmlPart::Clutter},
    {"most", "read", HtmlPart::Clutter},
    {"most", "viewed", HtmlPart::Clutter},
    {"also", "read", HtmlPart::Clutter},
    {"see", "also", HtmlPart::Clutter},
    {"sign", "up", HtmlPart::Clutter},
    {"follow", "us", HtmlPart::Clutter},
    {"author", "bio", HtmlPart::Clutter},
    {"about", "author", HtmlPart::Clutter},
    {"up", "next", HtmlPart::Clutter},
    {"more", "stories", HtmlPart::Clutter},
    {"top", "stories", HtmlPart::Clutter},
    {"latest", "news", HtmlPart::Clutter},
    {"site", "header", HtmlPart::Clutter},
    {"page", "header", HtmlPart::Clutter},
    {"site", "footer", HtmlPart::Clutter},
    {"cookie", "banner", HtmlPart::Clutter},
    {"read", "next", HtmlPart::Clutter},
    {"read", "time", HtmlPart::Stamp},
    {"reading", "time", HtmlPart::Stamp},
    {"date", "published", HtmlPart::Stamp},
    {"bottom", "of", HtmlPart::Clutter},
    {"call", "out", HtmlPart::Clutter},
};

// A word that turns the next one round: "has-sidebar", "no-comments" name a layout, not a part.
bool isLayoutWord(const std::string& word) {
    return word == "has" || word == "with" || word == "no" || word == "without" || word == "is" ||
           word == "hide" || word == "show" || word == "enable" || word == "disable";
}

// Words that systems run together: "relatedposts", "newsletterform".
bool hasClutterStem(std::string_view word) {
    for (const std::string_view stem :
         {"related", "recommend", "newsletter", "breadcrumb", "advert", "cookie", "sponsor"})
        if (word.size() > stem.size() + 3 && word.starts_with(stem)) return true;
    return false;
}

// The most telling part that the names in `value` stand for: body first, since "article-body
// share-enabled" is one, then hidden and clutter.
HtmlPart partFromNames(std::string_view value) {
    constexpr std::size_t mostBytes = 1000; // real ones have a few dozen
    value = value.substr(0, mostBytes);
    bool found[9] = {};
    for (std::size_t begin = 0; begin < value.size();) {
        std::size_t end = value.find_first_of(" \t\n\r\f", begin);
        if (end == std::string_view::npos) end = value.size();
        const Words words = wordsOf(value.substr(begin, std::min<std::size_t>(end - begin, 128)));
        begin = end + 1;
        // WordPress writes an article's subjects into its class: "category-social".
        if (words.size() > 1 && (words[0] == "category" || words[0] == "tag")) continue;
        bool body = false;
        for (std::size_t i = 0; i + 1 < words.size(); ++i)
            for (const Pair& pair : pairs)
                if (words[i] == pair.first && words[i + 1] == pair.second) {
                    // "article-body__related" is not the body.
                    if (pair.part == HtmlPart::Body) body = i + 2 == words.size();
                    if (pair.part != HtmlPart::Body || body)
                        found[static_cast<std::size_t>(pair.part)] = true;
                }
        if (body) continue;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i > 0 && isLayoutWord(words[i - 1])) continue;
            if (const auto it = singleWords().find(words[i]); it != singleWords().end())
                found[static_cast<std::size_t>(it->second)] = true;
            else if (hasClutterStem(words[i]))
                found[static_cast<std::size_t>(HtmlPart::Clutter)] = true;
        }
    }
    using enum HtmlPart;
    for (const HtmlPart part :
         {Body, Hidden, Clutter, Doubtful, Caption, Standfirst, Byline, Stamp})
        if (found[static_cast<std::size_t>(part)]) return part;
    return Plain;
}

HtmlPart partFromTag(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
        return HtmlPart::Hidden;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_METER:
    case GUMBO_TAG_FORM:
        return HtmlPart::Clutter;
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION:
        return HtmlPart::Caption;
    default:
        return HtmlPart::Plain;
    }
}

HtmlPart partFromRole(std::string_view role) {
    for (const char* clutter :
         {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
          "menu", "menubar", "toolbar", "form", "alert", "tablist"})
        if (role == clutter) return HtmlPart::Clutter;
    return HtmlPart::Plain;
}

bool isHidden(const HtmlTree& tree, std::uint32_t i) {
    if (tree.hasAttribute(i, "hidden")) return true;
    std::string style;
    for (const char c : tree.attribute(i, "style"))
        if (c != ' ') style += c;
    style = toLower(style);
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

} // namespace

HtmlPart partOf(const HtmlTree& tree, std::uint32_t i) {
    const GumboTag tag = tree.tag(i);
    if (tree.isText(i) || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY) return HtmlPart::Plain;
    if (const HtmlPart part = partFromTag(tag); part != HtmlPart::Plain) return part;
    if (isHidden(tree, i)) return HtmlPart::Hidden;
    // AMP's two faces of a wall: the text, and what stands there without a subscription.
    if (tree.attribute(i, "subscriptions-section") == "content-not-granted")
        return HtmlPart::Clutter;
    const std::string property = toLower(tree.attribute(i, "itemprop"));
    if (property.find("articlebody") != std::string::npos) return HtmlPart::Body;
    if (const HtmlPart part = partFromRole(toLower(tree.attribute(i, "role")));
        part != HtmlPart::Plain)
        return part;
    const bool inlineElement = !isBlockElement(tag) && tag != GUMBO_TAG_UNKNOWN;
    HtmlPart strongest = HtmlPart::Plain;
    for (const char* attribute :
         {"class", "id", "name", "data-component", "data-testid", "data-gu-name"}) {
        const HtmlPart part = partFromNames(tree.attribute(i, attribute));
        if (part == HtmlPart::Body) return part;
        if (part == HtmlPart::Hidden || strongest == HtmlPart::Plain) strongest = part;
    }
    // A word of a sentence may be a link of class "promo": only what is hidden goes.
    if (inlineElement && strongest != HtmlPart::Hidden) return HtmlPart::Plain;
    return strongest;
}

} // namespace quoth
