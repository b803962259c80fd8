#include "core/tagging/tagger.h"

#include "core/support/resources.h"
#include "core/support/unicode.h"
#include "core/tagging/capitals.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace quoth {
namespace {

FineTag fineTagFromName(std::string_view name) {
    constexpr std::array<std::string_view, 35> names = {
        "-",    "NN",  "NNS", "NNP", "NNPS", "VB",  "VBD", "VBG", "VBN", "VBP", "VBZ", "MD",
        "JJ",   "JJR", "JJS", "RB",  "RBR",  "RBS", "RP",  "IN",  "DT",  "PDT", "WDT", "PRP",
        "PRPS", "WP",  "WPS", "WRB", "CC",   "CD",  "EX",  "FW",  "TO",  "UH",  "POS"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<FineTag>(i);
    return FineTag::None;
}

bool posFromName(std::string_view text, Pos& pos) {
    for (int i = 0; i <= static_cast<int>(Pos::X); ++i)
        if (name(static_cast<Pos>(i)) == text) {
            pos = static_cast<Pos>(i);
            return true;
        }
    return false;
}

bool parseCount(std::string_view text, float& count) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    count = static_cast<float>(value);
    return error == std::errc{} && end == text.data() + text.size() && value > 0;
}

bool isOpenClass(Pos pos) {
    return pos == Pos::Noun || pos == Pos::Propn || pos == Pos::Verb || pos == Pos::Adj ||
           pos == Pos::Adv;
}

} // namespace

bool Tagger::addState(std::string_view name) {
    if (m_states.size() == maxStates) return false;
    const std::size_t dot = name.find('.');
    State state{};
    if (dot == std::string_view::npos || !posFromName(name.substr(0, dot), state.pos)) return false;
    const std::string_view fine = name.substr(dot + 1);
    state.tag = fineTagFromName(fine);
    if (state.tag == FineTag::None && fine != "-") return false;
    m_states.push_back(state);
    m_stateNames[name] = static_cast<std::uint32_t>(m_states.size());
    return true;
}

Outcome Tagger::readPairs(const std::filesystem::path& resources) {
    constexpr std::size_t edge = maxStates; // START as left, END as right
    std::array<std::array<float, maxStates + 1>, maxStates + 1> counts{};
    const auto index = [&](std::string_view name) -> std::size_t {
        if (name == "START" || name == "END") return edge;
        const std::uint32_t* known = m_stateNames.find(name);
        if (!known && !addState(name)) return edge + 1;
        return *m_stateNames.find(name) - 1;
    };
    const Outcome read = visitLexicon(resources, "tag_pairs.tsv", 3, [&](auto row) {
        const std::size_t left = index(row[0]), right = index(row[1]);
        return left <= edge && right <= edge && parseCount(row[2], counts[left][right]);
    });
    if (!read) return read;

    const std::size_t n = m_states.size();
    float total = 0;
    for (std::size_t left = 0; left <= edge; ++left)
        for (std::size_t right = 0; right < n; ++right) {
            m_prior[right] += counts[left][right];
            total += counts[left][right];
        }
    for (std::size_t right = 0; right < n; ++right)
        m_prior[right] = std::max(m_prior[right], 1.0f) / std::max(total, 1.0f);
    for (std::size_t left = 0; left <= edge; ++left) {
        float sum = 0;
        for (const float count : counts[left])
            sum += count;
        const auto logStep = [&](std::size_t right, float prior) {
            return std::log(0.99f * counts[left][right] / std::max(sum, 1.0f) + 0.01f * prior);
        };
        for (std::size_t right = 0; right < n; ++right)
            (left == edge ? m_first : m_step[left])[right] = logStep(right, m_prior[right]);
        if (left != edge) m_last[left] = logStep(edge, 0.01f);
    }
    return std::monostate{};
}

Outcome Tagger::readCounts(const std::filesystem::path& resources, const std::string& file,
                           StringTable& table) {
    return visitLexicon(resources, file, 2, [&](auto row) {
        table[row[0]] = static_cast<std::uint32_t>(m_counts.size());
        std::string_view rest = row[1];
        while (!rest.empty()) {
            const std::size_t space = std::min(rest.find(' '), rest.size());
            const std::string_view entry = rest.substr(0, space);
            rest.remove_prefix(std::min(space + 1, rest.size()));
            const std::size_t colon = entry.rfind(':');
            if (colon == std::string_view::npos) return false;
            const std::uint32_t* state = m_stateNames.find(entry.substr(0, colon));
            Count count{};
            if (!state || !parseCount(entry.substr(colon + 1), count.count)) return false;
            count.state = static_cast<std::uint8_t>(*state - 1);
            m_counts.push_back(count);
        }
        m_counts.push_back({0, 0});
        return true;
    });
}

