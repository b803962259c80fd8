#include "core/formats/in/interview_lines.h"

#include "core/support/unicode.h"

#include <algorithm>
#include <map>
#include <string>

namespace quoth {
namespace {

constexpr std::size_t fewestQuestions = 3, fewestTurns = 2;

bool asks(std::string_view line) {
    for (const std::string_view mark : {"\u201D", "\u2019", "\"", "'", ")"})
        if (line.ends_with(mark)) line.remove_suffix(mark.size());
    return line.ends_with('?');
}

std::string_view leadOf(const ArticleLine& line) {
    std::string_view lead = std::string_view(line.text).substr(0, line.setOffLead);
    while (lead.ends_with(' '))
        lead.remove_suffix(1);
    return lead;
}

bool isSetOff(const ArticleLine& line) {
    return line.kind == BlockKind::Paragraph && !line.text.empty() &&
           line.setOffLead == line.text.size();
}

// "Where were you? At home." to two lines, where that is how questions are asked.
void splitAnswers(std::vector<ArticleLine>& lines) {
    const auto holdsAnswer = [](const ArticleLine& line) {
        return line.setOffLead < line.text.size() && asks(leadOf(line));
    };
    if (std::count_if(lines.begin(), lines.end(), holdsAnswer) < std::ptrdiff_t{fewestQuestions})
        return;
    std::vector<ArticleLine> out;
    for (ArticleLine& line : lines) {
        if (!holdsAnswer(line)) {
            out.push_back(std::move(line));
            continue;
        }
        ArticleLine question = line, answer = line;
        question.text = leadOf(line);
        question.setOffLead = question.text.size();
        const std::size_t begin = line.text.find_first_not_of(' ', question.text.size());
        answer.text.erase(0, begin);
        answer.setOffLead = 0;
        answer.afterBreak = false;
        out.push_back(std::move(question));
        out.push_back(std::move(answer));
    }
    lines = std::move(out);
}

bool isLabel(std::string_view lead) {
    constexpr std::size_t longest = 40; // bytes
    return !lead.empty() && lead.size() <= longest && startsUpper(lead) &&
           lead.find_first_of(".,:;?!\"") == std::string_view::npos;
}

void addColons(std::vector<ArticleLine>& lines) {
    std::map<std::string, std::size_t, std::less<>> turns; // of each label
    const auto labelOf = [](const ArticleLine& line) {
        const std::string_view lead = leadOf(line);
        const std::string_view rest = std::string_view(line.text).substr(lead.size());
        const bool splits = rest.starts_with(' ') && startsUpper(rest.substr(1));
        return splits && isLabel(lead) ? lead : std::string_view();
    };
    for (const ArticleLine& line : lines)
        if (const auto label = labelOf(line); !label.empty()) ++turns[std::string(label)];
    std::erase_if(turns, [](const auto& label) { return label.second < fewestTurns; });
    if (turns.size() < 2) return;
    for (ArticleLine& line : lines)
        if (const auto label = labelOf(line); turns.contains(label))
            line.text.insert(label.size(), 1, ':');
}

// Where at least half of the lines ask, all of them from the first that does are questions.
template <class IsCandidate>
bool markQuestions(std::vector<ArticleLine>& lines, IsCandidate isCandidate) {
    std::size_t count = 0, asking = 0;
    for (const ArticleLine& line : lines) {
        if (!isCandidate(line)) continue;
        if (asks(line.text)) ++asking;
        if (asking > 0) ++count;
    }
    if (count < fewestQuestions || asking * 2 < count) return false;
    bool begun = false;
    for (ArticleLine& line : lines) {
        begun = begun || (isCandidate(line) && asks(line.text));
        line.question = begun && isCandidate(line);
    }
    return true;
}

} // namespace

void markInterview(std::vector<ArticleLine>& lines) {
    splitAnswers(lines);
    addColons(lines);
    const ArticleLine* first = lines.data();
    const auto isHeading = [&](const ArticleLine& line) {
        return line.kind == BlockKind::Headline && &line != first;
    };
    if (!markQuestions(lines, isSetOff)) markQuestions(lines, isHeading);
}

} // namespace quoth
