#include "core/formats/out/html_export.h"

#include "core/document/happenings.h"
#include "core/formats/annotation_data.h"
#include "core/formats/digest.h"
#include "core/formats/escape.h"
#include "core/formats/limits.h"
#include "core/formats/out/date_words.h"
#include "core/formats/out/html_style.h"
#include "core/formats/out/html_text.h"
#include "core/formats/out/page_speakers.h"
#include "core/formats/out/schema_org.h"
#include "core/support/unicode.h"
#include "core/support/version.h"

#include <algorithm>
#include <array>
#include <set>

namespace quoth {
namespace {

std::string counted(std::size_t n, const char* one, const char* many) {
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string timeElement(const CalendarValue& value, std::string_view className = {}) {
    const std::string words = escapeHtml(valueInWords(value));
    const std::string attribute =
        className.empty() ? std::string() : " class=\"" + std::string(className) + "\"";
    if (!isHtmlDate(value)) return "<span" + attribute + ">" + words + "</span>";
    return "<time" + attribute + " datetime=\"" + value.toString() + "\">" + words + "</time>";
}

class PageWriter {
public:
    PageWriter(const Document& document, const ExportContext& context)
        : m_document(document), m_context(context), m_speakers(document) {}

    std::string write() {
        head();
        m_out += "<body>\n<a class=\"skip\" href=\"#article\">Skip to the article</a>\n"
                 "<main class=\"page\">\n"
                 "<p class=\"imprint\"><b>Quoth</b> · who said what, and when</p>\n";
        legend();
        article();
        quotations();
        timeline();
        people();
        footer();
        m_out += "</main>\n</body>\n</html>\n";
        return std::move(m_out);
    }

private:
    void head() {
        const std::string style =
            htmlStyle(std::min(m_speakers.all().size(), mostFiltered), m_context.colours);
        const std::string title = m_document.title();
        m_out += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "style-src 'sha256-" +
                 sha256Base64(style) +
                 "'; base-uri 'none'; form-action 'none'\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta name=\"referrer\" content=\"no-referrer\">\n"
                 "<meta name=\"generator\" content=\"Quoth " +
                 std::string(version()) + "\">\n<title>" +
                 escapeHtml(title.empty() ? "Annotated article" : withPairedDirections(title)) +
                 "</title>\n<style>" + style + "</style>\n<script type=\"application/ld+json\">" +
                 writeSchemaOrg(m_document) +
                 "</script>\n<script type=\"application/ld+json\" id=\"" + annotationDataId +
                 "\">" + writeAnnotationData(m_document) + "</script>\n</head>\n";
    }

    // Takes its colours from the element around it.
    std::string badge(std::size_t number) const {
        const std::string text = number == 0 ? "?" : m_speakers.all()[number - 1].badge;
        return "<span class=\"badge\" aria-hidden=\"true\">" + escapeHtml(text) + "</span>";
    }

    void legend() {
        if (m_document.quotes().empty()) return;
        m_out += "<aside class=\"legend\" aria-label=\"Speakers\">\n<fieldset>\n"
                 "<legend>Who speaks</legend>\n"
                 "<label><input type=\"radio\" name=\"speaker\" id=\"f-all\" checked> "
                 "<span class=\"name\">Everyone</span> <span class=\"count\">" +
                 std::to_string(m_document.quotes().size()) + "</span></label>\n";
        for (std::size_t i = 0; i < std::min(m_speakers.all().size(), mostFiltered); ++i) {
            const PageSpeaker& speaker = m_speakers.all()[i];
            const std::string number = std::to_string(i + 1);
            m_out += "<label class=\"s" + number +
                     "\"><input type=\"radio\" name=\"speaker\" id=\"f-s" + number + "\"> " +
                     badge(i + 1) + " <span class=\"name\">" +
                     isolatedHtml(m_document.entity(speaker.entity).name) +
                     "</span> <span class=\"count\">" + std::to_string(speaker.quotes) +
                     "</span></label>\n";
        }
        m_out += "</fieldset>\n" + andMore(m_speakers.all().size(), mostFiltered) +
                 "<ul class=\"kinds\">\n"
                 "<li><span class=\"direct\">direct</span></li>\n"
                 "<li><span class=\"mixed\">mixed</span></li>\n"
                 "<li><span class=\"indirect\">indirect</span></li>\n";
        if (std::any_of(
                m_document.quotes().begin(), m_document.quotes().end(),
                [&](const Quote& quote) { return isDoubtful(quote, m_context.doubtThreshold); }))
            m_out += "<li>paler, with “?”: doubtful</li>\n";
        m_out += "</ul>\n</aside>\n";
    }

    bool hasBlock(BlockKind kind) const {
        return std::any_of(m_document.blocks().begin(), m_document.blocks().end(),
                           [&](const Block& b) { return b.kind == kind; });
    }

    void article() {
        m_out += "<article id=\"article\">\n";
        if (!hasBlock(BlockKind::Headline) && !m_document.title().empty())
            m_out += "<h1>" + escapeHtml(m_document.title()) + "</h1>\n";
        m_out +=
            markedText(m_document, m_speakers, facts(), m_context.doubtThreshold) + "</article>\n";
    }

    // What the article's own text does not say of itself.
    std::string facts() const {
        std::vector<std::string> parts;
        if (!hasBlock(BlockKind::Byline) && !m_document.byline().empty())
            parts.push_back("By " + isolatedHtml(m_document.byline()));
        if (m_document.published())
            parts.push_back(
                timeElement(CalendarValue::day(*m_document.published())) +
                (m_document.article().publishedIsGuess ? " (the file’s date, a guess)" : ""));
        if (const std::string url = safeUri(m_document.article().url); !url.empty())
            parts.push_back("<a href=\"" + escapeHtml(url) + "\" rel=\"noreferrer\">Source</a>");
        if (parts.empty()) return {};
        std::string out = "<p class=\"facts\">";
        for (std::size_t i = 0; i < parts.size(); ++i)
            out += (i > 0 ? " · " : "") + parts[i];
        return out + "</p>\n";
    }

    // What a list leaves out.
    static std::string andMore(std::size_t all, std::size_t listed) {
        if (all <= listed) return {};
        return "<p class=\"more\">and " + std::to_string(all - listed) + " more</p>\n";
    }

    void beginSection(const char* id, const char* heading) {
        m_out += std::string("<section class=\"list\" id=\"") + id + "\" aria-labelledby=\"h-" +
                 id + "\">\n<h2 id=\"h-" + id + "\">" + heading + "</h2>\n";
    }

    std::string nameOf(const std::optional<EntityId>& entity) const {
        return entity ? isolatedHtml(m_document.entity(*entity).name) : "Speaker unknown";
    }

    void quotations() {
        if (m_document.quotes().empty()) return;
        beginSection("quotations", "Quotations");
        m_out += "<ol class=\"quotations\">\n";
        for (std::size_t i = 0; i < std::min(m_document.quotes().size(), mostListed); ++i)
            quotation(i);
        m_out += "</ol>\n" + andMore(m_document.quotes().size(), mostListed) + "</section>\n";
    }

    void quotation(std::size_t index) {
        const Quote& quote = m_document.quotes()[index];
        const std::string number = std::to_string(index + 1);
        m_out += "<li class=\"n " + m_speakers.className(quote.speaker) + "\" id=\"n" + number +
                 "\"><span class=\"number\">" + number + ".</span>" +
                 badge(m_speakers.number(quote.speaker)) + " <span class=\"who\">" +
                 nameOf(quote.speaker) + "</span>";
        if (quote.addressee) m_out += " to " + nameOf(quote.addressee);
        m_out += "\n<p class=\"said\">";
        for (std::size_t i = 0; i < quote.content.size(); ++i) {
            if (i > 0) m_out += " … ";
            m_out += isolatedHtml(m_document.slice(quote.content[i]));
        }
        m_out += "</p>\n<p class=\"how\">" + std::string(name(quote.kind)) +
                 (quote.act == QuoteAct::Thought ? " thought" : "") + " · confidence " +
                 decimal(quote.confidence);
        if (isDoubtful(quote, m_context.doubtThreshold)) m_out += " · <strong>doubtful</strong>";
        for (std::size_t i = 0; i < quote.why.size(); ++i)
            m_out += (i == 0 ? " · " : " → ") + std::string(name(quote.why[i].step)) + ": " +
                     isolatedHtml(quote.why[i].text);
        if (quote.check != CheckState::Unchecked)
            m_out += " · <strong>" + std::string(name(quote.check)) + "</strong>";
        if (quote.checkedAt)
            m_out += " on <time datetime=\"" + toIso(*quote.checkedAt) + "\">" +
                     momentInWords(*quote.checkedAt) + "</time>";
        if (!quote.note.empty()) m_out += " · " + isolatedHtml(quote.note);
        if (!quote.checkSource.empty())
            m_out += " · checked against " + linkedHtml(quote.checkSource);
        m_out += " · <a class=\"back\" href=\"#q" + number + "\" aria-label=\"Back to quotation " +
                 number + " in the article\">↩</a></p></li>\n";
    }

    void timeline() {
        std::vector<Happening> dated = happeningsByDate(m_document);
        std::erase_if(dated, [](const Happening& happening) { return !happening.days; });
        if (dated.empty()) return;
        beginSection("timeline", "Timeline");
        m_out += "<ol class=\"timeline\">\n";
        const std::size_t all = dated.size();
        dated.resize(std::min(all, mostListed));
        for (const Happening& happening : dated) {
            const Event& event = m_document.event(happening.shown);
            const Event& told = m_document.event(tellingMention(m_document, happening));
            std::set<std::size_t> numbers; // of the participants who speak
            for (const EntityId participant : participantsOf(m_document, happening))
                numbers.insert(m_speakers.number(participant));
            std::string classes = "t";
            if (event.status != EventStatus::Happened)
                classes += " " + std::string(name(event.status));
            for (const std::size_t number : numbers)
                if (number > 0) classes += " with-s" + std::to_string(number);
            m_out += "<li class=\"" + classes + "\">" +
                     timeElement(*exactValue(m_document, happening.shown), "when") + " " +
                     isolatedHtml(told.summary.empty() ? m_document.slice(told.trigger)
                                                       : std::string_view(told.summary));
            constexpr std::array<const char*, 4> remarks = {"", "planned", "possible",
                                                            "did not happen"};
            if (event.status != EventStatus::Happened)
                m_out += std::string(" <small>(") +
                         remarks[static_cast<std::size_t>(event.status)] + ")</small>";
            m_out += "</li>\n";
        }
        m_out += "</ol>\n" + andMore(all, mostListed) + "</section>\n";
    }

    void people() {
        std::vector<EntityId> listed;
        for (const PageSpeaker& speaker : m_speakers.all())
            listed.push_back(speaker.entity);
        for (std::size_t i = 0; i < m_document.entities().size(); ++i) {
            const EntityId id = makeId<EntityTag>(i);
            if (m_document.entities()[i].type == EntityType::Person && m_speakers.number(id) == 0)
                listed.push_back(id);
        }
        if (listed.empty()) return;
        beginSection("people", "People");
        m_out += "<ul class=\"people\">\n";
        const std::size_t all = listed.size();
        listed.resize(std::min(all, mostListed));
        for (const EntityId id : listed) {
            const std::size_t number = m_speakers.number(id);
            const Entity& entity = m_document.entity(id);
            m_out += "<li class=\"p s" + std::to_string(number) + "\" id=\"e" +
                     std::to_string(id.value + 1) + "\">";
            if (number > 0) m_out += badge(number) + " ";
            m_out += "<span class=\"name\">" + isolatedHtml(entity.name) +
                     "</span> <span class=\"count\">";
            if (number > 0)
                m_out +=
                    counted(m_speakers.all()[number - 1].quotes, "quotation", "quotations") + ", ";
            m_out += counted(entity.mentions.size(), "mention", "mentions") + "</span></li>\n";
        }
        m_out += "</ul>\n" + andMore(all, mostListed) + "</section>\n";
    }

    void footer() {
        const auto checked = m_document.checkedQuotes();
        m_out += "<footer>\n<p>Annotated by Quoth " + std::string(version());
        if (const auto day = parseDate(m_context.exportedOn))
            m_out += " on " + timeElement(CalendarValue::day(*day));
        if (!m_context.sourceName.empty())
            m_out += " from " + isolatedHtml(repairUtf8(m_context.sourceName));
        m_out += ".</p>\n";
        if (const std::string url = safeUri(m_document.article().url); !url.empty())
            m_out += "<p>Source: <a href=\"" + escapeHtml(url) + "\" rel=\"noreferrer\">" +
                     isolatedHtml(m_document.article().url) + "</a></p>\n";
        m_out +=
            "<p>Machine-made, checked " + std::to_string(checked) + " of " +
            std::to_string(m_document.quotes().size()) +
            ". Quotations and dates may be wrong or missing: see the article's own words.</p>\n"
            "<p>SHA-256 of the text: <code>" +
            sha256Hex(m_document.text()) + "</code></p>\n</footer>\n";
    }

    const Document& m_document;
    const ExportContext& m_context;
    const PageSpeakers m_speakers;
    std::string m_out;
};

} // namespace

std::string writeHtml(const Document& document, const ExportContext& context) {
    return PageWriter(document, context).write();
}

std::size_t leastHtmlBytes(const Document& document) {
    constexpr std::size_t tellings = 3; // in the list and in both data blocks
    std::size_t bytes = document.text().size();
    for (std::size_t i = 0; i < std::min(document.quotes().size(), mostListed); ++i)
        for (const Span& span : document.quotes()[i].content)
            bytes += tellings * span.size();
    return bytes;
}

} // namespace quoth
