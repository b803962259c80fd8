// Parts of a JSON text as slices of it, so that a large file is read part by part and never stands
// in memory as one tree of values. Nesting of any depth is fine.
#pragma once

#include <functional>
#include <string_view>

namespace quoth {

// One JSON value and nothing else?
bool isJson(std::string_view json);

// `take` is called for each member of the object, or element of the array, in order; nothing is
// called for another value. `json` must be valid (isJson()). Names are as written between their
// quotation marks, escapes and all.
void forEachMember(std::string_view json,
                   const std::function<void(std::string_view name, std::string_view value)>& take);
void forEachElement(std::string_view json, const std::function<void(std::string_view)>& take);

// The last member of that name; "null" where there is none.
std::string_view jsonMember(std::string_view json, std::string_view name);

} // namespace quoth
