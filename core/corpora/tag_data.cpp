#include "core/corpora/tag_data.h"

#include <algorithm>

namespace quoth::corpora {
namespace {

TaggedText tagged(const ConlluDocument& document) {
    TaggedText out;
    out.gold = goldText(document);
    out.entities = readGumEntities(document);
    for (const ConlluSentence& sentence : document.sentences) {
        const auto first = static_cast<std::uint32_t>(out.tags.size());
        for (const ConlluToken& token : sentence.tokens) {
            const auto pos = posFromName(token.upos);
            const auto own = static_cast<std::uint32_t>(out.tags.size());
            out.tags.push_back({pos.value_or(Pos::X), fineTagFromName(token.xpos)});
            out.lemmas.push_back(token.lemma);
            out.trees.push_back(
                {token.head == 0 ? own : first + token.head - 1, relationFromName(token.relation)});
        }
    }
    return out;
}

std::string genreOf(const ConlluDocument& document) {
    for (const auto& [key, value] : document.meta)
        if (key == "meta::genre") return value;
    return {};
}

bool isFree(const std::string& genre) { // no genre whose texts exclude commercial use
    for (const char* free : {"news", "interview", "academic", "court", "bio", "voyage"})
        if (genre == free) return true;
    return false;
}

} // namespace

Expected<std::vector<TaggedText>> readEwt(const std::filesystem::path& corpora, Portion portion) {
    const auto documents = readConllu(
        corpora / "ud_ewt" /
        (portion == Portion::Train ? "en_ewt-ud-train.rebuilt.conllu" : "en_ewt-ud-dev.conllu"));
    if (!documents) return unexpected(documents.error());
    std::vector<TaggedText> out;
    for (const ConlluDocument& document : *documents)
        out.push_back(tagged(document));
    return out;
}

Expected<std::vector<TaggedText>> readGum(const std::filesystem::path& corpora, Portion portion,
                                          bool newsOnly) {
    const auto folder = corpora / "gum" / (portion == Portion::Train ? "train" : "dev");
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".conllu") files.push_back(entry.path());
    if (error)
        return unexpected(ErrorCode::NotFound, "There is no folder " + folder.string() + ".");
    std::sort(files.begin(), files.end());
    std::vector<TaggedText> out;
    for (const auto& file : files) {
        const auto documents = readConllu(file);
        if (!documents) return unexpected(documents.error());
        for (const ConlluDocument& document : *documents) {
            const std::string genre = genreOf(document);
            const bool wanted = newsOnly ? genre == "news" || genre == "interview" : isFree(genre);
            if (wanted) out.push_back(tagged(document));
        }
    }
    return out;
}

} // namespace quoth::corpora
