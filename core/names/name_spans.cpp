#include "core/names/name_spans.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace quoth {
namespace {

constexpr std::uint32_t anyHead = OrgHead | PlaceHead | OtherHead | Company;
constexpr std::uint32_t longestRun = 30; // tokens; more is a text in capitals, not a name
constexpr std::uint32_t knownName = PlaceName | KnownOrg | KnownOther | Demonym;

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// "S.Amarsaikhan"
bool hasInitial(std::string_view lower) {
    return lower.size() > 3 && lower[1] == '.';
}

class SpanFinder {
public:
    SpanFinder(const TokenizedText& text, const Gazetteer& gazetteer,
               const std::vector<NameWord>& words)
        : m_text(text), m_gazetteer(gazetteer), m_words(words) {}

    std::vector<NameSpan> find() {
        for (const Sentence& sentence : m_text.sentences) {
            m_begin = sentence.tokens.begin;
            m_end = sentence.tokens.end;
            for (std::uint32_t i = m_begin; i < m_end;) {
                if (!m_words[i].nameable) {
                    ++i;
                    continue;
                }
                const std::uint32_t end = runEnd(i);
                cut(i, end);
                if (const NameWord& last = m_words[end - 1]; !last.second.empty()) {
                    NameSpan second;
                    second.tokens = {end - 1, end};
                    second.span = last.second;
                    second.phrase = last.secondFacts;
                    m_spans.push_back(second);
                }
                i = end;
            }
        }
        return std::move(m_spans);
    }

private:
    std::string_view lower(std::uint32_t i) const { return m_words[i].lower; }
    bool nameable(std::uint32_t i) const { return i < m_end && m_words[i].nameable; }
    bool adjacent(std::uint32_t i) const { // no space between i and the token before
        return m_text.tokens[i].span.begin == m_text.tokens[i - 1].span.end;
    }
    bool isInitial(std::uint32_t i) const {
        return m_words[i].capital && m_text.tokens[i].span.size() == 1;
    }

    std::uint32_t runEnd(std::uint32_t begin) const {
        bool linked = false; // an "of" or "for" joins words of this run
        std::uint32_t i = begin + 1;
        if (const auto phrase = longestPhrase(m_gazetteer, m_words, begin, m_end);
            phrase.facts & (knownName & ~Demonym))
            i = begin + phrase.size;
        for (;;) {
            if (i >= m_end || m_words[i - 1].cut || i - begin >= longestRun) return i;
            if (nameable(i)) {
                ++i;
                continue;
            }
            std::uint32_t next = i;
            if (const std::uint32_t joined = joinEnd(begin, i, linked); joined > i) next = joined;
            if (next == i) return i;
            i = next;
        }
    }

    // The end of a run that goes on over the token at i, which is no name word; i where it ends.
    std::uint32_t joinEnd(std::uint32_t begin, std::uint32_t i, bool& linked) const {
        const NameWord& last = m_words[i - 1];
        const std::string_view word = lower(i);
        if (word == "." && isInitial(i - 1) && adjacent(i) && nameable(i + 1)) return i + 2;
        if (word == "&" && nameable(i + 1) && !(last.is(Forename) && i == begin + 1)) return i + 2;
        if (word == "/" && adjacent(i) && last.is(KnownOrg | OrgHead) && nameable(i + 1) &&
            adjacent(i + 1))
            return i + 2;
        if (word == "'s" || word == "'") {
            const bool plural = last.is(Common) && !last.is(Forename | Role | knownName) &&
                                !last.is(OrgHead | PlaceHead);
            if (plural && nameable(i + 1) && !m_words[i - 1].free) return i + 2;
            if (last.is(Role) && nameable(i + 1) && m_words[i + 1].is(OrgHead)) return i + 2;
            return i;
        }
        if (m_words[i].is(Particle) && !m_words[i].capital) {
            std::uint32_t k = i + 1;
            while (k < m_end && k < i + 3 && m_words[k].is(Particle) && !m_words[k].capital)
                ++k;
            const bool verb = m_words[i].is(Common) && m_text.tokens[i].tag != FineTag::IN &&
                              m_text.tokens[i].tag != FineTag::FW && last.is(Demonym | Country);
            if (nameable(k) && !verb) return k + 1;
        }
        // "Chief of Staff Mark Milley"
        if (const auto role = longestPhrase(m_gazetteer, m_words, i - 1, m_end);
            role.size > 2 && (role.facts & Role))
            return i - 1 + role.size;
        if (isOneOf(word, {"of", "for", "on", "against"})) return prepositionEnd(begin, i, linked);
        if (word == "and") return andEnd(begin, i, linked);
        return i;
    }

