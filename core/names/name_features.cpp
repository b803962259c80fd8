#include "core/names/name_features.h"

#include "core/names/name_limits.h"

#include <algorithm>
#include <bit>

namespace quoth {
namespace {

constexpr std::uint64_t edge = 0xED6E; // stands for units before and after the sentence

// Left2: two units to the left; 3: of the unit and both neighbours; Run: of capitalised units.
enum class NameFeature : std::uint16_t {
    State = 1, // NameUnit's capital, caps, free and joined
    StateBlock,
    Word,
    WordState,
    ClusterState,
    LeftClusterState,
    RightClusterState,
    Left2ClusterState,
    Right2ClusterState,
    LeftClusterClusterState,
    ClusterRightClusterState,
    LeftClusterRightClusterState,
    LeftWord,
    RightWord,
    Left2Word,
    Right2Word,
    LeftCasedWordState,
    RightCasedWordState,
    LeftCasedWordCasedWord,
    CasedWordRightCasedWord,
    Left2WordLeftWordState,
    RightWordRight2WordState,
    LeftWordRightWordState,
    Tag,
    LeftTagTag,
    TagRightTag,
    LeftTagRightTagState,
    SeenCasesState, // how often the document has the word with and without a capital
    MostlyCapitalStateTagCommon,
    Shape,
    Shape3,
    Ending2, // of two bytes
    Ending5 = 35,
    Beginning1,
    Beginning4 = 39,
    Letters3 = 63, // any three in a row
    Letters4,
    FactsState = 71, // facts: the gazetteer's on the word; phrase: on the phrase around it
    LeftFactsFacts,
    FactsRightFacts,
    PhraseState,
    LeftPhrase,
    RightPhrase,
    LeftTitleState, // of its facts those that go before names
    Left2TitleLeftTitleState,
    EachFactState = 90, // a feature for each fact
    EachLeftFactCapital,
    EachRightFactCapital,
    EachPhraseFact,
    PlaceInRun = 101,
    WordBeforeRun,
    WordAfterRun,
    WordsAroundRun,
    TwoWordsBeforeRun,
    TwoWordsAfterRun,
    FirstWordOfRun,
    LastWordOfRun,
    LastWordRunSize,
    FirstFactsOfRun,
    LastFactsOfRun,
    FirstFactsLastFactsOfRun,
    TagsAroundRun,
    ClusterBeforeRun,
    ClusterAfterRun,
    ClustersAroundRun,
    LastClusterOfRun,
    FactsBeforeRun,
    FactsAfterRun,
    LemmaAfterRun,
    SecondLemmaAfterRun,
    Label = 201, // the first stage's
    LeftLabelLabel,
    LabelRightLabel,
    Label3,
    LabelWord,
    VoteState, // vote: how the first stage took the word elsewhere
    VoteLabel,
    VoteLabel3,
    EndsLabel, // whether it was the first or last word of names
    NameVoteLabel = 221,
    AcronymCaps = 231
};

// "Xx", "X.", "xX", "X&X", "00": runs of one kind shortened to two.
std::uint64_t shapeOf(std::string_view word) {
    std::uint64_t shape = 0;
    unsigned run = 0, count = 0;
    std::uint64_t last = 0;
    for (const char c : word) {
        const std::uint64_t kind = c >= 'A' && c <= 'Z'    ? 1
                                   : c >= 'a' && c <= 'z'  ? 2
                                   : c >= '0' && c <= '9'  ? 3
                                   : c == '.'              ? 4
                                   : c == '\'' || c == '&' ? 5
                                   : (c & 0x80) != 0       ? 2
                                                           : 6;
        run = kind == last ? run + 1 : 1;
        last = kind;
        if (run > 2 || ++count > 16) continue;
        shape = shape * 7 + kind;
    }
    return shape;
}

std::uint64_t stateOf(const NameUnit& unit) {
    return static_cast<std::uint64_t>(unit.capital) | static_cast<std::uint64_t>(unit.caps) << 1 |
           static_cast<std::uint64_t>(unit.free) << 2 |
           static_cast<std::uint64_t>(unit.joined) << 3;
}

class Describer {
public:
    Describer(const TokenizedText& text, const NameUnits& units, std::size_t sentence,
              FeatureRows& rows)
        : m_text(text), m_units(units.units), m_range(units.sentences[sentence]), m_rows(rows) {
        const Block& block = text.blocks[text.sentences[sentence].block];
        m_block = static_cast<std::uint64_t>(block.kind);
        m_headline = true;
        for (std::uint32_t i = m_range.begin; i < m_range.end; ++i)
            m_headline = m_headline && (m_units[i].free || !m_units[i].capital);
        findRuns();
    }

