// Groups words into classes by the exchange algorithm (Martin, Liermann and Ney, "Algorithms for
// bigram and trigram word clustering", 1998): each word in turn goes to the class in which the
// bigrams of classes are likeliest, until few words move.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace quoth::training {

struct Bigram {
    std::uint32_t left, right; // indices of words
    std::uint32_t count;
};

// The class of each word, 0 to classes - 1. Words are numbered from the commonest on. `passes` at
// most; `report` gets the number of words moved in each.
std::vector<std::uint32_t> clusterWords(std::size_t words, std::span<const Bigram> bigrams,
                                        std::uint32_t classes, int passes,
                                        const std::function<void(int, std::size_t)>& report);

} // namespace quoth::training