    std::uint32_t prepositionEnd(std::uint32_t begin, std::uint32_t i, bool& linked) const {
        const NameWord& last = m_words[i - 1];
        std::uint32_t k = i + 1;
        while (k < m_end && !nameable(k) && isOneOf(lower(k), {"the", "a"}))
            ++k;
        if (!nameable(k) || last.is(Title | Role | Demonym)) return i;
        if (last.is(Forename | PlaceName) && !last.is(anyHead | Common)) return i;
        const std::string_view word = lower(i);
        const bool headed =
            std::any_of(m_words.begin() + begin, m_words.begin() + i,
                        [](const NameWord& w) { return w.is(OrgHead | OtherHead); });
        const bool fits = word == "of" ? last.is(anyHead | PlaceLead) || headed || last.is(Common)
                          : word == "for" ? headed
                                          : headed && m_words[k].is(Common);
        if (!fits || m_words[k].is(Title | Role)) {
            // "Office of the President" is an office, "Minister of" a role.
            if (!(fits && last.is(OrgHead))) return i;
        }
        linked = true;
        return k + 1;
    }

    std::uint32_t andEnd(std::uint32_t begin, std::uint32_t i, bool linked) const {
        if (!nameable(i + 1)) return i;
        const NameWord& next = m_words[i + 1];
        const bool ordinary = next.is(Common) && !next.is(knownName | Title | Role);
        const auto isPlain = [](const NameWord& w) {
            return w.is(Common) && !w.is(knownName | Title | Role | anyHead);
        };
        if (linked && ordinary && m_words[i - 1].is(Common)) return i + 2;
        // "Food and Drug Administration": ordinary words to the left, a head to the right.
        if (!ordinary || !isPlain(m_words[i - 1])) return i;
        std::uint32_t k = i + 1;
        while (nameable(k))
            ++k;
        for (std::uint32_t j = begin; j < i; ++j)
            if (m_words[j].is(OrgHead) || m_words[j].is(Title | Role)) return i;
        return k > i + 2 && m_words[k - 1].is(OrgHead | OtherHead) ? i + 2 : i;
    }

    // Tokens of the role or title that begins at i; 0 where there is none.
    std::uint32_t roleSize(std::uint32_t i, std::uint32_t end, std::uint32_t fact) const {
        const auto phrase = longestPhrase(m_gazetteer, m_words, i, end);
        if (phrase.facts & fact) return phrase.size;
        return phrase.size == 0 && m_words[i].is(fact) ? 1 : 0;
    }

    bool holds(std::uint32_t begin, std::uint32_t end, std::uint32_t facts) const {
        return std::any_of(m_words.begin() + begin, m_words.begin() + end,
                           [&](const NameWord& w) { return w.is(facts); });
    }

