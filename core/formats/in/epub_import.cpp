#include "core/formats/in/epub_import.h"

#include "core/formats/in/decode.h"
#include "core/formats/in/html_page.h"
#include "core/formats/in/stated_article.h"
#include "core/formats/in/xml_article.h"
#include "core/formats/in/zip_file.h"

#include <algorithm>
#include <map>

namespace quoth {
namespace {

constexpr std::string_view containerName = "META-INF/container.xml";
constexpr std::string_view encryptionName = "META-INF/encryption.xml";

Unexpected noBook() {
    return unexpected(ErrorCode::Malformed, "The file is no electronic book, or is damaged.");
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// "%20" as the character that it stands for.
std::string unescaped(std::string_view link) {
    std::string out;
    for (std::size_t i = 0; i < link.size(); ++i) {
        const int high = i + 2 < link.size() ? hexDigit(link[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(link[i + 2]) : -1;
        const bool escaped = link[i] == '%' && low >= 0;
        out += escaped ? static_cast<char>(high * 16 + low) : link[i];
        if (escaped) i += 2;
    }
    return out;
}

// "../ch%201.xhtml#top" of a file in `folder` ("OEBPS/text/"), as the archive names it.
std::string resolved(const std::string& folder, std::string_view link) {
    const std::string path = folder + unescaped(link.substr(0, link.find('#')));
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = std::string_view(path).substr(begin, end - begin);
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
        begin = end + 1;
    }
    std::string out;
    for (const std::string_view part : parts)
        out += (out.empty() ? "" : "/") + std::string(part);
    return out;
}

std::string folderOf(const std::string& path) {
    return path.substr(0, path.rfind('/') + 1); // npos + 1 is 0
}

struct Package {
    std::string title, byline, published;
    std::vector<std::string> spine;    // names in the archive
    std::vector<std::string> contents; // of tables of contents
};

Package readPackage(const pugi::xml_node& root, const std::string& folder) {
    Package out;
    const pugi::xml_node metadata = findElement(root, "metadata");
    out.title = textOf(findElement(metadata, "title"));
    for (const pugi::xml_node& creator : findElements(metadata, "creator"))
        out.byline += (out.byline.empty() ? "" : ", ") + textOf(creator);
    for (const pugi::xml_node& date : findElements(metadata, "date")) {
        const std::string_view event = date.attribute("opf:event").as_string("publication");
        if (out.published.empty() && event == "publication") out.published = textOf(date);
    }
    std::map<std::string, std::string> names; // of the items by their ids
    std::string nav;
    for (const pugi::xml_node& item : findElements(findElement(root, "manifest"), "item")) {
        const std::string name = resolved(folder, item.attribute("href").as_string());
        const std::string_view type = item.attribute("media-type").as_string();
        const std::string properties =
            std::string(" ") + item.attribute("properties").as_string() + " ";
        const bool isNav = properties.find(" nav ") != std::string::npos;
        if (isNav || type == "application/x-dtbncx+xml") out.contents.push_back(name);
        if (isNav) nav = name;
        if (type.find("html") != std::string_view::npos)
            names[item.attribute("id").as_string()] = name;
    }
    for (const pugi::xml_node& item : findElements(findElement(root, "spine"), "itemref")) {
        const auto name = names.find(item.attribute("idref").as_string());
        const bool linear = std::string_view(item.attribute("linear").as_string("yes")) != "no";
        if (name == names.end() || !linear || name->second == nav) continue;
        out.spine.push_back(name->second);
        names.erase(name); // a file comes once
    }
    return out;
}

// The first title that a table of contents gives each file: of a navigation document's links, or of
// the points of an NCX.
void readContents(const std::string& name, const std::string& bytes,
                  std::map<std::string, std::string>& titles) {
    const std::string folder = folderOf(name);
    const auto add = [&](std::string_view link, std::string title) {
        if (!title.empty()) titles.try_emplace(resolved(folder, link), std::move(title));
    };
    const auto xml = parseXml(bytes);
    if (!xml) return;
    const pugi::xml_node root = (*xml)->document_element();
    for (const pugi::xml_node& point : findElements(root, "navPoint"))
        add(childNamed(point, "content").attribute("src").as_string(),
            textOf(childNamed(point, "navLabel")));
    for (const pugi::xml_node& nav : findElements(root, "nav")) {
        const std::string_view type = nav.attribute("epub:type").as_string("toc");
        if (type != "toc") continue; // landmarks, page numbers
        for (const pugi::xml_node& link : findElements(nav, "a"))
            add(link.attribute("href").as_string(), textOf(link));
    }
}

std::vector<ArticleLine> linesOfChapter(const std::string& bytes) {
    const auto text = decodeText(bytes, declaredCharset(bytes));
    if (!text) return {};
    const auto tree = HtmlTree::parse(*text);
    return tree ? wholeBody(*tree) : std::vector<ArticleLine>();
}

struct Chapter {
    std::string name, title;
    std::vector<ArticleLine> lines;
};

bool saysSomething(const Chapter& chapter) {
    return std::any_of(chapter.lines.begin(), chapter.lines.end(), [](const ArticleLine& line) {
        return line.kind == BlockKind::Paragraph && hasSentence(line.text);
    });
}

// A title that stands further down is that of a part of the file.
bool isOfPart(const std::string& title, const std::vector<ArticleLine>& lines) {
    const auto isTitle = [&](const ArticleLine& line) { return line.text == title; };
    return !lines.empty() && !isTitle(lines.front()) &&
           std::any_of(lines.begin() + 1, lines.end(), isTitle);
}

std::vector<Chapter> chaptersOf(const Package& package, const ZipFile::Files& files,
                                const std::map<std::string, std::string>& titles) {
    std::vector<Chapter> out;
    for (const std::string& name : package.spine) {
        const auto file = files.find(name);
        if (file == files.end()) continue;
        std::vector<ArticleLine> lines = linesOfChapter(file->second);
        const auto title = titles.find(name);
        if (title == titles.end() && !titles.empty() && !out.empty() && !out.back().title.empty()) {
            std::move(lines.begin(), lines.end(), std::back_inserter(out.back().lines));
            continue;
        }
        const bool titled = title != titles.end() && !isOfPart(title->second, lines);
        Chapter chapter{name, titled ? title->second : std::string(), std::move(lines)};
        const bool headed = !chapter.lines.empty() && chapter.lines[0].kind == BlockKind::Headline;
        if (chapter.title.empty() && headed) chapter.title = chapter.lines[0].text;
        out.push_back(std::move(chapter));
    }
    std::erase_if(out, [](const Chapter& chapter) { return !saysSomething(chapter); });
    return out;
}

// Fonts may be obfuscated in any book; text is encrypted to keep readers out.
bool isLocked(const std::string& encryption) {
    const auto xml = parseXml(encryption);
    if (!xml) return false;
    for (const pugi::xml_node& each : findElements((*xml)->document_element(), "CipherReference"))
        if (std::string_view(each.attribute("URI").as_string()).find("html") !=
            std::string_view::npos)
            return true;
    return false;
}

} // namespace

bool looksLikeEpub(std::string_view bytes) {
    // The first file, stored as it is, tells the type.
    return looksLikeZip(bytes) &&
           bytes.substr(0, 200).find("mimetypeapplication/epub+zip") != std::string_view::npos;
}

Expected<Imported> readEpub(std::string_view bytes) {
    const auto archive = ZipFile::open(bytes);
    if (!archive) return unexpected(archive.error());
    if (!archive->contains(containerName)) return noBook();
    auto head = archive->read({std::string(containerName), std::string(encryptionName)});
    if (!head) return unexpected(head.error());
    if (isLocked((*head)[std::string(encryptionName)]))
        return unexpected(ErrorCode::Unreadable,
                          "The book is protected against copying; it can only be read with its "
                          "seller’s program.");
    const auto container = parseXml((*head)[std::string(containerName)]);
    if (!container) return unexpected(container.error());
    const std::string packageName =
        resolved({}, findElement((*container)->document_element(), "rootfile")
                         .attribute("full-path")
                         .as_string());
    const auto packageBytes = archive->read(packageName);
    if (!packageBytes && packageBytes.error().code == ErrorCode::NotFound) return noBook();
    if (!packageBytes) return unexpected(packageBytes.error());
    const auto packageXml = parseXml(*packageBytes);
    if (!packageXml) return unexpected(packageXml.error());
    const Package package = readPackage((*packageXml)->document_element(), folderOf(packageName));

    std::vector<std::string> wanted = package.spine;
    wanted.insert(wanted.end(), package.contents.begin(), package.contents.end());
    const auto files = archive->read(wanted);
    if (!files) return unexpected(files.error());
    std::map<std::string, std::string> titles;
    for (const std::string& name : package.contents)
        if (const auto file = files->find(name); file != files->end())
            readContents(name, file->second, titles);

    std::vector<FileArticle> articles;
    std::vector<Chapter> chapters = chaptersOf(package, *files, titles);
    if (chapters.size() == 1 && chapters[0].title.empty()) chapters[0].title = package.title;
    for (Chapter& chapter : chapters) {
        StatedArticle article;
        article.headline = std::move(chapter.title);
        article.byline = package.byline;
        article.published = package.published;
        article.body = std::move(chapter.lines);
        if (auto imported = importedFrom(std::move(article)))
            articles.push_back({std::move(chapter.name), std::move(imported->article)});
    }
    if (articles.empty()) return unexpected(ErrorCode::Empty, "The book has no text.");
    Article whole = articles.front().article; // with the book's author and date
    whole.title = package.title;
    whole.text.clear();
    whole.blocks.clear();
    auto out = importedFrom(std::move(articles));
    if (!out || out->articles.empty()) return out;
    out->isOneWork = true;
    out->article = std::move(whole);
    return out;
}

} // namespace quoth
