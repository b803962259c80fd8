// A small window over the article to say whose a quote is: type a part of a name, Enter takes the
// row chosen, a digit one of the first nine. The likeliest comes first, then the people of the
// article by how near to the quote they are named; at the end a new person of the name typed, and
// nobody known.
#pragma once

#include "core/document/corrections.h"

#include <QFrame>
#include <functional>
#include <optional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace quoth::ui {

struct SpeakerCandidate {
    EntityId entity;
    QString note; // why it stands where it does; mostly empty
};

class SpeakerPicker : public QFrame {
    Q_OBJECT
public:
    // nullopt: nobody known.
    using Chosen = std::function<void(std::optional<EntityRef>)>;

    // Opens below `global`; closes itself with the choice, on Escape and on a click elsewhere.
    SpeakerPicker(QWidget* parent, const Document& document,
                  const std::vector<SpeakerCandidate>& candidates, QPoint global, Chosen chosen);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Candidate {
        EntityRef entity;
        QString name, note;
    };
    void fill();
    void choose();

    std::vector<Candidate> m_candidates; // the likeliest first
    QLineEdit* m_text;
    QListWidget* m_list;
    Chosen m_chosen;
};

// People, groups and organisations that may have said the quote, the runner-up first; without the
// speaker that it has.
std::vector<SpeakerCandidate> speakerCandidates(const Document& document, QuoteId quote);
// Those that may have said what stands at `where`, `likeliest` first.
std::vector<SpeakerCandidate> speakerCandidates(const Document& document, Span where,
                                                std::optional<EntityId> likeliest);

} // namespace quoth::ui
