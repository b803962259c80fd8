// The errors of a stage, for reading: which answers are mistaken for which, and the sentences with
// the most of them.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace quoth::evaluation {

class ErrorList {
public:
    void confuse(const std::string& gold, const std::string& found) {
        ++m_confusions[gold + " taken for " + found];
    }
    // `note`: what is wrong in it.
    void addSentence(std::string sentence, std::size_t errors, std::string note);

    // The `count` commonest confusions, then the `count` worst sentences.
    void print(std::size_t count, const std::function<void(const std::string&)>& line) const;

private:
    struct Bad {
        std::size_t errors;
        std::string sentence, note;
    };
    std::map<std::string, std::size_t> m_confusions;
    std::vector<Bad> m_sentences;
};

} // namespace quoth::evaluation
