#include "core/formats/line_hints.h"

#include "core/support/unicode.h"

#include <unordered_set>

namespace quoth {

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
    for (const char* phrase : {"\u00A9", "all rights reserved", "terms of use", "terms of service",
                               "reprinted with permission", "may not be republished",
                               "may not be reproduced", "may not be in its final form"})
        if (lower.find(phrase) != std::string::npos) return true;
    return false;
}

bool isAddressToReader(const std::string& line) {
    const std::string lower = toLower(line);
    if (lower.find("\u201C") != std::string::npos || lower.find('"') != std::string::npos)
        return false;
    for (const char* phrase : {"email us",       "e-mail us",        "write to us",
                               "send us",        "contact us",       "tell us",
                               "follow us",      "subscribe",        "subscription",
                               "sign up",        "newsletter",       "your inbox",
                               "privacy policy", "your gift",        "your donation",
                               "donate",         "become a member",  "already a member",
                               "log in",         "support our",      "for interviews",
                               "press office",   "printer-friendly", "find this article",
                               "reply to",       "download our",     "join the conversation",
                               "copyright "})
        if (lower.find(phrase) != std::string::npos) return true;
    return isLegalNotice(line);
}

bool namesPicture(const std::string& line) { // "... Photo: Mia Stone"
    for (const char* word : {"Photo: ", "Picture: ", "Image: ", "Photograph: ", "Photos: "})
        if (line.find(word) != std::string::npos) return true;
    return false;
}

bool tellsOfWork(const std::string& line) {
    const std::string lower = toLower(line);
    for (const char* words :
         {" writes ", " covers ", " reports ", " is a ", " is an ", " is the ", "author of",
          " lives in ", " can be reached", " teaches ", " taught "})
        if (lower.find(words) != std::string::npos) return true;
    return false;
}

} // namespace quoth
