// Cue verbs: how likely a verb introduces an attribution, given what follows it. From
// lexicons/cues.tsv; immutable once loaded.
#pragma once

#include "core/document/annotations.h"
#include "core/support/expected.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace quoth {

// What follows the verb, its adverbs and its addressee: "said THAT", "said: QUOTE", "promised TO",
// "warned OF", "said ON Monday", the clause's END, "denied THE CLAIM", "suggested GOING", "said:".
// Time, Gerund and Colon are counted, but no reading asks for them.
enum class CueFrame : std::uint8_t {
    That,
    Quote,
    To,
    Preposition,
    Time,
    End,
    Phrase,
    Gerund,
    Colon
};
inline constexpr std::size_t cueFrames = 9;

struct CueVerb {
    QuoteAct act = QuoteAct::Speech;
    std::array<std::uint8_t, cueFrames> percent{}; // how often it is a cue in this frame
    bool takesAddressee = false;                   // "told him that ..."

    float probability(CueFrame frame) const {
        return static_cast<float>(percent[static_cast<std::size_t>(frame)]) / 100;
    }
};

class CueLexicon {
public:
    static Expected<CueLexicon> load(const std::filesystem::path& resources);

    const CueVerb* find(std::string_view lemma) const; // null: never a cue

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const {
            return std::hash<std::string_view>{}(s);
        }
    };
    std::unordered_map<std::string, CueVerb, Hash, std::equal_to<>> m_verbs;
};

} // namespace quoth