    // Cuts a run at titles and roles.
    void cut(std::uint32_t begin, std::uint32_t end) {
        NameSpan span;
        lookBehind(begin, span);
        std::uint32_t from = begin;
        for (std::uint32_t i = begin; i < end;) {
            const bool named =
                i > from && m_words[i - 1].is(Forename) && !m_words[i - 1].is(Common | PlaceName);
            const std::uint32_t role = roleSize(i, end, Role), title = roleSize(i, end, Title);
            const std::uint32_t size = std::max(role, title);
            const std::uint32_t after = i + size;
            // "Attorney General's Office", "King Faisal Hospital"
            const bool headed =
                after < end &&
                (m_words[after].is(anyHead) || isOneOf(lower(after), {"'s", "'", "of"}) ||
                 (title && m_words[end - 1].is(OrgHead | PlaceHead)));
            const bool forename = size == 1 && after < end && m_words[i].is(Forename) &&
                                  m_words[after].capital && !m_words[after].is(Forename | Common) &&
                                  i == begin && !span.role;
            const bool inOrg =
                after == end && i > from && isOneOf(lower(i - 1), {"of", "for", "the"});
            // "Sajida Begum"
            const bool last = after == end && i > from && title && !role &&
                              !m_words[i - 1].is(Common | knownName);
            if (size == 0 || headed || forename || inOrg || last || (named && size == 1)) {
                ++i;
                continue;
            }
            pieceBeforeRole(span, from, i);
            span = {};
            span.role = role > 0;
            span.title = title > 0;
            setGender(lower(i), span);
            from = i = after;
        }
        piece(span, from, end);
    }

    // A title or role in lower case, or one that the run does not hold, just before it.
    void lookBehind(std::uint32_t begin, NameSpan& span) const {
        if (begin == m_begin) return;
        std::uint32_t before = begin - 1;
        if (lower(before) == "." && before > m_begin) --before; // "Mr ." of a split abbreviation
        span.role = m_words[before].is(Role);
        span.title = m_words[before].is(Title) && m_words[before].capital;
        if (span.title || span.role) setGender(lower(before), span);
    }

    static void setGender(std::string_view word, NameSpan& span) {
        if (isOneOf(word, {"mr",          "mr.",     "sir",   "lord",     "king",      "prince",
                           "father",      "brother", "señor", "monsieur", "spokesman", "chairman",
                           "businessman", "actor",   "emir",  "sultan",   "sheikh",    "imam",
                           "congressman", "husband", "son"}))
            span.gender = Gender::Male;
        if (isOneOf(word, {"mrs",        "mrs.",          "ms",      "ms.",           "miss",
                           "dame",       "lady",          "queen",   "princess",      "sister",
                           "señora",     "madam",         "madame",  "mme",           "spokeswoman",
                           "chairwoman", "businesswoman", "actress", "congresswoman", "wife",
                           "daughter",   "mother"}))
            span.gender = Gender::Female;
    }

    // What stands before a role: "US" of "US Deputy [Secretary]"; its portfolio goes with the role.
    void pieceBeforeRole(NameSpan span, std::uint32_t begin, std::uint32_t end) {
        while (begin < end) {
            const auto phrase = longestPhrase(m_gazetteer, m_words, begin, end);
            if (phrase.size == end - begin && (phrase.facts & knownName)) break;
            const NameWord& last = m_words[end - 1];
            const bool portfolio =
                last.is(Modifier) || (last.is(Common) && !last.is(knownName | anyHead));
            if (!portfolio && !isOneOf(lower(end - 1), {"and", "&", "of", "for", "'s", "the"}))
                break;
            --end;
        }
        piece(span, begin, end);
    }

    void piece(NameSpan span, std::uint32_t begin, std::uint32_t end) {
        while (begin < end && (lower(begin) == "the" || !m_words[begin].capital) &&
               !m_words[begin].nameable)
            ++begin;
        while (end > begin && !m_words[end - 1].nameable && !isKnownPhrase(begin, end))
            --end;
        if (begin >= end) return;
        // An opening word that only the capital after it spoke for.
        const NameWord& first = m_words[begin];
        if (first.free && end - begin > 1 && first.is(Common) &&
            !first.is(Forename | knownName | PlaceLead) && !holds(begin + 1, end, anyHead) &&
            !isKnownPhrase(begin, end) && !m_words[begin + 1].free &&
            (end - begin == 2 || m_words[begin + 1].is(Forename | PlaceName | Demonym)))
            ++begin;

        const auto phrase = longestPhrase(m_gazetteer, m_words, begin, end);
        if (phrase.size == end - begin) {
            span.phrase = phrase.facts;
        } else {
            const std::uint32_t size = separateSize(phrase, begin, end, span.title || span.role);
            if (size > 0) {
                NameSpan first = span;
                first.demonym = (phrase.size ? phrase.facts : m_words[begin].facts) & Demonym;
                first.phrase = phrase.size ? phrase.facts : m_words[begin].facts;
                put(first, begin, begin + size);
                begin += size;
            }
            if (end - begin == 1) span.phrase = m_words[begin].facts;
        }
        put(span, begin, end);
    }

