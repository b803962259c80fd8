// What a common noun can stand for when it speaks: a person, a body, a document. From
// lexicons/noun_classes.tsv and the roles of lexicons/name_words.tsv; immutable once loaded.
#pragma once

#include "core/support/expected.h"
#include "core/support/string_table.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace quoth {

class NounClasses {
public:
    enum Class : std::uint32_t {
        Person = 1,
        Someone = 2, // may stand for any person named before: "the suspect"
        Organization = 4,
        SomeBody = 8,  // may stand for any organization named before: "the group"
        Document = 16, // its author speaks: "the letter"
        Kin = 128,     // "her husband"
        Male = 256,
        Female = 512,
        Office = 64, // held by one person at a time: "the prime minister"
        Post = 32,   // "minister of intelligence Ali Khan": the holder's name ends the phrase
    };

    static Expected<NounClasses> load(const std::filesystem::path& resources);

    // Is this lemma (lower case) of any of the classes?
    bool is(std::string_view lemma, std::uint32_t classes) const {
        const std::uint32_t* found = m_classes.find(lemma);
        return found && (*found & classes) != 0;
    }

private:
    StringTable m_classes;
};

} // namespace quoth