Outcome Tagger::nameStates() {
    const std::pair<const char*, std::uint8_t*> needed[] = {
        {"NOUN.NN", &m_noun},     {"NOUN.NNS", &m_plural},  {"PROPN.NNP", &m_name},
        {"PROPN.NNPS", &m_names}, {"ADJ.JJ", &m_adjective}, {"NUM.CD", &m_number},
        {"PUNCT.-", &m_mark},     {"X.-", &m_other},        {"VERB.VB", &m_base},
        {"VERB.VBP", &m_present}, {"VERB.VBD", &m_past},    {"VERB.VBN", &m_participle}};
    for (const auto& [name, state] : needed) {
        const std::uint32_t* known = m_stateNames.find(name);
        if (!known)
            return unexpected(ErrorCode::BadResource,
                              std::string("The lexicon tag_pairs.tsv lacks ") + name + ".");
        *state = static_cast<std::uint8_t>(*known - 1);
    }
    return std::monostate{};
}

Expected<Tagger> Tagger::load(const std::filesystem::path& resources) {
    Tagger out;
    if (auto read = out.readPairs(resources); !read) return unexpected(read.error());
    if (auto named = out.nameStates(); !named) return unexpected(named.error());
    if (auto read = out.readCounts(resources, "words.tsv", out.m_words); !read)
        return unexpected(read.error());
    if (auto read = out.readCounts(resources, "suffixes.tsv", out.m_endings); !read)
        return unexpected(read.error());
    auto lemmatizer = Lemmatizer::load(resources);
    if (!lemmatizer) return unexpected(lemmatizer.error());
    out.m_lemmatizer = std::move(*lemmatizer);
    return out;
}

void Tagger::addCounts(const StringTable& table, std::string_view key, float weight,
                       StateCounts& counts) const {
    const std::uint32_t* at = table.find(key);
    if (!at) return;
    for (std::size_t i = *at; m_counts[i].count > 0; ++i)
        counts[m_counts[i].state] += weight * m_counts[i].count;
}

// What the endings of an unknown word say, the longest ones most.
void Tagger::addGuess(std::string_view word, StateCounts& counts) const {
    // The last part of a compound tells its class, but most compounds stand before a noun.
    if (const std::size_t hyphen = word.rfind('-'); hyphen != std::string_view::npos) {
        counts[m_adjective] += 2;
        word.remove_prefix(hyphen + 1);
        StateCounts part{};
        addCounts(m_words, word, 1, part);
        float sum = 0;
        for (const float count : part)
            sum += count;
        if (sum > 0) {
            for (std::size_t s = 0; s < m_states.size(); ++s)
                if (isOpenClass(m_states[s].pos)) counts[s] += 2 * part[s] / sum;
            return;
        }
    }
    StateCounts guess{};
    for (std::size_t size = 1; size <= 4 && size + 1 < word.size(); ++size) {
        StateCounts ending{};
        addCounts(m_endings, word.substr(word.size() - size), 1, ending);
        float sum = 0;
        for (const float count : ending)
            sum += count;
        if (sum == 0) continue;
        const float own = sum / (sum + 4);
        for (std::size_t s = 0; s < m_states.size(); ++s)
            guess[s] = (1 - own) * guess[s] + own * ending[s] / sum;
    }
    float sum = 0;
    for (const float g : guess)
        sum += g;
    if (sum == 0) guess[m_noun] = sum = 1;
    for (std::size_t s = 0; s < m_states.size(); ++s)
        counts[s] += guess[s] / sum;
}

// A word seen in one form of a verb may be another that looks the same.
void Tagger::addTwins(StateCounts& counts) const {
    const auto twin = [&](std::uint8_t a, std::uint8_t b) {
        const float x = counts[a], y = counts[b];
        if (x > 0) counts[b] += std::min(0.5f, 0.2f * x);
        if (y > 0) counts[a] += std::min(0.5f, 0.2f * y);
    };
    twin(m_past, m_participle);
    twin(m_base, m_present);
}