    void describe(std::uint32_t i) {
        words(i);
        shapes(i);
        letters(i);
        gazetteer(i);
        run(i);
    }

private:
    // Where i is in a run of capitalised units, particles between them included.
    struct Run {
        std::uint32_t begin = 0, end = 0;
    };
    void findRuns() {
        m_runs.assign(m_range.size(), {});
        for (std::uint32_t i = m_range.begin; i < m_range.end;) {
            if (!m_units[i].capital) {
                m_runs[i - m_range.begin] = {i, i};
                ++i;
                continue;
            }
            std::uint32_t end = i + 1;
            while (end < m_range.end) {
                if (m_units[end].capital)
                    ++end;
                else if (end + 1 < m_range.end && m_units[end + 1].capital &&
                         (m_units[end].facts & Particle || m_units[end].lower == "of" ||
                          m_units[end].lower == "-" || m_units[end].lower == "&"))
                    end += 2;
                else
                    break;
            }
            for (std::uint32_t k = i; k < end; ++k)
                m_runs[k - m_range.begin] = {i, end};
            i = end;
        }
    }

    bool has(std::int64_t i) const { return i >= m_range.begin && i < m_range.end; }
    const NameUnit& unit(std::int64_t i) const {
        static const NameUnit none{};
        return has(i) ? m_units[static_cast<std::size_t>(i)] : none;
    }
    std::uint64_t lower(std::int64_t i) const { return has(i) ? unit(i).lowerHash : edge; }
    std::uint64_t cased(std::int64_t i) const {
        return has(i) ? mixHash(unit(i).lowerHash, stateOf(unit(i)) & 3) : edge;
    }
    std::uint64_t tag(std::int64_t i) const {
        if (!has(i)) return 99;
        const Token& token = m_text.tokens[unit(i).token];
        return static_cast<std::uint64_t>(token.pos) * 64 + static_cast<std::uint64_t>(token.tag);
    }
    std::uint64_t facts(std::int64_t i) const {
        return has(i) ? unit(i).facts & ~static_cast<std::uint32_t>(PhraseBegins) : 0;
    }
    std::uint64_t cluster(std::int64_t i) const {
        if (!has(i)) return edge;
        return m_text.tokens[unit(i).token].cluster;
    }
    std::uint64_t phrase(std::int64_t i) const {
        return has(i) ? mixHash(unit(i).phraseFacts, static_cast<std::uint64_t>(unit(i).inPhrase))
                      : 0;
    }

