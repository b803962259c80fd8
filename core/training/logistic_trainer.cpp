#include "core/training/logistic_trainer.h"

#include <cmath>

namespace quoth::training {
namespace {

// Solves a x = b in place for a symmetric positive definite matrix; Gauss with pivots of the
// diagonal.
std::vector<double> solve(std::vector<double> a, std::vector<double> b) {
    const std::size_t n = b.size();
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = k + 1; i < n; ++i) {
            const double factor = a[i * n + k] / a[k * n + k];
            if (factor == 0) continue;
            for (std::size_t j = k; j < n; ++j)
                a[i * n + j] -= factor * a[k * n + j];
            b[i] -= factor * b[k];
        }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t j = k + 1; j < n; ++j)
            b[k] -= a[k * n + j] * b[j];
        b[k] /= a[k * n + k];
    }
    return b;
}

} // namespace

LogisticModel trainLogistic(const std::vector<LogisticExample>& examples, double l2) {
    if (examples.empty()) return {};
    constexpr int steps = 25;
    constexpr double farthest = 2; // that a weight moves in one step
    const std::size_t n = examples.front().evidence.size();
    std::vector<double> weights(n);
    for (int step = 0; step < steps; ++step) {
        std::vector<double> gradient(n), hessian(n * n);
        for (std::size_t i = 0; i < n; ++i) {
            gradient[i] = l2 * weights[i];
            hessian[i * n + i] = l2 + 1e-6;
        }
        for (const LogisticExample& example : examples) {
            double score = 0;
            for (std::size_t i = 0; i < n; ++i)
                score += weights[i] * static_cast<double>(example.evidence[i]);
            const double p = 1 / (1 + std::exp(-score));
            const double slope = p * (1 - p);
            for (std::size_t i = 0; i < n; ++i) {
                const auto x = static_cast<double>(example.evidence[i]);
                if (x == 0) continue;
                gradient[i] += (p - (example.holds ? 1.0 : 0.0)) * x;
                for (std::size_t j = 0; j < n; ++j)
                    hessian[i * n + j] += slope * x * static_cast<double>(example.evidence[j]);
            }
        }
        const std::vector<double> move = solve(hessian, gradient);
        for (std::size_t i = 0; i < n; ++i)
            weights[i] -= std::fmax(-farthest, std::fmin(farthest, move[i]));
    }
    return LogisticModel(std::vector<float>(weights.begin(), weights.end()));
}

} // namespace quoth::training
