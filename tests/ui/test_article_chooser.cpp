// Choosing one of a file's articles: typing narrows, keys move and open.
#include "ui/article_chooser.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QtTest>

using namespace quoth;
using namespace quoth::ui;

namespace {

Imported feed() {
    Imported out;
    for (const char* title : {"Ferry to run all winter", "Bridge to close", "Ferry’s fares"}) {
        Article article;
        article.title = title;
        article.text = "Two words";
        out.articles.push_back({std::string("id of ") + title, article});
    }
    out.articles.push_back({"untitled", {}});
    out.articles.back().article.text = "A first line\n\nMore.";
    return out;
}

} // namespace

class TestArticleChooser : public QObject {
    Q_OBJECT
private slots:
    void listsTitlesAndWords() {
        const ArticleChooser chooser(QStringLiteral("feed.rss"), feed());
        const auto* list = chooser.findChild<QTreeWidget*>();
        QCOMPARE(list->topLevelItemCount(), 4);
        QCOMPARE(list->topLevelItem(1)->text(0), QStringLiteral("Bridge to close"));
        QCOMPARE(list->topLevelItem(1)->text(2), QStringLiteral("2"));
        QCOMPARE(list->topLevelItem(3)->text(0), QStringLiteral("A first line"));
        QCOMPARE(list->currentItem(), list->topLevelItem(0));
    }

    void narrowsAndOpensByKeys() {
        ArticleChooser chooser(QStringLiteral("feed.rss"), feed());
        chooser.show();
        auto* text = chooser.findChild<QLineEdit*>();
        QTest::keyClicks(text, "fares FERRY'S");
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(chooser.result(), int(QDialog::Accepted));
        QCOMPARE(chooser.chosen(), std::string("id of Ferry’s fares"));
    }

    void movesWhileTyping() {
        ArticleChooser chooser(QStringLiteral("feed.rss"), feed());
        chooser.show();
        auto* text = chooser.findChild<QLineEdit*>();
        QTest::keyClicks(text, "ferry");
        QTest::keyClick(text, Qt::Key_Down); // over a row that is hidden
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(chooser.chosen(), std::string("id of Ferry’s fares"));
    }

    void opensNothingWhereNothingFits() {
        ArticleChooser chooser(QStringLiteral("feed.rss"), feed());
        chooser.show();
        auto* text = chooser.findChild<QLineEdit*>();
        QTest::keyClicks(text, "tram");
        auto* open = chooser.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Open);
        QVERIFY(!open->isEnabled());
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(chooser.isVisible());
        text->clear();
        QVERIFY(open->isEnabled());
        QTest::keyClick(text, Qt::Key_Escape);
        QCOMPARE(chooser.result(), int(QDialog::Rejected));
    }

    void offersTheWholeBook() {
        Imported book = feed();
        book.isOneWork = true;
        ArticleChooser chooser(QStringLiteral("book.epub"), book);
        chooser.show();
        for (QPushButton* button : chooser.findChildren<QPushButton*>())
            if (button->text().contains(QLatin1String("Whole"))) button->click();
        QCOMPARE(chooser.result(), int(QDialog::Accepted));
        QCOMPARE(chooser.chosen(), std::string(wholeWork));
    }
};

QTEST_MAIN(TestArticleChooser)
#include "test_article_chooser.moc"