    void words(std::int64_t i) {
        const std::uint64_t state = stateOf(unit(i)) | (m_headline ? 16u : 0u);
        m_rows.add(NameFeature::State, state);
        m_rows.add(NameFeature::StateBlock, state, m_block);
        m_rows.add(NameFeature::Word, lower(i));
        m_rows.add(NameFeature::WordState, lower(i), state);
        m_rows.add(NameFeature::ClusterState, cluster(i), state);
        m_rows.add(NameFeature::LeftClusterState, cluster(i - 1), state);
        m_rows.add(NameFeature::RightClusterState, cluster(i + 1), state);
        m_rows.add(NameFeature::Left2ClusterState, cluster(i - 2), state);
        m_rows.add(NameFeature::Right2ClusterState, cluster(i + 2), state);
        m_rows.add(NameFeature::LeftClusterClusterState, cluster(i - 1), cluster(i), state);
        m_rows.add(NameFeature::ClusterRightClusterState, cluster(i), cluster(i + 1), state);
        m_rows.add(NameFeature::LeftClusterRightClusterState, cluster(i - 1), cluster(i + 1),
                   state);
        m_rows.add(NameFeature::LeftWord, lower(i - 1));
        m_rows.add(NameFeature::RightWord, lower(i + 1));
        m_rows.add(NameFeature::Left2Word, lower(i - 2));
        m_rows.add(NameFeature::Right2Word, lower(i + 2));
        m_rows.add(NameFeature::LeftCasedWordState, cased(i - 1), state);
        m_rows.add(NameFeature::RightCasedWordState, cased(i + 1), state);
        m_rows.add(NameFeature::LeftCasedWordCasedWord, cased(i - 1), cased(i));
        m_rows.add(NameFeature::CasedWordRightCasedWord, cased(i), cased(i + 1));
        m_rows.add(NameFeature::Left2WordLeftWordState, lower(i - 2), lower(i - 1), state);
        m_rows.add(NameFeature::RightWordRight2WordState, lower(i + 1), lower(i + 2), state);
        m_rows.add(NameFeature::LeftWordRightWordState, lower(i - 1), lower(i + 1), state);
        m_rows.add(NameFeature::Tag, tag(i));
        m_rows.add(NameFeature::LeftTagTag, tag(i - 1), tag(i));
        m_rows.add(NameFeature::TagRightTag, tag(i), tag(i + 1));
        m_rows.add(NameFeature::LeftTagRightTagState, tag(i - 1), tag(i + 1), state);
        // What the document says of capitals, for words that have one by their place.
        const NameUnit& u = unit(i);
        m_rows.add(NameFeature::SeenCasesState, u.seenCapital, u.seenLower, state);
        m_rows.add(NameFeature::MostlyCapitalStateTagCommon, u.seenCapital > u.seenLower, state,
                   tag(i), (u.facts & Common) != 0);
    }

    void shapes(std::int64_t i) {
        const std::string_view word = m_text.slice(unit(i).span), low = unit(i).lower;
        const std::uint64_t capital = unit(i).capital;
        const std::uint64_t shape = shapeOf(word);
        m_rows.add(NameFeature::Shape, shape);
        m_rows.add(NameFeature::Shape3, shape,
                   has(i - 1) ? shapeOf(m_text.slice(unit(i - 1).span)) : 0,
                   has(i + 1) ? shapeOf(m_text.slice(unit(i + 1).span)) : 0);
        for (std::size_t n = 2; n <= 5 && n < low.size(); ++n)
            m_rows.add(templateAt(NameFeature::Ending2, n - 2),
                       hashText(low.substr(low.size() - n)), capital);
        for (std::size_t n = 1; n <= 4 && n < low.size(); ++n)
            m_rows.add(templateAt(NameFeature::Beginning1, n - 1), hashText(low.substr(0, n)),
                       capital);
    }

    // Groups of three and four letters anywhere in a capitalised word: "pur", "abad".
    void letters(std::int64_t i) {
        const std::string_view low = unit(i).lower;
        if (!unit(i).capital || low.size() < 4) return;
        for (std::size_t n = 3; n <= 4; ++n)
            for (std::size_t at = 0; at + n <= low.size() && at < 12; ++at)
                m_rows.add(templateAt(NameFeature::Letters3, n - 3), hashText(low.substr(at, n)));
    }