Tagger::StateCounts Tagger::countsOf(std::string_view word, const Token& token,
                                     Capital capital) const {
    StateCounts counts{};
    switch (token.kind) {
    case TokenKind::QuoteMark:
        counts[m_mark] = 1;
        return counts;
    case TokenKind::Number: {
        const char last = token.lower.back();
        const bool letters = last >= 'a' && last <= 'z';
        counts[letters && last == 's' ? m_plural : letters ? m_adjective : m_number] = 1;
        return counts;
    }
    case TokenKind::Punctuation:
        addCounts(m_words, token.lower, 1, counts);
        counts[m_mark] += 0.1f;
        return counts;
    case TokenKind::Other:
        counts[m_other] = 1;
        return counts;
    case TokenKind::Word:
    case TokenKind::Clitic:
        break;
    }

    const bool upper = capital != Capital::No;
    addCounts(m_words, token.lower, capital == Capital::Inside ? 0.15f : 1, counts);
    addTwins(counts);
    float lowerSum = 0;
    for (const float count : counts)
        lowerSum += count;
    if (upper) {
        addCounts(m_words, word, 1, counts);
        if (isAllCaps(word)) addCounts(m_words, toTitle(word), 1, counts);
    }
    float sum = 0;
    for (const float count : counts)
        sum += count;
    if (sum < 1.5f && !(capital == Capital::Inside && sum > lowerSum))
        addGuess(token.lower, counts);
    if (capital == Capital::Inside || (upper && sum == 0)) {
        const bool plural = token.lower.ends_with('s') && !token.lower.ends_with("ss");
        const float weight = capital == Capital::Inside ? 4.0f : 1.5f;
        counts[m_name] += plural ? 0.8f * weight : weight;
        if (plural) counts[m_names] += 0.2f * weight;
    }
    return counts;
}

void Tagger::tagSentence(TokenizedText& text, const Sentence& sentence) const {
    struct Node {
        std::uint8_t state;
        std::uint32_t from; // node before on the best path
        float score;
    };
    std::vector<Node> nodes;
    std::vector<std::uint32_t> starts; // of each token's nodes
    nodes.reserve(4 * sentence.tokens.size());
    const bool capitalized = isFreelyCapitalized(text, sentence);
    bool opening = true; // at the start of the sentence or of quoted speech in it
    std::uint32_t before = 0, beforeEnd = 0;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const Token& token = text.tokens[i];
        const std::string_view word = text.word(i);
        const Capital capital = !startsUpper(word)       ? Capital::No
                                : opening || capitalized ? Capital::Opening
                                                         : Capital::Inside;
        opening = token.kind == TokenKind::QuoteMark ||
                  (opening && token.kind == TokenKind::Punctuation) || word == ":";
        const StateCounts counts = countsOf(word, token, capital);
        const auto start = static_cast<std::uint32_t>(nodes.size());
        starts.push_back(start);
        float sum = 0;
        for (const float count : counts)
            sum += count;
        for (std::uint8_t s = 0; s < m_states.size(); ++s) {
            if (counts[s] <= 0.002f * sum) continue;
            Node node{s, 0, std::numeric_limits<float>::lowest()};
            if (before == beforeEnd) node.score = m_first[s];
            for (std::uint32_t b = before; b < beforeEnd; ++b) {
                const float score = nodes[b].score + m_step[nodes[b].state][s];
                if (score > node.score) {
                    node.score = score;
                    node.from = b;
                }
            }
            node.score += std::log(counts[s] / sum / m_prior[s]);
            nodes.push_back(node);
        }
        before = start;
        beforeEnd = static_cast<std::uint32_t>(nodes.size());
    }
    if (nodes.empty()) return;
    std::uint32_t best = before;
    for (std::uint32_t b = before; b < beforeEnd; ++b)
        if (nodes[b].score + m_last[nodes[b].state] > nodes[best].score + m_last[nodes[best].state])
            best = b;
    for (std::uint32_t i = sentence.tokens.end; i-- > sentence.tokens.begin;) {
        Token& token = text.tokens[i];
        const State& state = m_states[nodes[best].state];
        token.pos = state.pos;
        token.tag = state.tag;
        token.lemma = state.pos == Pos::Propn ? std::string(text.word(i))
                                              : m_lemmatizer.lemma(token.lower, state.tag, m_words);
        best = nodes[best].from;
    }
}

TokenizedText Tagger::tag(TokenizedText text) const {
    for (const Sentence& sentence : text.sentences)
        tagSentence(text, sentence);
    return text;
}

} // namespace quoth
