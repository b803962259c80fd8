// What window tests share: a short article, its annotations, settings in a folder of the test's
// own, answers instead of dialogs, one engine for all.
#pragma once

#include "core/support/resources.h"
#include "tests/support/translated.h"
#include "ui/main_window.h"
#include "ui/theme.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

namespace quoth::ui::test {

// Two speakers of direct quotes, one indirect quote, a time that needs a date.
inline const QByteArray article =
    QStringLiteral("Ferry to Holm island will run all winter\n"
                   "\n"
                   "The ferry to Holm will run all winter, the council decided on Tuesday.\n"
                   "\n"
                   "“We have waited ten years for this,” Anna Berg told reporters. “Nobody will be "
                   "left behind "
                   "on the island again.”\n"
                   "\n"
                   "Peter Lund said: “The money is there, and the boat is ready.”\n"
                   "\n"
                   "Lund said that the first crossing would leave at six in the morning.\n")
        .toUtf8();

class CannedDialogs final : public Dialogs {
public:
    QStringList files;
    QString saved;
    QDate date;
    QString informed;
    std::optional<CheckDetails> check; // the answer
    CheckDetails checkAsked;
    std::function<void()> meanwhile; // while the dialog is open
    bool confirmed = true;

    QStringList openFiles(QWidget*) override { return files; }
    QString saveFile(QWidget*, const QString&, const QString&, const QString&) override {
        return saved;
    }
    QDate pickDate(QWidget*, QDate) override { return date; }
    std::optional<CheckDetails> editCheck(QWidget*, const CheckDetails& given) override {
        checkAsked = given;
        if (meanwhile) meanwhile();
        return check;
    }
    std::optional<int> confidence;
    int counted = 0; // how many quotes the answer would take
    std::optional<int> pickConfidence(QWidget*, const std::function<int(int)>& count) override {
        if (confidence) counted = count(*confidence);
        return confidence;
    }
    bool setUpPrinter(QWidget*, QPrinter&) override { return false; }
    Session::WorkChoice choice = Session::WorkChoice::Cancel;
    QString asked; // the last question
    bool confirm(QWidget*, const QString& question, const QString&, const QString&) override {
        asked = question;
        return confirmed;
    }
    Session::WorkChoice chooseWork(QWidget*, int inFile, int inLibrary) override {
        asked = QStringLiteral("%1 in the file, %2 here").arg(inFile).arg(inLibrary);
        return choice;
    }
    std::optional<std::string> chosen; // id of an article
    std::optional<std::string> chooseArticle(QWidget*, const QString& name,
                                             const Imported&) override {
        asked = name;
        return chosen;
    }
    void inform(QWidget*, const QString&, const QString& html) override { informed = html; }
};

inline const EngineLoader& engine() {
    // Quick, and its answers are those that the tests know.
    static const EngineLoader loader = EngineLoader::start(findResources(), ModelSet::Alone);
    return loader;
}

// The annotation that the engine should give, by hand: tests of views do not depend on it.
inline std::shared_ptr<const Document> annotated() {
    const std::string text = article.toStdString();
    const auto span = [&](const char* words, std::size_t from = 0) {
        const std::size_t at = text.find(words, from);
        return makeSpan(at, at + std::strlen(words));
    };
    Document::Parts parts;
    parts.article.text = text;
    parts.blocks.push_back({span("Ferry to Holm island will run all winter"), BlockKind::Headline});
    for (const char* line :
         {"The ferry to Holm will", "“We have waited", "Peter Lund said:", "Lund said that the"}) {
        const std::size_t begin = text.find(line);
        parts.blocks.push_back({makeSpan(begin, text.find('\n', begin)), BlockKind::Paragraph});
    }
    for (const Block& block : parts.blocks)
        parts.sentences.push_back(block.span);
    Entity berg{EntityType::Person, "Anna Berg", {{span("Anna Berg"), MentionKind::Name}}};
    Entity lund{
        EntityType::Person,
        "Peter Lund",
        {{span("Peter Lund"), MentionKind::Name}, {span("Lund said that"), MentionKind::Name}}};
    lund.mentions[1].span.end = lund.mentions[1].span.begin + 4;
    parts.entities = {berg, lund};
    Quote first;
    first.kind = QuoteKind::Direct;
    first.content = {span("“We have waited ten years for this,”"),
                     span("“Nobody will be left behind on the island again.”")};
    first.cue = {span("told")};
    first.source = {span("Anna Berg")};
    first.speaker = EntityId{0};
    first.confidence = 0.95F;
    Quote second;
    second.kind = QuoteKind::Direct;
    second.content = {span("“The money is there, and the boat is ready.”")};
    second.cue = {span("said:")};
    second.cue[0].end -= 1;
    second.source = {span("Peter Lund")};
    second.speaker = EntityId{1};
    second.confidence = 0.9F;
    Quote third;
    third.kind = QuoteKind::Indirect;
    third.content = {span("that the first crossing would leave at six in the morning")};
    third.cue = {span("said", lund.mentions[1].span.begin)};
    third.source = {lund.mentions[1].span};
    third.speaker = EntityId{1};
    third.runnerUp = EntityId{0};
    third.confidence = 0.6F;
    third.why = {{ReasonStep::Source, "Lund", lund.mentions[1].span},
                 {ReasonStep::Alias, "Peter Lund", {}}};
    parts.quotes = {first, second, third};
    parts.times.push_back({span("Tuesday"), TimeType::Date, ""});
    return std::make_shared<const Document>(std::move(parts));
}

// Where `needle` stands in the article, in UTF-16 units.
inline int positionOf(const ArticleView& view, const QString& needle) {
    return static_cast<int>(view.articleText().text.indexOf(needle));
}

// Clicks on the first character of `needle`; it must be in view.
inline void clickOn(ArticleView& view, const QString& needle, Qt::KeyboardModifiers keys = {}) {
    const QRect at = view.characterRect(positionOf(view, needle));
    QVERIFY2(view.viewport()->rect().contains(at.center()), qPrintable(needle));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, keys, at.center());
}

inline bool contains(const QImage& image, const QColor& colour) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == colour) return true;
    return false;
}

// The viewport's pixels around `needle`'s first `letters` characters.
inline QImage pictureOf(ArticleView& view, const QString& needle, int letters) {
    const int at = positionOf(view, needle);
    const QRect box = view.characterRect(at) | view.characterRect(at + letters - 1);
    return view.viewport()->grab(box).toImage();
}

} // namespace quoth::ui::test
