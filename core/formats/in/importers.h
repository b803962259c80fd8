// Importers: bytes of a file in, an article (canonical text and metadata) out. One table, which the
// window's open dialog and the command line list. One importer a file in this folder.
#pragma once

#include "core/document/document.h"
#include "core/formats/limits.h"
#include "core/formats/work_file.h"
#include "core/support/expected.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// An article of a file that holds several: of a feed, or a chapter of a book.
struct FileArticle {
    std::string id; // in the file its own, and the same when others come and go; never empty
    Article article;
};

struct Imported {
    Article article;
    // Set when the file is our own export: every annotation is kept, no analysis is needed.
    std::optional<Document> annotated;
    // Set when the file is a work file; `annotated` is the corrected state then.
    std::optional<WorkFile> work;
    // Set when the file holds more than one article: all of them, in the file's order. `article`
    // has no text then, until one is chosen (chooseArticle).
    std::vector<FileArticle> articles;
    bool isOneWork = false; // they are chapters of a book, of which `article` has the metadata
};

struct Importer {
    std::string_view name;                    // "html"
    std::string_view description;             // "Web page"
    std::vector<std::string_view> extensions; // "html", "htm"; lower case, without the dot
    std::vector<std::string_view> mimeTypes;  // that desktops know its files by, the first its own
    bool (*recognises)(
        std::string_view bytes); // by content; asked when the extension tells nothing
    Expected<Imported> (*read)(std::string_view bytes);
    // Its extension is other formats' as well ("xml"): only what it recognises is its own.
    bool sharesExtension = false;
};

const std::vector<Importer>& importers();

// Of a folder, the page that a browser saved with it (saved_folder.h).
// By extension first, where the content does not gainsay it, then by content. Errors: NotFound,
// Unreadable, TooLarge, Empty, Binary, BadEncoding, Malformed, TooDeep, NewerVersion. Pipes and
// devices are read up to the limit.
Expected<Imported> importFile(const std::filesystem::path& path);
// `fileName` only tells the format; empty: by content, else plain text.
Expected<Imported> importBytes(std::string_view bytes, std::string_view fileName = {});

// Chooses all articles of a file as one, in the place of an id.
inline constexpr std::string_view wholeWork = "*";
// Takes the article of this id out of a file of several; a file of one is left as it is. NotFound
// where the file holds no such article (any more).
Expected<Imported> chooseArticle(Imported file, std::string_view id);
// For importers: the file of these articles; of the only one itself. Empty for none.
Expected<Imported> importedFrom(std::vector<FileArticle> articles);

} // namespace quoth
