#include "core/text/structure.h"

namespace quoth {

std::vector<Block> findBlocks(std::string_view text) {
    std::vector<Block> blocks;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::size_t next = end + 1;
        while (begin < end && (text[begin] == ' ' || text[begin] == '\t'))
            ++begin;
        while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t'))
            --end;
        if (begin < end)
            blocks.push_back({makeSpan(begin, end),
                              blocks.empty() ? BlockKind::Headline : BlockKind::Paragraph});
        begin = next;
    }
    return blocks;
}

std::vector<Block> refineBlocks(std::string_view, std::vector<Block> stated) {
    return stated;
}

std::optional<Date> findStatedDate(std::string_view, const std::vector<Block>&) {
    return std::nullopt;
}

} // namespace quoth
