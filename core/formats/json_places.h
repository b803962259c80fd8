// What the writers of a document as JSON share: places as code points of its text.
#pragma once

#include "core/document/document.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

namespace quoth {

class JsonPlaces {
public:
    using Json = nlohmann::ordered_json;

    // `document` must outlive this.
    explicit JsonPlaces(const Document& document) : m_document(document) {}

    std::size_t at(std::uint32_t byte) const {
        return m_document.offsets().codePointFromByte(m_document.text(), byte);
    }
    Json span(Span s) const { return Json::array({at(s.begin), at(s.end)}); }
    Json spans(const std::vector<Span>& list) const {
        Json out = Json::array();
        for (const Span& s : list)
            out.push_back(span(s));
        return out;
    }

protected:
    const Document& m_document;
};

} // namespace quoth
