// The names in a byline: "By Mia Stone, Staff Writer | May 14, 2024 3:46 PM" is by Mia Stone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// In their order, each once. Dates, times, roles, biographies, addresses and what stands for no
// name ("admin", "No Author") are left out; an agency or a paper is a name like a person's.
std::vector<std::string> namesInByline(std::string_view byline);

// Does it begin like a byline: "By ", "Posted by ", "Words: "?
bool saysBy(std::string_view line);

// "A", "A and B", "A, B and C".
std::string enumerated(const std::vector<std::string>& names);

} // namespace quoth
