#include "core/training/encoder/encoder_data.h"

#include "core/corpora/annotated_articles.h"
#include "core/corpora/attribution_data.h"
#include "core/corpora/counts.h"
#include "core/corpora/event_data.h"
#include "core/corpora/name_data.h"
#include "core/corpora/polnear.h"
#include "core/document/pair_scores.h"
#include "core/text/plain_analysis.h"
#include "core/training/tag_sequences.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>

namespace quoth::training {
namespace {

using corpora::AttributionArticle;
using corpora::Counts;
using corpora::NameArticle;
using corpora::Portion;
using corpora::TaggedText;

// How much a token of a task counts: those of trees are many and soon learnt.
constexpr float treeWeight = 0.5f, nameWeight = 1, eventWeight = 1;

// What the scores count beside those of the stages: by hand.
constexpr float attributionCount = 0.5f, tagCount = 1, nameCount = 0.3f;

template <class T>
std::shared_ptr<const T> kept(EncoderData& data, T value) {
    auto shared = std::make_shared<const T>(std::move(value));
    data.kept.push_back(shared);
    return shared;
}

class DataReader {
public:
    DataReader(const TrainingRequest& request, const WordPieces& pieces)
        : m_request(request), m_pieces(pieces) {}

    Outcome read() {
        auto tagger = Tagger::load(m_request.resources);
        if (!tagger) return unexpected(tagger.error());
        m_tagger = kept(data, std::move(*tagger));
        using Step = Outcome (DataReader::*)();
        std::vector<Step> steps = {&DataReader::readAttributions, &DataReader::readEvents};
        // The stages of words and names learn without the encoder: no fold is needed for them.
        if (!m_request.fold)
            steps.insert(steps.end(), {&DataReader::readTrees, &DataReader::readNames,
                                       &DataReader::readPronouns});
        for (const Step step : steps)
            if (const Outcome done = (this->*step)(); !done) return done;
        for (EncoderExample& example : data.train)
            example.labels.resize(data.tasks.size());
        return std::monostate{};
    }

    EncoderData data;

private:
    // Of the fold that is left out?
    bool isLeftOut(std::size_t text) const {
        return m_request.fold && text % encoderFolds == *m_request.fold;
    }

    void addTask(std::string_view name, std::vector<std::string> labels, float count) {
        data.tasks.push_back({std::string(name), std::move(labels), count});
        data.dev.emplace_back();
    }

    // A text with labels of the task added last.
    void addExample(const TokenizedText& text, std::vector<std::optional<Label>> labels,
                    float weight) {
        EncoderExample example{encoderInput(text, m_pieces), {}, {}, {}, {}, weight};
        example.labels.resize(data.tasks.size());
        example.labels.back() = std::move(labels);
        data.train.push_back(std::move(example));
    }
    void addDev(const TokenizedText& text) {
        data.dev.back().examples.push_back({encoderInput(text, m_pieces), {}, {}, {}, {}, 1});
        data.dev.back().texts.push_back(&text);
    }

    Outcome readAttributions();
    Outcome readTrees();
    Outcome readNames();
    Outcome readEvents();
    Outcome readPronouns();

