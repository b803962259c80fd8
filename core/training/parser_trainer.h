// Trains the parser's network. In: sentences with their features and gold trees. Out: weights.
//
// Log loss over the transitions that the dynamic oracle calls best, on the states that the parser
// itself comes to (Goldberg and Nivre, 2013); Adam (Kingma and Ba, "Adam: a method for stochastic
// optimization", 2015) with a step that falls to nothing; the weights are means over the last steps
// (Polyak and Juditsky, 1992). The result is the same to the bit for the
// same data, options and seed, whatever the number of threads and the machine.
#pragma once

#include "core/syntax/parser_network.h"
#include "core/training/parser_teachers.h"

#include <functional>

namespace quoth::training {

struct ParserExample {
    std::vector<std::uint32_t> rows; // of its words' features, each word's form first
    std::vector<std::uint32_t> ends; // where each word's rows end
    // From index 1 on, rootHead() for the root; both empty where only teachers know the sentence.
    std::vector<ArcHybrid::Position> heads;
    std::vector<Relation> relations;

    bool hasTree() const { return !heads.empty(); }
};

// Gives words that cross other words' arcs the nearest head above that does not, until no arcs
// cross (Nivre and Nilsson, "Pseudo-projective dependency parsing", 2005, without its marks).
// `heads` as in ParserExample.
void makeProjective(std::vector<ArcHybrid::Position>& heads);

struct ParserTrainerOptions {
    int epochs = 14;
    float rate = 0.002f;
    float dropout = 0.2f;      // share of a word's first vector hidden at random
    float wordDropout = 0.25f; // a form seen n times is hidden with probability this / (this + n)
    std::size_t batch = 8;     // sentences
    double averaged = 0.3;     // share of the steps, at the end, whose weights are averaged
    std::uint64_t seed = 1;
    unsigned threads = 2;
};

struct TrainedParser {
    std::array<std::vector<float>, networkPartCount> parts;
    ParserNetwork network() const; // views of the parts
};

struct AttachmentScores { // of all tokens, in percent; relations without their subtypes
    double unlabelled = 0, labelled = 0;
};
AttachmentScores attachmentScores(const ParserNetwork& network,
                                  std::span<const ParserExample> examples);

struct ParserEpoch {
    int epoch;            // from 1
    double loss;          // mean per transition
    AttachmentScores dev; // of the weights as they are; of their means after the last epoch
    double seconds;
};

// Sentences without a tree are read in turn, as many of them an epoch as have one, or all where
// none has. `counts` tells how often each row occurs in `train`. `teachers` may be null where all
// have trees.
TrainedParser trainParser(std::span<const ParserExample> train, std::span<const ParserExample> dev,
                          std::span<const std::uint32_t> counts, const ParserTeachers* teachers,
                          const ParserTrainerOptions& options,
                          const std::function<void(const ParserEpoch&)>& report);

} // namespace quoth::training
