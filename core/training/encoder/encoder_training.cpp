// Trains models/encoder.model.
#include "core/encoder/encoder.h"
#include "core/training/encoder/base_weights.h"
#include "core/training/encoder/encoder_data.h"
#include "core/training/model_card.h"

#include <ATen/autocast_mode.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <malloc.h>

namespace quoth::training {
namespace {

using torch::Tensor;

// Of an arc in the loss, and of a pronoun, which are few.
constexpr double arcWeight = 0.5, pronounWeight = 20;

struct Recipe {
    int epochs = 4;
    std::size_t batch = 4128;           // pieces
    double rate = 2e-4, newRate = 1e-3; // of the base's weights, of what is new
    double warmUp = 0.08;               // share of all steps
    double decay = 0.01, clip = 1;
};

// Of one text: scores of a task's labels by token, in full precision.
TokenScores scoresOf(EncoderNetwork& network, const EncoderExample& example,
                     const WordPieces& pieces, const EncoderTask& task) {
    torch::NoGradGuard fixed;
    const std::size_t labels = task.columns();
    TokenScores out(example.input.firstPieces.size() * labels);
    for (const EncoderWindow& window : encoderWindows(example.input.pieces.size())) {
        const ExampleWindow one[] = {{&example, window.pieces, window.taken}};
        const Tensor scores =
            network->scores(task.name, network->forward(batchOf(one, pieces).batch))
                .to(torch::kFloat32)
                .contiguous();
        const auto score = scores.accessor<float, 3>();
        for (std::size_t t = 0; t < example.input.firstPieces.size(); ++t) {
            const std::uint32_t piece = example.input.firstPieces[t];
            if (!window.taken.contains(piece)) continue;
            const auto place = static_cast<std::int64_t>(piece - window.pieces.begin) + 1;
            for (std::size_t l = 0; l < labels; ++l)
                out[t * labels + l] = score[0][place][static_cast<std::int64_t>(l)];
        }
    }
    return out;
}

TokenScores scoresOf(const Encoder& encoder, const TokenizedText& text, const std::string& task) {
    const EncodedText encoded = encoder.encode(text);
    const auto scores = encoded.of(task, {0, static_cast<std::uint32_t>(text.tokens.size())});
    return {scores.begin(), scores.end()};
}

// Figures of all tasks; `scores`: of a task and one of its texts.
template <class Scores>
std::string devFigures(const EncoderData& data, Scores scores) {
    std::string out;
    for (std::size_t t = 0; t < data.tasks.size(); ++t) {
        std::vector<TokenScores> all;
        for (std::size_t d = 0; d < data.dev[t].examples.size(); ++d)
            all.push_back(scores(t, d));
        const std::string line = data.dev[t].figures(all);
        if (!line.empty()) out += (out.empty() ? "" : "; ") + line;
    }
    return out;
}

// One run over the examples after the other; what is done is kept beside the model after each.
class Trainer {
public:
    Trainer(EncoderNetwork network, const EncoderData& data, const WordPieces& pieces,
            const TrainingRequest& request)
        : m_network(std::move(network)), m_data(data), m_pieces(pieces), m_request(request),
          m_optimizer(groups()) {
        for (int e = 0; e < m_recipe.epochs; ++e)
            m_steps += batchesOf(e).size();
    }

    void run() {
        at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
        m_start = std::chrono::steady_clock::now();
        for (int e = resume(); e < m_recipe.epochs; ++e) {
            m_network->train();
            for (const WindowBatch& batch : batchesOf(e))
                step(batch);
            keep(e + 1);
            m_network->eval();
            m_request.log("  epoch " + std::to_string(e + 1) + ", dev: " + devFiguresNow());
        }
        m_network->eval();
    }

