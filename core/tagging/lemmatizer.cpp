#include "core/tagging/lemmatizer.h"

#include "core/support/resources.h"
#include "core/tagging/tag_names.h"

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

Expected<Lemmatizer> Lemmatizer::loadRules(const std::filesystem::path& resources) {
    Lemmatizer out;
    const Outcome read = visitLexicon(resources, "lemmas.tsv", 3, [&](auto row) {
        if (row[1].size() != 1) return false;
        out.m_irregular[std::string(row[1]) + ":" + std::string(row[0])] =
            static_cast<std::uint32_t>(out.m_lemmas.size());
        out.m_lemmas.emplace_back(row[2]);
        return true;
    });
    if (!read) return unexpected(read.error());
    const Outcome words = visitLexicon(resources, "words.tsv", 2, [&](auto row) {
        out.m_words[row[0]] = 1;
        return true;
    });
    if (!words) return unexpected(words.error());
    return out;
}

// The verb or adjective that `stem` is left of once "ed", "ing", "er" or "est" is off: "stopp" to
// "stop", "hop" to "hope", "carri" to "carry". The lexicon decides where it knows one of them.
std::string Lemmatizer::restored(std::string_view stem) const {
    const std::string plain(stem);
    if (stem.size() < 2) return plain;
    const char last = stem.back(), before = stem[stem.size() - 2];
    if (last == 'i' && !isVowel(before)) return std::string(stem.substr(0, stem.size() - 1)) + "y";
    const std::string withE = plain + "e";
    const bool twin = last == before && !isVowel(last);
    const std::string single = twin ? plain.substr(0, plain.size() - 1) : plain;
    if (stem.size() == 2 && m_words.find(withE)) return withE; // "used", not of "us"
    if (twin && m_words.find(single) && !m_words.find(plain)) return single;
    if (m_words.find(plain) && m_words.find(withE))
        // Both are words (bar, bare; plan, plane): a stem that would have doubled its consonant
        // had it stood alone takes the e.
        return stem.size() >= 3 && isVowel(before) && !isVowel(stem[stem.size() - 3]) &&
                       last != 'w' && last != 'x' && last != 'y'
                   ? withE
                   : plain;
    if (m_words.find(withE)) return withE;
    if (m_words.find(plain)) return plain;
    if (twin && last != 'l' && last != 's' && last != 'f' && last != 'z') return single;
    if (endsWithAny(stem, {"at", "iz", "is", "v", "c", "u", "s", "dg", "rg", "bl", "tl", "pl"}) &&
        !endsWithAny(stem, {"eat", "oat", "ss"}))
        return withE;
    return plain;
}

std::string Lemmatizer::withoutEnding(std::string_view word, std::string_view ending) const {
    if (!word.ends_with(ending)) return std::string(word);
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (stem.size() < 2 || !hasVowel(stem)) return std::string(word);
    return restored(stem);
}

Outcome Lemmatizer::readForms(const std::filesystem::path& resources) {
    return visitLexicon(resources, "lemma_forms.tsv", 3, [&](auto row) {
        const FineTag tag = fineTagFromName(row[1]);
        if (tag == FineTag::None) return false;
        m_forms[std::string(1, static_cast<char>(tag)) + std::string(row[0])] =
            static_cast<std::uint32_t>(m_lemmas.size());
        m_lemmas.emplace_back(row[2]);
        return true;
    });
}

Expected<Lemmatizer> Lemmatizer::load(const std::filesystem::path& resources) {
    auto out = loadRules(resources);
    if (!out) return unexpected(out.error());
    if (auto read = out->readForms(resources); !read) return unexpected(read.error());
    return out;
}

std::string Lemmatizer::lemma(std::string_view lower, FineTag tag) const {
    std::string form(1, static_cast<char>(tag));
    form += lower;
    if (const std::uint32_t* at = m_forms.find(form)) return m_lemmas[*at];
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
        return withoutEnding(lower, "ed");
    case FineTag::VBG:
        return withoutEnding(lower, "ing");
    case FineTag::JJR:
    case FineTag::RBR:
        return withoutEnding(lower, "er");
    case FineTag::JJS:
    case FineTag::RBS:
        return withoutEnding(lower, "est");
    default:
        return std::string(lower);
    }
}

} // namespace quoth
