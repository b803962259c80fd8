#include "core/names/name_types.h"

#include "core/names/context_words.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>

namespace quoth {
namespace {

constexpr std::uint32_t anyHead = OrgHead | PlaceHead | OtherHead | Company;

// Evidence for each type, in log-odds like points.
struct Evidence {
    float person = 0, organization = 0, place = 0, other = 0;

    Evidence& operator+=(const Evidence& e) {
        person += e.person;
        organization += e.organization;
        place += e.place;
        other += e.other;
        return *this;
    }
    Evidence operator*(float f) const {
        return {person * f, organization * f, place * f, other * f};
    }
    std::array<std::pair<float, EntityType>, 4> ranked() const {
        std::array<std::pair<float, EntityType>, 4> all = {
            {{person, EntityType::Person},
             {organization, EntityType::Organization},
             {place, EntityType::Place},
             {other, EntityType::Other}}};
        std::stable_sort(all.begin(), all.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        return all;
    }
};

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool isNumber(const Token& token) {
    return token.kind == TokenKind::Number;
}

// "RM250,000", "T3": at most three letters, then digits.
bool isAmount(std::string_view lower) {
    const std::size_t digit = lower.find_first_of("0123456789");
    return digit != std::string_view::npos && digit <= 3;
}

class Typer {
public:
    Typer(const TokenizedText& text, const std::vector<NameWord>& words,
          const std::vector<NameSpan>& spans)
        : m_text(text), m_words(words), m_spans(spans) {}

    std::vector<NamedMention> type() {
        for (const NameSpan& span : m_spans) {
            m_keys.push_back(toLower(m_text.slice(span.span)));
            Evidence own = fromName(span);
            own += fromContext(span);
            m_own.push_back(own);
        }
        coordinate();
        gather();
        std::vector<NamedMention> mentions;
        for (std::size_t i = 0; i < m_spans.size(); ++i) {
            const NameSpan& span = m_spans[i];
            const auto ranked = total(i).ranked();
            if (!isName(span, ranked[0].second, i)) continue;
            NamedMention mention;
            mention.tokens = span.tokens;
            mention.span = span.span;
            mention.type = ranked[0].second;
            mention.confidence = 1 / (1 + std::exp(ranked[1].first - ranked[0].first));
            if (mention.type == EntityType::Person) mention.gender = gender(span);
            mentions.push_back(mention);
        }
        return mentions;
    }

private:
    struct Votes {
        Evidence sum;
        float count = 0;
    };

    const NameWord& word(std::uint32_t i) const { return m_words[i]; }
    std::string_view lower(std::uint32_t i) const { return m_words[i].lower; }

    bool holds(IndexRange range, std::uint32_t facts) const {
        return std::any_of(m_words.begin() + range.begin, m_words.begin() + range.end,
                           [&](const NameWord& w) { return w.is(facts); });
    }

    // The head word: the last one, or the one before "of", "for", "de".
    std::uint32_t headOf(IndexRange range) const {
        for (std::uint32_t i = range.begin + 1; i < range.end; ++i)
            if (!word(i).capital && isOneOf(lower(i), {"of", "for", "on", "against"})) return i - 1;
        return range.end - 1;
    }

    Evidence fromName(const NameSpan& span) const {
        const IndexRange range = span.tokens;
        Evidence e;
        if (span.demonym) return {0, 0, 0, 9};
        if (span.phrase & KnownOrg) e.organization += 5;
        if (span.phrase & KnownPlace) e.place += 4.5f;
        if (span.phrase & KnownOther) e.other += 5;
        if (span.phrase & Demonym) e.other += 6;
        if (span.phrase & Country) e.place += 5;
        if (span.phrase & City) e.place += range.size() > 1 ? 4.0f : 2.5f;
        if (span.phrase & UnsurePlace) e.place += range.size() > 1 ? 2.5f : 0.8f;
        if (!(span.span.begin == word(range.begin).span.begin)) return e; // second of a compound
        Evidence shape = range.size() == 1 ? fromSingle(range.begin) : fromWords(range);
        if (range.size() > 1 && (span.phrase & (KnownOrg | KnownOther | PlaceName)))
            shape = shape * 0.3f;
        return e += shape;
    }

