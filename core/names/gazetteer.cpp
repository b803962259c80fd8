#include "core/names/gazetteer.h"

#include "core/support/resources.h"
#include "core/support/unicode.h"

#include <array>
#include <utility>

namespace quoth {
void Gazetteer::add(BitFiller& filler, std::string_view name, std::uint32_t facts) {
    const std::string lower = toLower(name);
    filler.add(lower, facts);
    // A phrase is found by its first token, which a space or a mark ends, and by all that stands
    // before each of its spaces.
    const std::size_t end = lower.find_first_of(" /&'-.");
    if (end == std::string::npos) return;
    if (lower[end] != ' ') filler.add(std::string_view(lower).substr(0, end), PhraseBegins);
    for (std::size_t space = lower.find(' '); space != std::string::npos;
         space = lower.find(' ', space + 1))
        filler.add(std::string_view(lower).substr(0, space), PhraseBegins);
}

Outcome Gazetteer::readMarked(BitFiller& filler, const std::filesystem::path& resources,
                              const char* file, std::string_view marks,
                              std::initializer_list<std::uint32_t> facts) {
    return visitLexicon(resources, file, 2, [&](auto row) {
        const std::size_t mark = row[1].size() == 1 ? marks.find(row[1]) : std::string_view::npos;
        if (mark == std::string_view::npos) return false;
        add(filler, row[0], facts.begin()[mark]);
        return true;
    });
}

Outcome Gazetteer::readSurnames(BitFiller& filler, const std::filesystem::path& resources) {
    return visitLexicon(resources, "surnames.tsv", 1, [&](auto row) {
        add(filler, row[0], SurnameFirst);
        return true;
    });
}

Outcome Gazetteer::readFamilyNames(BitFiller& filler, const std::filesystem::path& resources) {
    return visitLexicon(resources, "family_names.tsv", 1, [&](auto row) {
        add(filler, row[0], Surname);
        return true;
    });
}

Outcome Gazetteer::readNameWords(BitFiller& filler, const std::filesystem::path& resources) {
    constexpr std::array<std::pair<std::string_view, std::uint32_t>, 15> classes = {{
        {"title", Title},
        {"role", Role},
        {"modifier", Modifier},
        {"head", OrgHead},
        {"company", Company},
        {"placehead", PlaceHead},
        {"placelead", PlaceLead},
        {"otherhead", OtherHead},
        {"particle", Particle},
        {"suffix", Suffix},
        {"never", Never},
        {"org", KnownOrg},
        {"place", KnownPlace},
        {"other", KnownOther},
        {"demonym", Demonym},
    }};
    return visitLexicon(resources, "name_words.tsv", 2, [&](auto row) {
        std::uint32_t facts = 0;
        for (const auto& [name, fact] : classes)
            if (name == row[0]) facts = fact;
        for (std::string_view rest = row[1]; facts && !rest.empty();) {
            const std::size_t comma = std::min(rest.find(", "), rest.size());
            add(filler, rest.substr(0, comma), facts);
            rest.remove_prefix(std::min(comma + 2, rest.size()));
        }
        return facts != 0;
    });
}

Outcome Gazetteer::readCommonWords(BitFiller& filler, const std::filesystem::path& resources) {
    return visitLexicon(resources, "words.tsv", 2, [&](auto row) {
        const bool ordinary =
            !startsUpper(row[0]) && !row[1].starts_with("PROPN") && !row[1].starts_with("X.");
        if (ordinary) filler.add(row[0], Common);
        return true;
    });
}

Expected<Gazetteer> Gazetteer::load(const std::filesystem::path& resources) {
    Gazetteer out;
    out.m_facts.reserve(180'000); // about what the lexicons hold
    BitFiller filler(out.m_facts);
    for (const Outcome& read :
         {readMarked(filler, resources, "first_names.tsv", "FMB", {Female, Male, Female | Male}),
          readMarked(filler, resources, "countries.tsv", "ncd", {Country, City, Demonym}),
          readMarked(filler, resources, "cities.tsv", "cra", {City, City, UnsurePlace}),
          readSurnames(filler, resources), readFamilyNames(filler, resources),
          readNameWords(filler, resources), readCommonWords(filler, resources)})
        if (!read) return unexpected(read.error());
    filler.flush();
    return out;
}

std::uint32_t Gazetteer::facts(std::string_view lower) const {
    const std::uint32_t* known = m_facts.find(lower);
    return known ? *known : 0;
}

} // namespace quoth
