#include "core/formats/in/line_hints.h"

#include "core/support/unicode.h"

#include <unordered_set>

namespace quoth {
namespace {

bool hasQuotes(const std::string& lower) {
    return lower.find("\u201C") != std::string::npos || lower.find('"') != std::string::npos;
}

} // namespace

bool isClutterLine(std::string_view line) {
    if (line.size() > 60) return false;
    std::string words; // lower case, letters and single spaces only
    for (const char c : toLower(line)) {
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
            words += c;
        else if (!words.empty() && words.back() != ' ' && c != '\'')
            words += ' ';
    }
    while (!words.empty() && words.back() == ' ')
        words.pop_back();
    static const std::unordered_set<std::string> exact = {"ad",
                                                          "ads",
                                                          "advertisement",
                                                          "advertisements",
                                                          "advert",
                                                          "advertising",
                                                          "ad feedback",
                                                          "sponsored",
                                                          "sponsored content",
                                                          "promoted content",
                                                          "article continues below",
                                                          "article continues after advertisement",
                                                          "story continues below",
                                                          "story continues below advertisement",
                                                          "story continues after advertisement",
                                                          "continue reading the main story",
                                                          "continue reading",
                                                          "scroll to continue",
                                                          "skip advertisement",
                                                          "skip to main content",
                                                          "skip to content",
                                                          "share this",
                                                          "share this article",
                                                          "share this story",
                                                          "share on facebook",
                                                          "share on twitter",
                                                          "share on x",
                                                          "tweet",
                                                          "email",
                                                          "save",
                                                          "copy link",
                                                          "facebook",
                                                          "twitter",
                                                          "linkedin",
                                                          "whatsapp",
                                                          "reddit",
                                                          "pinterest",
                                                          "telegram",
                                                          "read more",
                                                          "read also",
                                                          "also read",
                                                          "see also",
                                                          "related",
                                                          "related articles",
                                                          "related stories",
                                                          "related topics",
                                                          "related content",
                                                          "more on this story",
                                                          "most read",
                                                          "most popular",
                                                          "trending",
                                                          "trending now",
                                                          "recommended",
                                                          "recommended stories",
                                                          "recommended for you",
                                                          "you may also like",
                                                          "you might also like",
                                                          "up next",
                                                          "sign up",
                                                          "subscribe now",
                                                          "sign up to our newsletter",
                                                          "sign up for our newsletter",
                                                          "newsletter",
                                                          "comments",
                                                          "leave a comment",
                                                          "view comments",
                                                          "show comments",
                                                          "post a comment",
                                                          "follow us",
                                                          "listen to this article",
                                                          "listen",
                                                          "play",
                                                          "watch",
                                                          "watch now",
                                                          "loading",
                                                          "back to top",
                                                          "getty images",
                                                          "file photo",
                                                          "image source",
                                                          "image caption",
                                                          "photo",
                                                          "enlarge this image",
                                                          "hide caption",
                                                          "toggle caption",
                                                          "end of list",
                                                          "list of items"};
    return exact.contains(words);
}

bool isLegalNotice(const std::string& line) {
    const std::string lower = toLower(line);
    if (hasQuotes(lower)) return false;
    for (const char* phrase : {"reprinted with permission", "may not be republished",
                               "may not be reproduced", "may not be in its final form"})
        if (lower.find(phrase) != std::string::npos) return true;
    for (const char* lead : {"\u00A9", "copyright \u00A9", "copyright (c)", "copyright 1",
                             "copyright 2", "copyright:", "all rights reserved"})
        if (lower.starts_with(lead)) return true; // not "Copyright law protects ..."
    return false;
}

bool isAddressToReader(const std::string& line) {
    const std::string lower = toLower(line);
    if (hasQuotes(lower)) return false;
    for (const char* phrase : {"email us",        "e-mail us",        "write to us",
                               "send us",         "contact us",       "follow us",
                               "subscribe to",    "subscribe now",    "sign up",
                               "your inbox",      "privacy policy",   "your gift",
                               "become a member", "already a member", "support our",
                               "for interviews",  "printer-friendly", "find this article",
                               "reply to",        "download our",     "join the conversation"})
        if (lower.find(phrase) != std::string::npos) return true;
    const bool addressed = lower.find(" you") != std::string::npos;
    return (addressed && lower.find("subscription") != std::string::npos) || isLegalNotice(line);
}

bool isWallNotice(const std::string& line) {
    const std::string lower = toLower(line);
    for (const char* word : {"subscri", "log in", "sign in", "already have an account"})
        if (lower.find(word) != std::string::npos) return true;
    return false;
}

bool namesPicture(const std::string& line) { // "... Photo: Mia Stone"
    for (const char* word : {"Photo: ", "Picture: ", "Image: ", "Photograph: ", "Photos: "})
        if (line.find(word) != std::string::npos) return true;
    return false;
}

bool tellsOfWork(const std::string& line) {
    const std::string lower = toLower(line);
    for (const char* words :
         {" writes ", " covers ", " reports on ", " reports for ", " reports from ", "author of",
          " lives in ", " can be reached", " teaches ", " taught ", " reporter", " journalist",
          " correspondent", " columnist", " editor ", " contributor", " freelance", " professor"})
        if (lower.find(words) != std::string::npos) return true;
    return false;
}

} // namespace quoth