    Evidence fromSingle(std::uint32_t i) const {
        const NameWord& w = word(i);
        Evidence e;
        if (w.caps && w.lower.size() <= 8) {
            e.organization += 2.5f;
        } else {
            if (w.is(Forename)) e.person += w.is(Common) ? 0.5f : 1.5f;
            if (w.is(SurnameFirst)) e.person += 1.5f;
        }
        if (w.is(PlaceHead)) e.place += 0.5f;
        if (w.is(OtherHead)) e.other += 1.5f;
        if (w.lower.size() > 3 && w.lower[1] == '.') e.person += 3; // "S.Amarsaikhan"
        const bool digit = w.lower.find_first_of("0123456789") != std::string_view::npos;
        if (digit) e.other += 2;
        if (!w.is(Common) && !digit) e.person += 0.3f;
        return e;
    }

    Evidence fromWords(IndexRange range) const {
        Evidence e;
        const NameWord& first = word(range.begin);
        const std::uint32_t headAt = headOf(range);
        const NameWord& head = word(headAt);
        const NameWord& last = word(range.end - 1);
        const bool linked = headAt + 1 < range.end;
        if (head.is(Company) || last.is(Company)) e.organization += 5;
        if (head.is(OrgHead)) e.organization += head.is(PlaceHead | OtherHead) ? 2.5f : 4.0f;
        if (head.is(PlaceHead)) e.place += head.is(OrgHead | OtherHead) ? 2.5f : 4.0f;
        if (head.is(OtherHead)) e.other += head.is(OrgHead | PlaceHead) ? 2.0f : 4.0f;
        if (!linked && !head.is(anyHead) && holds(range, OrgHead)) e.organization += 1.5f;
        if (first.is(PlaceLead) && !head.is(anyHead)) e.place += first.is(Common) ? 1.5f : 3.5f;
        if (isOneOf(lower(range.begin), {"la", "los", "las", "el", "le", "les"})) {
            e.person -= 1.5f;
            e.place += 0.5f;
            e.organization += 0.5f;
        }
        if (linked && head.is(PlaceLead)) e.place += 2;
        if (linked && !head.is(anyHead | PlaceLead)) e.organization += 1;

        std::uint32_t names = 0, common = 0;
        bool particle = false, initial = false, mark = false, number = false, acronym = false;
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            const NameWord& w = word(i);
            if (w.capital) {
                ++names;
                common += w.is(Common) && !w.is(Forename | SurnameFirst) ? 1 : 0;
                initial = initial || (m_text.tokens[i].span.size() <= 2 && i + 1 < range.end &&
                                      !w.is(Country | KnownOrg | KnownPlace));
            } else if (w.is(Particle))
                particle = true;
            acronym = acronym || (w.caps && !w.is(Suffix));
            mark = mark || lower(i) == "&" || lower(i) == "'s" || lower(i) == "/";
            number = number || isNumber(m_text.tokens[i]);
        }
        const bool headed = holds(range, anyHead);
        if (mark) e.organization += 2;
        if (number) e.other += 1.5f;
        if (acronym) e.person -= 1.5f;
        if (first.is(Forename) && !linked)
            e.person += first.is(Common) ? 1.5f : headed ? 1.5f : 3.0f;
        if (first.is(SurnameFirst) && names <= 3 && common == 0) e.person += 2;
        if (first.is(OrgHead) && !first.is(Common) && !linked) e.organization += 4;
        if (last.is(Country | KnownPlace) && !linked &&
            (last.is(Country) ? !last.is(Forename) : !first.is(Forename))) {
            e.organization += 2;
            e.person -= 1.5f;
        }
        if (last.is(Suffix)) e.person += 4;
        if (initial && !linked && !headed) e.person += 2;
        if (particle && !headed) e.person += 1;
        if (common == 0 && names >= 2 && names <= 4 && !headed && !linked) e.person += 2;
        if (common == names) {
            e.organization += 0.8f;
            e.other += 1;
            e.person -= 1;
        } else if (common > 0)
            e.organization += 0.8f;
        if (first.is(Country | Demonym | KnownPlace) && !headed) {
            e.organization += 2;
            if (!first.is(Forename)) e.person -= 1.5f;
        }
        return e;
    }

