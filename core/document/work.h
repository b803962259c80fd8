// The reader's work on one article: the steps that were made, and how many of them are in force.
#pragma once

#include "core/document/corrections.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quoth {

// One undoable step of the reader's work.
using Step = std::vector<Correction>;

// Do its corrections hold together or not at all: is it a split or a join of quotes?
bool holdsAsAWhole(const Step& step);

// Steps in order, those from `done` on taken back.
struct Work {
    std::vector<Step> steps;
    std::size_t done = 0;
    std::int64_t revision = 0; // in a library: counts the changes of steps and done

    // Puts a step after those in force; steps taken back are gone for good.
    void add(Step step);
    // Of the steps in force, in order, without those that a later one withdraws.
    Corrections corrections() const;
    // For each step, whether it is in force.
    std::vector<bool> inForce() const;
};

} // namespace quoth
