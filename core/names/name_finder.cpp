#include "core/names/name_finder.h"

#include "core/names/name_spans.h"
#include "core/names/name_types.h"
#include "core/names/name_words.h"

namespace quoth {

Expected<NameFinder> NameFinder::load(const std::filesystem::path& resources) {
    auto gazetteer = Gazetteer::load(resources);
    if (!gazetteer) return unexpected(gazetteer.error());
    NameFinder out;
    out.m_gazetteer = std::move(*gazetteer);
    return out;
}

std::vector<NamedMention> NameFinder::find(const TokenizedText& text) const {
    const auto words = judgeWords(text, m_gazetteer);
    return typeNames(text, words, findNameSpans(text, m_gazetteer, words));
}

} // namespace quoth
