#include "core/formats/in/odt_import.h"

#include "core/formats/in/decode.h"
#include "core/formats/in/odt_text.h"
#include "core/formats/in/xml_article.h"
#include "core/formats/in/zip_file.h"

namespace quoth {
namespace {

constexpr std::size_t maximumXmlBytes = 32U << 20;
constexpr std::string_view mediaType = "application/vnd.oasis.opendocument.text";

bool isFlat(std::string_view bytes) {
    return beginsWithElement(bytes, "document") &&
           asciiPrefix(bytes, 1U << 14).find(mediaType) != std::string::npos;
}

Expected<std::unique_ptr<pugi::xml_document>> parse(std::string_view xml) {
    if (xml.size() > maximumXmlBytes)
        return unexpected(ErrorCode::TooLarge, "The OpenDocument text has more than " +
                                                   std::to_string(maximumXmlBytes >> 20) +
                                                   " MB of text and its formatting.");
    auto out = parseXml(xml);
    if (!out && out.error().code != ErrorCode::TooLarge && out.error().code != ErrorCode::TooDeep)
        return unexpected(ErrorCode::Malformed,
                          "The OpenDocument text is damaged: its text cannot be read.");
    return out;
}

Expected<std::unique_ptr<pugi::xml_document>> readPart(const ZipFile& zip, const char* name) {
    const auto bytes = zip.read(name);
    if (!bytes) return unexpected(bytes.error());
    return parse(*bytes);
}

// Parts that the text can be read without: empty where one is missing or damaged.
std::unique_ptr<pugi::xml_document> readOptionalPart(const ZipFile& zip, const char* name) {
    if (auto part = readPart(zip, name)) return std::move(*part);
    return std::make_unique<pugi::xml_document>();
}

Expected<Imported> articleOf(const pugi::xml_node& content, const pugi::xml_node& metadata,
                             const OfficeStyles& styles) {
    // The first author, not who saved the file last.
    std::string author = textOf(findElement(metadata, "initial-creator"));
    if (author.empty()) author = textOf(findElement(metadata, "creator"));
    return importedFrom(OfficeArticle{readOdtText(content, styles),
                                      textOf(findElement(metadata, "title")), std::move(author)});
}

Expected<Imported> readFlat(std::string_view bytes) {
    const auto xml = parse(bytes);
    if (!xml) return unexpected(xml.error());
    OfficeStyles styles;
    addOdtStyles(**xml, styles);
    return articleOf(**xml, findElement(**xml, "meta"), styles);
}

} // namespace

bool looksLikeOdt(std::string_view bytes) {
    if (!looksLikeZip(bytes)) return isFlat(bytes);
    // The first entry is "mimetype", stored as it is, unless somebody has packed the file anew.
    constexpr std::size_t method = 8; // of compression, in two bytes: 0 for none
    const bool stored = bytes.size() > 38 && bytes[method] == 0;
    if (stored && bytes.substr(30).starts_with("mimetype"))
        return bytes.substr(38).starts_with(mediaType);
    return hasZipEntry(bytes, "content.xml") && hasZipEntry(bytes, "META-INF/manifest.xml");
}

Expected<Imported> readOdt(std::string_view bytes) {
    if (!looksLikeZip(bytes)) return readFlat(bytes);
    const auto zip = ZipFile::open(bytes);
    if (!zip) return unexpected(zip.error());
    if (findElement(*readOptionalPart(*zip, "META-INF/manifest.xml"), "encryption-data"))
        return unexpected(ErrorCode::Unreadable,
                          "The document is protected by a password; save a copy without one to "
                          "open it.");
    const auto content = readPart(*zip, "content.xml");
    if (!content)
        return content.error().code == ErrorCode::NotFound
                   ? unexpected(ErrorCode::Malformed,
                                "The OpenDocument text is damaged: it has no text in it.")
                   : unexpected(content.error());
    OfficeStyles styles;
    addOdtStyles(*readOptionalPart(*zip, "styles.xml"), styles);
    addOdtStyles(**content, styles);
    const auto metadata = readOptionalPart(*zip, "meta.xml");
    return articleOf(**content, *metadata, styles);
}

} // namespace quoth
