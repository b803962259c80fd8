#include "core/formats/out/html_style.h"

#include "core/formats/out/speaker_colours.h"

#include <cstdint>
#include <string_view>

namespace quoth {
namespace {

constexpr std::string_view sheet = R"css(
:root {
  color-scheme: light dark;
  --paper: #fffefb; --ink: #1d1b18; --quiet: #5c5850; --dim: #6f6b64; --rule: #dcd8cf;
  --panel: #f6f4ee; --link: #0b5c9c;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "Book Antiqua",
    "Source Serif 4", Georgia, "Noto Serif", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 2rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; padding: 0 1.25rem 3rem; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.62 var(--serif); text-rendering: optimizeLegibility;
  overflow-wrap: anywhere; hanging-punctuation: first;
}
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; z-index: 1; }
.page { max-width: 38rem; margin: 0 auto; }
.imprint {
  margin: 0 0 2.5rem; padding: 1rem 0 .6rem; border-bottom: 1px solid var(--rule);
  font: .8rem/1.4 var(--sans); color: var(--quiet); letter-spacing: .01em;
}
.imprint b { color: var(--ink); letter-spacing: .02em; }
h1 { font-size: clamp(1.8rem, 5vw, 2.5rem); line-height: 1.14; margin: 0 0 1rem; font-weight: 700;
  letter-spacing: -.012em; text-wrap: balance; }
article h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.2rem 0 .6rem; }
/* A tint never reaches the letters of the line above: lines as high as the fonts' own boxes. */
:is(h1, article h2):has(mark.q) { line-height: 1.38; }
:is(h1, h2) mark.q { padding-block: 0; text-underline-offset: .13em; }
.standfirst { font-size: 1.22rem; line-height: 1.45; color: var(--quiet); margin: 0 0 1.1rem; }
.question { font-weight: 600; }
.byline, .facts { font: .9rem/1.5 var(--sans); color: var(--quiet); margin: 0 0 1.6rem; }
article p.byline:has(+ .facts) { margin-bottom: .1rem; }
article p { margin: 0 0 1.05em; white-space: pre-wrap; }
.dateline { font-variant-caps: all-small-caps; letter-spacing: .04em; }
.credit { color: var(--quiet); font-size: .9em; }
mark.q {
  color: var(--ink); background: var(--tint); padding: .08em .06em; border-radius: .15em;
  text-decoration: underline 2px var(--line); text-underline-offset: .22em;
  text-decoration-skip-ink: none;
  -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
mark.mixed, .kinds .mixed { text-decoration-style: dashed; }
mark.indirect, .kinds .indirect { text-decoration-style: dotted; }
mark.doubtful { background: color-mix(in srgb, var(--tint) 35%, var(--paper)); }
mark.q:target { outline: 2px solid var(--line); outline-offset: 1px; }
.ref { font: 600 .62rem/1 var(--sans); vertical-align: .55em; text-decoration: none;
  padding: .1em .15em; margin-left: .08em; color: var(--quiet); font-variant-numeric: tabular-nums; }
.ref:hover, .back:hover { text-decoration: underline; }
.legend { font: .875rem/1.4 var(--sans); background: var(--panel); border: 1px solid var(--rule);
  border-radius: .5rem; padding: .85rem 1rem; margin: 0 0 2rem; }
.legend fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.legend legend, .legend h2 { font-size: .75rem; font-weight: 600; letter-spacing: .06em;
  text-transform: uppercase; color: var(--quiet); padding: 0; margin: 0 0 .5rem; }
.legend label { display: flex; align-items: center; gap: .5rem; padding: .22rem .3rem;
  border-radius: .3rem; cursor: pointer; }
.legend label:hover { background: var(--paper); }
.legend input { margin: 0; flex: none; accent-color: var(--line); }
.legend label:has(:checked) { background: var(--paper); box-shadow: inset 0 0 0 1px var(--rule); }
.name { flex: 1; min-width: 0; }
.more { margin: .6rem 0 0; color: var(--quiet); }
.count { color: var(--quiet); font-variant-numeric: tabular-nums; }
.badge { flex: none; display: inline-block; min-width: 2.1em; padding: 0 .35em; text-align: center;
  border-radius: .3em; font: 700 .72rem/1.6 var(--sans); background: var(--tint); color: var(--line);
  border: 1px solid var(--line); }
.kinds { display: flex; flex-wrap: wrap; gap: .3rem 1rem; margin: .8rem 0 0; padding: .7rem 0 0;
  border-top: 1px solid var(--rule); list-style: none; color: var(--quiet); }
.kinds span { text-decoration: underline 2px; text-underline-offset: .25em; }
section.list { margin: 3rem 0 0; border-top: 2px solid var(--ink); padding: .9rem 0 0;
  font: .95rem/1.5 var(--sans); }
section.list h2 { font-size: 1.1rem; margin: 0 0 1rem; }
section.list ol, section.list ul { margin: 0; padding: 0; list-style: none; }
section.list li { margin: 0 0 1rem; padding: 0 0 0 2.6rem; position: relative; }
.number { position: absolute; left: 0; width: 1.9rem; text-align: right; color: var(--quiet);
  font-variant-numeric: tabular-nums; }
.said { margin: .15rem 0; font-family: var(--serif); font-size: 1.05rem; white-space: pre-wrap; }
.how { margin: 0; color: var(--quiet); font-size: .85rem; }
.who { font-weight: 600; }
.timeline li { border-left: 2px solid var(--rule); padding: 0 0 .1rem 1.1rem; margin: 0;
  padding-bottom: .9rem; }
.timeline li::before { content: ""; position: absolute; left: -.36rem; top: .42em; width: .6rem;
  height: .6rem; border-radius: 50%; background: var(--paper); border: 2px solid var(--quiet); }
.timeline .planned::before, .timeline .possible::before { border-style: dashed; }
.timeline .negated { text-decoration: line-through; }
.timeline .negated small, .timeline .negated .when { display: inline-block; }
.timeline .when { display: block; font-weight: 600; font-size: .85rem; }
.people li { padding: 0; margin: 0 0 .4rem; display: flex; gap: .6rem; align-items: baseline; }
footer { margin: 3rem 0 0; padding: 1rem 0 0; border-top: 1px solid var(--rule);
  font: .8rem/1.5 var(--sans); color: var(--quiet); }
footer p { margin: 0 0 .3rem; }
footer code { font-size: .72rem; word-break: break-all; }
.q, .n, .t, .p { transition: background-color .15s, color .15s; }
@media (max-width: 67.99rem) {
  .legend label { display: inline-flex; margin-right: .4rem; max-width: 100%; }
  .legend .name { flex: 0 1 auto; max-width: 16rem; }
}
@media (min-width: 68rem) {
  .page { max-width: 58rem; display: grid; grid-template-columns: minmax(0, 38rem) 16rem;
    column-gap: 4rem; }
  .page > * { grid-column: 1; }
  .page > .legend { grid-column: 2; grid-row: 2 / span 6; align-self: start; position: sticky;
    top: 1.5rem; max-height: calc(100vh - 3rem); overflow: auto; }
}
@media (prefers-reduced-motion: reduce) {
  html { scroll-behavior: auto; }
  .q, .n, .t, .p { transition: none; }
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #16171a; --ink: #e9e6df; --quiet: #a9a59c; --dim: #8e8a83; --rule: #36373b;
    --panel: #1e1f23; --link: #7fbdf2; }
}
@media (forced-colors: active) {
  mark.q { background: Canvas; color: CanvasText; text-decoration-color: CanvasText; }
  .badge { background: Canvas; color: CanvasText; border-color: CanvasText; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --dim: #666; --rule: #bbb; }
  body { font-size: 10.5pt; padding: 0; }
  .legend, .skip, .back { display: none; }
  .page { display: block; max-width: none; }
  mark.q, .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  h1, h2 { break-after: avoid; }
  li, article p { break-inside: avoid; orphans: 3; widows: 3; }
}
)css";

std::string hex(std::uint32_t colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (int shift = 20; shift >= 0; shift -= 4)
        out += digits[colour >> shift & 15];
    return out;
}

std::string colours(const std::string& selector, std::uint32_t tint, std::uint32_t line) {
    return selector + " { --tint: " + hex(tint) + "; --line: " + hex(line) + "; }\n";
}

std::string className(std::size_t speaker) {
    return ".s" + std::to_string(speaker);
}

} // namespace