    EncoderNetwork& network() { return m_network; }
    std::string devFiguresNow() {
        return devFigures(m_data, [&](std::size_t t, std::size_t d) {
            return scoresOf(m_network, m_data.dev[t].examples[d], m_pieces, m_data.tasks[t]);
        });
    }

private:
    std::vector<WindowBatch> batchesOf(int epoch) const {
        std::mt19937_64 random(m_request.seed * 1000 + static_cast<std::uint64_t>(epoch));
        return randomBatches(m_data.train, m_recipe.batch, random);
    }

    std::vector<torch::optim::OptimizerParamGroup> groups() const {
        std::vector<torch::optim::OptimizerParamGroup> out;
        for (const bool isNew : {false, true})
            out.emplace_back(
                isNew ? m_network->added() : m_network->pretrained(),
                std::make_unique<torch::optim::AdamWOptions>(
                    torch::optim::AdamWOptions(m_recipe.rate).weight_decay(m_recipe.decay)));
        return out;
    }

    // Up to the full rate, then down to nothing.
    void setRates() {
        const double done = static_cast<double>(m_step) / static_cast<double>(m_steps);
        const double share =
            done < m_recipe.warmUp ? done / m_recipe.warmUp : (1 - done) / (1 - m_recipe.warmUp);
        const double rates[] = {m_recipe.rate, m_recipe.newRate};
        for (std::size_t g = 0; g < 2; ++g)
            static_cast<torch::optim::AdamWOptions&>(m_optimizer.param_groups()[g].options())
                .lr(share * rates[g]);
    }

    Tensor lossOf(const LabelledBatch& labelled) {
        Tensor loss = torch::zeros({}), weight = torch::zeros({});
        at::autocast::set_cpu_enabled(true);
        const Tensor vectors =
            m_network->forward(labelled.batch).view({-1, m_network->sizes().width});
        for (std::size_t t = 0; t < m_data.tasks.size(); ++t) {
            const TaskTargets& targets = labelled.tasks[t];
            if (m_data.tasks[t].name == encoder_task::arcs) {
                if (labelled.arcs.rows.numel() == 0) continue;
                const Tensor each = arcLoss(vectors, labelled);
                loss = loss + each.sum() * arcWeight;
                weight = weight + arcWeight * static_cast<double>(each.numel());
                continue;
            }
            if (m_data.tasks[t].name == encoder_task::antecedents) {
                if (labelled.pronouns.rows.numel() == 0) continue;
                const Tensor each = pronounLoss(vectors, labelled);
                loss = loss + each.sum() * pronounWeight;
                weight = weight + pronounWeight * static_cast<double>(each.numel());
                continue;
            }
            if (targets.rows.numel() == 0) continue;
            const Tensor scores =
                m_network->scores(m_data.tasks[t].name, vectors.index_select(0, targets.rows));
            const Tensor each = torch::nn::functional::cross_entropy(
                scores.to(torch::kFloat32), targets.labels,
                torch::nn::functional::CrossEntropyFuncOptions().reduction(torch::kNone));
            loss = loss + (each * targets.weights).sum();
            weight = weight + targets.weights.sum();
        }
        at::autocast::clear_cache();
        at::autocast::set_cpu_enabled(false);
        return loss / weight.clamp_min(1);
    }

    // How well the vectors of these rows fit each piece of their windows: [rows, pieces].
    Tensor pairScores(std::string_view task, const Tensor& vectors, const LabelledBatch& labelled,
                      const Tensor& rows) {
        const auto windows = labelled.batch.pieces.size(0), length = labelled.batch.pieces.size(1);
        const Tensor ends = m_network->scores(std::string(task), vectors)
                                .view({windows, length, 2 * static_cast<std::int64_t>(arcWidth)});
        const std::vector<Tensor> parts =
            ends.to(torch::kFloat32).chunk(2, -1); // as dependents, as heads
        at::autocast::set_cpu_enabled(false);
        const Tensor scores = torch::bmm(parts[0], parts[1].transpose(1, 2))
                                  .view({windows * length, length})
                                  .index_select(0, rows);
        at::autocast::set_cpu_enabled(true);
        return scores;
    }

