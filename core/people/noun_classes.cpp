#include "core/people/noun_classes.h"

#include "core/support/resources.h"

#include <array>

namespace quoth {
namespace {

struct ClassName {
    std::string_view name;
    std::uint32_t classes;
};
constexpr std::array<ClassName, 10> classNames = {{
    {"person", NounClasses::Person},
    {"someone", NounClasses::Person | NounClasses::Someone},
    {"organization", NounClasses::Organization},
    {"some-body", NounClasses::Organization | NounClasses::SomeBody},
    {"document", NounClasses::Document},
    {"office", NounClasses::Person | NounClasses::Office},
    {"kin", NounClasses::Person | NounClasses::Kin},
    {"male", NounClasses::Person | NounClasses::Male},
    {"female", NounClasses::Person | NounClasses::Female},
    {"post", NounClasses::Person | NounClasses::Post},
}};

template <class Visit>
void eachEntry(std::string_view list, Visit visit) {
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(", ", begin), list.size());
        visit(list.substr(begin, end - begin));
        begin = end + 2;
    }
}

} // namespace

Expected<NounClasses> NounClasses::load(const std::filesystem::path& resources) {
    NounClasses out;
    const auto rows = readLexicon(resources, "noun_classes.tsv", 2);
    if (!rows) return unexpected(rows.error());
    for (const LexiconRow& row : *rows) {
        std::uint32_t classes = 0;
        for (const ClassName& known : classNames)
            if (known.name == row[0]) classes = known.classes;
        if (classes == 0)
            return unexpected(ErrorCode::BadResource,
                              "The lexicon noun_classes.tsv has an unknown class \"" + row[0] +
                                  "\".");
        eachEntry(row[1], [&](std::string_view lemma) { out.m_classes[lemma] |= classes; });
    }
    const auto names = readLexicon(resources, "name_words.tsv", 2);
    if (!names) return unexpected(names.error());
    for (const LexiconRow& row : *names)
        if (row[0] == "role")
            eachEntry(row[1], [&](std::string_view role) { out.m_classes[role] |= Person; });
    return out;
}

} // namespace quoth
