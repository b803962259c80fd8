#include "core/people/people.h"

#include <map>

namespace quoth {

Expected<PeopleResolver> PeopleResolver::load(const std::filesystem::path&) {
    return PeopleResolver{};
}

People PeopleResolver::resolve(const TokenizedText& text, const std::vector<NamedMention>& names,
                               const std::vector<QuotedStretch>&,
                               const std::vector<Attribution>& attributions) const {
    People people;
    std::map<std::string, EntityId> byName;
    for (const NamedMention& mention : names) {
        const std::string name(text.slice(mention.span));
        const auto [it, added] = byName.emplace(name, makeId<EntityTag>(people.entities.size()));
        if (added) people.entities.push_back({mention.type, name, {}, mention.gender});
        people.entities[it->second.value].mentions.push_back({mention.span, MentionKind::Name});
    }
    for (const Attribution& a : attributions) {
        Quote quote;
        quote.kind = a.kind;
        quote.act = a.act;
        quote.content = a.content;
        quote.cue = a.cue;
        quote.source = a.source;
        quote.confidence = a.confidence;
        if (!a.source.empty())
            if (const auto it = byName.find(std::string(text.slice(a.source[0])));
                it != byName.end()) {
                quote.speaker = it->second;
                quote.why = {{ReasonStep::Source, it->first, a.source[0]}};
            }
        people.quotes.push_back(std::move(quote));
    }
    return people;
}

} // namespace quoth