std::string htmlStyle(std::size_t speakers, ColourSet set) {
    std::string out(sheet);
    const SpeakerColourSet& own = speakerColours(set);
    const std::size_t coloured = std::min(speakers, own.size());
    out += colours(":root", restColours.lightTint, restColours.lightLine);
    for (std::size_t i = 0; i < coloured; ++i)
        out += colours(className(i + 1), own[i].lightTint, own[i].lightLine);
    out += "@media screen and (prefers-color-scheme: dark) {\n";
    out += colours(":root", restColours.darkTint, restColours.darkLine);
    for (std::size_t i = 0; i < coloured; ++i)
        out += colours(className(i + 1), own[i].darkTint, own[i].darkLine);
    out += "}\n";
    // The filter dims what others say and do, and hides nothing.
    for (std::size_t i = 1; i <= speakers; ++i) {
        const std::string n = std::to_string(i);
        out += "body:has(#f-s" + n + ":checked) :is(.q, .n, .t, .p):not(.s" + n + ", .with-s" + n +
               ")" + (i < speakers ? ",\n" : "");
    }
    if (speakers > 0)
        out += " { background-color: transparent; color: var(--dim); "
               "text-decoration-color: var(--rule); --tint: transparent; --line: var(--dim); }\n";
    return out;
}

} // namespace quoth
