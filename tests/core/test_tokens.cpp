// Tokens: where words end, which kind they are, and that marks and apostrophes are told apart.
#include "core/text/structure.h"
#include "core/text/tokens.h"
#include "tests/support/text_dump.h"

#include <QtTest>

using namespace quoth;

class TestTokens : public QObject {
    Q_OBJECT
private slots:
    void splits_data();
    void splits();
    void lowersAndStraightens();
    void coversEveryByte_data();
    void coversEveryByte();
};

void TestTokens::splits_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char* name, const char* text, const char* tokens) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(tokens);
    };
    row("empty", "", "");
    row("plain", "We won, again.", "We|won|p:,|again|p:.");
    row("clitics", "I don't think it's what they'll do; he can't, we've won, I'm sure she'd",
        "I|do|c:n't|think|it|c:'s|what|they|c:'ll|do|p:;|he|ca|c:n't|p:,|we|c:'ve|won|p:,|I|c:'m|"
        "sure|she|c:'d");
    row("curly clitics", "Lavrov’s men don’t", "Lavrov|c:’s|men|do|c:n’t");
    row("names", "O'Neill and D’Souza", "O'Neill|and|D’Souza");
    row("possessive plural", "the players' union", "the|players|c:'|union");
    row("possessive inside single marks", "'The players' union is strong,' he said",
        "q:'|The|players|c:'|union|is|strong|p:,|q:'|he|said");
    row("single marks", "a 'hot' topic", "a|q:'|hot|q:'|topic");
    row("two words in single marks", "'hot dogs' and 'cold cats'",
        "q:'|hot|dogs|q:'|and|q:'|cold|cats|q:'");
    row("elisions", "rock 'n' roll in the '90s, get 'em",
        "rock|'n'|roll|in|the|n:'90s|p:,|get|'em");
    row("curly elisions", "rock ’n’ roll in the ’90s", "rock|’n’|roll|in|the|n:’90s");
    row("dropped g", "we're goin' home", "we|c:'re|goin'|home");
    row("inches", "He is 6'2\" tall with a 12\" gun",
        "He|is|n:6|p:'|n:2|p:\"|tall|with|a|n:12|p:\"|gun");
    row("number at the close", "\"I have 5\" and \"you 6\"",
        "q:\"|I|have|n:5|q:\"|and|q:\"|you|n:6|q:\"");
    row("titles", "Mr. Smith, Sen. J. R. Jones and Dr. No.",
        "Mr.|Smith|p:,|Sen.|J.|R.|Jones|and|Dr.|No|p:.");
    row("initials", "George W. Bush met J.K. Rowling.", "George|W.|Bush|met|J.K.|Rowling|p:.");
    row("acronyms", "U.S.-backed troops at 5 a.m. in Washington, D.C.",
        "U.S.-backed|troops|at|n:5|a.m.|in|Washington|p:,|D.C.");
    row("number sign", "No. 5 said no. Five", "No.|n:5|said|no|p:.|Five");
    row("months", "Jan. 5 and Sept. 22, 2020", "Jan.|n:5|and|Sept.|n:22|p:,|n:2020");
    row("numbers", "1,200 of 3.5 on the 19th at 17:10, 15% of $3.5bn",
        "n:1,200|of|n:3.5|on|the|n:19th|at|n:17:10|p:,|n:15|p:%|of|p:$|n:3.5bn");
    row("ranges", "2014-16, 3-2 and 1939–45",
        "n:2014|p:-|n:16|p:,|n:3|p:-|n:2|and|n:1939|p:–|n:45");
    row("hyphens", "a 27-year-old in long-time COVID-19 care",
        "a|27-year-old|in|long-time|COVID-19|care");
    row("year's", "2018’s best of the 1970's", "n:2018|c:’s|best|of|the|n:1970|c:'s");
    row("cannot", "It cannot be", "It|can|c:not|be");
    row("dotted e-mail name", "write to ann.b.lee@example.org now",
        "write|to|o:ann.b.lee@example.org|now");
    row("currency", "US$800 or Dh1.2 billion", "US|p:$|n:800|or|Dh1.2|billion");
    row("dashes", "well--no – yes—so ...", "well|p:--|no|p:–|yes|p:—|so|p:...");
    row("ellipsis", "and… so", "and|p:…|so");
    row("addresses", "see https://example.org/a?b=c. Or www.example.org, mail a.b@example.org",
        "see|o:https://example.org/a?b=c|p:.|Or|o:www.example.org|p:,|mail|o:a.b@example.org");
    row("handles", "@quoth likes #News_today and #1", "o:@quoth|likes|o:#News_today|and|p:#|n:1");
    row("emoji", "Won 😀👍🏽 🇮🇸 👨‍👩‍👧!",
        "Won|o:😀|o:👍🏽|o:🇮🇸|o:👨‍👩‍👧|p:!");
    row("joiner before a mark", "😀\u200D\"so\"", "o:😀\u200D|q:\"|so|q:\"");
    row("combining", "Cafe\u0301 Ku\u0308rti", "Cafe\u0301|Ku\u0308rti");
    row("nbsp and zero width", "a\u00A0b \u200B\u200Bc co\u00ADop", "a|b|c|co\u00ADop");
    row("latex", "``We `won','' he said", "q:``|We|q:`|won|q:'|p:,|q:''|he|said");
    row("curly pair", "“We ‘won’,” he", "q:“|We|q:‘|won|q:’|p:,|q:”|he");
    row("low and angle", "„so“ «oui» ‹non›", "q:„|so|q:“|q:«|oui|q:»|q:‹|non|q:›");
    row("ideographs", "東京で news", "東|京|で|news");
    row("glued sentences", "devalued.He left", "devalued|p:.|He|left");
    row("companies", "AT&T and R&D at Yahoo Inc.", "AT&T|and|R&D|at|Yahoo|Inc.");
    row("host", "told newsclick.in on Monday", "told|newsclick.in|on|Monday");
}

