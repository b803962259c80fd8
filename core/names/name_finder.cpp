#include "core/names/name_finder.h"

#include "core/learning/model_samples.h"
#include "core/names/name_features.h"
#include "core/names/name_gender.h"
#include "core/names/name_rules.h"
#include "core/text/plain_analysis.h"

namespace quoth {
namespace {

bool hasNameLabels(const SequenceModel& model) {
    if (model.labels().size() != nameLabelCount) return false;
    for (std::size_t l = 0; l < nameLabelCount; ++l)
        if (model.labels()[l] != nameLabel(static_cast<Label>(l))) return false;
    return true;
}

// Emissions of the rows; those without features are outside.
void scoreRows(const SequenceModel& model, const FeatureRows& rows, std::span<const float> encoded,
               std::vector<float>& emissions) {
    constexpr float sure = 30;
    model.score(rows, emissions, encoded);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows.row(i).empty()) emissions[i * nameLabelCount + outside] = sure;
}

} // namespace

Expected<NameFinder> NameFinder::load(const std::filesystem::path& resources,
                                      const Tagger& tagger) {
    auto gazetteer = Gazetteer::load(resources);
    if (!gazetteer) return unexpected(gazetteer.error());
    return load(resources / "models" / "names.model", std::move(*gazetteer), tagger);
}

Expected<NameFinder> NameFinder::load(const std::filesystem::path& path, Gazetteer gazetteer,
                                      const Tagger& tagger) {
    auto file = ModelFile::open(path, stage, nameFeatureRevision);
    if (!file) return unexpected(file.error());
    auto first = SequenceModel::read(*file, "first.");
    if (!first) return unexpected(first.error());
    auto second = SequenceModel::read(*file, "second.");
    if (!second) return unexpected(second.error());
    if (!hasNameLabels(*first) || !hasNameLabels(*second))
        return unexpected(ErrorCode::BadResource,
                          "The model " + path.string() + " has other labels than names have.");
    NameFinder out(std::move(*file), std::move(*first), std::move(*second), std::move(gazetteer));
    const Outcome checked = checkModelSamples(
        out.m_file, [&](std::string_view sample) { return out.answer(tagger, sample); });
    if (!checked) return unexpected(checked.error());
    return out;
}

std::string NameFinder::answer(const Tagger& tagger, std::string_view paragraph) const {
    const TokenizedText text = tagger.tag(analyzePlainText(paragraph));
    std::string names;
    for (const NamedMention& mention : find(text))
        names += (names.empty() ? "" : "; ") + std::string(text.slice(mention.span)) + ":" +
                 std::string(name(mention.type));
    return names;
}

std::vector<NamedMention> NameFinder::find(const TokenizedText& text) const {
    const NameUnits units = findNameUnits(text, m_gazetteer);
    FeatureRows rows;
    std::vector<float> emissions;
    BestPath firstPath(m_first.chain()), secondPath(m_second.chain());
    std::vector<Label> labels;
    labels.reserve(units.units.size());
    for (std::size_t s = 0; s < units.sentences.size(); ++s) {
        findNameFeatures(text, units, s, nullptr, NameRows::Likely, rows);
        scoreRows(m_first, rows, encodedUnits(text, units, s), emissions);
        const auto found = firstPath.find(emissions);
        labels.insert(labels.end(), found.begin(), found.end());
    }

    const NameMemory memory(units, labels);
    std::vector<FoundName> names;
    ForwardBackward chances(m_second.chain());
    for (std::size_t s = 0; s < units.sentences.size(); ++s) {
        if (!memory.mayHoldNames(s)) continue;
        findNameFeatures(text, units, s, &memory, NameRows::Likely, rows);
        scoreRows(m_second, rows, encodedUnits(text, units, s), emissions);
        const auto found = secondPath.find(emissions);
        const std::uint32_t begin = units.sentences[s].begin;
        const auto here = namesOf(found, begin);
        if (here.empty()) continue;
        chances.run(emissions);
        for (const LabelledUnits& name : here) {
            const std::uint32_t at = name.units.begin - begin;
            names.push_back({name, chances.probability(at, found.subspan(at, name.units.size()))});
        }
    }
    names = judgeNames(units, names);

    std::vector<NamedMention> mentions;
    std::vector<IndexRange> people;
    std::vector<std::size_t> personal; // their mentions
    for (const auto& [name, confidence] : names) {
        const NameUnit &first = units.units[name.units.begin],
                       &last = units.units[name.units.end - 1];
        NamedMention mention;
        mention.span = {first.span.begin, last.span.end};
        mention.tokens = {first.token, last.token + 1};
        mention.type = nameTypes[name.type];
        mention.confidence = confidence;
        if (mention.type == EntityType::Person || beginsWithForename(units, name)) {
            people.push_back(name.units);
            personal.push_back(mentions.size());
        }
        mentions.push_back(mention);
    }
    const std::vector<Gender> genders = findGenders(units, people);
    for (std::size_t i = 0; i < personal.size(); ++i)
        mentions[personal[i]].gender = genders[i];
    return mentions;
}

} // namespace quoth
