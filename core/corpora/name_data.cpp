#include "core/corpora/name_data.h"

#include "core/support/unicode.h"
#include "core/text/plain_analysis.h"
#include "core/text/sentences.h"
#include "core/text/structure.h"
#include "core/text/tokens.h"

#include <algorithm>

namespace quoth::corpora {
namespace {

std::size_t typeIndex(NameClass type) {
    switch (type) {
    case NameClass::Person:
        return 0;
    case NameClass::Organization:
        return 1;
    case NameClass::Place:
        return 2;
    case NameClass::Other:
        break;
    }
    return 3;
}

// Capitals throughout, or at the start of every word of four letters or more.
std::string styled(std::string_view sentence, HeadlineStyle style) {
    if (style == HeadlineStyle::Capitals) return toUpper(sentence);
    std::string out;
    for (std::size_t at = 0; at < sentence.size();) {
        std::size_t end = sentence.find(' ', at);
        end = end == std::string_view::npos ? sentence.size() : end + 1;
        const std::string_view word = sentence.substr(at, end - at);
        const CodePoint first = codePointAt(word, 0);
        out += word.size() > 4
                   ? toUpper(word.substr(0, first.length)) + std::string(word.substr(first.length))
                   : std::string(word);
        at = end;
    }
    return out;
}

} // namespace

NameDocument withHeadline(const NameDocument& document, HeadlineStyle style, std::uint64_t seed) {
    const auto blocks = findBlocks(document.text);
    const auto tokens = tokenize(document.text, blocks);
    const auto sentences = splitSentences(document.text, blocks, tokens);
    struct Choice {
        Span span;
        std::string line;
    };
    std::vector<Choice> fit;
    for (const Sentence& sentence : sentences) {
        const Span span = sentence.span;
        const auto holds = [&](const auto& list, const auto& test) {
            return std::any_of(list.begin(), list.end(), test);
        };
        if (sentence.tokens.size() < 5 || sentence.tokens.size() > 16 ||
            !holds(document.covered, [&](Span covered) { return covered.contains(span); }) ||
            !holds(document.names, [&](const LabelledName& n) { return span.contains(n.span); }))
            continue;
        std::string line = styled(slice(document.text, span), style);
        if (line.size() == span.size()) fit.push_back({span, std::move(line)});
    }
    if (fit.empty()) return document;
    const Choice& chosen = fit[seed % fit.size()];
    const auto shift = static_cast<std::uint32_t>(chosen.line.size() + 2);
    NameDocument out;
    out.id = document.id;
    out.text = chosen.line + "\n\n" + document.text;
    out.covered.push_back(makeSpan(0, chosen.line.size()));
    for (const LabelledName& name : document.names)
        if (chosen.span.contains(name.span))
            out.names.push_back(
                {{name.span.begin - chosen.span.begin, name.span.end - chosen.span.begin},
                 name.type});
    for (const LabelledName& name : document.names)
        out.names.push_back({{name.span.begin + shift, name.span.end + shift}, name.type});
    for (const Span& span : document.covered)
        out.covered.push_back({span.begin + shift, span.end + shift});
    return out;
}

NameArticle nameArticle(const NameDocument& document, const Tagger& tagger,
                        const Gazetteer& gazetteer) {
    NameArticle out;
    out.id = document.id;
    out.source = std::make_unique<const std::string>(document.text);
    out.text = tagger.tag(analyzePlainArticle(*out.source));
    out.units = findNameUnits(out.text, gazetteer);
    const std::vector<NameUnit>& units = out.units.units;

    out.labels.assign(units.size(), outside);
    std::size_t at = 0;
    for (const LabelledName& name : document.names) {
        while (at < units.size() && units[at].span.end <= name.span.begin)
            ++at;
        std::size_t end = at;
        while (end < units.size() && units[end].span.begin < name.span.end)
            ++end;
        const std::size_t type = typeIndex(name.type);
        for (std::size_t i = at; i < end; ++i) {
            const NamePart part = end - at == 1  ? NamePart::Single
                                  : i == at      ? NamePart::Begin
                                  : i + 1 == end ? NamePart::End
                                                 : NamePart::Inside;
            out.labels[i] = nameLabelOf(type, part);
        }
        at = end;
    }
    for (const Sentence& sentence : out.text.sentences)
        out.covered.push_back(
            std::any_of(document.covered.begin(), document.covered.end(),
                        [&](const Span& span) { return span.contains(sentence.span); }));
    return out;
}

} // namespace quoth::corpora