void TestTokens::splits() {
    QFETCH(QString, text);
    QFETCH(QString, tokens);
    const std::string utf8 = text.toStdString();
    TokenizedText out;
    out.text = utf8;
    if (!utf8.empty()) out.blocks = {{makeSpan(0, utf8.size()), BlockKind::Paragraph}};
    out.tokens = tokenize(utf8, out.blocks);
    QCOMPARE(QString::fromStdString(test::dumpTokens(out)), tokens);
}

void TestTokens::lowersAndStraightens() {
    const std::string text = "DON’T Ça co\u00ADop";
    const auto tokens = tokenize(text, {{makeSpan(0, text.size()), BlockKind::Paragraph}});
    std::string lower;
    for (const Token& token : tokens)
        lower += token.lower + ' ';
    QCOMPARE(QString::fromStdString(lower), QStringLiteral("do n't ça coop "));
}

void TestTokens::coversEveryByte_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("replacement characters") << QByteArray("a \xEF\xBF\xBD\xEF\xBF\xBD b");
    QTest::newRow("controls") << QByteArray("a\x01\x02 b\x7F", 6);
    QTest::newRow("nul") << QByteArray("a\0b", 3);
    QTest::newRow("marks only") << QByteArray("\"'`''``\"\"''' ' \" '");
    QTest::newRow("joiner at the end") << QByteArray("x \xF0\x9F\x91\xA8\xE2\x80\x8D");
}

void TestTokens::coversEveryByte() {
    QFETCH(QByteArray, text);
    const std::string utf8 = text.toStdString();
    const auto tokens = tokenize(utf8, {{makeSpan(0, utf8.size()), BlockKind::Paragraph}});
    std::uint32_t last = 0;
    for (const Token& token : tokens) {
        QVERIFY(token.span.begin >= last && !token.span.empty() && token.span.end <= utf8.size());
        for (const char c : utf8.substr(last, token.span.begin - last))
            QVERIFY(c == ' ');
        last = token.span.end;
    }
}

QTEST_GUILESS_MAIN(TestTokens)
#include "test_tokens.moc"