    // Of each arc: among the words of its sentence that the window shows.
    Tensor arcLoss(const Tensor& vectors, const LabelledBatch& labelled) {
        const Tensor scores = pairScores(encoder_task::arcs, vectors, labelled, labelled.arcs.rows);
        const Tensor& sentences = labelled.arcs.sentences;
        const Tensor same = sentences.unsqueeze(2)
                                .eq(sentences.unsqueeze(1))
                                .view({-1, sentences.size(1)})
                                .index_select(0, labelled.arcs.rows);
        return torch::nn::functional::cross_entropy(
            scores.masked_fill(same.logical_not(), -1e9), labelled.arcs.heads,
            torch::nn::functional::CrossEntropyFuncOptions().reduction(torch::kNone));
    }

    // Of each pronoun: that one of its right mentions is taken.
    Tensor pronounLoss(const Tensor& vectors, const LabelledBatch& labelled) {
        const PronounTargets& targets = labelled.pronouns;
        const Tensor scores =
            pairScores(encoder_task::antecedents, vectors, labelled, targets.rows);
        const auto sum = [&](const Tensor& of) {
            return scores.masked_fill(of.logical_not(), -1e9).logsumexp(1);
        };
        return sum(targets.all) - sum(targets.right);
    }

    void step(std::span<const ExampleWindow> windows) {
        setRates();
        m_optimizer.zero_grad();
        const Tensor loss = lossOf(batchOf(windows, m_pieces));
        loss.backward();
        torch::nn::utils::clip_grad_norm_(m_network->parameters(), m_recipe.clip);
        m_optimizer.step();
        m_loss += loss.item<double>();
        ++m_stepsHere;
        if (++m_step % 50 != 0) return;
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
        char line[120];
        std::snprintf(line, sizeof line, "  step %zu of %zu: loss %.4f, %.0f s, %.0f s left",
                      m_step, m_steps, m_loss / 50, seconds,
                      seconds / m_stepsHere * static_cast<double>(m_steps - m_step));
        m_request.log(line);
        m_loss = 0;
    }

    std::string kept(const char* what) const { return m_request.out.string() + what; }

    void keep(int epochs) {
        torch::save(m_network, kept(".network"));
        torch::save(m_optimizer, kept(".optimizer"));
        torch::save(
            torch::tensor({static_cast<std::int64_t>(epochs), static_cast<std::int64_t>(m_step)}),
            kept(".epochs"));
    }

    // Epochs that are done already.
    int resume() {
        if (!std::filesystem::exists(kept(".epochs"))) return 0;
        torch::load(m_network, kept(".network"));
        Tensor done;
        torch::load(done, kept(".epochs"));
        m_step = static_cast<std::size_t>(done[1].item<std::int64_t>());
        const auto epochs = static_cast<int>(done[0].item<std::int64_t>());
        if (epochs < m_recipe.epochs) torch::load(m_optimizer, kept(".optimizer"));
        m_request.log("  goes on after epoch " + std::to_string(epochs));
        return epochs;
    }

