#include "core/evaluation/error_list.h"

#include <algorithm>
#include <utility>

namespace quoth::evaluation {

void ErrorList::addSentence(std::string sentence, std::size_t errors, std::string note) {
    if (errors > 0) m_sentences.push_back({errors, std::move(sentence), std::move(note)});
}

void ErrorList::print(std::size_t count,
                      const std::function<void(const std::string&)>& line) const {
    std::vector<std::pair<std::size_t, std::string>> confusions;
    for (const auto& [what, times] : m_confusions)
        confusions.emplace_back(times, what);
    std::stable_sort(confusions.begin(), confusions.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    line("confusions:");
    for (std::size_t i = 0; i < std::min(count, confusions.size()); ++i)
        line("  " + std::to_string(confusions[i].first) + "  " + confusions[i].second);
    std::vector<const Bad*> worst;
    for (const Bad& bad : m_sentences)
        worst.push_back(&bad);
    std::stable_sort(worst.begin(), worst.end(),
                     [](const Bad* a, const Bad* b) { return a->errors > b->errors; });
    line("worst sentences:");
    for (std::size_t i = 0; i < std::min(count, worst.size()); ++i) {
        line("  " + std::to_string(worst[i]->errors) + "  " + worst[i]->sentence);
        line("     " + worst[i]->note);
    }
}

} // namespace quoth::evaluation
