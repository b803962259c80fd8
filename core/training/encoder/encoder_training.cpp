// Trains models/encoder.model.
#include "core/corpora/annotated_articles.h"
#include "core/corpora/attribution_data.h"
#include "core/corpora/counts.h"
#include "core/corpora/polnear.h"
#include "core/encoder/encoder.h"
#include "core/training/encoder/base_weights.h"
#include "core/training/encoder/encoder_examples.h"
#include "core/training/encoder/encoder_network.h"
#include "core/training/encoder/encoder_writer.h"
#include "core/training/training_stages.h"

#include <ATen/autocast_mode.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <malloc.h>
#include <set>
#include <tuple>

namespace quoth::training {
namespace {

using corpora::AttributionArticle;
using torch::Tensor;

struct Recipe {
    int epochs = 4;
    std::size_t batch = 16;             // windows
    double rate = 2e-4, newRate = 1e-3; // of the base's weights, of what is new
    double warmUp = 0.08;               // share of all steps
    double decay = 0.01, clip = 1;
};

constexpr float wholeWeight = 3; // of an article annotated whole beside one of PolNeAR

struct Data {
    std::vector<AttributionArticle> train, dev; // what the examples are made of
    std::vector<EncoderExample> trainExamples, devExamples;
};

EncoderExample exampleOf(const AttributionArticle& article, const WordPieces& pieces,
                         float weight) {
    EncoderExample out{encoderInput(article.quoted.text, pieces), {{}}, weight};
    for (const Label label : article.labels)
        out.labels[0].push_back(label);
    return out;
}

Expected<Data> readData(const TrainingRequest& request, const EarlierStages& earlier,
                        const CueLexicon& cues, const WordPieces& pieces) {
    Data out;
    for (const bool dev : {false, true}) {
        auto documents =
            corpora::readPolnear(request.corpora / "polnear" / (dev ? "dev" : "train"));
        if (!documents) return unexpected(documents.error());
        for (auto& document : *documents)
            (dev ? out.dev : out.train)
                .push_back(corpora::attributionArticle(document.id, std::move(document.text),
                                                       std::move(document.attributions), earlier,
                                                       cues));
    }
    const std::size_t firstWhole = out.train.size();
    auto annotated = corpora::readAnnotatedArticles(request.articles);
    if (!annotated) return unexpected(annotated.error());
    for (auto& article : *annotated)
        out.train.push_back(corpora::attributionArticle(
            article.id, std::move(article.text), std::move(article.attributions), earlier, cues));
    for (std::size_t a = 0; a < out.train.size(); ++a)
        if (!request.fold || a % encoderFolds != *request.fold)
            out.trainExamples.push_back(
                exampleOf(out.train[a], pieces, a < firstWhole ? 1 : wholeWeight));
    for (const AttributionArticle& article : out.dev)
        out.devExamples.push_back(exampleOf(article, pieces, 1));
    return out;
}

// Of one text: scores of the first task's labels by token, in full precision.
std::vector<float> scoresOf(EncoderNetwork& network, const EncoderExample& example,
                            const WordPieces& pieces, const std::string& task, std::size_t labels) {
    torch::NoGradGuard fixed;
    std::vector<float> out(example.input.firstPieces.size() * labels);
    for (const EncoderWindow& window : encoderWindows(example.input.pieces.size())) {
        const ExampleWindow one[] = {{&example, window.pieces, window.taken}};
        const Tensor scores = network->scores(task, network->forward(batchOf(one, pieces).batch))
                                  .to(torch::kFloat32)
                                  .contiguous();
        const auto score = scores.accessor<float, 3>();
        for (std::size_t t = 0; t < example.input.firstPieces.size(); ++t) {
            const std::uint32_t piece = example.input.firstPieces[t];
            if (!window.taken.contains(piece)) continue;
            for (std::size_t l = 0; l < labels; ++l)
                out[t * labels + l] =
                    score[0][static_cast<std::int64_t>(piece) - window.pieces.begin + 1]
                         [static_cast<std::int64_t>(l)];
        }
    }
    return out;
}

using RoleSpan = std::tuple<std::size_t, std::size_t, AttributionRole>;
std::set<RoleSpan> roleSpans(std::span<const Label> labels) {
    std::set<RoleSpan> out;
    for (const AttributionSegment& segment : segmentsOf(labels, 0))
        out.emplace(segment.tokens.begin, segment.tokens.end, segment.role);
    return out;
}

// Steps that make no well-formed segments are ruled out.
ChainScores legalSteps() {
    ChainScores chain(attributionLabelCount);
    const auto closes = [](Label l) {
        return l == unattributed || segmentPartOf(l) == SegmentPart::End ||
               segmentPartOf(l) == SegmentPart::Single;
    };
    const auto opens = [](Label l) {
        return l == unattributed || segmentPartOf(l) == SegmentPart::Begin ||
               segmentPartOf(l) == SegmentPart::Single;
    };
    for (Label l = 0; l < attributionLabelCount; ++l) {
        if (!opens(l)) chain.first[l] = impossible;
        if (!closes(l)) chain.last[l] = impossible;
        for (Label r = 0; r < attributionLabelCount; ++r) {
            const bool within =
                !closes(l) && !opens(r) && attributionRoleOf(l) == attributionRoleOf(r);
            if (!within && !(closes(l) && opens(r))) chain.at(l, r) = impossible;
        }
    }
    return chain;
}

// Exact segments of dev by the scores of each of its articles.
template <class Scores>
std::string figures(const Data& data, Scores scoresOfArticle) {
    const ChainScores chain = legalSteps();
    BestPath path(chain);
    std::array<corpora::Counts, attributionRoles> counts;
    for (std::size_t a = 0; a < data.dev.size(); ++a) {
        const std::vector<float> scores = scoresOfArticle(a);
        for (const IndexRange& unit : data.dev[a].units) {
            const auto have = roleSpans(path.find(
                std::span(scores).subspan(std::size_t{unit.begin} * attributionLabelCount,
                                          std::size_t{unit.size()} * attributionLabelCount)));
            const auto want =
                roleSpans(std::span(data.dev[a].labels).subspan(unit.begin, unit.size()));
            for (const RoleSpan& span : want) {
                corpora::Counts& of = counts[static_cast<std::size_t>(std::get<2>(span))];
                ++of.gold;
                of.right += have.count(span);
            }
            for (const RoleSpan& span : have)
                ++counts[static_cast<std::size_t>(std::get<2>(span))].predicted;
        }
    }
    char line[100];
    std::snprintf(line, sizeof line, "source %.1f, cue %.1f, content %.1f", counts[1].f1(),
                  counts[2].f1(), counts[0].f1());
    return line;
}

// One run over the examples after the other; what is done is kept beside the model after each.
class Trainer {
public:
    Trainer(EncoderNetwork network, const std::vector<EncoderTask>& tasks, const Data& data,
            const WordPieces& pieces, const TrainingRequest& request)
        : m_network(std::move(network)), m_tasks(tasks), m_data(data), m_pieces(pieces),
          m_request(request), m_optimizer(groups()) {
        for (int e = 0; e < m_recipe.epochs; ++e)
            m_steps += (windowsOf(e).size() + m_recipe.batch - 1) / m_recipe.batch;
    }

