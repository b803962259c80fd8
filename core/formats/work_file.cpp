#include "core/formats/work_file.h"

#include "core/formats/annotation_data.h"
#include "core/formats/correction_data.h"
#include "core/formats/json.h"
#include "core/formats/json_parts.h"
#include "core/formats/json_text.h"
#include "core/formats/json_values.h"

namespace quoth {
namespace {

using Json = nlohmann::json;

constexpr int workFormat = 1;

Unexpected damaged(const std::string& why) {
    return unexpected(ErrorCode::Malformed, "The work file is damaged. " + why);
}

} // namespace

std::string writeWork(const WorkFile& file) {
    const Document& machine = file.machine;
    std::string out = writeJson(file.corrected(), documentId(file.name), JsonScope::Article);
    out.back() = ','; // the object goes on
    out += "\"work\":{\"format\":" + std::to_string(workFormat) +
           ",\"name\":" + jsonText(file.name) + ",\"engine\":" + jsonText(file.engine) +
           ",\"published\":" + (file.ownDate ? jsonText(toIso(*file.ownDate)) : "null") +
           ",\"machine\":" + writeAnnotationData(machine) + ",\"steps\":[";
    for (std::size_t i = 0; i < file.work.steps.size(); ++i)
        out += (i > 0 ? "," : "") +
               writeCorrections(file.work.steps[i], machine.text(), machine.offsets());
    return out + "],\"done\":" + std::to_string(file.work.done) + "}}";
}

std::size_t sharedSteps(const Work& a, const Work& b, const Document& machine) {
    const auto written = [&](const Step& step) {
        return writeCorrections(step, machine.text(), machine.offsets());
    };
    std::size_t n = 0;
    while (n < a.steps.size() && n < b.steps.size() && written(a.steps[n]) == written(b.steps[n]))
        ++n;
    return n;
}

bool holdsWork(std::string_view json) {
    return jsonMember(json, "work") != "null";
}

Expected<WorkFile> readWork(std::string_view json) {
    if (!isJson(json))
        return unexpected(ErrorCode::Malformed, "The file is no JSON, or only a part of it.");
    const Json schema = Json::parse(jsonMember(json, "schema"));
    const std::string_view work = jsonMember(json, "work");
    if (!schema.is_string() || !schema.get_ref<const std::string&>().starts_with("quoth/") ||
        !work.starts_with('{'))
        return unexpected(ErrorCode::Malformed, "The file is no work file of Quoth.");
    const auto member = [&](std::string_view name) { return Json::parse(jsonMember(work, name)); };
    const Json format = member("format");
    if (!format.is_number_unsigned()) return damaged("It does not state its format.");
    if (schema != "quoth/1" || format.get<std::uint64_t>() > workFormat)
        return unexpected(ErrorCode::NewerVersion,
                          "The work file was written by a newer version of Quoth; this one reads "
                          "format " +
                              std::to_string(workFormat) + ".");
    if (format != workFormat) return damaged("There is no such format.");

    JsonValues values;
    WorkFile out;
    out.name = values.string(member("name"));
    out.engine = values.string(member("engine"));
    const Json published = member("published"), done = member("done");
    if (!published.is_null()) {
        const auto date = parseDate(values.string(published));
        if (!date) return damaged(date.error().message);
        out.ownDate = *date;
    }
    const std::string_view steps = jsonMember(work, "steps");
    if (values.isBad() || !done.is_number_unsigned() || !steps.starts_with('['))
        return damaged("What it tells of the reader's steps is incomplete.");

    auto machine = readAnnotationData(jsonMember(work, "machine"));
    if (!machine) return unexpected(machine.error());
    out.machine = std::move(*machine);
    if (Json::parse(jsonMember(json, "text")) != out.machine.text())
        return damaged("Its text was changed.");
    std::optional<Error> bad;
    forEachElement(steps, [&](std::string_view one) {
        if (bad) return;
        auto step = readCorrections(one, out.machine.text(), out.machine.offsets());
        if (step && !step->empty())
            out.work.steps.push_back(std::move(*step));
        else
            bad = step ? Error{ErrorCode::Malformed, "A step is empty."} : step.error();
    });
    if (bad) return damaged(bad->message);
    if (done.get<std::uint64_t>() > out.work.steps.size())
        return damaged("It has fewer steps than are in force.");
    out.work.done = done.get<std::size_t>();
    return out;
}

} // namespace quoth
