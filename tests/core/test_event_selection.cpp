// Words that a reader selects become an event: snapped to words, with the word that names it.
#include "core/events/event_selection.h"

#include <QtTest>

using namespace quoth;

class TestEventSelection : public QObject {
    Q_OBJECT
private slots:
    void makesEvents_data();
    void makesEvents();
};

void TestEventSelection::makesEvents_data() {
    QTest::addColumn<QString>("text");     // [selected], *known event*
    QTest::addColumn<QString>("expected"); // trigger: summary
    QTest::newRow("whole words") << "The [old mill burned] down."
                                 << "burned: old mill burned";
    QTest::newRow("cut words") << "The o[ld mill bur]ned down."
                               << "burned: old mill burned";
    QTest::newRow("cut beside words") << "The mill[, burned, ]it fell."
                                      << "burned: burned";
    QTest::newRow("no verb's ending") << "[The mill fell] down."
                                      << "mill: The mill fell";
    QTest::newRow("a known event") << "[The mill *fell* burning] down."
                                   << "fell: The mill fell burning";
    QTest::newRow("small words alone") << "It was [of the] mill."
                                       << "of: of the";
    QTest::newRow("accents") << "Die M[ühl]e brannte."
                             << "Mühle: Mühle";
    QTest::newRow("one line") << "The [mill\n burned] down."
                              << "burned: mill burned";
    QTest::newRow("an apostrophe") << "The [miller’s house burned]."
                                   << "burned: miller’s house burned";
    QTest::newRow("no word") << "The mill [— … ]burned."
                             << "";
    QTest::newRow("within a word") << "The mi[]ll burned."
                                   << "mill: mill";
    QTest::newRow("nothing") << "The mill[] burned."
                             << "";
}

void TestEventSelection::makesEvents() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    std::string plain;
    Span selected, known;
    bool inKnown = false;
    for (const char c : text.toStdString()) {
        const auto at = static_cast<std::uint32_t>(plain.size());
        if (c == '[')
            selected.begin = at;
        else if (c == ']')
            selected.end = at;
        else if (c == '*')
            (std::exchange(inKnown, true) ? known.end : known.begin) = at;
        else
            plain += c;
    }
    Document::Parts parts;
    parts.article.text = plain;
    if (!known.empty()) {
        Event event;
        event.trigger = known;
        parts.events.push_back(event);
    }
    const auto event = eventFromSelection(Document{std::move(parts)}, selected);
    QCOMPARE(event ? QString::fromStdString(event->trigger.exact + ": " + event->summary)
                   : QString(),
             expected);
}

QTEST_GUILESS_MAIN(TestEventSelection)
#include "test_event_selection.moc"
