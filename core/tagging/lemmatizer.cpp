#include "core/tagging/lemmatizer.h"

#include "core/support/resources.h"

#include <array>

namespace quoth {
namespace {

bool isVowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool hasVowel(std::string_view word) {
    return word.find_first_of("aeiouy") != std::string_view::npos;
}

bool endsWithAny(std::string_view word, std::initializer_list<std::string_view> endings) {
    for (const std::string_view ending : endings)
        if (word.ends_with(ending)) return true;
    return false;
}

// "cities" to "city", "boxes" to "box", "claims" to "claim".
std::string withoutS(std::string_view word) {
    if (word.size() < 3 || !word.ends_with('s') || word.ends_with("ss")) return std::string(word);
    if (word.size() > 4 && word.ends_with("ies"))
        return std::string(word.substr(0, word.size() - 3)) + "y";
    if (endsWithAny(word, {"sses", "shes", "ches", "xes", "zzes", "oes"}))
        return std::string(word.substr(0, word.size() - 2));
    return std::string(word.substr(0, word.size() - 1));
}

// The verb or adjective that `stem` is left of once "ed", "ing", "er" or "est" is off: "stopp" to
// "stop", "hop" to "hope", "carri" to "carry". The lexicon decides where it knows one of them.
std::string restored(std::string_view stem, const StringTable& known) {
    const std::string plain(stem);
    if (stem.size() < 2) return plain;
    const char last = stem.back(), before = stem[stem.size() - 2];
    if (last == 'i' && !isVowel(before)) return std::string(stem.substr(0, stem.size() - 1)) + "y";
    const std::string withE = plain + "e";
    const bool twin = last == before && !isVowel(last);
    const std::string single = twin ? plain.substr(0, plain.size() - 1) : plain;
    if (stem.size() == 2 && known.find(withE)) return withE; // "used", not of "us"
    if (twin && known.find(single) && !known.find(plain)) return single;
    if (known.find(plain) && known.find(withE))
        // Both are words (bar, bare; plan, plane): a stem that would have doubled its consonant
        // had it stood alone takes the e.
        return stem.size() >= 3 && isVowel(before) && !isVowel(stem[stem.size() - 3]) &&
                       last != 'w' && last != 'x' && last != 'y'
                   ? withE
                   : plain;
    if (known.find(withE)) return withE;
    if (known.find(plain)) return plain;
    if (twin && last != 'l' && last != 's' && last != 'f' && last != 'z') return single;
    if (endsWithAny(stem, {"at", "iz", "is", "v", "c", "u", "s", "dg", "rg", "bl", "tl", "pl"}) &&
        !endsWithAny(stem, {"eat", "oat", "ss"}))
        return withE;
    return plain;
}

std::string withoutEnding(std::string_view word, std::string_view ending,
                          const StringTable& known) {
    if (!word.ends_with(ending)) return std::string(word);
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (stem.size() < 2 || !hasVowel(stem)) return std::string(word);
    return restored(stem, known);
}

char wordClass(FineTag tag) {
    switch (tag) {
    case FineTag::VB:
    case FineTag::VBD:
    case FineTag::VBG:
    case FineTag::VBN:
    case FineTag::VBP:
    case FineTag::VBZ:
    case FineTag::MD:
        return 'V';
    case FineTag::NNS:
        return 'N';
    case FineTag::JJR:
    case FineTag::JJS:
    case FineTag::RB:
    case FineTag::RBR:
    case FineTag::RBS:
        return 'A';
    default:
        return 0;
    }
}

} // namespace

Expected<Lemmatizer> Lemmatizer::load(const std::filesystem::path& resources) {
    Lemmatizer out;
    const Outcome read = visitLexicon(resources, "lemmas.tsv", 3, [&](auto row) {
        if (row[1].size() != 1) return false;
        out.m_irregular[std::string(row[1]) + ":" + std::string(row[0])] =
            static_cast<std::uint32_t>(out.m_lemmas.size());
        out.m_lemmas.emplace_back(row[2]);
        return true;
    });
    if (!read) return unexpected(read.error());
    return out;
}

std::string Lemmatizer::lemma(std::string_view lower, FineTag tag, const StringTable& known) const {
    const char kind = wordClass(tag);
    if (kind == 0) return std::string(lower);
    // The base form of a verb is never an irregular form of another one: "to found", "will saw".
    if (tag != FineTag::VB) {
        std::string key{kind, ':'};
        key += lower;
        if (const std::uint32_t* at = m_irregular.find(key)) return m_lemmas[*at];
    }
    switch (tag) {
    case FineTag::NNS:
    case FineTag::VBZ:
        return withoutS(lower);
    case FineTag::VBD:
    case FineTag::VBN:
        return withoutEnding(lower, "ed", known);
    case FineTag::VBG:
        return withoutEnding(lower, "ing", known);
    case FineTag::JJR:
    case FineTag::RBR:
        return withoutEnding(lower, "er", known);
    case FineTag::JJS:
    case FineTag::RBS:
        return withoutEnding(lower, "est", known);
    default:
        return std::string(lower);
    }
}

} // namespace quoth