    const Recipe m_recipe;
    EncoderNetwork m_network;
    const EncoderData& m_data;
    const WordPieces& m_pieces;
    const TrainingRequest& m_request;
    torch::optim::AdamW m_optimizer;
    std::chrono::steady_clock::time_point m_start;
    std::size_t m_steps = 0, m_step = 0;
    double m_stepsHere = 0, m_loss = 0;
};

ModelCard cardOf(const EncoderData& data, const EncoderSizes& sizes, const std::string& figures,
                 const std::string& figuresIn8Bits) {
    const Recipe recipe;
    const auto number = [](double value) {
        char text[30];
        std::snprintf(text, sizeof text, "%g", value);
        return std::string(text);
    };
    ModelCard card;
    card.title = "encoder.model";
    card.what = "Reads English news once for the stages: a transformer of BERT's kind (" +
                std::to_string(sizes.layers) + " layers, " + std::to_string(sizes.width) +
                " wide, " + std::to_string(sizes.heads) + " heads, " +
                std::to_string(sizes.pieces) +
                " word pieces) in 8 bits, with a layer of scores for each task:";
    for (const EncoderTask& task : data.tasks)
        card.what += (&task == data.tasks.data() ? " " : ", ") + task.name;
    card.what += ". Format version " + std::to_string(modelFormatVersion) + ", revision " +
                 std::to_string(Encoder::revision) + ".";
    card.data = {
        "all-MiniLM-L6-v2 (Wang et al., \"MiniLM\", 2020; Reimers and Gurevych, 2019), Apache-2.0: "
        "the weights that it starts from.",
        "PolNeAR 1.0, train (Newell et al., 2018), and news articles annotated whole by hand, at a "
        "weight of " +
            number(static_cast<double>(wholeWeight)) + ": attributions.",
        "UD English EWT, train (Silveira et al., 2014), and GUM, train (Zeldes, 2017): tags and "
        "trees.",
        "English Worldwide Newswire, train (Shan, Bai and Manning, 2023): names.",
        "GAP, development (Webster et al., 2018), GUM and the speakers of the articles annotated "
        "whole: pronouns.",
        "AQUAINT TimeML and MEANTIME (apple): event words. " + std::to_string(data.train.size()) +
            " texts in all; they belong to their publishers. The model holds weights, no text.",
    };
    card.recipe = {
        "quoth-train encoder --base FOLDER: all tasks at once, " + std::to_string(recipe.epochs) +
            " epochs of batches of " + std::to_string(recipe.batch) + " pieces, AdamW at " +
            number(recipe.rate) + " for what is pretrained and " + number(recipe.newRate) +
            " for what is new, rising over the first " + number(100 * recipe.warmUp) +
            " per cent of the steps and falling to 0 since.",
        "Weights of the layers in 8 bits, one step a row.",
    };
    card.figures = {"heads alone, in 32 bits, on the dev texts: " + figures,
                    "the same in 8 bits: " + figuresIn8Bits};
    return card;
}

} // namespace

Outcome trainEncoder(const TrainingRequest& request) {
    // Tensors of many megabytes come and go: their memory is kept instead of asked for anew.
    ::mallopt(M_MMAP_THRESHOLD, 1 << 30);
    ::mallopt(M_TRIM_THRESHOLD, -1);
    ::mallopt(M_TOP_PAD, 256 << 20);
    const auto base = readBaseWeights(request.base);
    if (!base) return unexpected(base.error());
    const auto sizes = encoderSizes(*base);
    if (!sizes) return unexpected(sizes.error());
    const auto pieces = WordPieces::fromLines(base->pieces);
    if (!pieces) return unexpected(pieces.error());
    const auto data = readEncoderData(request, *pieces);
    if (!data) return unexpected(data.error());

    torch::manual_seed(request.seed);
    at::set_num_threads(static_cast<int>(request.threads));
    std::vector<EncoderNetworkImpl::Head> heads;
    for (const EncoderTask& task : data->tasks)
        heads.push_back({task.name, static_cast<std::int64_t>(task.columns())});
    EncoderNetwork network(*sizes, heads);
    if (const Outcome copied = network->copyFrom(*base); !copied) return copied;
    request.log(std::to_string(data->train.size()) + " texts");
    Trainer trainer(std::move(network), *data, *pieces, request);
    trainer.run();
    if (auto written = writeEncoder(request.out, trainer.network(), base->pieces, data->tasks);
        !written)
        return written;
    const auto encoder = Encoder::load(request.out);
    if (!encoder) return unexpected(encoder.error());
    const std::string figures = trainer.devFiguresNow();
    const std::string in8Bits = devFigures(*data, [&](std::size_t t, std::size_t d) {
        return scoresOf(*encoder, *data->dev[t].texts[d], data->tasks[t].name);
    });
    request.log("  8 bits, dev: " + in8Bits);
    if (auto made = writeCard(request.out, cardOf(*data, *sizes, figures, in8Bits)); !made)
        return made;
    return std::monostate{};
}

} // namespace quoth::training