    Evidence fromContext(const NameSpan& span) const {
        const IndexRange range = span.tokens;
        const std::uint32_t sentence = m_text.sentenceOf(range.begin);
        const IndexRange around = m_text.sentences[sentence].tokens;
        const auto at = [&](std::uint32_t i) -> const Token& {
            static const Token none{};
            return i < around.end && i >= around.begin ? m_text.tokens[i] : none;
        };
        const Token& before = at(range.begin - 1);
        const Token& after = at(range.end);
        const Token& later = at(range.end + 1);
        Evidence e;
        if (span.title) e.person += 6;
        if (span.role) e.person += 4;
        if (isSayingLemma(before.lemma)) e.person += before.tag == FineTag::VBD ? 1.5f : 0.5f;
        if (isSayingLemma(after.lemma)) {
            e.person += 1.5f;
            e.organization += 0.7f;
        } else if (after.pos == Pos::Verb && after.tag != FineTag::VBG && after.tag != FineTag::VBN)
            e.person += 0.7f;
        if (after.lower == "," && isOneOf(later.lower, {"who", "whose"})) e.person += 2;
        if (isOneOf(after.lower, {"who", "whose"})) e.person += 1.5f;
        if (!(span.phrase & PlaceName)) {
            e += besideNouns(before, after, range.end, around.end);
            if (before.lower == "of" && isOfficeNoun(at(range.begin - 2).lemma))
                e.organization += 2; // "chief executive of Acme"
            if (after.lower == "," && isOneOf(later.lower, {"a", "an", "the"}) &&
                isCompanyNoun(at(range.end + 2).lemma))
                e.organization += 2; // "Acme, the operator"
        }
        if (isPeopleNoun(after.lemma)) e.other += 2;
        if (isWorkNoun(before.lemma)) e.other += 2.5f;
        if (range.end < around.end && word(range.end).is(PlaceHead) && !word(range.end).capital &&
            !word(range.end).is(OrgHead))
            e.place += 2;
        if (before.lower == "of" && range.begin >= around.begin + 2 &&
            word(range.begin - 2).is(PlaceHead) && !word(range.begin - 2).capital)
            e.place += 3;
        if (isSayingLemma(after.lemma) && isOneOf(later.lower, {"it", "its"}))
            e.organization += 1.5f;
        if (isSayingLemma(after.lemma) && isOneOf(later.lower, {"he", "she"})) e.person += 1.5f;
        if (before.lower == "(" && after.lower == ")") e.organization += 1;
        if (after.lower == "," && isNumber(later) && later.span.size() == 2) e.person += 3;
        if (after.lower == "," && isOneOf(later.lower, {"a", "an", "the"})) e.person += 0.8f;
        if (after.lower == "(" && isNumber(later)) e.person += 0.7f;
        if (after.lower == "," && range.end + 1 < around.end &&
            word(range.end + 1).is(Country | KnownPlace))
            e.place += 2;

        if (before.lower == "in") e.place += 2;
        if (isOneOf(before.lower, {"near", "across", "throughout", "outside", "around", "inside"}))
            e.place += 2;
        if (isOneOf(before.lower, {"from", "at", "to", "into", "towards", "toward"}))
            e.place += 0.8f;
        if (before.lower == "at") e.organization += 1;
        if (isOneOf(before.lower, {"by", "with"})) {
            e.person += 0.5f;
            e.organization += 0.3f;
        }
        if (before.lower == "the" || (range.begin > around.begin && isTheBefore(range.begin))) {
            e.person -= 2.5f;
            e.place -= 0.5f;
            e.organization += 1;
            e.other += 0.7f;
        }
        return e;
    }

    // "the company Acme", "Acme shares", "Acme founder"
    Evidence besideNouns(const Token& before, const Token& after, std::uint32_t next,
                         std::uint32_t end) const {
        Evidence e;
        if (isCompanyNoun(before.lemma)) e.organization += 3;
        if (isCompanyNoun(after.lemma)) e.organization += 2;
        if (next < end && word(next).is(Role) && !word(next).capital) e.organization += 1.5f;
        if (after.lower == "'s" && next + 1 < end && word(next + 1).is(Role)) e.organization += 1;
        return e;
    }

    bool isTheBefore(std::uint32_t i) const {
        return lower(i - 1) == "this" || lower(i - 1) == "our";
    }

    // Names in a row are of one kind: "Masaya, Granada and Leon".
    void coordinate() {
        const std::vector<Evidence> own = m_own;
        for (std::size_t i = 0; i + 1 < m_spans.size(); ++i) {
            const std::uint32_t end = m_spans[i].tokens.end, next = m_spans[i + 1].tokens.begin;
            if (next <= end || next > end + 2) continue;
            const bool comma = lower(end) == ",", both = lower(next - 1) == "and";
            if (!(next == end + 1 ? comma || both : comma && both)) continue;
            m_own[i] += fromNeighbour(own[i + 1]);
            m_own[i + 1] += fromNeighbour(own[i]);
        }
    }

    static Evidence fromNeighbour(const Evidence& e) {
        const auto ranked = e.ranked();
        Evidence out;
        if (ranked[0].first - ranked[1].first < 2) return out;
        switch (ranked[0].second) {
        case EntityType::Person:
            out.person = 1;
            break;
        case EntityType::Organization:
            out.organization = 1;
            break;
        case EntityType::Place:
            out.place = 1.3f;
            break;
        case EntityType::Other:
        case EntityType::Group:
            out.other = 0.5f;
            break;
        }
        return out;
    }

