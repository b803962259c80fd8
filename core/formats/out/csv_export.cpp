#include "core/formats/out/csv_export.h"

#include "core/formats/escape.h"
#include "core/formats/out/csv_table.h"

namespace quoth {
namespace {

std::string entityName(const Document& document, const std::optional<EntityId>& id) {
    return id ? document.entity(*id).name : std::string();
}

} // namespace

std::string writeCsv(const Document& document, const ExportContext& context) {
    CsvTable table;
    table.addRow({"id", "kind", "act", "speaker", "addressee", "quote", "cue", "source",
                  "confidence", "begin", "end", "sentence", "check", "note", "checkSource",
                  "checkedAt", "doubtful"});
    for (std::size_t i = 0; i < document.quotes().size(); ++i) {
        const Quote& quote = document.quotes()[i];
        const auto position = [&](std::uint32_t byte) {
            return std::to_string(document.offsets().codePointFromByte(document.text(), byte));
        };
        const auto sentence = document.sentenceAt(quote.content.front().begin);
        table.addRow({"q" + std::to_string(i + 1), name(quote.kind), name(quote.act),
                      entityName(document, quote.speaker), entityName(document, quote.addressee),
                      joinedText(document, quote.content), joinedText(document, quote.cue),
                      joinedText(document, quote.source), decimal(quote.confidence),
                      position(quote.content.front().begin), position(quote.content.back().end),
                      sentence ? document.slice(*sentence) : std::string_view(), name(quote.check),
                      quote.note, quote.checkSource,
                      quote.checkedAt ? toIso(*quote.checkedAt) : std::string(),
                      isDoubtful(quote, context.doubtThreshold) ? "yes" : "no"});
    }
    return table.take();
}

} // namespace quoth