    const TrainingRequest& m_request;
    const WordPieces& m_pieces;
    std::shared_ptr<const Tagger> m_tagger;
};

template <class Spans>
void count(const Spans& want, const Spans& have, Counts& counts) {
    counts.gold += want.size();
    counts.predicted += have.size();
    for (const auto& span : want)
        counts.right += have.count(span);
}

std::string noFigures(const std::vector<TokenScores>&) {
    return {};
}

// Labels 1 + 4 kind + Begin, Inside, End or Single: steps that make no segments are ruled out.
ChainScores segmentSteps(std::size_t labels) {
    ChainScores chain(labels);
    constexpr std::size_t begin = 0, end = 2, single = 3;
    const auto part = [](std::size_t l) { return (l - 1) % 4; };
    const auto closes = [&](std::size_t l) {
        return l == 0 || part(l) == end || part(l) == single;
    };
    const auto opens = [&](std::size_t l) {
        return l == 0 || part(l) == begin || part(l) == single;
    };
    for (std::size_t l = 0; l < labels; ++l) {
        if (!opens(l)) chain.first[l] = impossible;
        if (!closes(l)) chain.last[l] = impossible;
        for (std::size_t r = 0; r < labels; ++r) {
            const bool within = !closes(l) && !opens(r) && (l - 1) / 4 == (r - 1) / 4;
            if (!within && !(closes(l) && opens(r))) chain.at(l, r) = impossible;
        }
    }
    return chain;
}

using RoleSpans = std::set<std::tuple<std::uint32_t, std::uint32_t, AttributionRole>>;
RoleSpans roleSpans(std::span<const Label> labels) {
    RoleSpans out;
    for (const AttributionSegment& segment : segmentsOf(labels, 0))
        out.emplace(segment.tokens.begin, segment.tokens.end, segment.role);
    return out;
}

Outcome DataReader::readAttributions() {
    const auto parser = DependencyParser::load(m_request.resources, *m_tagger);
    if (!parser) return unexpected(parser.error());
    const auto names = NameFinder::load(m_request.resources, *m_tagger);
    if (!names) return unexpected(names.error());
    const EarlierStages earlier{*m_tagger, *parser, *names};
    auto cues = CueLexicon::load(m_request.resources);
    if (!cues) return unexpected(cues.error());
    const auto lexicon = kept(data, std::move(*cues));
    std::vector<std::string> labels;
    for (std::size_t l = 0; l < attributionLabelCount; ++l)
        labels.push_back(attributionLabel(static_cast<Label>(l)));
    addTask(encoder_task::nested, labels, 1); // what is told within another one's content
    data.dev.back().figures = noFigures;
    addTask(encoder_task::attribution, labels, attributionCount);

    std::size_t next = 0;
    const auto learn = [&](const AttributionArticle& article, float weight) {
        if (isLeftOut(next++)) return;
        addExample(article.quoted.text, {article.labels.begin(), article.labels.end()}, weight);
        if (weight == 1) return;
        // PolNeAR leaves out what is nested, and who the speakers are.
        data.train.back().labels.front().assign(article.nested.begin(), article.nested.end());
        data.train.back().pronouns = pronounsOf(article);
    };
    auto train = corpora::readPolnear(m_request.corpora / "polnear" / "train");
    if (!train) return unexpected(train.error());
    for (auto& document : *train)
        learn(corpora::attributionArticle(document.id, std::move(document.text),
                                          std::move(document.attributions), earlier, *lexicon),
              1);
    auto whole = corpora::readAnnotatedArticles(m_request.articles);
    if (!whole) return unexpected(whole.error());
    for (auto& article : *whole)
        learn(corpora::attributionArticle(article.id, std::move(article.text),
                                          std::move(article.attributions), earlier, *lexicon),
              wholeWeight);

    auto documents = corpora::readPolnear(m_request.corpora / "polnear" / "dev");
    if (!documents) return unexpected(documents.error());
    std::vector<AttributionArticle> read;
    for (auto& document : *documents)
        read.push_back(corpora::attributionArticle(document.id, std::move(document.text),
                                                   std::move(document.attributions), earlier,
                                                   *lexicon));
    const auto dev = kept(data, std::move(read));
    for (const AttributionArticle& article : *dev)
        addDev(article.quoted.text);
    data.dev.back().figures = [dev](const std::vector<TokenScores>& scores) {
        const ChainScores chain = segmentSteps(attributionLabelCount);
        BestPath path(chain);
        std::array<Counts, attributionRoles> counts;
        for (std::size_t a = 0; a < dev->size(); ++a)
            for (const IndexRange& unit : (*dev)[a].units) {
                constexpr std::size_t width = attributionLabelCount;
                const auto have = roleSpans(path.find(
                    std::span(scores[a]).subspan(unit.begin * width, unit.size() * width)));
                const auto want =
                    roleSpans(std::span((*dev)[a].labels).subspan(unit.begin, unit.size()));
                for (std::size_t r = 0; r < attributionRoles; ++r) {
                    const auto of = [&](RoleSpans spans) {
                        std::erase_if(spans, [&](const auto& span) {
                            return static_cast<std::size_t>(std::get<2>(span)) != r;
                        });
                        return spans;
                    };
                    count(of(want), of(have), counts[r]);
                }
            }
        char line[100];
        std::snprintf(line, sizeof line, "source %.1f, cue %.1f, content %.1f", counts[1].f1(),
                      counts[2].f1(), counts[0].f1());
        return std::string(line);
    };
    return std::monostate{};
}

// In per cent.
double share(std::size_t right, std::size_t all) {
    return 100.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(all, 1));
}

std::size_t bestOf(std::span<const float> row) {
    return static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
}

// Of each token the word of its sentence that fits best as its head.
std::vector<std::uint32_t> bestHeads(const TokenizedText& text, std::span<const float> arcs) {
    std::vector<std::uint32_t> out(text.tokens.size());
    for (const Sentence& sentence : text.sentences)
        for (std::uint32_t d = sentence.tokens.begin; d < sentence.tokens.end; ++d) {
            std::vector<float> scores;
            for (std::uint32_t h = sentence.tokens.begin; h < sentence.tokens.end; ++h)
                scores.push_back(pairScore(arcs, d, h));
            out[d] = sentence.tokens.begin + static_cast<std::uint32_t>(bestOf(scores));
        }
    return out;
}

Outcome DataReader::readTrees() {
    auto train = corpora::readEwt(m_request.corpora, Portion::Train);
    if (!train) return unexpected(train.error());
    auto gum = corpora::readGum(m_request.corpora, Portion::Train);
    if (!gum) return unexpected(gum.error());
    std::move(gum->begin(), gum->end(), std::back_inserter(*train));
    auto read = corpora::readEwt(m_request.corpora, Portion::Dev);
    if (!read) return unexpected(read.error());
    const auto dev = kept(data, std::move(*read));
    const auto add = [&](std::string_view task, float counted, std::vector<std::string> labels,
                         auto figures) {
        addTask(task, std::move(labels), counted);
        for (const TaggedText& text : *dev)
            addDev(text.gold.text);
        data.dev.back().figures = std::move(figures);
    };
    const TagLabels tags(*train);
    std::vector<Pos> ofLabel;
    for (const std::string& label : tags.names())
        ofLabel.push_back(tagPairFromName(label)->pos);
    // How often an answer is right, in per cent.
    const auto figures = [dev](const char* what, auto isRight) {
        return [=](const std::vector<TokenScores>& scores) {
            std::size_t tokens = 0, right = 0;
            for (std::size_t t = 0; t < dev->size(); ++t) {
                const TaggedText& text = (*dev)[t];
                const std::size_t count = text.tags.size(), columns = scores[t].size() / count;
                for (std::size_t i = 0; i < count; ++i, ++tokens)
                    right +=
                        isRight(text, i, bestOf(std::span(scores[t]).subspan(i * columns, columns)))
                            ? 1
                            : 0;
            }
            char line[60];
            std::snprintf(line, sizeof line, "%s %.2f", what, share(right, tokens));
            return std::string(line);
        };
    };
    add(encoder_task::tags, tagCount, tags.names(),
        figures("universal tags", [ofLabel](const TaggedText& text, std::size_t i, std::size_t l) {
            return ofLabel[l] == text.tags[i].pos;
        }));
    std::vector<std::string> relations;
    for (std::size_t r = 0; r < relationCount; ++r)
        relations.emplace_back(name(static_cast<Relation>(r)));
    add(encoder_task::relations, 1, relations,
        figures("relations", [](const TaggedText& text, std::size_t i, std::size_t l) {
            return text.trees[i].relation == static_cast<Relation>(l);
        }));
    add(encoder_task::arcs, 1, {}, [dev](const std::vector<TokenScores>& scores) {
        std::size_t tokens = 0, right = 0;
        for (std::size_t t = 0; t < dev->size(); ++t) {
            const auto heads = bestHeads((*dev)[t].gold.text, scores[t]);
            for (std::size_t i = 0; i < heads.size(); ++i, ++tokens)
                right += heads[i] == (*dev)[t].trees[i].head ? 1 : 0;
        }
        char line[60];
        std::snprintf(line, sizeof line, "heads %.2f", share(right, tokens));
        return std::string(line);
    });
    for (std::size_t t = 0; t < train->size(); ++t) {
        if (isLeftOut(t)) continue;
        const TaggedText& text = (*train)[t];
        EncoderExample example{encoderInput(text.gold.text, m_pieces), {}, {}, {}, {}, treeWeight};
        example.labels.resize(data.tasks.size());
        for (std::size_t i = 0; i < text.tags.size(); ++i) {
            example.labels[data.tasks.size() - 3].push_back(tags.of(text.tags[i]));
            example.labels[data.tasks.size() - 2].push_back(
                static_cast<Label>(text.trees[i].relation));
            example.heads.push_back(text.trees[i].head);
        }
        example.pronouns = pronounsOf(text);
        example.sentences.resize(text.tags.size());
        const auto& sentences = text.gold.text.sentences;
        for (std::size_t s = 0; s < sentences.size(); ++s)
            for (std::uint32_t i = sentences[s].tokens.begin; i < sentences[s].tokens.end; ++i)
                example.sentences[i] = static_cast<std::uint32_t>(s);
        data.train.push_back(std::move(example));
    }
    return std::monostate{};
}

// Of each token its label, where it is one unit and the gold speaks of it.
std::vector<std::optional<Label>> tokenLabels(const NameArticle& article) {
    std::vector<std::optional<Label>> out(article.text.tokens.size());
    std::vector<int> units(out.size());
    for (std::size_t s = 0; s < article.units.sentences.size(); ++s)
        for (std::uint32_t u = article.units.sentences[s].begin; u < article.units.sentences[s].end;
             ++u) {
            const std::uint32_t token = article.units.units[u].token;
            if (++units[token] == 1 && article.covered[s])
                out[token] = article.labels[u];
            else
                out[token].reset();
        }
    return out;
}

Outcome DataReader::readNames() {
    const auto gazetteer = Gazetteer::load(m_request.resources);
    if (!gazetteer) return unexpected(gazetteer.error());
    std::vector<std::string> labels;
    for (std::size_t l = 0; l < nameLabelCount; ++l)
        labels.push_back(nameLabel(static_cast<Label>(l)));
    addTask(encoder_task::names, std::move(labels), nameCount);
    const auto folder = m_request.corpora / "ner_worldwide";
    std::vector<NameArticle> read;
    for (const bool isDev : {false, true}) {
        const char* const part = isDev ? "dev" : "train";
        const auto documents =
            corpora::readNameColumns(folder / (std::string(part) + ".tsv"), folder / part);
        if (!documents) return unexpected(documents.error());
        for (std::size_t i = 0; i < documents->size(); ++i) {
            NameArticle article = corpora::nameArticle((*documents)[i], *m_tagger, *gazetteer);
            if (isDev)
                read.push_back(std::move(article));
            else if (!isLeftOut(i))
                addExample(article.text, tokenLabels(article), nameWeight);
        }
    }
    const auto dev = kept(data, std::move(read));
    for (const NameArticle& article : *dev)
        addDev(article.text);
    data.dev.back().figures = [dev](const std::vector<TokenScores>& scores) {
        const ChainScores chain = segmentSteps(nameLabelCount);
        BestPath path(chain);
        Counts counts, people;
        using Names = std::set<std::tuple<std::uint32_t, std::uint32_t, std::size_t>>;
        for (std::size_t a = 0; a < dev->size(); ++a) {
            const std::vector<std::optional<Label>> gold = tokenLabels((*dev)[a]);
            for (const Sentence& sentence : (*dev)[a].text.sentences) {
                const IndexRange tokens = sentence.tokens;
                std::vector<Label> wanted;
                for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
                    wanted.push_back(gold[i].value_or(outside));
                const auto found = path.find(std::span(scores[a]).subspan(
                    tokens.begin * nameLabelCount, tokens.size() * nameLabelCount));
                const auto spans = [](std::span<const Label> labels, bool onlyPeople) {
                    Names out;
                    for (const LabelledUnits& name : namesOf(labels, 0))
                        if (!onlyPeople || name.type == 0)
                            out.emplace(name.units.begin, name.units.end, name.type);
                    return out;
                };
                count(spans(wanted, false), spans(found, false), counts);
                count(spans(wanted, true), spans(found, true), people);
            }
        }
        char line[80];
        std::snprintf(line, sizeof line, "names %.1f, people %.1f", counts.f1(), people.f1());
        return std::string(line);
    };
    return std::monostate{};
}

Outcome DataReader::readEvents() {
    const auto lexicon = EventLexicon::load(m_request.resources);
    if (!lexicon) return unexpected(lexicon.error());
    const auto corpora = corpora::readEventCorpora(m_request.corpora, *m_tagger, *lexicon);
    if (!corpora) return unexpected(corpora.error());
    addTask(encoder_task::events, {eventLabels.begin(), eventLabels.end()}, 1);
    std::size_t next = 0;
    for (const auto* corpus : {&corpora->aquaint, &corpora->meantime})
        for (const corpora::EventArticle& article : *corpus) {
            if (isLeftOut(next++)) continue;
            std::vector<std::optional<Label>> labels(article.text.tokens.size());
            for (std::size_t s = 0; s < article.sequences.size(); ++s)
                for (std::size_t k = 0; k < article.candidates[s].size(); ++k)
                    labels[article.candidates[s][k]] = article.sequences[s].labels[k];
            addExample(article.text, std::move(labels), eventWeight);
        }
    data.dev.back().figures = noFigures;
    return std::monostate{};
}

Outcome DataReader::readPronouns() {
    addTask(encoder_task::antecedents, {}, 1);
    const auto folder = m_request.corpora / "gap";
    const auto train = corpora::readGap(folder / "gap-development.tsv");
    if (!train) return unexpected(train.error());
    for (const corpora::GapPassage& passage : *train) {
        const TokenizedText text = analyzePlainText(passage.text);
        addExample(text, {}, 1);
        data.train.back().pronouns = pronounsOf(passage, text);
        if (data.train.back().pronouns.empty()) data.train.pop_back();
    }
    auto passages = corpora::readGap(folder / "gap-validation.tsv");
    if (!passages) return unexpected(passages.error());
    struct Dev {
        std::vector<corpora::GapPassage> passages; // what the texts view
        std::vector<TokenizedText> texts;
        std::vector<PronounGold> pronouns; // of each
    };
    Dev read{std::move(*passages), {}, {}};
    for (const corpora::GapPassage& passage : read.passages) {
        TokenizedText text = analyzePlainText(passage.text);
        auto pronouns = pronounsOf(passage, text);
        if (pronouns.empty()) continue;
        read.texts.push_back(std::move(text));
        read.pronouns.push_back(std::move(pronouns.front()));
    }
    const auto dev = kept(data, std::move(read));
    for (const TokenizedText& text : dev->texts)
        addDev(text);
    data.dev.back().figures = [dev](const std::vector<TokenScores>& scores) {
        std::size_t right = 0;
        for (std::size_t t = 0; t < dev->texts.size(); ++t) {
            const PronounGold& gold = dev->pronouns[t];
            const auto score = [&](std::uint32_t name) {
                return pairScore(scores[t], gold.token, name);
            };
            right += score(gold.right.front()) > score(gold.wrong.front()) ? 1 : 0;
        }
        char line[60];
        std::snprintf(line, sizeof line, "pronouns between two names %.1f",
                      share(right, dev->texts.size()));
        return std::string(line);
    };
    return std::monostate{};
}

} // namespace

Expected<EncoderData> readEncoderData(const TrainingRequest& request, const WordPieces& pieces) {
    DataReader reader(request, pieces);
    if (const Outcome read = reader.read(); !read) return unexpected(read.error());
    return std::move(reader.data);
}

} // namespace quoth::training
