#include "core/people/people.h"

#include "core/learning/model_samples.h"
#include "core/people/entity_builder.h"
#include "core/people/people_limits.h"
#include "core/people/source_resolver.h"
#include "core/text/plain_analysis.h"
#include "core/word_sets/text.h"

#include <algorithm>

namespace quoth {
namespace {

bool inside(Span span, const std::vector<Span>& contents) {
    return std::any_of(contents.begin(), contents.end(),
                       [&](const Span& content) { return content.contains(span); });
}

// "I", "we" and "our" in the speaker's own words mean the speaker; in a quote within them, others.
void addFirstPersons(const TokenizedText& text, const std::vector<QuotedStretch>& stretches,
                     const Quote& quote, bool turn, EntityBuilder& entities) {
    const auto add = [&](IndexRange range) {
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            if (text.tokens[i].pos == Pos::Pron &&
                words::firstPersonPronouns.contains(text.tokens[i].lower) && text.word(i) != "US")
                entities.addMention(*quote.speaker, text.tokens[i].span, MentionKind::Pronoun);
    };
    for (const Span& content : quote.content) {
        if (turn) {
            add(text.tokensIn(content));
            continue;
        }
        auto q =
            std::partition_point(stretches.begin(), stretches.end(), [&](const QuotedStretch& s) {
                return s.span.begin < content.begin;
            });
        const std::uint8_t depth = q == stretches.end() ? 0 : q->depth;
        for (; q != stretches.end() && q->span.begin < content.end; ++q) {
            if (q->depth > depth || !content.contains(q->span)) continue;
            IndexRange own = q->tokens; // up to a quote within it, and on after that
            for (auto inner = q + 1; inner != stretches.end() && inner->depth > depth; ++inner) {
                if (inner->depth > depth + 1) continue;
                add({own.begin, inner->tokens.begin});
                own.begin = inner->tokens.end;
            }
            add(own);
        }
    }
}

// "I asked", told within what somebody says: that one's quote; null for others.
// `open` are the quotes that may hold it.
const Quote* quoteAround(const TokenizedText& text, const Attribution& a,
                         const std::vector<Quote>& quotes, const std::vector<std::size_t>& open) {
    if (a.source.size() != 1) return nullptr;
    const IndexRange source = text.tokensIn(a.source.front());
    if (source.size() != 1 || !words::firstPersonPronouns.contains(text.tokens[source.begin].lower))
        return nullptr;
    const auto around = std::find_if(open.rbegin(), open.rend(), [&](std::size_t q) {
        return inside(a.source.front(), quotes[q].content);
    });
    return around != open.rend() && quotes[*around].speaker ? &quotes[*around] : nullptr;
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

Expected<PeopleResolver> PeopleResolver::load(const std::filesystem::path& resources,
                                              const EarlierStages& earlier) {
    auto nouns = NounClasses::load(resources);
    if (!nouns) return unexpected(nouns.error());
    return load(resources / "models" / "pronouns.model", std::move(*nouns), earlier);
}

Expected<PeopleResolver> PeopleResolver::load(const std::filesystem::path& path, NounClasses nouns,
                                              const EarlierStages& earlier) {
    const auto file = ModelFile::open(path, stage, pronounEvidenceRevision);
    if (!file) return unexpected(file.error());
    auto weights = LogisticModel::read(*file, "weights", pronounEvidenceCount);
    if (!weights) return unexpected(weights.error());
    PeopleResolver out(std::move(nouns), std::move(*weights));
    const Outcome checked = checkModelSamples(
        *file, [&](std::string_view sample) { return out.answer(earlier, sample); });
    if (!checked) return unexpected(checked.error());
    return out;
}

std::string PeopleResolver::answer(const EarlierStages& earlier, std::string_view paragraph) const {
    const TokenizedText text = earlier.tagger.tag(analyzePlainText(paragraph));
    const Syntax syntax(text, earlier.parser.parse(text));
    const People people =
        resolve(text, syntax, earlier.names.find(text), findQuotedStretches(text), {});
    std::vector<std::pair<Span, std::string>> pronouns;
    for (const Entity& entity : people.entities)
        for (const Mention& mention : entity.mentions)
            if (mention.kind == MentionKind::Pronoun)
                pronouns.emplace_back(mention.span,
                                      std::string(text.slice(mention.span)) + ": " + entity.name);
    std::sort(pronouns.begin(), pronouns.end());
    std::string out;
    for (const auto& [span, words] : pronouns)
        out += (out.empty() ? "" : "; ") + words;
    return out;
}

People PeopleResolver::resolve(const TokenizedText& text, const Syntax& syntax,
                               const std::vector<NamedMention>& names,
                               const std::vector<QuotedStretch>& stretches,
                               const std::vector<Attribution>& attributions,
                               const PronounObserver& observer) const {
    EntityBuilder entities(text, syntax, names, m_nouns);
    SourceResolver resolver(text, syntax, names, stretches, m_nouns, m_pronouns, entities,
                            observer);
    People people;
    people.quotes.reserve(attributions.size());
    std::vector<std::size_t> open; // quotes that go on behind what was read
    for (const Attribution& a : attributions) {
        Quote quote = quoteOf(a);
        resolver.readPronounsTo(a.content.front().begin);
        if (a.addressee) quote.addressee = resolver.named(*a.addressee);
        if (!a.cue.empty())
            quote.why.push_back(
                {ReasonStep::Cue, std::string(text.slice(a.cue.back())), a.cue.back()});
        std::erase_if(open, [&](std::size_t q) {
            return people.quotes[q].content.back().end <= a.content.front().begin;
        });
        if (const Quote* around = quoteAround(text, a, people.quotes, open)) {
            quote.speaker = around->speaker;
            quote.confidence *= around->confidence;
            const Span source = a.source.front();
            quote.why.push_back({ReasonStep::Source, std::string(text.slice(source)), source});
            quote.why.push_back({ReasonStep::Pronoun, entities.at(*around->speaker).name,
                                 entities.firstMention(*around->speaker)});
        } else if (!a.source.empty() || a.implied || a.answer) {
            Resolved found =
                a.answer ? resolver.resolveAnswer()
                         : resolver.resolve(a.source.empty() ? *a.implied : a.source.front(),
                                            quote.addressee);
            quote.speaker = found.speaker;
            quote.runnerUp = found.runnerUp;
            const float sure = found.speaker ? found.confidence : people_limits::unresolved;
            quote.confidence *=
                a.implied && a.source.empty() ? sure * people_limits::implied : sure;
            quote.why.insert(quote.why.end(), found.why.begin(), found.why.end());
        } else if (a.continues && people.quotes[*a.continues].speaker) {
            const Quote& before = people.quotes[*a.continues];
            quote.speaker = before.speaker;
            quote.confidence =
                people_limits::continued * std::min(before.confidence, 1 - (1 - a.confidence) / 2);
            quote.why.push_back({ReasonStep::Continuation, entities.at(*before.speaker).name,
                                 before.content.back()});
        } else if (!a.turn) { // of an interviewer's question nobody is named
            quote.confidence *= people_limits::unresolved;
        }
        // Speech within speech does not make its speaker the one whom "he said" takes up next.
        const bool nested =
            !people.quotes.empty() && inside(a.content.front(), people.quotes.back().content);
        const bool relative = !a.source.empty() && text.slice(a.source.front()) == "who";
        if (quote.speaker && !nested && !relative) {
            resolver.spoke(*quote.speaker, a.content.front().begin);
            if (!a.cue.empty()) resolver.wrote(*quote.speaker, a.cue.front().begin);
        }
        open.push_back(people.quotes.size());
        people.quotes.push_back(std::move(quote));
    }
    resolver.readPronounsTo(static_cast<std::uint32_t>(text.text.size()));
    for (std::size_t i = 0; i < people.quotes.size(); ++i)
        if (people.quotes[i].speaker)
            addFirstPersons(text, stretches, people.quotes[i], attributions[i].turn, entities);
    people.entities = entities.finish();
    return people;
}

} // namespace quoth
