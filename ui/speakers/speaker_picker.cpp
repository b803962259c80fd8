#include "ui/speakers/speaker_picker.h"

#include "ui/session/view_state.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>

namespace quoth::ui {
namespace {

constexpr int pickerWidth = 320, rowsShown = 9;
constexpr int digits = 9; // rows that a key chooses

enum Role { CandidateRole = Qt::UserRole }; // index; newPerson or nobody
constexpr int newPerson = -1, nobody = -2;

// Bytes between the quote and the entity's nearest name or noun; those before it count less, since
// speakers are named before they speak.
std::uint32_t distanceTo(const Entity& entity, Span quote) {
    std::uint32_t best = std::numeric_limits<std::uint32_t>::max();
    for (const Mention& mention : entity.mentions) {
        const std::uint32_t distance =
            mention.span.end <= quote.begin   ? quote.begin - mention.span.end
            : mention.span.begin >= quote.end ? 2 * (mention.span.begin - quote.end)
                                              : 0;
        best = std::min(best, distance);
    }
    return best;
}

std::vector<EntityId> byNearness(const Document& document, Span where) {
    std::vector<std::pair<std::uint32_t, EntityId>> near;
    for (std::size_t i = 0; i < document.entities().size(); ++i) {
        const Entity& entity = document.entities()[i];
        if (entity.type != EntityType::Place && entity.type != EntityType::Other)
            near.emplace_back(distanceTo(entity, where), makeId<EntityTag>(i));
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<EntityId> out;
    for (const auto& [distance, entity] : near)
        out.push_back(entity);
    return out;
}

std::vector<SpeakerCandidate> candidates(const Document& document, Span where,
                                         std::optional<EntityId> first, const QString& note,
                                         std::optional<EntityId> without) {
    std::vector<SpeakerCandidate> out;
    if (first) out.push_back({*first, note});
    for (const EntityId entity : byNearness(document, where))
        if (entity != first && entity != without) out.push_back({entity, {}});
    return out;
}

} // namespace

std::vector<SpeakerCandidate> speakerCandidates(const Document& document, QuoteId id) {
    const Quote& quote = document.quote(id);
    return candidates(document, {quote.content.front().begin, quote.content.back().end},
                      quote.runnerUp, SpeakerPicker::tr("runner-up"), quote.speaker);
}

std::vector<SpeakerCandidate> speakerCandidates(const Document& document, Span where,
                                                std::optional<EntityId> likeliest) {
    return candidates(document, where, likeliest, SpeakerPicker::tr("speaks beside it"), {});
}

SpeakerPicker::SpeakerPicker(QWidget* parent, const Document& document,
                             const std::vector<SpeakerCandidate>& candidates, QPoint global,
                             Chosen chosen)
    : QFrame(parent, Qt::Popup), m_text(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_chosen(std::move(chosen)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    for (const SpeakerCandidate& candidate : candidates)
        m_candidates.push_back({refTo(document, candidate.entity),
                                toQString(document.entity(candidate.entity).name), candidate.note});
    m_text->setPlaceholderText(tr("Who says it? Type a name"));
    m_text->setAccessibleName(tr("Speaker"));
    m_text->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Possible speakers"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setFocusPolicy(Qt::NoFocus); // keys go to the text
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &SpeakerPicker::fill);
    connect(m_text, &QLineEdit::returnPressed, this, &SpeakerPicker::choose);
    connect(m_list, &QListWidget::itemClicked, this, &SpeakerPicker::choose);
    fill();

    const int row = std::max(1, m_list->sizeHintForRow(0));
    resize(pickerWidth, m_text->sizeHint().height() + rowsShown * row + 24);
    const QRect screen = parent->screen()->availableGeometry();
    global.setX(std::clamp(global.x(), screen.left(),
                           std::max(screen.left(), screen.right() - pickerWidth)));
    if (global.y() + height() > screen.bottom()) global.setY(screen.bottom() - height());
    move(global);
    show();
    m_text->setFocus();
}

void SpeakerPicker::fill() {
    m_list->clear();
    const QString typed = m_text->text().simplified();
    const auto add = [&](const QString& text, int index) {
        const int number = m_list->count() + 1;
        auto* item = new QListWidgetItem(
            number <= digits ? QStringLiteral("%1   %2").arg(number).arg(text) : text, m_list);
        item->setData(CandidateRole, index);
    };
    bool exact = false;
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const Candidate& candidate = m_candidates[i];
        if (!candidate.name.contains(typed, Qt::CaseInsensitive)) continue;
        exact = exact || candidate.name.compare(typed, Qt::CaseInsensitive) == 0;
        add(candidate.note.isEmpty()
                ? candidate.name
                : QStringLiteral("%1 — %2").arg(candidate.name, candidate.note),
            static_cast<int>(i));
    }
    if (!typed.isEmpty() && !exact) add(tr("New person “%1”").arg(typed), newPerson);
    add(tr("Nobody known"), nobody);
    m_list->setCurrentRow(0);
}

void SpeakerPicker::choose() {
    const QListWidgetItem* item = m_list->currentItem();
    if (!item) return;
    const int index = item->data(CandidateRole).toInt();
    std::optional<EntityRef> entity;
    if (index == newPerson)
        entity = EntityRef{m_text->text().simplified().toStdString(), EntityType::Person, {}};
    else if (index != nobody)
        entity = m_candidates[static_cast<std::size_t>(index)].entity;
    const Chosen chosen = std::move(m_chosen);
    close();
    chosen(std::move(entity));
}

bool SpeakerPicker::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
        const int digit = key->key() - Qt::Key_0;
        if (m_text->text().isEmpty() && digit >= 1 && digit <= digits) {
            if (digit <= m_list->count()) {
                m_list->setCurrentRow(digit - 1);
                choose();
            }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace quoth::ui