    void gazetteer(std::int64_t i) {
        const std::uint64_t state = stateOf(unit(i)) & 7;
        m_rows.add(NameFeature::FactsState, facts(i), state);
        m_rows.add(NameFeature::LeftFactsFacts, facts(i - 1), facts(i));
        m_rows.add(NameFeature::FactsRightFacts, facts(i), facts(i + 1));
        m_rows.add(NameFeature::PhraseState, phrase(i), state);
        m_rows.add(NameFeature::LeftPhrase, phrase(i - 1));
        m_rows.add(NameFeature::RightPhrase, phrase(i + 1));
        m_rows.add(NameFeature::LeftTitleState,
                   facts(i - 1) & (Title | Role | Modifier | Demonym | Country), state);
        m_rows.add(NameFeature::Left2TitleLeftTitleState, facts(i - 2) & (Title | Role | Demonym),
                   facts(i - 1) & (Title | Role | Demonym), state);
        bits(NameFeature::EachFactState, facts(i), state);
        bits(NameFeature::EachLeftFactCapital, facts(i - 1), unit(i).capital);
        bits(NameFeature::EachRightFactCapital, facts(i + 1), unit(i).capital);
        bits(NameFeature::EachPhraseFact, unit(i).phraseFacts,
             static_cast<std::uint64_t>(unit(i).inPhrase));
    }
    void bits(NameFeature name, std::uint64_t set, std::uint64_t with) {
        for (; set; set &= set - 1)
            m_rows.add(name, std::countr_zero(set), with);
    }

    // The capitalised words around, and what stands before and after them.
    void run(std::uint32_t i) {
        const Run& run = m_runs[i - m_range.begin];
        if (run.begin == run.end) return;
        const std::uint64_t at = std::min(i - run.begin, 3u), left = std::min(run.end - 1 - i, 3u);
        const std::int64_t before = static_cast<std::int64_t>(run.begin) - 1, after = run.end;
        const std::uint32_t size = std::min(run.end - run.begin, 5u);
        m_rows.add(NameFeature::PlaceInRun, at, left);
        m_rows.add(NameFeature::WordBeforeRun, lower(before), at);
        m_rows.add(NameFeature::WordAfterRun, lower(after), left);
        m_rows.add(NameFeature::WordsAroundRun, lower(before), lower(after), at, left);
        m_rows.add(NameFeature::TwoWordsBeforeRun, lower(before - 1), lower(before));
        m_rows.add(NameFeature::TwoWordsAfterRun, lower(after), lower(after + 1));
        m_rows.add(NameFeature::FirstWordOfRun, lower(run.begin), at);
        m_rows.add(NameFeature::LastWordOfRun, lower(run.end - 1), left);
        m_rows.add(NameFeature::LastWordRunSize, lower(run.end - 1), size);
        m_rows.add(NameFeature::FirstFactsOfRun, facts(run.begin), at, size);
        m_rows.add(NameFeature::LastFactsOfRun, facts(run.end - 1), left, size);
        m_rows.add(NameFeature::FirstFactsLastFactsOfRun, facts(run.begin), facts(run.end - 1), at,
                   left);
        m_rows.add(NameFeature::TagsAroundRun, tag(before), tag(after), at, left);
        m_rows.add(NameFeature::ClusterBeforeRun, cluster(before), at);
        m_rows.add(NameFeature::ClusterAfterRun, cluster(after), left);
        m_rows.add(NameFeature::ClustersAroundRun, cluster(before), cluster(after), at, left);
        m_rows.add(NameFeature::LastClusterOfRun, cluster(run.end - 1), left);
        m_rows.add(NameFeature::FactsBeforeRun,
                   facts(before) & (Title | Role | OrgHead | Company | PlaceHead | Common), at,
                   left);
        m_rows.add(NameFeature::FactsAfterRun,
                   facts(after) & (Title | Role | OrgHead | Company | PlaceHead | Common), at,
                   left);
        if (has(after)) {
            m_rows.add(NameFeature::LemmaAfterRun, hashText(m_text.tokens[unit(after).token].lemma),
                       left, size);
            if (has(after + 1))
                m_rows.add(NameFeature::SecondLemmaAfterRun,
                           hashText(m_text.tokens[unit(after + 1).token].lemma), left);
        }
    }

