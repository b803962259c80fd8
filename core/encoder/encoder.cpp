#include "core/encoder/encoder.h"

#include "core/encoder/encoder_limits.h"

#include <algorithm>
#include <sstream>

namespace quoth {
namespace {

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> out;
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);)
        out.push_back(line);
    return out;
}

} // namespace

Expected<Encoder> Encoder::load(const std::filesystem::path& path) {
    auto file = ModelFile::open(path, stage, revision);
    if (!file) return unexpected(file.error());
    Encoder out;
    out.m_file = std::make_shared<const ModelFile>(std::move(*file));
    auto pieces = WordPieces::read(*out.m_file);
    if (!pieces) return unexpected(pieces.error());
    out.m_pieces = std::move(*pieces);
    auto transformer = Transformer::read(*out.m_file);
    if (!transformer) return unexpected(transformer.error());
    out.m_transformer = std::move(*transformer);
    if (out.m_pieces->size() != out.m_transformer->pieces() ||
        out.m_transformer->positions() < encoder_limits::window + 2)
        return unexpected(ErrorCode::BadResource,
                          "The model " + path.string() + " is damaged: its parts do not fit.");
    if (const Outcome read = out.readTasks(); !read) return unexpected(read.error());
    return out;
}

Outcome Encoder::readTasks() {
    const auto names = m_file->text("tasks");
    if (!names) return unexpected(names.error());
    const std::size_t width = m_transformer->width();
    for (const std::string& name : linesOf(*names)) {
        const bool ofPairs = name == encoder_task::arcs || name == encoder_task::antecedents;
        const auto labels = ofPairs ? std::string_view() : m_file->text(name + ".labels");
        const auto weights = m_file->array<float>(name + ".weights");
        const auto bias = m_file->array<float>(name + ".bias");
        if (!labels) return unexpected(labels.error());
        if (!weights) return unexpected(weights.error());
        if (!bias) return unexpected(bias.error());
        Task task{name, linesOf(*labels), *weights, *bias};
        const std::size_t columns = ofPairs ? 2 * arcWidth : task.labels.size();
        if (columns == 0 || task.bias.size() != columns || task.weights.size() != columns * width)
            return unexpected(ErrorCode::BadResource, "The model " + m_file->path().string() +
                                                          " is damaged: the parts of \"" + name +
                                                          "\" do not fit.");
        m_tasks.push_back(std::move(task));
    }
    return std::monostate{};
}

std::span<const std::string> Encoder::labels(std::string_view task) const {
    for (const Task& known : m_tasks)
        if (known.name == task) return known.labels;
    return {};
}

EncodedText Encoder::encode(const TokenizedText& text,
                            const std::function<bool(double)>& goOn) const {
    const EncoderInput input = encoderInput(text, *m_pieces);
    EncodedText out;
    std::vector<std::span<float>> tables;
    for (const Task& task : m_tasks)
        tables.push_back(out.add(task.name, text.tokens.size(), task.bias.size()));
    const std::size_t width = m_transformer->width();
    std::vector<float> vectors, scores;
    std::size_t token = 0;
    for (const EncoderWindow& window : encoderWindows(input.pieces.size())) {
        m_transformer->run(input, window.pieces, m_pieces->begin(), m_pieces->separator(), vectors);
        const std::size_t first = token;
        while (token < input.firstPieces.size() && input.firstPieces[token] < window.taken.end)
            ++token;
        // The rows of the tokens, side by side.
        std::vector<float> rows((token - first) * width);
        for (std::size_t t = first; t < token; ++t) {
            const auto from =
                vectors.begin() +
                static_cast<std::ptrdiff_t>((input.firstPieces[t] - window.pieces.begin) * width);
            std::copy(from, from + static_cast<std::ptrdiff_t>(width),
                      rows.begin() + static_cast<std::ptrdiff_t>((t - first) * width));
        }
        for (std::size_t k = 0; k < m_tasks.size(); ++k) {
            const Task& task = m_tasks[k];
            const std::size_t columns = task.bias.size();
            const std::span<float> to = tables[k];
            multiplyFloats({rows.data(), token - first, width, width},
                           {task.weights.data(), columns, width, width}, true,
                           to.data() + first * columns, columns);
            for (std::size_t t = first; t < token; ++t)
                for (std::size_t c = 0; c < columns; ++c)
                    to[t * columns + c] += task.bias[c];
        }
        if (goOn &&
            !goOn(static_cast<double>(window.taken.end) / static_cast<double>(input.pieces.size())))
            break;
    }
    return out;
}

} // namespace quoth
