// Precision, recall and F1 from counts.
#pragma once

#include <cstddef>
#include <string>

namespace quoth::corpora {

struct Counts {
    std::size_t right = 0, predicted = 0, gold = 0;

    double precision() const { return share(right, predicted); }
    double recall() const { return share(right, gold); }
    double f1() const { return share(2 * right, predicted + gold); }
    Counts& operator+=(const Counts& other) {
        right += other.right;
        predicted += other.predicted;
        gold += other.gold;
        return *this;
    }

private:
    static double share(std::size_t part, std::size_t all) { // percent
        return all == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
    }
};

// "names PER   P  91.0  R  90.1  F1  90.5   (gold 1088, predicted 1077)"
std::string line(const std::string& name, const Counts& counts);

} // namespace quoth::corpora
