#include "core/text/abbreviations.h"

#include <algorithm>
#include <array>

namespace quoth {
namespace {

struct Entry {
    std::string_view word;
    Abbreviation kind;
};

using enum Abbreviation;

// Ordered by word. State abbreviations that are also words (Mass., Miss., Ore.) are left out:
// after a comma the capital that follows tells as much.
constexpr auto entries = std::to_array<Entry>({
    {"a.m", Suffix},     {"adm", Title},      {"al", Suffix},     {"ala", Suffix},
    {"ald", Title},      {"amb", Title},      {"approx", Common}, {"apr", Dated},
    {"ariz", Suffix},    {"art", Numeric},    {"ass'n", Common},  {"assn", Suffix},
    {"assoc", Title},    {"asst", Title},     {"atty", Title},    {"aug", Dated},
    {"ave", Suffix},     {"bldg", Suffix},    {"blvd", Suffix},   {"brig", Title},
    {"brig-gen", Title}, {"bros", Suffix},    {"calif", Suffix},  {"capt", Title},
    {"cdr", Title},      {"cf", Common},      {"chas", Common},   {"cllr", Title},
    {"cmdr", Title},     {"co", Suffix},      {"col", Title},     {"colo", Suffix},
    {"comdr", Title},    {"conn", Suffix},    {"corp", Suffix},   {"cos", Suffix},
    {"cpl", Title},      {"cpt", Title},      {"cst", Title},     {"d.c", Suffix},
    {"dec", Dated},      {"dep", Title},      {"dep't", Common},  {"dept", Suffix},
    {"det", Title},      {"dr", Title},       {"dra", Title},     {"drs", Title},
    {"e.g", Common},     {"e.u", Suffix},     {"eg", Common},     {"eng", Title},
    {"ens", Title},      {"esq", Suffix},     {"etc", Suffix},    {"feb", Dated},
    {"fig", Numeric},    {"figs", Numeric},   {"fla", Suffix},    {"fr", Title},
    {"fri", Dated},      {"ft", Title},       {"ga", Suffix},     {"gen", Title},
    {"geo", Common},     {"gov", Title},      {"gov't", Common},  {"gov-gen", Title},
    {"govs", Title},     {"hon", Title},      {"hr", Suffix},     {"hrs", Suffix},
    {"hwy", Suffix},     {"i.e", Common},     {"ie", Common},     {"inc", Suffix},
    {"incl", Common},    {"insp", Title},     {"int'l", Common},  {"intl", Common},
    {"jan", Dated},      {"jr", Suffix},      {"jul", Dated},     {"jun", Dated},
    {"kan", Suffix},     {"ky", Suffix},      {"lic", Title},     {"lieut", Title},
    {"llc", Suffix},     {"llp", Suffix},     {"lt", Title},      {"lt-gen", Title},
    {"ltd", Suffix},     {"maj", Title},      {"maj-gen", Title}, {"mar", Dated},
    {"md", Suffix},      {"messrs", Title},   {"mich", Suffix},   {"minn", Suffix},
    {"misc", Common},    {"mlle", Title},     {"mme", Title},     {"mon", Dated},
    {"mont", Suffix},    {"mr", Title},       {"mrs", Title},     {"ms", Title},
    {"msgr", Title},     {"mt", Title},       {"nat'l", Common},  {"neb", Suffix},
    {"nev", Suffix},     {"no", Numeric},     {"nos", Numeric},   {"nov", Dated},
    {"oct", Dated},      {"okla", Suffix},    {"ont", Suffix},    {"p", Numeric},
    {"p.m", Suffix},     {"pfc", Title},      {"ph.d", Suffix},   {"plc", Suffix},
    {"pp", Numeric},     {"pres", Title},     {"prof", Title},    {"pte", Title},
    {"pty", Suffix},     {"pvt", Title},      {"que", Suffix},    {"rd", Suffix},
    {"rep", Title},      {"reps", Title},     {"rev", Title},     {"revd", Title},
    {"rs", Suffix},      {"sat", Dated},      {"sec", Numeric},   {"sen", Title},
    {"sens", Title},     {"sep", Dated},      {"sept", Dated},    {"sgt", Title},
    {"shri", Title},     {"smt", Title},      {"spc", Title},     {"sr", Suffix},
    {"sra", Title},      {"srta", Title},     {"st", Title},      {"ste", Title},
    {"sun", Dated},      {"supt", Title},     {"tenn", Suffix},   {"tex", Suffix},
    {"thu", Dated},      {"thur", Dated},     {"thurs", Dated},   {"tue", Dated},
    {"tues", Dated},     {"u.a.e", Suffix},   {"u.k", Suffix},    {"u.n", Suffix},
    {"u.s", Suffix},     {"u.s.a", Suffix},   {"univ", Suffix},   {"v", Common},
    {"va", Suffix},      {"vice-adm", Title}, {"viz", Common},    {"vol", Numeric},
    {"vols", Numeric},   {"vs", Common},      {"vt", Suffix},     {"wed", Dated},
    {"weds", Dated},     {"wis", Suffix},     {"wm", Common},     {"wyo", Suffix},
});
static_assert(std::is_sorted(entries.begin(), entries.end(),
                             [](const Entry& a, const Entry& b) { return a.word < b.word; }));

} // namespace

Abbreviation abbreviationOf(std::string_view word) {
    const auto it = std::lower_bound(entries.begin(), entries.end(), word,
                                     [](const Entry& e, std::string_view w) { return e.word < w; });
    return it != entries.end() && it->word == word ? it->kind : None;
}

} // namespace quoth
