#include "core/formats/exporters.h"

#include "core/formats/csv_export.h"
#include "core/formats/html_export.h"
#include "core/formats/json.h"
#include "core/formats/timeline_export.h"

namespace quoth {
namespace {

std::string json(const Document& document, const ExportContext& context) {
    return writeJson(document, documentId(context.sourceName)) + "\n";
}

} // namespace

const std::vector<Exporter>& exporters() {
    static const std::vector<Exporter> table = {
        {"html", "Annotated HTML", "html", writeHtml},
        {"json", "JSON (quoth/1)", "json", json},
        {"csv", "Table of quotes (CSV)", "csv", writeCsv},
        {"timeline-csv", "Timeline as a table (CSV)", "timeline.csv", writeTimelineCsv},
        {"calendar", "Timeline as a calendar (iCalendar)", "ics", writeCalendar},
        {"timelinejs", "Timeline for TimelineJS (JSON)", "timeline.json", writeTimelineJs},
    };
    return table;
}

const Exporter* findExporter(std::string_view name) {
    for (const Exporter& exporter : exporters())
        if (exporter.name == name) return &exporter;
    return nullptr;
}

} // namespace quoth