    // What other mentions say: votes for the same name, people's single names, acronyms.
    void gather() {
        for (std::size_t i = 0; i < m_spans.size(); ++i) {
            Votes& votes = m_votes[m_keys[i]];
            votes.sum += m_own[i];
            votes.count += 1;
        }
        for (std::size_t i = 0; i < m_spans.size(); ++i) {
            const IndexRange range = m_spans[i].tokens;
            const auto ranked = voted(i).ranked();
            const float margin = ranked[0].first - ranked[1].first;
            if (ranked[0].second == EntityType::Person && range.size() > 1 && margin > 1)
                for (std::uint32_t t = range.begin; t < range.end; ++t)
                    if (word(t).capital && m_text.tokens[t].span.size() > 1)
                        m_people[std::string(lower(t))] |= t + 1 == range.end ? 2 : 1;
            // "Kings Rugby Academy (KRA)"
            if (i + 1 < m_spans.size() && m_spans[i + 1].tokens.begin == range.end + 1 &&
                lower(range.end) == "(" && m_spans[i + 1].tokens.size() == 1 && range.size() > 1)
                m_acronyms[m_keys[i + 1]] = ranked[0].second == EntityType::Person
                                                ? EntityType::Organization
                                                : ranked[0].second;
        }
    }

    Evidence voted(std::size_t i) const {
        const Votes& votes = m_votes.at(m_keys[i]);
        Evidence e = m_own[i];
        e += votes.sum * (1 / votes.count);
        return e;
    }

    Evidence total(std::size_t i) const {
        Evidence e = voted(i);
        if (m_spans[i].tokens.size() == 1) {
            const auto person = m_people.find(m_keys[i]);
            if (person != m_people.end()) e.person += person->second & 2 ? 5.0f : 3.5f;
        }
        const auto acronym = m_acronyms.find(m_keys[i]);
        if (acronym != m_acronyms.end()) {
            if (acronym->second == EntityType::Organization) e.organization += 4;
            if (acronym->second == EntityType::Place) e.place += 4;
            if (acronym->second == EntityType::Other) e.other += 4;
        }
        return e;
    }

    bool isName(const NameSpan& span, EntityType type, std::size_t i) const {
        const IndexRange range = span.tokens;
        if (range.size() > 1) return true;
        const NameWord& w = word(range.begin);
        if (span.phrase & (PlaceName | KnownOrg | KnownOther | Demonym)) return true;
        if (w.lower.size() == 1 || isAmount(w.lower) || w.is(Suffix)) return false;
        if (type == EntityType::Person && m_people.count(m_keys[i])) return true;
        if (w.is(anyHead) && !w.caps && !w.is(Forename | SurnameFirst) && !span.title) return false;
        if (w.is(Common) && !w.caps) {
            const bool says =
                range.end < m_text.tokens.size() && isSayingLemma(m_text.tokens[range.end].lemma);
            if (says && w.is(Forename | SurnameFirst) && type == EntityType::Person) return true;
            if (span.title || (span.role && type == EntityType::Person)) return true;
            return false;
        }
        return true;
    }

    Gender gender(const NameSpan& span) const {
        if (span.gender != Gender::Unknown) return span.gender;
        if (span.tokens.size() == 1) { // a surname tells nothing
            const auto known = m_people.find(std::string(lower(span.tokens.begin)));
            if (word(span.tokens.begin).is(SurnameFirst) ||
                (known != m_people.end() && (known->second & 2)))
                return Gender::Unknown;
        }
        for (std::uint32_t i = span.tokens.begin; i < span.tokens.end; ++i) {
            if (i > span.tokens.begin && i + 1 == span.tokens.end) break; // a surname
            const bool female = word(i).is(Female), male = word(i).is(Male);
            if (female != male) return female ? Gender::Female : Gender::Male;
        }
        return Gender::Unknown;
    }

    const TokenizedText& m_text;
    const std::vector<NameWord>& m_words;
    const std::vector<NameSpan>& m_spans;
    std::vector<std::string> m_keys;
    std::vector<Evidence> m_own;
    std::unordered_map<std::string, Votes> m_votes;
    std::unordered_map<std::string, unsigned> m_people; // single names: 2 last, 1 other
    std::unordered_map<std::string, EntityType> m_acronyms;
};

} // namespace

std::vector<NamedMention> typeNames(const TokenizedText& text, const std::vector<NameWord>& words,
                                    const std::vector<NameSpan>& spans) {
    return Typer(text, words, spans).type();
}

} // namespace quoth
