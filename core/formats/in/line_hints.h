// What the words of a line say of its part in a web page: labels, notices, words to the reader.
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// Lines that no article means as text, such as "Advertisement" or "Share this article".
bool isClutterLine(std::string_view line);
// "© 2024 The Post. All rights reserved."
bool isLegalNotice(const std::string& line);
// What a paper says to its readers beside an article: "Send us a letter". Not what somebody says in
// it.
bool isAddressToReader(const std::string& line);
// "This article is for subscribers", "Log in".
bool isWallNotice(const std::string& line);
// "The bridge on Monday. Photo: Mia Stone"
bool namesPicture(const std::string& line);
// What an author's biography says: "writes for", "is a reporter".
bool tellsOfWork(const std::string& line);

} // namespace quoth
