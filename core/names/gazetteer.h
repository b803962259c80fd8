// What is known about words and phrases that occur in names: forenames, places, key words. In: a
// key in lower case (words parted by one space, apostrophes straight). Out: a set of facts.
// Immutable once loaded; const calls are thread-safe.
#pragma once

#include "core/support/expected.h"
#include "core/support/string_table.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace quoth {

// A bit set.
enum Fact : std::uint32_t {
    Common = 1u << 0, // an ordinary word in lower case, too
    Female = 1u << 1, // forename of women, of men; of both where both are set
    Male = 1u << 2,
    SurnameFirst = 1u << 3, // a surname that stands before the forename (East Asia)
    Country = 1u << 4,
    City = 1u << 5,        // or a capital or a first-level region
    UnsurePlace = 1u << 6, // a place that is a personal name more often
    Demonym = 1u << 7,     // people, faith, nationality, noun or adjective
    KnownOrg = 1u << 8,
    KnownPlace = 1u << 9,
    KnownOther = 1u << 10,
    Title = 1u << 11,    // "Mr", "Dr"
    Role = 1u << 12,     // "president", "coach"
    Modifier = 1u << 13, // before a role: "deputy", "foreign"
    OrgHead = 1u << 14,  // "ministry"
    Company = 1u << 15,  // "Ltd"
    PlaceHead = 1u << 16,
    PlaceLead = 1u << 17,
    OtherHead = 1u << 18,
    Particle = 1u << 19,
    Suffix = 1u << 20,
    Never = 1u << 21,        // months, weekdays, "I"
    PhraseBegins = 1u << 22, // a longer entry begins with this
    Surname = 1u << 23,      // of a family, in any part of the world
};
constexpr std::uint32_t Forename = Female | Male;
constexpr std::uint32_t PlaceName = Country | City | KnownPlace;

class Gazetteer {
public:
    // BadResource when a lexicon is missing or damaged.
    static Expected<Gazetteer> load(const std::filesystem::path& resources);

    std::uint32_t facts(std::string_view lower) const;

private:
    static void add(BitFiller& filler, std::string_view name, std::uint32_t facts);
    static Outcome readMarked(BitFiller& filler, const std::filesystem::path& resources,
                              const char* file, std::string_view marks,
                              std::initializer_list<std::uint32_t> facts);
    static Outcome readFamilyNames(BitFiller& filler, const std::filesystem::path& resources);
    static Outcome readSurnames(BitFiller& filler, const std::filesystem::path& resources);
    static Outcome readNameWords(BitFiller& filler, const std::filesystem::path& resources);
    static Outcome readCommonWords(BitFiller& filler, const std::filesystem::path& resources);

    StringTable m_facts;
};

} // namespace quoth
