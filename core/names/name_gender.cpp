#include "core/names/name_gender.h"

#include "core/word_sets/names.h"

#include <unordered_set>

namespace quoth {
std::vector<Gender> findGenders(const NameUnits& all, std::span<const IndexRange> people) {
    const std::vector<NameUnit>& units = all.units;
    std::unordered_set<std::uint64_t> surnames;
    for (const IndexRange& name : people)
        if (name.size() > 1) surnames.insert(units[name.end - 1].lowerHash);

    const auto genderOf = [&](const IndexRange& name) {
        std::uint32_t before = name.begin;
        if (before > 0 && units[before - 1].lower == "." && before > 1) --before; // "Mr ."
        if (before > 0) {
            const std::string_view title = units[before - 1].lower;
            if (words::maleTitles.contains(title)) return Gender::Male;
            if (words::femaleTitles.contains(title)) return Gender::Female;
        }
        if (name.size() == 1 && (units[name.begin].facts & SurnameFirst ||
                                 surnames.contains(units[name.begin].lowerHash)))
            return Gender::Unknown;
        // Many surnames are forenames of men: "Turner", "Ryan", "Williams".
        if (name.size() == 1 && units[name.begin].facts & Surname &&
            !(units[name.begin].facts & Female))
            return Gender::Unknown;
        for (std::uint32_t i = name.begin; i < name.end; ++i) {
            if (i > name.begin && i + 1 == name.end) break; // a surname
            const bool woman = units[i].facts & Female, man = units[i].facts & Male;
            if (woman != man) return woman ? Gender::Female : Gender::Male;
        }
        return Gender::Unknown;
    };
    std::vector<Gender> out;
    for (const IndexRange& name : people)
        out.push_back(genderOf(name));
    return out;
}

} // namespace quoth