    void run() {
        at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
        m_start = std::chrono::steady_clock::now();
        for (int e = resume(); e < m_recipe.epochs; ++e) {
            m_network->train();
            const auto windows = windowsOf(e);
            for (std::size_t begin = 0; begin < windows.size(); begin += m_recipe.batch)
                step(std::span(windows).subspan(begin,
                                                std::min(m_recipe.batch, windows.size() - begin)));
            keep(e + 1);
            m_network->eval();
            m_request.log("  epoch " + std::to_string(e + 1) +
                          ", dev: " + figures(m_data, [&](std::size_t a) {
                              return scoresOf(m_network, m_data.devExamples[a], m_pieces,
                                              m_tasks[0].name, m_tasks[0].labels.size());
                          }));
        }
        m_network->eval();
    }

    EncoderNetwork& network() { return m_network; }

private:
    std::vector<ExampleWindow> windowsOf(int epoch) const {
        std::mt19937_64 random(m_request.seed * 1000 + static_cast<std::uint64_t>(epoch));
        return randomWindows(m_data.trainExamples, random);
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
        Tensor loss = torch::zeros({});
        at::autocast::set_cpu_enabled(true);
        const Tensor vectors =
            m_network->forward(labelled.batch).view({-1, m_network->sizes().width});
        for (std::size_t t = 0; t < m_tasks.size(); ++t) {
            const TaskTargets& targets = labelled.tasks[t];
            if (targets.rows.numel() == 0) continue;
            const Tensor scores =
                m_network->scores(m_tasks[t].name, vectors.index_select(0, targets.rows));
            const Tensor each = torch::nn::functional::cross_entropy(
                scores.to(torch::kFloat32), targets.labels,
                torch::nn::functional::CrossEntropyFuncOptions().reduction(torch::kNone));
            loss = loss + (each * targets.weights).sum() / targets.weights.sum();
        }
        at::autocast::clear_cache();
        at::autocast::set_cpu_enabled(false);
        return loss;
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
    const std::vector<EncoderTask>& m_tasks;
    const Data& m_data;
    const WordPieces& m_pieces;
    const TrainingRequest& m_request;
    torch::optim::AdamW m_optimizer;
    std::chrono::steady_clock::time_point m_start;
    std::size_t m_steps = 0, m_step = 0;
    double m_stepsHere = 0, m_loss = 0;
};

EncoderTask attributionTask() {
    EncoderTask out{"attribution", {}};
    for (std::size_t l = 0; l < attributionLabelCount; ++l)
        out.labels.push_back(attributionLabel(static_cast<Label>(l)));
    return out;
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
    const auto tagger = Tagger::load(request.resources);
    if (!tagger) return unexpected(tagger.error());
    const auto parser = DependencyParser::load(request.resources, *tagger);
    if (!parser) return unexpected(parser.error());
    const auto names = NameFinder::load(request.resources, *tagger);
    if (!names) return unexpected(names.error());
    const auto cues = CueLexicon::load(request.resources);
    if (!cues) return unexpected(cues.error());
    const auto data = readData(request, {*tagger, *parser, *names}, *cues, *pieces);
    if (!data) return unexpected(data.error());

    torch::manual_seed(request.seed);
    at::set_num_threads(static_cast<int>(request.threads));
    const std::vector<EncoderTask> tasks = {attributionTask()};
    std::vector<EncoderNetworkImpl::Head> heads;
    for (const EncoderTask& task : tasks)
        heads.push_back({task.name, static_cast<std::int64_t>(task.labels.size())});
    EncoderNetwork network(*sizes, heads);
    if (const Outcome copied = network->copyFrom(*base); !copied) return copied;
    request.log(std::to_string(data->trainExamples.size()) + " texts");
    Trainer trainer(std::move(network), tasks, *data, *pieces, request);
    trainer.run();
    if (auto written = writeEncoder(request.out, trainer.network(), base->pieces, tasks); !written)
        return written;
    const auto encoder = Encoder::load(request.out);
    if (!encoder) return unexpected(encoder.error());
    request.log("  8 bits, dev: " + figures(*data, [&](std::size_t a) {
                    return encoder->encode(data->dev[a].quoted.text).find("attribution")->second;
                }));
    return std::monostate{};
}

} // namespace quoth::training
