#include "core/tagging/tag_names.h"

#include <array>

namespace quoth {
namespace {

constexpr std::array<std::string_view, 35> fineNames = {
    "-",    "NN",  "NNS", "NNP", "NNPS", "VB",  "VBD", "VBG", "VBN", "VBP", "VBZ", "MD",
    "JJ",   "JJR", "JJS", "RB",  "RBR",  "RBS", "RP",  "IN",  "DT",  "PDT", "WDT", "PRP",
    "PRP$", "WP",  "WP$", "WRB", "CC",   "CD",  "EX",  "FW",  "TO",  "UH",  "POS"};

} // namespace

std::optional<Pos> posFromName(std::string_view text) {
    for (int i = 0; i <= static_cast<int>(Pos::X); ++i)
        if (name(static_cast<Pos>(i)) == text) return static_cast<Pos>(i);
    return std::nullopt;
}

std::string_view name(FineTag tag) {
    return fineNames[static_cast<std::size_t>(tag)];
}

FineTag fineTagFromName(std::string_view text) {
    for (std::size_t i = 0; i < fineNames.size(); ++i)
        if (fineNames[i] == text) return static_cast<FineTag>(i);
    return FineTag::None;
}

std::string name(TagPair pair) {
    return std::string(name(pair.pos)) + "." + std::string(name(pair.tag));
}

std::optional<TagPair> tagPairFromName(std::string_view text) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto pos = posFromName(text.substr(0, dot));
    const std::string_view fine = text.substr(dot + 1);
    const FineTag tag = fineTagFromName(fine);
    if (!pos || (tag == FineTag::None && fine != "-")) return std::nullopt;
    return TagPair{*pos, tag};
}

} // namespace quoth