    void put(NameSpan span, std::uint32_t begin, std::uint32_t end) {
        span.tokens = {begin, end};
        span.span = {m_words[begin].span.begin, m_words[end - 1].span.end};
        m_spans.push_back(span);
    }

    bool isKnownPhrase(std::uint32_t begin, std::uint32_t end) const {
        const auto phrase = longestPhrase(m_gazetteer, m_words, begin, end);
        return phrase.size == end - begin && (phrase.facts & knownName);
    }

    // Tokens of a nationality or place that stands before another name: "Russian" of "Russian
    // Sachin Pilot", "Cairo" of "Cairo Mariam Ali", but none of "Indian National Congress".
    std::uint32_t separateSize(const NamePhrase& phrase, std::uint32_t begin, std::uint32_t end,
                               bool titled) const {
        const std::uint32_t facts = phrase.size ? phrase.facts : m_words[begin].facts;
        const std::uint32_t size = std::max(phrase.size, 1u);
        const std::uint32_t rest = begin + size;
        if (end - begin <= size || holds(rest, end, anyHead) || !m_words[rest].capital) return 0;
        const bool person = m_words[rest].is(Forename) && end - rest >= 2;
        if (facts & Demonym) {
            if (facts & Forename && (titled || !m_words[rest].is(Common))) return 0; // Christian
            if (m_words[rest].is(Demonym)) return 0;
            const bool ordinary = std::all_of(m_words.begin() + rest, m_words.begin() + end,
                                              [](const NameWord& w) { return w.is(Common); });
            return ordinary && !person ? 0 : size;
        }
        if (facts & (Country | KnownPlace))
            return person || hasInitial(lower(rest)) || m_words[rest].is(SurnameFirst) ? size : 0;
        // "LEBA Fatallah Fawzi", but "DJ Khaled"
        if (m_words[begin].caps && lower(begin).size() > 2) return person ? size : 0;
        return (facts & City) && !(facts & Forename) && person ? size : 0;
    }

    const TokenizedText& m_text;
    const Gazetteer& m_gazetteer;
    const std::vector<NameWord>& m_words;
    std::vector<NameSpan> m_spans;
    std::uint32_t m_begin = 0, m_end = 0; // of the sentence
};

} // namespace

namespace {

// "told Ana Reyes Lisbon would pay": a place that begins the next clause stands right after a
// person whose surname ends names elsewhere in the document.
std::vector<NameSpan> partAppendedPlaces(const TokenizedText& text,
                                         const std::vector<NameWord>& words,
                                         std::vector<NameSpan> spans) {
    std::unordered_set<std::string_view> lastWords;
    for (const NameSpan& span : spans)
        lastWords.insert(text.tokens[span.tokens.end - 1].lower);
    std::vector<NameSpan> out;
    out.reserve(spans.size());
    for (NameSpan& span : spans) {
        const std::uint32_t last = span.tokens.end - 1;
        const bool parts = span.tokens.size() >= 3 && words[span.tokens.begin].is(Forename) &&
                           words[last].is(PlaceName) &&
                           lastWords.contains(text.tokens[last - 1].lower);
        if (!parts) {
            out.push_back(std::move(span));
            continue;
        }
        NameSpan place;
        place.tokens = {last, last + 1};
        place.span = text.tokens[last].span;
        place.phrase = words[last].facts;
        span.tokens.end = last;
        span.span.end = text.tokens[last - 1].span.end;
        span.phrase = 0;
        out.push_back(std::move(span));
        out.push_back(std::move(place));
    }
    return out;
}

} // namespace

std::vector<NameSpan> findNameSpans(const TokenizedText& text, const Gazetteer& gazetteer,
                                    const std::vector<NameWord>& words) {
    return partAppendedPlaces(text, words, SpanFinder(text, gazetteer, words).find());
}

} // namespace quoth