    const TokenizedText& m_text;
    const std::vector<NameUnit>& m_units;
    IndexRange m_range;
    FeatureRows& m_rows;
    std::vector<Run> m_runs;
    std::uint64_t m_block = 0;
    bool m_headline = false;
};

std::uint64_t hashOf(const NameUnits& units, IndexRange range) {
    std::uint64_t hash = 7;
    for (std::uint32_t i = range.begin; i < range.end; ++i)
        hash = mixHash(hash, units.units[i].lowerHash);
    return hash;
}

} // namespace

std::string nameLabel(Label label) {
    if (label == outside) return "O";
    constexpr std::array types = {"PER", "ORG", "LOC", "MISC"};
    return std::string(1, "BIES"[static_cast<std::size_t>(namePartOf(label))]) + "-" +
           types[nameTypeOf(label)];
}

std::vector<LabelledUnits> namesOf(std::span<const Label> labels, std::uint32_t firstUnit) {
    std::vector<LabelledUnits> out;
    bool open = false; // the last name may go on
    for (std::size_t k = 0; k < labels.size(); ++k) {
        if (labels[k] == outside) {
            open = false;
            continue;
        }
        const std::size_t type = nameTypeOf(labels[k]);
        const NamePart part = namePartOf(labels[k]);
        const auto at = firstUnit + static_cast<std::uint32_t>(k);
        const bool begins = part == NamePart::Begin || part == NamePart::Single;
        if (open && !begins && out.back().type == type)
            out.back().units.end = at + 1;
        else
            out.push_back({{at, at + 1}, type});
        open = part == NamePart::Begin || part == NamePart::Inside;
    }
    return out;
}

bool isFarFromNames(const TokenizedText& text, const NameUnits& units, IndexRange sentence,
                    std::uint32_t i) {
    constexpr std::uint32_t reach = name_limits::capitalReach;
    const std::uint32_t begin = std::max(sentence.begin + reach, i) - reach;
    const std::uint32_t end = std::min(i + reach + 1, sentence.end);
    for (std::uint32_t k = begin; k < end; ++k) {
        const NameUnit& unit = units.units[k];
        if (unit.capital || text.tokens[unit.token].kind == TokenKind::Number) return false;
    }
    return true;
}

void findNameFeatures(const TokenizedText& text, const NameUnits& units, std::size_t sentence,
                      const NameMemory* memory, NameRows wanted, FeatureRows& rows) {
    rows.clear();
    Describer describer(text, units, sentence, rows);
    const IndexRange range = units.sentences[sentence];
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        if (wanted == NameRows::All || !isFarFromNames(text, units, range, i)) {
            describer.describe(i);
            if (memory) memory->findFeatures(sentence, i, rows);
        }
        rows.endRow();
    }
}

NameMemory::NameMemory(const NameUnits& units, std::span<const Label> labels)
    : m_units(units), m_labels(labels), m_nameOf(units.units.size()) {
    for (const IndexRange& sentence : units.sentences) {
        const auto names = namesOf(labels.subspan(sentence.begin, sentence.size()), sentence.begin);
        for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
            if (labels[i] == outside && units.units[i].capital && !units.units[i].free)
                ++m_words[units.units[i].lowerHash].ofType[0];
        for (const LabelledUnits& name : names) {
            const IndexRange range = name.units;
            const std::uint64_t hash = hashOf(units, range);
            ++m_names[hash].ofType[1 + name.type];
            const auto bit = static_cast<std::uint16_t>(1u << name.type);
            for (std::uint32_t i = range.begin; i < range.end; ++i) {
                Votes& votes = m_words[units.units[i].lowerHash];
                ++votes.ofType[1 + name.type];
                m_nameOf[i] = hash;
                if (range.size() > 1 && i == range.begin) votes.firstOf |= bit;
                if (range.size() > 1 && i + 1 == range.end) votes.lastOf |= bit;
            }
            // "Kings Rugby Academy (KRA)"
            if (range.size() > 1 && range.end + 2 < sentence.end &&
                units.units[range.end].lower == "(" && units.units[range.end + 1].caps &&
                units.units[range.end + 2].lower == ")")
                m_acronyms[units.units[range.end + 1].lowerHash] =
                    static_cast<std::uint8_t>(1 + name.type);
        }
    }
}

