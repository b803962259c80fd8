// Trains core/learning/logistic.h: the weights of least loss with L2, by Newton's method. The same
// examples give the same weights.
#pragma once

#include "core/learning/logistic.h"

#include <vector>

namespace quoth::training {

struct LogisticExample {
    std::vector<float> evidence; // the same number in each
    bool holds = false;
};

LogisticModel trainLogistic(const std::vector<LogisticExample>& examples, double l2 = 1);

} // namespace quoth::training
