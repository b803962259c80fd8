#include "core/formats/in/docx_import.h"

#include "core/formats/in/docx_text.h"
#include "core/formats/in/xml_article.h"
#include "core/formats/in/zip_file.h"
#include "core/support/unicode.h"

#include <algorithm>

namespace quoth {
namespace {

constexpr std::size_t maximumPartBytes = 32U << 20; // of one part's XML

// Compound files, of which Word's old documents are made, and new ones with a password.
constexpr std::string_view compoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

// Do the compound file's bytes hold the name of a stream (in UTF-16)?
bool hasStream(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char c : name)
        wide += {c, '\0'};
    return bytes.find(wide) != std::string_view::npos;
}
bool isOldWord(std::string_view bytes) {
    return bytes.starts_with(compoundFile) && hasStream(bytes, "WordDocument") &&
           !hasStream(bytes, "__properties_version1.0"); // a message of Outlook with one attached
}
bool isEncrypted(std::string_view bytes) {
    return bytes.starts_with(compoundFile) && hasStream(bytes, "EncryptedPackage");
}

Unexpected damaged() {
    return unexpected(ErrorCode::Malformed,
                      "The Word document is damaged: its text cannot be read.");
}

// Names of parts differ in nothing but case at most (ECMA-376, part 2); empty where there is none.
std::string partNamed(const ZipFile& zip, std::string_view name) {
    if (name.starts_with('/')) name.remove_prefix(1);
    if (zip.contains(name)) return std::string(name);
    const std::string lower = toLower(name);
    for (const std::string& each : zip.names())
        if (each.size() == name.size() && toLower(each) == lower) return each;
    return {};
}

// Where a relationship of the part leads: "styles.xml" of "word/document.xml" to "word/styles.xml".
std::string resolved(std::string_view part, std::string_view target) {
    std::string path =
        target.starts_with('/') ? std::string() : std::string(part.substr(0, part.rfind('/') + 1));
    path += target;
    for (std::size_t up = path.find("../"); up != std::string::npos; up = path.find("../")) {
        const std::size_t before = up < 2 ? std::string::npos : path.rfind('/', up - 2);
        const std::size_t begin = before == std::string::npos ? 0 : before + 1;
        path.erase(begin, up + 3 - begin);
    }
    return path;
}

// The part that the relationships name for a purpose ("styles"); empty where they name none.
std::string related(const ZipFile& zip, const pugi::xml_node& relationships, std::string_view part,
                    std::string_view purpose) {
    for (const pugi::xml_node& each : findElements(relationships, "Relationship")) {
        const std::string_view type = each.attribute("Type").as_string();
        if (type.substr(type.rfind('/') + 1) == purpose)
            return partNamed(zip, resolved(part, each.attribute("Target").as_string()));
    }
    return {};
}

Expected<std::unique_ptr<pugi::xml_document>> readPart(const ZipFile& zip,
                                                       const std::string& name) {
    const auto bytes = zip.read(name);
    if (!bytes) return unexpected(bytes.error());
    if (bytes->size() > maximumPartBytes)
        return unexpected(ErrorCode::TooLarge, "The Word document has more than " +
                                                   std::to_string(maximumPartBytes >> 20) +
                                                   " MB of text and its formatting.");
    return parseXml(*bytes);
}

// Parts that the text can be read without: null where one is missing or damaged.
std::unique_ptr<pugi::xml_document> readOptionalPart(const ZipFile& zip, const std::string& name) {
    if (!name.empty())
        if (auto part = readPart(zip, name)) return std::move(*part);
    return std::make_unique<pugi::xml_document>();
}

std::string relationshipsOf(const ZipFile& zip, const std::string& part) {
    const std::size_t name = part.rfind('/') + 1;
    return partNamed(zip, part.substr(0, name) + "_rels/" + part.substr(name) + ".rels");
}

} // namespace

bool looksLikeDocx(std::string_view bytes) {
    return (looksLikeZip(bytes) && hasZipEntry(bytes, "word/document")) || isOldWord(bytes) ||
           isEncrypted(bytes);
}

Expected<Imported> readDocx(std::string_view bytes) {
    if (isEncrypted(bytes))
        return unexpected(ErrorCode::Unreadable,
                          "The document is protected by a password; save a copy without one to "
                          "open it.");
    if (isOldWord(bytes))
        return unexpected(ErrorCode::Binary, "This is a Word file of the old kind (.doc); save it "
                                             "as .docx to open it.");
    const auto zip = ZipFile::open(bytes);
    if (!zip) return unexpected(zip.error());
    const auto package = readOptionalPart(*zip, relationshipsOf(*zip, ""));
    std::string text = related(*zip, *package, "", "officeDocument");
    if (text.empty()) text = partNamed(*zip, "word/document.xml");
    if (text.empty()) return damaged();

    const auto document = readPart(*zip, text);
    if (!document)
        return document.error().code == ErrorCode::Malformed ||
                       document.error().code == ErrorCode::Empty ||
                       document.error().code == ErrorCode::Binary
                   ? damaged()
                   : unexpected(document.error());
    const auto relationships = readOptionalPart(*zip, relationshipsOf(*zip, text));
    const auto styles = readOptionalPart(*zip, related(*zip, *relationships, text, "styles"));
    const auto properties = readOptionalPart(*zip, related(*zip, *package, "", "core-properties"));
    return importedFrom(OfficeArticle{readDocxText(**document, readDocxStyles(*styles)),
                                      textOf(findElement(*properties, "title")),
                                      textOf(findElement(*properties, "creator"))});
}

} // namespace quoth
