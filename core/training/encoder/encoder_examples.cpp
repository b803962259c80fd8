#include "core/training/encoder/encoder_examples.h"

#include "core/encoder/encoder_limits.h"

#include <algorithm>

namespace quoth::training {
namespace {

using torch::Tensor;

struct Targets {
    std::vector<std::int64_t> rows, labels;
    std::vector<float> weights;

    TaskTargets tensors() const {
        const auto count = static_cast<std::int64_t>(rows.size());
        const auto copied = [&](const auto& values, auto type) {
            return torch::tensor(values, type).view({count});
        };
        return {copied(rows, torch::kInt64), copied(labels, torch::kInt64),
                copied(weights, torch::kFloat32)};
    }
};

PronounTargets pronounTargets(std::span<const ExampleWindow> windows, std::int64_t length) {
    std::vector<std::int64_t> rows;
    std::vector<Tensor> rights, alls;
    for (std::size_t w = 0; w < windows.size(); ++w) {
        const ExampleWindow& window = windows[w];
        const auto& first = window.example->input.firstPieces;
        const auto placeOf = [&](std::uint32_t token) {
            return static_cast<std::int64_t>(first[token] - window.taken.begin) + 1;
        };
        for (const PronounGold& gold : window.example->pronouns) {
            if (!window.taken.contains(first[gold.token])) continue;
            const Tensor right = torch::zeros({length}, torch::kBool);
            const Tensor wrong = torch::zeros({length}, torch::kBool);
            const auto mark = [&](const std::vector<std::uint32_t>& tokens, const Tensor& to) {
                auto values = to.accessor<bool, 1>();
                for (const std::uint32_t token : tokens)
                    if (window.taken.contains(first[token])) values[placeOf(token)] = true;
            };
            mark(gold.right, right);
            mark(gold.wrong, wrong);
            if (!right.any().item<bool>() || !wrong.any().item<bool>()) continue;
            rows.push_back(static_cast<std::int64_t>(w) * length + placeOf(gold.token));
            rights.push_back(right);
            alls.push_back(right.logical_or(wrong));
        }
    }
    if (rows.empty()) return {torch::zeros({0}, torch::kInt64), {}, {}};
    return {torch::tensor(rows, torch::kInt64), torch::stack(rights), torch::stack(alls)};
}

std::vector<ExampleWindow> randomWindows(std::span<const EncoderExample> examples,
                                         std::mt19937_64& random) {
    constexpr auto window = static_cast<std::uint32_t>(encoder_limits::window);
    std::vector<ExampleWindow> out;
    for (const EncoderExample& example : examples) {
        const auto pieces = static_cast<std::uint32_t>(example.input.pieces.size());
        std::uint32_t begin = 0, end = pieces;
        if (pieces > window)
            end = window / 2 + static_cast<std::uint32_t>(random() % (window / 2 + 1));
        while (begin < pieces) {
            out.push_back({&example, {begin, end}, {begin, end}});
            begin = end;
            end = std::min(pieces, begin + window);
        }
    }
    std::shuffle(out.begin(), out.end(), random);
    return out;
}

} // namespace

LabelledBatch batchOf(std::span<const ExampleWindow> windows, const WordPieces& pieces) {
    std::int64_t length = 0;
    for (const ExampleWindow& window : windows)
        length = std::max<std::int64_t>(length, window.pieces.size() + 2);
    const auto count = static_cast<std::int64_t>(windows.size());
    const auto ids = [&] { return torch::zeros({count, length}, torch::kInt64); };
    LabelledBatch out{{ids(), ids(), ids(), torch::zeros({count, length})}, {}, {}, {}};
    auto piece = out.batch.pieces.accessor<std::int64_t, 2>();
    auto shape = out.batch.shapes.accessor<std::int64_t, 2>();
    auto quote = out.batch.quotes.accessor<std::int64_t, 2>();
    auto mask = out.batch.mask.accessor<float, 2>();
    out.arcs.sentences = ids();
    auto sentence = out.arcs.sentences.accessor<std::int64_t, 2>();
    Targets arcs;
    std::vector<Targets> targets(windows.empty() ? 0 : windows[0].example->labels.size());
    for (std::int64_t w = 0; w < count; ++w) {
        const ExampleWindow& window = windows[static_cast<std::size_t>(w)];
        const EncoderInput& input = window.example->input;
        std::int64_t at = 0;
        const auto put = [&](PieceId id, LetterShape s, QuoteState q) {
            piece[w][at] = id;
            shape[w][at] = static_cast<std::int64_t>(s);
            quote[w][at] = static_cast<std::int64_t>(q);
            mask[w][at++] = 1;
        };
        put(pieces.begin(), LetterShape::None, QuoteState::Outside);
        for (std::uint32_t p = window.pieces.begin; p < window.pieces.end; ++p)
            put(input.pieces[p], input.shapes[p], input.quotes[p]);
        put(pieces.separator(), LetterShape::None, QuoteState::Outside);
        const auto& first = input.firstPieces;
        for (auto token = static_cast<std::size_t>(
                 std::lower_bound(first.begin(), first.end(), window.taken.begin) - first.begin());
             token < first.size() && first[token] < window.taken.end; ++token) {
            const auto placeOf = [&](std::size_t t) {
                return static_cast<std::int64_t>(first[t] - window.pieces.begin) + 1;
            };
            const auto place = placeOf(token);
            if (!window.example->heads.empty()) {
                sentence[w][place] = window.example->sentences[token] + 1;
                const std::uint32_t head = window.example->heads[token];
                if (window.taken.contains(first[head])) {
                    arcs.rows.push_back(w * length + place);
                    arcs.labels.push_back(placeOf(head));
                }
            }
            for (std::size_t t = 0; t < targets.size(); ++t) {
                const auto& labels = window.example->labels[t];
                if (labels.empty() || !labels[token]) continue;
                targets[t].rows.push_back(w * length + place);
                targets[t].labels.push_back(*labels[token]);
                targets[t].weights.push_back(window.example->weight);
            }
        }
    }
    out.pronouns = pronounTargets(windows, length);
    for (const Targets& of : targets)
        out.tasks.push_back(of.tensors());
    arcs.weights.resize(arcs.rows.size(), 1);
    const TaskTargets all = arcs.tensors();
    out.arcs.rows = all.rows;
    out.arcs.heads = all.labels;
    return out;
}

std::vector<WindowBatch> randomBatches(std::span<const EncoderExample> examples, std::size_t pieces,
                                       std::mt19937_64& random) {
    constexpr std::size_t group = 1000; // windows of one sort by length
    std::vector<ExampleWindow> windows = randomWindows(examples, random);
    std::vector<WindowBatch> out;
    for (std::size_t begin = 0; begin < windows.size(); begin += group) {
        const auto of = std::span(windows).subspan(begin, std::min(group, windows.size() - begin));
        std::ranges::stable_sort(of, std::ranges::greater(),
                                 [](const ExampleWindow& window) { return window.pieces.size(); });
        out.emplace_back();
        for (const ExampleWindow& window : of) {
            const bool full = !out.back().empty() &&
                              (out.back().size() + 1) * (out.back()[0].pieces.size() + 2) > pieces;
            if (full) out.emplace_back();
            out.back().push_back(window);
        }
    }
    std::shuffle(out.begin(), out.end(), random);
    return out;
}

} // namespace quoth::training
