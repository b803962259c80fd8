#include "core/names/name_rules.h"

#include "core/names/name_limits.h"
#include "core/word_sets/names.h"

#include <unordered_set>

namespace quoth {
namespace {

// A weekday or a month by itself: a date, no name.
bool isDate(const NameUnits& units, const LabelledUnits& name) {
    const NameUnit& first = units.units[name.units.begin];
    return nameTypes[name.type] != EntityType::Person && name.units.size() == 1 &&
           first.facts & Never && !first.caps;
}

// Without honorifics that the model took for part of the name: "Cllr Tait".
LabelledUnits withoutHonorifics(const NameUnits& units, LabelledUnits name) {
    if (nameTypes[name.type] != EntityType::Person) return name;
    while (name.units.size() > 1 && words::honorifics.contains(units.units[name.units.begin].lower))
        ++name.units.begin;
    return name;
}

bool isPerson(const LabelledUnits& name) {
    return nameTypes[name.type] == EntityType::Person;
}

// "Blinken tells Sergei Lavrov Washington seeks": the place that opens a clause after a person's
// name, where the article elsewhere has people by the surname before it and none by the place.
class PlaceSplitter {
public:
    PlaceSplitter(const NameUnits& units, const std::vector<FoundName>& names) : m_units(units) {
        for (const FoundName& found : names)
            if (isPerson(found.name) && found.name.units.size() < name_limits::shortestWithPlace)
                m_surnames.insert(units.units[found.name.units.end - 1].lowerHash);
    }

    bool splits(const LabelledUnits& name) const {
        if (!isPerson(name) || name.units.size() < name_limits::shortestWithPlace) return false;
        const NameUnit &surname = m_units.units[name.units.end - 2],
                       &place = m_units.units[name.units.end - 1];
        return place.facts & PlaceName && m_surnames.count(surname.lowerHash) > 0 &&
               m_surnames.count(place.lowerHash) == 0;
    }

private:
    const NameUnits& m_units;
    std::unordered_set<std::uint64_t> m_surnames;
};

constexpr std::size_t placeType = 2;
static_assert(nameTypes[placeType] == EntityType::Place);

} // namespace

std::vector<FoundName> judgeNames(const NameUnits& units, const std::vector<FoundName>& names) {
    const PlaceSplitter splitter(units, names);
    std::vector<FoundName> out;
    for (FoundName found : names) {
        if (isDate(units, found.name)) continue;
        found.name = withoutHonorifics(units, found.name);
        if (!splitter.splits(found.name)) {
            out.push_back(found);
            continue;
        }
        const std::uint32_t place = --found.name.units.end;
        out.push_back(found);
        out.push_back({{{place, place + 1}, placeType}, found.confidence});
    }
    return out;
}

bool beginsWithForename(const NameUnits& units, const LabelledUnits& name) {
    constexpr std::uint32_t heads = OrgHead | Company | PlaceHead | OtherHead;
    constexpr std::uint32_t others =
        PlaceName | UnsurePlace | KnownOrg | KnownOther | Demonym | Never | heads;
    const std::uint32_t first = name.units.begin, facts = units.units[first].facts;
    return name.units.size() <= name_limits::longestOfForename && facts & Forename &&
           !(facts & others) && !(units.units[name.units.end - 1].facts & heads) &&
           (first == 0 || !words::placeLeads.contains(units.units[first - 1].lower));
}

} // namespace quoth
