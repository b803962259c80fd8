#include "ui/state/kept_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace quoth::ui {
namespace {

QJsonArray namesOf(const Document& document, const std::set<EntityId>& entities) {
    QJsonArray names;
    for (const EntityId id : entities)
        names << toQString(document.entity(id).name);
    return names;
}

QJsonObject coloursOf(const ViewState& state) {
    QJsonObject colours;
    for (const auto& [entity, colour] : state.colours().colours())
        colours[toQString(state.document()->entity(entity).name)] = colour;
    return colours;
}

// Each colour once, to the first entity of its name.
std::unordered_map<EntityId, int> coloursIn(const Document& document, const QJsonObject& names) {
    std::unordered_map<EntityId, int> colours;
    std::set<int> taken;
    for (std::size_t i = 0; i < document.entities().size(); ++i) {
        const int colour = names[toQString(document.entities()[i].name)].toInt(-1);
        const auto most = static_cast<int>(speakerColours(ColourSet::Standard).size());
        if (colour >= 0 && colour < most && taken.insert(colour).second)
            colours.emplace(makeId<EntityTag>(i), colour);
    }
    return colours;
}

std::set<EntityId> entitiesOf(const Document& document, const QJsonValue& names) {
    std::set<EntityId> entities;
    for (std::size_t i = 0; i < document.entities().size(); ++i)
        if (names.toArray().contains(toQString(document.entities()[i].name)))
            entities.insert(makeId<EntityTag>(i));
    return entities;
}

// -1 where nothing is chosen.
template <class Enum>
int number(const std::optional<Enum>& value) {
    return value ? static_cast<int>(*value) : -1;
}

template <class Enum>
std::optional<Enum> chosen(const QJsonValue& value, Enum last) {
    const int number = value.toInt(-1);
    if (number < 0 || number > static_cast<int>(last)) return std::nullopt;
    return static_cast<Enum>(number);
}

} // namespace

std::string writeView(const ViewState& state, KeptView view) {
    const Document* document = state.document();
    if (!document) return {};
    const Filter& filter = state.filter();
    QJsonObject out = {{"top", view.top},
                       {"zoom", view.zoom},
                       {"order", static_cast<int>(state.order())},
                       {"speakers", namesOf(*document, filter.speakers)},
                       {"people", namesOf(*document, filter.people)},
                       {"kind", number(filter.kind)},
                       {"act", number(filter.act)},
                       {"check", number(filter.check)},
                       {"words", filter.text},
                       {"confidence", static_cast<double>(filter.minimumConfidence)},
                       {"unknownSpeaker", filter.withoutSpeaker},
                       {"doubtful", filter.doubtful},
                       {"colours", coloursOf(state)}};
    if (filter.days)
        out["days"] = QJsonArray{QString::fromStdString(toIso(filter.days->first)),
                                 QString::fromStdString(toIso(filter.days->last))};
    if (const auto quote = state.selectedQuote())
        out["quote"] = static_cast<qint64>(document->quote(*quote).content.front().begin);
    return QJsonDocument(out).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<KeptView> readView(const std::string& json, ViewState& state) {
    const QJsonObject in = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    const Document* document = state.document();
    if (in.isEmpty() || !document) return std::nullopt;
    Filter filter;
    filter.speakers = entitiesOf(*document, in["speakers"]);
    filter.people = entitiesOf(*document, in["people"]);
    filter.kind = chosen(in["kind"], QuoteKind::Indirect);
    filter.act = chosen(in["act"], QuoteAct::Thought);
    filter.check = chosen(in["check"], CheckState::Disputed);
    filter.text = in["words"].toString();
    filter.minimumConfidence =
        static_cast<float>(std::clamp(in["confidence"].toDouble(), 0.0, 1.0));
    filter.withoutSpeaker = in["unknownSpeaker"].toBool();
    filter.doubtful = in["doubtful"].toBool();
    if (const QJsonArray days = in["days"].toArray(); days.size() == 2) {
        const auto first = parseDate(days[0].toString().toStdString());
        const auto last = parseDate(days[1].toString().toStdString());
        if (first && last && std::chrono::sys_days{*first} <= std::chrono::sys_days{*last})
            filter.days = DayRange{*first, *last};
    }
    if (const auto colours = coloursIn(*document, in["colours"].toObject()); !colours.empty())
        state.restoreColours(colours);
    state.setOrder(chosen(in["order"], QuoteOrder::Check).value_or(QuoteOrder::Reading));
    state.setFilter(std::move(filter));
    for (std::size_t i = 0; i < document->quotes().size(); ++i)
        if (in["quote"].toInteger(-1) == document->quotes()[i].content.front().begin)
            state.select(makeId<QuoteTag>(i));
    return KeptView{std::max(0, in["top"].toInt()), std::clamp(in["zoom"].toInt(100), 50, 300)};
}

} // namespace quoth::ui
