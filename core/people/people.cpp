#include "core/people/people.h"

#include "core/people/entity_builder.h"
#include "core/people/source_resolver.h"

#include <array>

namespace quoth {
namespace {

bool isThirdPerson(const Token& token) {
    constexpr std::array<std::string_view, 8> words = {"he",      "her", "hers", "him",
                                                       "himself", "his", "she",  "herself"};
    for (const std::string_view word : words)
        if (token.lower == word) return true;
    return false;
}

Quote quoteOf(const Attribution& a) {
    Quote quote;
    quote.kind = a.kind;
    quote.act = a.act;
    quote.content = a.content;
    quote.cue = a.cue;
    quote.source = a.source;
    quote.confidence = a.confidence;
    return quote;
}

} // namespace

Expected<PeopleResolver> PeopleResolver::load(const std::filesystem::path&) {
    return PeopleResolver{};
}

People PeopleResolver::resolve(const TokenizedText& text, const std::vector<NamedMention>& names,
                               const std::vector<QuotedStretch>& stretches,
                               const std::vector<Attribution>& attributions) const {
    EntityBuilder entities(text, names);
    SourceResolver resolver(text, names, stretches, entities);
    People people;
    people.quotes.reserve(attributions.size());
    for (const Attribution& a : attributions) {
        Quote quote = quoteOf(a);
        if (a.addressee) quote.addressee = resolver.named(*a.addressee);
        if (!a.cue.empty())
            quote.why.push_back(
                {ReasonStep::Cue, std::string(text.slice(a.cue.back())), a.cue.back()});
        if (!a.source.empty() || a.implied) {
            Resolved found =
                resolver.resolve(a.source.empty() ? *a.implied : a.source.front(), quote.addressee);
            quote.speaker = found.speaker;
            quote.runnerUp = found.runnerUp;
            quote.confidence *= a.source.empty() ? found.confidence * 0.7F : found.confidence;
            quote.why.insert(quote.why.end(), found.why.begin(), found.why.end());
        } else if (a.continues && people.quotes[*a.continues].speaker) {
            const Quote& before = people.quotes[*a.continues];
            quote.speaker = before.speaker;
            quote.confidence *= before.confidence * 0.9F;
            quote.why.push_back({ReasonStep::Continuation, entities.at(*before.speaker).name,
                                 before.content.back()});
        } else
            quote.confidence *= 0.5F;
        if (quote.speaker) resolver.spoke(*quote.speaker, a.content.front().begin);
        people.quotes.push_back(std::move(quote));
    }
    // The rest of the pronouns, so that a person's mentions are complete.
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i)
        if (isThirdPerson(text.tokens[i]))
            if (const auto who = resolver.pronoun(i))
                entities.addMention(*who, text.tokens[i].span, MentionKind::Pronoun);
    people.entities = entities.finish();
    return people;
}

} // namespace quoth