bool NameMemory::mayHoldNames(std::size_t sentence) const {
    const IndexRange range = m_units.sentences[sentence];
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        if (m_labels[i] != outside) return true;
        if (!m_units.units[i].capital) continue;
        const auto word = m_words.find(m_units.units[i].lowerHash);
        if (word == m_words.end()) continue;
        const auto& votes = word->second.ofType;
        if (std::any_of(votes.begin() + 1, votes.end(), [](auto count) { return count > 0; }))
            return true;
    }
    return false;
}

void NameMemory::findFeatures(std::size_t sentence, std::uint32_t i, FeatureRows& rows) const {
    const IndexRange range = m_units.sentences[sentence];
    const NameUnit& unit = m_units.units[i];
    const std::uint64_t state = stateOf(unit) & 7;
    const auto labelAt = [&](std::int64_t at) -> std::uint64_t {
        return at >= range.begin && at < range.end ? m_labels[static_cast<std::size_t>(at)] : 99u;
    };
    const std::int64_t at = i;
    rows.add(NameFeature::Label, labelAt(at));
    rows.add(NameFeature::LeftLabelLabel, labelAt(at - 1), labelAt(at));
    rows.add(NameFeature::LabelRightLabel, labelAt(at), labelAt(at + 1));
    rows.add(NameFeature::Label3, labelAt(at - 1), labelAt(at), labelAt(at + 1));
    rows.add(NameFeature::LabelWord, labelAt(at), unit.lowerHash);
    if (!unit.capital) return;

    // The votes of other places than this one: the likeliest type, and how clear it is.
    const auto verdict = [](const Votes& votes, std::uint64_t own) -> std::uint64_t {
        std::array<int, 5> counts{};
        int sum = 0;
        for (std::size_t t = 0; t < 5; ++t) {
            counts[t] = votes.ofType[t] - (t == own ? 1 : 0);
            counts[t] = std::max(counts[t], 0);
            sum += counts[t];
        }
        if (sum == 0) return 9;
        const auto best = std::max_element(counts.begin(), counts.end());
        const std::uint64_t clear = *best == sum ? 2 : 3 * *best >= 2 * sum ? 1 : 0;
        const std::uint64_t often = sum >= 4 ? 2 : sum >= 2 ? 1 : 0;
        return static_cast<std::uint64_t>(best - counts.begin()) | clear << 4 | often << 8;
    };
    const std::uint64_t own =
        m_labels[i] == outside ? (unit.free ? 9u : 0u) : 1 + nameTypeOf(m_labels[i]);
    const auto word = m_words.find(unit.lowerHash);
    if (word != m_words.end()) {
        const std::uint64_t said = verdict(word->second, own);
        rows.add(NameFeature::VoteState, said, state);
        rows.add(NameFeature::VoteLabel, said, labelAt(at));
        rows.add(NameFeature::VoteLabel3, said & 15, labelAt(at - 1), labelAt(at), labelAt(at + 1));
        rows.add(NameFeature::EndsLabel, word->second.firstOf, word->second.lastOf, labelAt(at));
    }
    if (m_nameOf[i]) {
        const auto whole = m_names.find(m_nameOf[i]);
        rows.add(NameFeature::NameVoteLabel,
                 whole == m_names.end() ? 9u : verdict(whole->second, own), labelAt(at));
    }
    const auto acronym = m_acronyms.find(unit.lowerHash);
    if (acronym != m_acronyms.end()) rows.add(NameFeature::AcronymCaps, acronym->second, unit.caps);
}

} // namespace quoth
