#include "core/time/patterns.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace quoth {
namespace {

std::string_view nextWord(std::string_view& rest) {
    while (rest.starts_with(' '))
        rest.remove_prefix(1);
    const std::string_view word = rest.substr(0, std::min(rest.find(' '), rest.size()));
    rest.remove_prefix(word.size());
    return word;
}

// Expands optional atoms and groups: every row of words that the pattern stands for.
std::vector<std::vector<std::string_view>> expand(std::string_view pattern) {
    using Words = std::vector<std::string_view>;
    std::vector<Words> rows = {{}};
    std::vector<Words> without;
    for (std::string_view word = nextWord(pattern); !word.empty(); word = nextWord(pattern)) {
        if (word == "(") {
            without = rows;
            continue;
        }
        if (word == ")?") {
            rows.insert(rows.end(), without.begin(), without.end());
            continue;
        }
        const bool optional = word.size() > 1 && word.back() == '?';
        if (optional) word.remove_suffix(1);
        const std::vector<Words> before = optional ? rows : std::vector<Words>{};
        for (Words& row : rows)
            row.push_back(word);
        rows.insert(rows.end(), before.begin(), before.end());
    }
    return rows;
}

PatternSet::Atom atomOf(std::string_view word, Vocabulary& vocabulary) {
    PatternSet::Atom atom;
    if (word.size() > 1 && word.front() == '~') {
        atom.glued = true;
        word.remove_prefix(1);
    }
    std::size_t literals = 0;
    while (!word.empty()) {
        const std::string_view option = word.substr(0, std::min(word.find('|'), word.size()));
        word.remove_prefix(std::min(option.size() + 1, word.size()));
        if (option.front() >= 'A' && option.front() <= 'Z') {
            assert(wordClassFromName(option) != 0);
            atom.classes |= wordClassFromName(option);
        } else {
            assert(literals < atom.literals.size());
            atom.literals[literals++] = vocabulary.intern(option);
        }
    }
    return atom;
}

} // namespace

bool PatternSet::Atom::accepts(const Lexeme& lexeme) const {
    if (glued && !lexeme.glued) return false;
    if (lexeme.is(classes)) return true;
    if (lexeme.literal == 0) return false;
    for (const std::uint16_t literal : literals) {
        if (literal == 0) return false;
        if (literal == lexeme.literal) return true;
    }
    return false;
}

void PatternSet::add(std::string_view pattern, std::uint16_t rule, Vocabulary& vocabulary) {
    for (const auto& words : expand(pattern)) {
        Row row;
        row.rule = rule;
        const bool braced = std::find(words.begin(), words.end(), "{") != words.end();
        std::uint8_t groups = 0, group = braced ? 0 : 1;
        for (const std::string_view word : words) {
            if (word == "{") {
                group = ++groups;
            } else if (word == "}") {
                group = 0;
            } else {
                row.atoms.push_back(atomOf(word, vocabulary));
                row.atoms.back().group = group;
            }
        }
        Entry entry{static_cast<std::uint32_t>(m_rows.size()),
                    static_cast<std::uint32_t>(row.atoms.size())};
        if (row.atoms.size() > 1) {
            entry.classes = row.atoms[1].classes;
            for (const std::uint16_t literal : row.atoms[1].literals)
                if (literal != 0) entry.literals |= std::uint64_t{1} << literal % 64;
        }
        const Atom& first = row.atoms.front();
        for (WordClasses rest = first.classes; rest != 0; rest &= rest - 1)
            m_byClass[static_cast<std::size_t>(std::countr_zero(rest))].push_back(entry);
        for (const std::uint16_t literal : first.literals) {
            if (literal == 0) break;
            if (m_byLiteral.size() <= literal) m_byLiteral.resize(literal + 1u);
            m_byLiteral[literal].push_back(entry);
        }
        m_rows.push_back(std::move(row));
    }
}

void PatternSet::match(std::span<const Lexeme> lexemes, std::vector<const Row*>& found) const {
    found.clear();
    const Lexeme& first = lexemes.front();
    const auto tryRows = [&](const std::vector<Entry>& entries) {
        for (const Entry& entry : entries) {
            if (!entry.mayMatch(lexemes)) continue;
            const Row& row = m_rows[entry.row];
            std::size_t at = 1;
            while (at < row.atoms.size() && row.atoms[at].accepts(lexemes[at]))
                ++at;
            if (at == row.atoms.size()) found.push_back(&row);
        }
    };
    for (WordClasses rest = first.classes; rest != 0; rest &= rest - 1)
        tryRows(m_byClass[static_cast<std::size_t>(std::countr_zero(rest))]);
    if (first.literal != 0 && first.literal < m_byLiteral.size())
        tryRows(m_byLiteral[first.literal]);
    std::sort(found.begin(), found.end(), [](const Row* a, const Row* b) {
        return a->atoms.size() != b->atoms.size() ? a->atoms.size() > b->atoms.size() : a < b;
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

} // namespace quoth
