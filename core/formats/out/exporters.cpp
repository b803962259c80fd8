#include "core/formats/out/exporters.h"

#include "core/formats/json.h"
#include "core/formats/limits.h"
#include "core/formats/out/check_sheet.h"
#include "core/formats/out/csv_export.h"
#include "core/formats/out/html_export.h"
#include "core/formats/out/timeline_export.h"

namespace quoth {
namespace {

std::string json(const Document& document, const ExportContext& context) {
    return writeJson(document, documentId(context.sourceName), JsonScope::Article,
                     context.doubtThreshold) +
           "\n";
}

} // namespace

const std::vector<Exporter>& exporters() {
    static const std::vector<Exporter> table = {
        {"html", "Annotated HTML", "html", true, writeHtml},
        {"json", "JSON (quoth/1)", "json", true, json},
        {"csv", "Table of quotes (CSV)", "csv", false, writeCsv},
        {"check-sheet", "Checker's sheet (HTML)", "check.html", false, writeCheckSheet},
        {"timeline-csv", "Timeline as a table (CSV)", "timeline.csv", false, writeTimelineCsv},
        {"calendar", "Timeline as a calendar (iCalendar)", "ics", false, writeCalendar},
        {"timelinejs", "Timeline for TimelineJS (JSON)", "timeline.json", false, writeTimelineJs},
    };
    return table;
}

const Exporter* findExporter(std::string_view name) {
    for (const Exporter& exporter : exporters())
        if (exporter.name == name) return &exporter;
    return nullptr;
}

Expected<std::string> exportDocument(const Exporter& exporter, const Document& document,
                                     const ExportContext& context) {
    const Unexpected tooLarge =
        unexpected(ErrorCode::TooLarge,
                   std::string(exporter.description) + " of this article is over " +
                       std::to_string(maximumInputBytes >> 20) +
                       " MB, more than Quoth opens again; the other formats know no limit.");
    if (!exporter.opensAgain) return exporter.write(document, context);
    if (exporter.write == writeHtml && leastHtmlBytes(document) > maximumInputBytes)
        return tooLarge;
    std::string bytes = exporter.write(document, context);
    if (bytes.size() > maximumInputBytes) return tooLarge;
    return bytes;
}

} // namespace quoth
