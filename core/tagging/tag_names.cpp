#include "core/tagging/tag_names.h"

#include "core/support/enum_names.h"

namespace quoth {
namespace {

constexpr EnumNames<FineTag, 35> fineTags{
    {"-",    "NN",  "NNS", "NNP", "NNPS", "VB",  "VBD", "VBG", "VBN", "VBP", "VBZ", "MD",
     "JJ",   "JJR", "JJS", "RB",  "RBR",  "RBS", "RP",  "IN",  "DT",  "PDT", "WDT", "PRP",
     "PRP$", "WP",  "WP$", "WRB", "CC",   "CD",  "EX",  "FW",  "TO",  "UH",  "POS"}};

} // namespace

std::string_view name(FineTag tag) {
    return fineTags.of(tag);
}

FineTag fineTagFromName(std::string_view text) {
    return fineTags.find(text).value_or(FineTag::None);
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
