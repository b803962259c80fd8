#include "tests/support/hostile_texts.h"

#include <array>
#include <string_view>

namespace quoth {
namespace {

// Another word for each i, such as "Balomi", and no spelling of one before.
std::string nameWord(std::size_t i) {
    constexpr std::string_view consonants = "bdfgklmnprstvz", vowels = "aeiou";
    constexpr std::size_t syllables = consonants.size() * vowels.size();
    const auto syllable = [&](std::size_t s) {
        return std::string{consonants[s % consonants.size()],
                           vowels[s / consonants.size() % vowels.size()]};
    };
    const std::size_t row = i / syllables;
    std::string out =
        syllable(i) + syllable(13 * i + row) + syllable(31 * i + 7 * row + row / syllables);
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

// Another four capitals for each i, and the name that they shorten.
std::string letters(std::size_t i) {
    std::string out;
    for (int k = 0; k < 4; ++k, i /= 20)
        out += static_cast<char>('B' + i % 20);
    return out;
}
std::string spelledOut(const std::string& letters) {
    constexpr std::array endings = {"orth", "ational", "elief", "ouncil"};
    std::string out;
    for (std::size_t k = 0; k < letters.size(); ++k)
        out += (k > 0 ? " " : "") + std::string(1, letters[k]) + endings[k % endings.size()];
    return out;
}

std::string day(std::size_t i) {
    constexpr std::array months = {"January", "February", "March", "April", "May", "June"};
    return std::to_string(1 + i % 28) + ' ' + months[i / 28 % months.size()] + ' ' +
           std::to_string(1900 + i / 168 % 120);
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

HostileText again(const char* name, std::string text) {
    return {name, [text = std::move(text)](std::size_t) { return text; }};
}
// `first` once, then `text` again and again.
HostileText again(const char* name, std::string first, std::string text) {
    return {name, [first = std::move(first), text = std::move(text)](std::size_t i) {
                return i == 0 ? first + text : text;
            }};
}

// What is compared among many takes little of the work while they are few.
HostileText inLongTexts(HostileText hostile) {
    hostile.bytes = 100'000;
    return hostile;
}

} // namespace

HostileText plainText() {
    constexpr std::array<std::string_view, 6> paragraphs = {
        "The harbour council voted on Tuesday to close the old ferry pier, which had been damaged "
        "by the storms of last winter. “We waited as long as we could,” said Ada Penrose, who "
        "chairs the council. “The pier is not safe any more.”\n\n",
        "Engineers had warned in March 2019 that the piles were rotting. They said the cost of "
        "repairs would exceed two million dollars. Tom Hale, the harbour master, told reporters "
        "that the work should begin within three months.\n\n",
        "Fishermen criticised the decision. “Nobody asked us,” Mr Hale’s brother Jack said. He "
        "added that his family had used the pier since 1952 and would lose its berth.\n\n",
        "According to the Northern Ports Authority (NPA), about 4,000 people cross the bay every "
        "week. The authority plans to meet the council on Friday and will announce a temporary "
        "route, a spokeswoman said.\n\n",
        "Ms Penrose rejected the criticism. She said she had written to every owner in January, "
        "and that “the letters were never answered”. The council may reconsider its vote next "
        "year if the state pays half of the bill.\n\n",
        "Rain is expected over the weekend. In Easton, where the road floods every autumn, "
        "volunteers filled sandbags from early morning and schools will remain closed.\n\n"};
    return {"plain", [=](std::size_t i) { return std::string(paragraphs[i % paragraphs.size()]); }};
}

std::vector<HostileText> hostileTexts() {
    return {
        // Quotation marks.
        again("reopened paragraphs",
              "“The water came up to the second step, and then it stopped.\n\n"),
        again("reopened paragraphs, a cue first", "Ann Lee said: ", "“It came up to the step.\n\n"),
        again("opening marks", "“"),
        again("quotations without cue, one paragraph each", "“We will never go back there.”\n\n"),
        again("quotations in one sentence", "“no one” told me and “no way” said Ann , "),
        {"nested spans", [](std::size_t) { return "“He said ‘"; },
         [](std::size_t pieces) { return repeated("no’ and left,” Ann said. ", pieces); }},
        {"one quotation around many",
         [](std::size_t i) { return std::string(i == 0 ? "“" : "") + "He told me ‘no way’. "; },
         [](std::size_t) { return std::string("” Ann Lee said."); }},
        {"one quotation of cues",
         [](std::size_t i) { return std::string(i == 0 ? "“" : "") + "he said ‘no’ and "; },
         [](std::size_t) { return std::string("” Ann Lee said."); }},
        again("quotations with stops, one sentence", "“No. Yes,” said Ann Lee and "),
        again("signatures", "“We left.”\n\n― Ann Lee, farmer\n\n"),
        // Pronouns.
        again("one sentence of she", "Ann Lee went, ", "she "),
        again("she said no", "Ann Lee met Mary Hill. ", "She said no. "),
        again("it said no", "The Water Council met the Harbour Authority. ", "It said no. "),
        again("they said no", "Lawyers met doctors. ", "They said no. "),
        again("her husband", "Ann Lee met Tom Lee. ", "Her husband said no. "),
        {"she, with many names",
         [](std::size_t i) { return nameWord(i) + " Lee said that she knew her. "; }},
        {"she, after many names in one sentence",
         [](std::size_t i) { return (i == 0 ? "She met " : ", ") + ("Mary " + nameWord(i)); }},
        {"her husband, with many of her surname",
         [](std::size_t i) { return "Mary " + nameWord(i) + " Lee left. Her husband said no. "; }},
        // Names.
        inLongTexts({"one surname", [](std::size_t i) { return nameWord(i) + " Smith left. "; }}),
        {"one surname, alone as well",
         [](std::size_t i) { return nameWord(i) + " Smith left. Smith slept. "; }},
        inLongTexts(
            {"one forename", [](std::size_t i) { return "Anna " + nameWord(i) + " left. "; }}),
        {"one forename, alone as well",
         [](std::size_t i) { return "Anna " + nameWord(i) + " left. Anna slept. "; }},
        again("one name", "Ann Lee met Ann Lee. "),
        again("one surname after its name", "Ann Lee went. ", "Lee said no. "),
        {"different speakers in capitals",
         [](std::size_t i) {
             return "“No,” said Ann " + nameWord(i) + ". " + "WEBER said it was so. ";
         }},
        inLongTexts({"organisations",
                     [](std::size_t i) { return "The " + nameWord(i) + " Council met. "; }}),
        inLongTexts({"companies",
                     [](std::size_t i) { return nameWord(i) + " Inc. said it would close. "; }}),
        {"acronyms",
         [](std::size_t i) {
             return "The " + spelledOut(letters(i)) + " (" + letters(i) + ") met. ";
         }},
        {"acronyms alone", [](std::size_t i) { return "The " + letters(i) + " said no. "; }},
        inLongTexts(
            {"enumerated names", [](std::size_t i) { return "Ann " + nameWord(i) + ", "; }}),
        {"one person of many roles",
         [](std::size_t i) { return "The " + nameWord(i) + "ist minister Ann Lee left. "; }},
        {"one surname in capitals",
         [](std::size_t i) { return nameWord(i) + " Weber left. “No,” said WEBER. "; }},
        {"organisations called by one word",
         [](std::size_t i) { return nameWord(i) + " Council met. The Council said no. "; }},
        // Roles and unnamed sources.
        again("the minister said", "Foreign minister Ann Lee met Tom Hale. ",
              "The minister said no. "),
        {"different unnamed sources",
         [](std::size_t i) { return "A " + nameWord(i) + " official said no. "; }},
        again("who said, one sentence", "Ann Lee met Tom, ", "who said no, "),
        again("letters of an interview", "Q: Why did you go?\n\nA: Because I had to go.\n\n"),
        {"transcript of many", [](std::size_t i) { return nameWord(i) + " LEE: I think so.\n\n"; }},
        {"an interview with many people",
         [](std::size_t i) { return "A: I saw " + nameWord(i) + " Lee there.\n\n"; }},
        again("was told", "Ann Lee was told that it was late. "),
        // Sentences.
        again("one word", "word "),
        again("a sentence without stop",
              "the council met the mayor of the town and told the press "),
        again("colons", "Ann said: "),
        {"no spaces, words", [](std::size_t i) { return nameWord(i); }},
        {"parentheses", [](std::size_t) { return std::string("("); },
         [](std::size_t pieces) { return repeated(")", pieces); }},
        {"parentheses around words", [](std::size_t) { return std::string("(he went "); },
         [](std::size_t pieces) { return repeated(") ", pieces); }},
        {"strong stops", [](std::size_t) { return std::string("?! "); },
         [](std::size_t) { return std::string("no"); }},
        again("ellipses", "… "),
        // Lines.
        again("bylines", "By Ann Lee\n\n"),
        again("datelines", "LONDON (Reuters) – It rained.\n\n"),
        again("credits", "– Reuters\n\n"),
        again("publication lines", "Published 5 May 2020\n\n"),
        // Times and events.
        {"dates, one sentence", [](std::size_t i) { return "they met on " + day(i) + ", "; }},
        again("the day before", "the day before "),
        {"events of one day, different",
         [](std::size_t i) {
             return nameWord(i) + " attacked " + nameWord(i + 1) + " on 5 May 2020. ";
         }},
        again("events, one sentence", "the army attacked the town and the bomb exploded and "),
        {"events of many",
         [](std::size_t i) { return "Ann " + nameWord(i) + " died on Monday. "; }},
        again("two days after the attack", "The army attacked the town on 5 May 2020. ",
              "Two days after the attack he died. "),
    };
}

std::string textOf(const HostileText& hostile, std::size_t bytes) {
    std::string out;
    std::size_t pieces = 0;
    const std::size_t closing =
        hostile.close ? hostile.close(2).size() - hostile.close(1).size() : 0;
    while (out.size() + closing * pieces < bytes)
        out += hostile.piece(pieces++);
    if (hostile.close) out += hostile.close(pieces);
    return out;
}

} // namespace quoth
