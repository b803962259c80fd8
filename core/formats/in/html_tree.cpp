#include "core/formats/in/html_tree.h"

#include "core/formats/in/markup_scan.h"

namespace quoth {

// Gumbo frees a tree by recursion, which deep pages turn into a stack overflow; here its memory is
// never freed node by node, but all at once.
class HtmlTree::Arena {
public:
    explicit Arena(std::size_t pageBytes) : m_budget((std::size_t{64} << 20) + 40 * pageBytes) {}

    static void* allocate(void* self, std::size_t size) {
        return static_cast<Arena*>(self)->take(size);
    }
    static void release(void*, void*) {}

    GumboOptions options = kGumboDefaultOptions;

private:
    void* take(std::size_t size) {
        constexpr std::size_t alignment = alignof(std::max_align_t);
        size = (size + alignment - 1) / alignment * alignment;
        if (size > m_left) {
            const std::size_t chunk = std::max<std::size_t>(size, std::size_t{1} << 18);
            m_chunks.push_back(std::make_unique_for_overwrite<std::byte[]>(chunk));
            m_next = m_chunks.back().get();
            m_left = chunk;
            m_used += chunk;
            // Gumbo reads its options between two tokens: over the budget, it stops at the next
            // one (a page that multiplies its nodes has parse errors).
            if (m_used > m_budget) options.stop_on_first_error = true;
        }
        void* const out = m_next;
        m_next += size;
        m_left -= size;
        return out;
    }

    std::size_t m_budget, m_used = 0, m_left = 0;
    std::byte* m_next = nullptr;
    std::vector<std::unique_ptr<std::byte[]>> m_chunks;
};

namespace {

bool isElement(const GumboNode* node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool isTextNode(const GumboNode* node) {
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
           node->type == GUMBO_NODE_CDATA;
}

bool isInvisible(std::string_view text, std::size_t at, std::size_t& length) {
    if (text.substr(at, 2) == "\xC2\xAD") return length = 2, true; // soft hyphen
    const std::string_view three = text.substr(at, 3);
    if (three == "\xE2\x80\x8B" || three == "\xEF\xBB\xBF") return length = 3, true;
    return false;
}

} // namespace

Expected<HtmlTree> HtmlTree::parse(std::string_view utf8) {
    if (const auto safe = checkMarkup(utf8, maximumNesting); !safe) return unexpected(safe.error());
    HtmlTree tree;
    tree.m_arena = std::make_shared<Arena>(utf8.size());
    GumboOptions& options = tree.m_arena->options;
    options.allocator = &Arena::allocate;
    options.deallocator = &Arena::release;
    options.userdata = tree.m_arena.get();
    options.max_errors = 1;
    const GumboOutput* output = gumbo_parse_with_options(&options, utf8.data(), utf8.size());

    struct Frame {
        const GumboNode* node;
        unsigned child;
        std::uint32_t index;
    };
    std::vector<Frame> open;
    const auto enter = [&](const GumboNode* node) {
        const std::uint32_t index = tree.size();
        tree.m_nodes.push_back({node, open.empty() ? index : open.back().index, index + 1});
        if (isElement(node)) open.push_back({node, 0, index});
    };
    enter(output->root);
    while (!open.empty()) {
        Frame& top = open.back();
        const GumboVector& children = top.node->v.element.children;
        if (top.child == children.length) {
            tree.m_nodes[top.index].end = tree.size();
            open.pop_back();
            continue;
        }
        const auto* child = static_cast<const GumboNode*>(children.data[top.child++]);
        if (isElement(child) || isTextNode(child)) enter(child);
    }
    return tree;
}

bool HtmlTree::isText(std::uint32_t i) const {
    return isTextNode(m_nodes[i].gumbo);
}

GumboTag HtmlTree::tag(std::uint32_t i) const {
    return isText(i) ? GUMBO_TAG_LAST : m_nodes[i].gumbo->v.element.tag;
}

std::string_view HtmlTree::text(std::uint32_t i) const {
    return m_nodes[i].gumbo->v.text.text;
}

std::string_view HtmlTree::attribute(std::uint32_t i, const char* name) const {
    if (isText(i)) return {};
    const GumboAttribute* a = gumbo_get_attribute(&m_nodes[i].gumbo->v.element.attributes, name);
    return a ? std::string_view(a->value) : std::string_view();
}

bool HtmlTree::hasAttribute(std::uint32_t i, const char* name) const {
    return !isText(i) && gumbo_get_attribute(&m_nodes[i].gumbo->v.element.attributes, name);
}

std::string HtmlTree::textOf(std::uint32_t i, bool spaced) const {
    std::string out;
    bool space = false;
    for (std::uint32_t at = i; at < m_nodes[i].end;) {
        const GumboTag t = tag(at);
        if (t == GUMBO_TAG_SCRIPT || t == GUMBO_TAG_STYLE || t == GUMBO_TAG_TEMPLATE) {
            at = m_nodes[at].end;
            continue;
        }
        if (isText(at))
            appendCollapsed(out, text(at), space);
        else if (spaced || t == GUMBO_TAG_BR || t == GUMBO_TAG_P || t == GUMBO_TAG_DIV ||
                 t == GUMBO_TAG_LI)
            space = true;
        ++at;
    }
    return out;
}

std::uint32_t HtmlTree::find(GumboTag wanted) const {
    std::uint32_t i = 0;
    while (i < size() && tag(i) != wanted)
        ++i;
    return i;
}

void appendCollapsed(std::string& out, std::string_view text, bool& pendingSpace) {
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        std::size_t length = 1;
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
            pendingSpace = true;
        } else if (!isInvisible(text, i, length)) {
            if (pendingSpace && !out.empty()) out += ' ';
            pendingSpace = false;
            out += c;
        }
        i += length;
    }
}

std::string collapsed(std::string_view text) {
    std::string out;
    bool space = false;
    appendCollapsed(out, text, space);
    return out;
}

std::string textOfHtml(std::string_view html) {
    const auto tree = HtmlTree::parse(html);
    return tree ? tree->textOf(0) : std::string();
}

} // namespace quoth
