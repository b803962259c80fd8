<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>CheckSheet</name>
    <message>
        <source>%1 of %2 checked</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Geprüft von</translation>
    </message>
    <message>
        <source>on</source>
        <translation>am</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>published %1 (date guessed)</source>
        <translation>erschienen am %1 (Datum vermutet)</translation>
    </message>
    <message>
        <source>published %1</source>
        <translation>erschienen am %1</translation>
    </message>
    <message>
        <source>Article without a title</source>
        <translation>Artikel ohne Titel</translation>
    </message>
    <message>
        <source>Checker’s sheet</source>
        <translation>Prüfbogen</translation>
    </message>
    <message>
        <source> · doubtful: %1 %</source>
        <translation> · zweifelhaft: %1 %</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm &apos;UTC&apos;</source>
        <translation>d. MMMM yyyy, HH:mm &apos;UTC&apos;</translation>
    </message>
</context>
<context>
    <name>DateInput</name>
    <message>
        <source>That is no day. Try 2021-05-20 or 20 May 2021.</source>
        <translation>Das ist kein Tag. Versuchen Sie 2021-05-20 oder 20. Mai 2021.</translation>
    </message>
    <message>
        <source>Write the year with four digits, such as 2021.</source>
        <translation>Schreiben Sie das Jahr mit vier Ziffern, etwa 2021.</translation>
    </message>
    <message>
        <source>Is that %1 or %2? Write the month as a word.</source>
        <translation>Ist das der %1 oder der %2? Schreiben Sie den Monat als Wort.</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>Dieser Tag kommt erst noch.</translation>
    </message>
    <message>
        <source>An article cannot be older than the year %1.</source>
        <translation>Ein Artikel kann nicht älter sein als das Jahr %1.</translation>
    </message>
    <message>
        <source>Are you sure? That is before %1.</source>
        <translation>Sind Sie sicher? Das ist vor %1.</translation>
    </message>
    <message>
        <source>Type a day, such as 2021-05-20 or 20 May 2021.</source>
        <translation>Geben Sie einen Tag ein, etwa 2021-05-20 oder 20. Mai 2021.</translation>
    </message>
    <message>
        <source>Write the year too, such as 20 May 2021.</source>
        <translation>Schreiben Sie auch das Jahr, etwa 20. Mai 2021.</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Cue</source>
        <translation>Redeeinleitung</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Gesagt von</translation>
    </message>
    <message>
        <source>Title of</source>
        <translation>Titel von</translation>
    </message>
    <message>
        <source>Same name as</source>
        <translation>Gleicher Name wie</translation>
    </message>
    <message>
        <source>In the role of</source>
        <translation>In der Rolle</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Steht für</translation>
    </message>
    <message>
        <source>Goes on from</source>
        <translation>Fortsetzung von</translation>
    </message>
    <message>
        <source>In turn</source>
        <translation>Im Wechsel</translation>
    </message>
    <message>
        <source>Set by you</source>
        <translation>Von Ihnen festgelegt</translation>
    </message>
    <message>
        <source>Direct thought</source>
        <translation>Direkter Gedanke</translation>
    </message>
    <message>
        <source>Direct quote</source>
        <translation>Direktes Zitat</translation>
    </message>
    <message>
        <source>Thought, partly quoted</source>
        <translation>Teils wörtlicher Gedanke</translation>
    </message>
    <message>
        <source>Partly quoted</source>
        <translation>Teils wörtlich</translation>
    </message>
    <message>
        <source>Indirect thought</source>
        <translation>Indirekter Gedanke</translation>
    </message>
    <message>
        <source>Indirect quote</source>
        <translation>Indirektes Zitat</translation>
    </message>
    <message>
        <source>Very likely right</source>
        <translation>Sehr wahrscheinlich richtig</translation>
    </message>
    <message>
        <source>Probably right</source>
        <translation>Wahrscheinlich richtig</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Little more than a guess</source>
        <translation>Kaum mehr als eine Vermutung</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>If not, then:</source>
        <translation>Wenn nicht, dann:</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>Speaker %1</source>
        <translation>Sprecher: %1</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Zu %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more speaker(s)</source>
        <translation>
            <numerusform>%Ln weiterer Sprecher</numerusform>
            <numerusform>%Ln weitere Sprecher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln more name(s)</source>
        <translation>
            <numerusform>zu %Ln weiteren Namen</numerusform>
            <numerusform>zu %Ln weiteren Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>Dated %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>Words “%1”</source>
        <translation>Wörter „%1“</translation>
    </message>
    <message>
        <source>State %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Doubtful only</source>
        <translation>Nur zweifelhafte</translation>
    </message>
    <message>
        <source>Unknown speaker</source>
        <translation>Sprecher unbekannt</translation>
    </message>
    <message>
        <source>Kind %1</source>
        <translation>Art: %1</translation>
    </message>
    <message>
        <source>Act %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>At least %1 % sure</source>
        <translation>Mindestens %1 % sicher</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Work file or annotation of Quoth</source>
        <translation>Arbeitsdatei oder Annotation von Quoth</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Annotated HTML</source>
        <translation>Annotiertes HTML</translation>
    </message>
    <message>
        <source>JSON (quoth/1)</source>
        <translation>JSON (quoth/1)</translation>
    </message>
    <message>
        <source>Table of quotes (CSV)</source>
        <translation>Tabelle der Zitate (CSV)</translation>
    </message>
    <message>
        <source>Checker&apos;s sheet (HTML)</source>
        <translation>Prüfbogen (HTML)</translation>
    </message>
    <message>
        <source>Timeline as a table (CSV)</source>
        <translation>Zeitleiste als Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Timeline as a calendar (iCalendar)</source>
        <translation>Zeitleiste als Kalender (iCalendar)</translation>
    </message>
    <message>
        <source>Timeline for TimelineJS (JSON)</source>
        <translation>Zeitleiste für TimelineJS (JSON)</translation>
    </message>
    <message>
        <source>News agency article (NITF)</source>
        <translation>Artikel einer Nachrichtenagentur (NITF)</translation>
    </message>
    <message>
        <source>News agency article (NewsML-G2)</source>
        <translation>Artikel einer Nachrichtenagentur (NewsML-G2)</translation>
    </message>
    <message>
        <source>News agency article (ninjs)</source>
        <translation>Artikel einer Nachrichtenagentur (ninjs)</translation>
    </message>
    <message>
        <source>News feed (RSS, Atom)</source>
        <translation>Nachrichten-Feed (RSS, Atom)</translation>
    </message>
    <message>
        <source>Electronic book (EPUB)</source>
        <translation>Elektronisches Buch (EPUB)</translation>
    </message>
    <message>
        <source>Web archive (MHTML)</source>
        <translation>Webarchiv (MHTML)</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument-Text</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>date unknown</source>
        <translation>Datum unbekannt</translation>
    </message>
    <message>
        <source>annotated with Quoth %1</source>
        <translation>annotiert mit Quoth %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln Zitat</numerusform>
            <numerusform>%Ln Zitate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more speaker(s)</source>
        <translation>
            <numerusform>%Ln weiterer Sprecher</numerusform>
            <numerusform>%Ln weitere Sprecher</numerusform>
        </translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>paler, with “?”: doubtful</source>
        <translation>blasser, mit „?“: zweifelhaft</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Artikel öffnen</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Accept quotes</source>
        <translation>Zitate annehmen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Accept what the machine is at least this &amp;sure of:</source>
        <translation>Annehmen, wenn das Programm mindestens so &amp;sicher ist:</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quote(s) of those shown</source>
        <translation>
            <numerusform>%Ln Zitat von den gezeigten</numerusform>
            <numerusform>%Ln Zitate von den gezeigten</numerusform>
        </translation>
    </message>
    <message>
        <source>You have done other work on this article here.</source>
        <translation>Sie haben an diesem Artikel hier anders gearbeitet.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) here are not in the file.</source>
        <translation>
            <numerusform>%n Schritt hier fehlt in der Datei.</numerusform>
            <numerusform>%n Schritte hier fehlen in der Datei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of the file are not here.</source>
        <translation>
            <numerusform>%n Schritt der Datei fehlt hier.</numerusform>
            <numerusform>%n Schritte der Datei fehlen hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>With which do you want to go on?</source>
        <translation>Womit möchten Sie weiterarbeiten?</translation>
    </message>
    <message>
        <source>The &amp;File’s</source>
        <translation>Stand der &amp;Datei</translation>
    </message>
    <message>
        <source>&amp;What Is Here</source>
        <translation>Stand &amp;hier</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>set by you</source>
        <translation>von Ihnen festgelegt</translation>
    </message>
    <message>
        <source>continues the quote before</source>
        <translation>setzt das vorige Zitat fort</translation>
    </message>
    <message>
        <source>by turns in a conversation</source>
        <translation>im Wechsel eines Gesprächs</translation>
    </message>
    <message>
        <source>no attribution in the text</source>
        <translation>keine Zuschreibung im Text</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Indirect</source>
        <translation>Indirekt</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Gesagt</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>Gedacht</translation>
    </message>
    <message>
        <source>Unknown speaker</source>
        <translation>Sprecher unbekannt</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation>%1 gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>article</source>
        <translation>artikel</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>%Ln Jahr</numerusform>
            <numerusform>%Ln Jahre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln Monat</numerusform>
            <numerusform>%Ln Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln Woche</numerusform>
            <numerusform>%Ln Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>in the past, not told when</source>
        <translation>in der Vergangenheit, ohne Zeitangabe</translation>
    </message>
    <message>
        <source>at the time of writing</source>
        <translation>zur Zeit des Schreibens</translation>
    </message>
    <message>
        <source>to come, not told when</source>
        <translation>in der Zukunft, ohne Zeitangabe</translation>
    </message>
    <message>
        <source>again and again</source>
        <translation>immer wieder</translation>
    </message>
    <message>
        <source>no day that could be told</source>
        <translation>kein bestimmbarer Tag</translation>
    </message>
    <message>
        <source>waits for the article’s date</source>
        <translation>braucht das Artikeldatum</translation>
    </message>
    <message>
        <source>counted from what is told beside it</source>
        <translation>gerechnet ab dem, was daneben steht</translation>
    </message>
    <message>
        <source>as the text has it</source>
        <translation>wie es im Text steht</translation>
    </message>
    <message>
        <source>counted from the article’s date, %1</source>
        <translation>gerechnet ab dem Artikeldatum, %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>counted from the article’s date, %1 (%2)</source>
        <translation>vom Datum des Artikels gezählt, %1 (%2)</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>, morning</source>
        <translation>, vormittags</translation>
    </message>
    <message>
        <source>, afternoon</source>
        <translation>, nachmittags</translation>
    </message>
    <message>
        <source>, evening</source>
        <translation>, abends</translation>
    </message>
    <message>
        <source>, night</source>
        <translation>, nachts</translation>
    </message>
    <message>
        <source>the %1s</source>
        <translation>die %1er</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>did not happen</source>
        <translation>nicht geschehen</translation>
    </message>
    <message>
        <source>%1 (file’s date, a guess)</source>
        <translation>%1 (Dateidatum, vermutet)</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>von Ihnen festgelegt</translation>
    </message>
    <message>
        <source>from %1, published %2</source>
        <translation>aus %1, erschienen am %2</translation>
    </message>
    <message numerus="yes">
        <source>told %Ln time(s)</source>
        <translation>
            <numerusform>einmal berichtet</numerusform>
            <numerusform>%Ln-mal berichtet</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d</source>
        <comment>the first of several days</comment>
        <translation>d.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>the file’s date, a guess</source>
        <translation>das Datum der Datei, eine Vermutung</translation>
    </message>
    <message>
        <source>from the article’s text</source>
        <translation>aus dem Text des Artikels</translation>
    </message>
    <message>
        <source>printed beside the headline</source>
        <translation>neben der Überschrift gedruckt</translation>
    </message>
    <message>
        <source>from the page’s address</source>
        <translation>aus der Adresse der Seite</translation>
    </message>
    <message>
        <source>from a date elsewhere on the page</source>
        <translation>von einem Datum anderswo auf der Seite</translation>
    </message>
    <message>
        <source>from the file’s own data</source>
        <translation>aus den Angaben der Datei</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Opens news articles and shows who said what, and when.</source>
        <translation>Öffnet Nachrichtenartikel und zeigt, wer was gesagt hat und wann.</translation>
    </message>
    <message>
        <source>Articles to open.</source>
        <translation>Zu öffnende Artikel.</translation>
    </message>
    <message>
        <source>Keep articles and your work on them in FILE.</source>
        <translation>Artikel und Ihre Arbeit daran in DATEI aufbewahren.</translation>
    </message>
</context>
<context>
    <name>quoth::ui::ArticleChooser</name>
    <message>
        <source>No title has these words.</source>
        <translation>Kein Titel enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Open a Chapter</source>
        <translation>Kapitel öffnen</translation>
    </message>
    <message>
        <source>Open an Article</source>
        <translation>Artikel öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n chapter(s).</source>
        <translation>
            <numerusform>%1 enthält %n Kapitel.</numerusform>
            <numerusform>%1 enthält %n Kapitel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n article(s).</source>
        <translation>
            <numerusform>%1 enthält %n Artikel.</numerusform>
            <numerusform>%1 enthält %n Artikel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a title</source>
        <translation>Titel suchen</translation>
    </message>
    <message>
        <source>Words of a title</source>
        <translation>Wörter eines Titels</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Open the &amp;Whole Book</source>
        <translation>Das &amp;ganze Buch öffnen</translation>
    </message>
</context>
<context>
    <name>quoth::ui::ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln Zitat</numerusform>
            <numerusform>%Ln Zitate</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
</context>
<context>
    <name>quoth::ui::CheckDialog</name>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>What did you find?</source>
        <translation>Was haben Sie gefunden?</translation>
    </message>
    <message>
        <source>Link, file or where it can be found</source>
        <translation>Link, Datei oder Fundort</translation>
    </message>
    <message>
        <source>Choose &amp;file…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>&amp;State:</source>
        <translation>&amp;Stand:</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Notiz:</translation>
    </message>
    <message>
        <source>S&amp;ource:</source>
        <translation>&amp;Beleg:</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Checked:</source>
        <translation>Geprüft:</translation>
    </message>
    <message>
        <source>Source of the quote</source>
        <translation>Beleg für das Zitat</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
</context>
<context>
    <name>quoth::ui::CheckProgress</name>
    <message>
        <source>%1 of %2 checked</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
</context>
<context>
    <name>quoth::ui::CorrectionsPanel</name>
    <message>
        <source>Put Back at Selection</source>
        <translation>An Auswahl wieder anbringen</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Select words, a quote, a name or an event in the article first</source>
        <translation>Wählen Sie zuerst Wörter, ein Zitat, einen Namen oder ein Ereignis im Artikel aus</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>ohne Stelle</translation>
    </message>
    <message>
        <source>Not in this text any more (%L1)</source>
        <translation>Nicht mehr in diesem Text (%L1)</translation>
    </message>
    <message>
        <source>In the article (%L1)</source>
        <translation>Im Artikel (%L1)</translation>
    </message>
    <message>
        <source>You have corrected nothing yet</source>
        <translation>Sie haben noch nichts korrigiert</translation>
    </message>
    <message>
        <source>No article</source>
        <translation>Kein Artikel</translation>
    </message>
    <message>
        <source>Put in Force Again</source>
        <translation>Wieder in Kraft setzen</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Show in Article</source>
        <translation>Im Artikel &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Put Back at Selection</source>
        <translation>An &amp;Auswahl wieder anbringen</translation>
    </message>
    <message>
        <source>Later corrections rest on this one: take them back first.</source>
        <translation>Spätere Korrekturen beruhen auf dieser: Nehmen Sie zuerst jene zurück.</translation>
    </message>
</context>
<context>
    <name>quoth::ui::DateBar</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Use %1, the file’s date (a guess)</source>
        <translation>%1 verwenden, das Dateidatum (vermutet)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) wait for the article’s date.</source>
        <translation>
            <numerusform>Eine Zeitangabe braucht das Artikeldatum.</numerusform>
            <numerusform>%Ln Zeitangaben brauchen das Artikeldatum.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::DateDialog</name>
    <message>
        <source>Article Date</source>
        <translation>Artikeldatum</translation>
    </message>
    <message>
        <source>&amp;When was the article published?</source>
        <translation>&amp;Wann ist der Artikel erschienen?</translation>
    </message>
    <message>
        <source>2021-05-20 or 20 May 2021</source>
        <translation>2021-05-20 oder 20. Mai 2021</translation>
    </message>
    <message>
        <source>Use This Date</source>
        <translation>Dieses Datum verwenden</translation>
    </message>
</context>
<context>
    <name>quoth::ui::Desk</name>
    <message>
        <source>Speaker: %1</source>
        <translation>Sprecher: %1</translation>
    </message>
    <message>
        <source>Speaker: Nobody Known</source>
        <translation>Sprecher: unbekannt</translation>
    </message>
    <message>
        <source>Quote Is Right</source>
        <translation>Zitat ist richtig</translation>
    </message>
    <message>
        <source>Not a Quote</source>
        <translation>Kein Zitat</translation>
    </message>
    <message>
        <source>Add Quote</source>
        <translation>Zitat hinzufügen</translation>
    </message>
    <message>
        <source>Change Bounds</source>
        <translation>Grenzen ändern</translation>
    </message>
    <message>
        <source>%1, with a Note</source>
        <translation>%1, mit Notiz</translation>
    </message>
    <message>
        <source>Merge into %1</source>
        <translation>Mit %1 zusammenführen</translation>
    </message>
    <message>
        <source>Split off %1</source>
        <translation>%1 abtrennen</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>In %1 umbenennen</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Art von %1</translation>
    </message>
    <message>
        <source>Date of Event</source>
        <translation>Datum des Ereignisses</translation>
    </message>
    <message>
        <source>Take Back a Correction</source>
        <translation>Korrektur zurücknehmen</translation>
    </message>
    <message>
        <source>Not an Event</source>
        <translation>Kein Ereignis</translation>
    </message>
    <message>
        <source>Add Event</source>
        <translation>Ereignis hinzufügen</translation>
    </message>
    <message>
        <source>Article Date %1</source>
        <translation>Artikeldatum %1</translation>
    </message>
    <message>
        <source>No Article Date</source>
        <translation>Kein Artikeldatum</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Altered</source>
        <translation>Verändert</translation>
    </message>
    <message>
        <source>Unsourced</source>
        <translation>Ohne Beleg</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Bestritten</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Möglich</translation>
    </message>
    <message>
        <source>Did Not Happen</source>
        <translation>Nicht geschehen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Split Quote</source>
        <translation>Zitat teilen</translation>
    </message>
    <message>
        <source>Join Quotes</source>
        <translation>Zitate verbinden</translation>
    </message>
</context>
<context>
    <name>quoth::ui::EntitiesModel</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln Nennung</numerusform>
            <numerusform>%Ln Nennungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
</context>
<context>
    <name>quoth::ui::EntitiesPanel</name>
    <message>
        <source>Search names</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>No article</source>
        <translation>Kein Artikel</translation>
    </message>
    <message>
        <source>No names found</source>
        <translation>Keine Namen gefunden</translation>
    </message>
    <message>
        <source>No names match</source>
        <translation>Kein Name passt</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche aufheben</translation>
    </message>
    <message>
        <source>Show only what &amp;concerns this name</source>
        <translation>Nur zeigen, was diesen Namen &amp;betrifft</translation>
    </message>
</context>
<context>
    <name>quoth::ui::EventDialog</name>
    <message>
        <source>Date of Event</source>
        <translation>Datum des Ereignisses</translation>
    </message>
    <message>
        <source>Add Event</source>
        <translation>Ereignis hinzufügen</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>&amp;Was:</translation>
    </message>
    <message>
        <source>20 May 2021, May 2021, 2021 or 2021-05-20/2021-05-23</source>
        <translation>20. Mai 2021, Mai 2021, 2021 oder 2021-05-20/2021-05-23</translation>
    </message>
    <message>
        <source>&amp;When:</source>
        <translation>Wa&amp;nn:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Art:</translation>
    </message>
    <message>
        <source>&amp;Set Date</source>
        <translation>Datum &amp;setzen</translation>
    </message>
    <message>
        <source>&amp;Add Event</source>
        <translation>Ereignis &amp;hinzufügen</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Kein Datum</translation>
    </message>
    <message>
        <source>No date that can be read</source>
        <translation>Kein lesbares Datum</translation>
    </message>
</context>
<context>
    <name>quoth::ui::EventEditor</name>
    <message>
        <source>&amp;Date…</source>
        <translation>&amp;Datum…</translation>
    </message>
    <message>
        <source>&amp;Happened</source>
        <translation>&amp;Geschehen</translation>
    </message>
    <message>
        <source>&amp;Planned</source>
        <translation>Ge&amp;plant</translation>
    </message>
    <message>
        <source>P&amp;ossible</source>
        <translation>&amp;Möglich</translation>
    </message>
    <message>
        <source>Did &amp;not happen</source>
        <translation>&amp;Nicht geschehen</translation>
    </message>
    <message>
        <source>Not an &amp;event</source>
        <translation>&amp;Kein Ereignis</translation>
    </message>
</context>
<context>
    <name>quoth::ui::FilterBar</name>
    <message>
        <source>Kind of quote</source>
        <translation>Art des Zitats</translation>
    </message>
    <message>
        <source>Speech or thought</source>
        <translation>Gesagt oder gedacht</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Mindestens so sicher</translation>
    </message>
    <message>
        <source>State of checking</source>
        <translation>Stand der Prüfung</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Search quotes and speakers</source>
        <translation>Zitate und Sprecher suchen</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Any %</source>
        <translation>Alle %</translation>
    </message>
    <message>
        <source>≥ %1 %</source>
        <translation>≥ %1 %</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Jeder Stand</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>Unknown speaker</source>
        <translation>Sprecher unbekannt</translation>
    </message>
    <message>
        <source>In reading order</source>
        <translation>Wie im Text</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Unsichere zuerst</translation>
    </message>
    <message>
        <source>By speaker</source>
        <translation>Nach Sprecher</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Nach Stand</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln Zitat</numerusform>
            <numerusform>%Ln Zitate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln quote(s)</source>
        <translation>
            <numerusform>%1 von %Ln Zitat</numerusform>
            <numerusform>%1 von %Ln Zitaten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>Filter entfernen: %1</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle aufheben</translation>
    </message>
    <message>
        <source>Show all quotes again</source>
        <translation>Wieder alle Zitate zeigen</translation>
    </message>
</context>
<context>
    <name>quoth::ui::FilterChips</name>
    <message>
        <source>Filters in force</source>
        <translation>Geltende Filter</translation>
    </message>
</context>
<context>
    <name>quoth::ui::FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>Im Artikel suchen</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Vorige (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Nächste (Eingabe)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>quoth::ui::Keeper</name>
    <message>
        <source>The library was damaged. It has been put aside as %1; a new one has been begun.</source>
        <translation>Die Bibliothek war beschädigt. Sie wurde als %1 beiseitegelegt; eine neue wurde begonnen.</translation>
    </message>
    <message>
        <source>Nothing is kept until that is put right.</source>
        <translation>Nichts wird gesichert, bis das behoben ist.</translation>
    </message>
    <message>
        <source>What you do to this article is not kept.</source>
        <translation>Was Sie an diesem Artikel tun, wird nicht gesichert.</translation>
    </message>
    <message>
        <source>Your work goes on and is kept as soon as that is possible.</source>
        <translation>Sie können weiterarbeiten; Ihre Arbeit wird gesichert, sobald das möglich ist.</translation>
    </message>
    <message>
        <source>The library could not be written: the last changes are not kept.</source>
        <translation>Die Bibliothek ließ sich nicht schreiben: Die letzten Änderungen sind nicht aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>quoth::ui::KeepingPage</name>
    <message>
        <source>&amp;Keep articles and what I do to them</source>
        <translation>Artikel und meine Arbeit daran &amp;aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Forget Everything Kept…</source>
        <translation>Alles Aufbewahrte &amp;vergessen…</translation>
    </message>
    <message>
        <source>The program was started without a library: nothing is kept.</source>
        <translation>Das Programm wurde ohne Bibliothek gestartet: Es wird nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Articles, corrections, checks and notes are in %1, on this computer alone. Each step is there as soon as you make it.</source>
        <translation>Artikel, Korrekturen, Prüfungen und Notizen liegen in %1, nur auf diesem Rechner. Jeder Schritt ist dort, sobald Sie ihn tun.</translation>
    </message>
    <message>
        <source>Nothing is kept: when the window closes, what you have done to its article is gone, and no file is remembered as recent. %1 saves the work as a file of its own. What was kept before stays as it is until you forget it.</source>
        <translation>Es wird nichts aufbewahrt: Schließt sich das Fenster, ist die Arbeit an seinem Artikel weg, und keine Datei gilt als zuletzt geöffnet. %1 speichert die Arbeit als eigene Datei. Was früher aufbewahrt wurde, bleibt, bis Sie es vergessen lassen.</translation>
    </message>
</context>
<context>
    <name>quoth::ui::KeyInput</name>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
</context>
<context>
    <name>quoth::ui::KeyMap</name>
    <message>
        <source>Article and Quotes</source>
        <translation>Artikel und Zitate</translation>
    </message>
    <message>
        <source>Speakers and Entities</source>
        <translation>Sprecher und Namen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Next Quote, else a Page Down</source>
        <translation>Nächstes Zitat, sonst eine Seite weiter</translation>
    </message>
    <message>
        <source>Previous Quote, else a Page Up</source>
        <translation>Voriges Zitat, sonst eine Seite zurück</translation>
    </message>
    <message>
        <source>Show Only This Name</source>
        <translation>Nur diesen Namen zeigen</translation>
    </message>
    <message>
        <source>Show This Name as Well</source>
        <translation>Auch diesen Namen zeigen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Weiter weg</translation>
    </message>
    <message>
        <source>All of It</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take Back or Put in Force Again</source>
        <translation>Zurücknehmen oder wieder gelten lassen</translation>
    </message>
</context>
<context>
    <name>quoth::ui::KeysPage</name>
    <message>
        <source>&amp;Take It Over</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>&amp;Reset This</source>
        <translation>Dies &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Reset &amp;All…</source>
        <translation>&amp;Alle zurücksetzen…</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>&amp;Taste:</translation>
    </message>
    <message>
        <source>&amp;Other key:</source>
        <translation>&amp;Weitere Taste:</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Other key</source>
        <translation>Weitere Taste</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: keine</translation>
    </message>
    <message>
        <source>Give every command its standard keys again?</source>
        <translation>Jedem Befehl wieder seine Standardtasten geben?</translation>
    </message>
    <message>
        <source>All keys of your own go.</source>
        <translation>Alle eigenen Tasten gehen verloren.</translation>
    </message>
    <message>
        <source>&amp;Reset All</source>
        <translation>Alle &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>%1 moves through texts, lists and dialogs and cannot be a command’s key.</source>
        <translation>%1 bewegt durch Texte, Listen und Dialoge und kann keinem Befehl gehören.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2” (%3).</source>
        <translation>%1 gehört zu „%2“ (%3).</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
</context>
<context>
    <name>quoth::ui::MainWindow</name>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Quote Is &amp;Right</source>
        <translation>Zitat ist &amp;richtig</translation>
    </message>
    <message>
        <source>&amp;Not a Quote</source>
        <translation>K&amp;ein Zitat</translation>
    </message>
    <message>
        <source>Another &amp;Speaker…</source>
        <translation>Anderer &amp;Sprecher…</translation>
    </message>
    <message>
        <source>&amp;Confirmed</source>
        <translation>&amp;Bestätigt</translation>
    </message>
    <message>
        <source>A&amp;ltered</source>
        <translation>&amp;Verändert</translation>
    </message>
    <message>
        <source>&amp;Unsourced</source>
        <translation>&amp;Ohne Beleg</translation>
    </message>
    <message>
        <source>&amp;Disputed</source>
        <translation>Bes&amp;tritten</translation>
    </message>
    <message>
        <source>Not Ch&amp;ecked Yet</source>
        <translation>Noch nicht &amp;geprüft</translation>
    </message>
    <message>
        <source>N&amp;ote and Source…</source>
        <translation>&amp;Notiz und Beleg…</translation>
    </message>
    <message>
        <source>Accept All A&amp;bove…</source>
        <translation>&amp;Alle sicheren annehmen…</translation>
    </message>
    <message>
        <source>Ne&amp;xt Quote to Check</source>
        <translation>Nächstes &amp;ungeprüftes Zitat</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Every quote is checked.</source>
        <translation>Jedes Zitat ist geprüft.</translation>
    </message>
    <message>
        <source>Copy &amp;Quote with Attribution</source>
        <translation>Zitat mit &amp;Quellenangabe kopieren</translation>
    </message>
    <message>
        <source>Copy Quote &amp;As</source>
        <translation>Zitat kopieren al&amp;s</translation>
    </message>
    <message>
        <source>&amp;Plain Text</source>
        <translation>&amp;Reiner Text</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;HTML</source>
        <translation>&amp;HTML</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln quote(s) with speaker and source.</source>
        <translation>
            <numerusform>%Ln Zitat mit Sprecher und Quelle kopiert.</numerusform>
            <numerusform>%Ln Zitate mit Sprecher und Quelle kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Paste Article as New</source>
        <translation>Als neuen Artikel &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Save Work As…</source>
        <translation>Arbeit &amp;speichern unter…</translation>
    </message>
    <message>
        <source>Read A&amp;gain</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Checker&apos;s sheet (PDF)…</source>
        <translation>Prüfbogen (PDF)…</translation>
    </message>
    <message>
        <source>Picture of the timeline (SVG)…</source>
        <translation>Bild der Zeitleiste (SVG)…</translation>
    </message>
    <message>
        <source>Picture of the timeline (PNG)…</source>
        <translation>Bild der Zeitleiste (PNG)…</translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Close Article</source>
        <translation>Artikel s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Forget This Article…</source>
        <translation>Artikel &amp;vergessen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Noch keine Artikel</translation>
    </message>
    <message>
        <source>Clear List</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>S&amp;uchen…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Nä&amp;chste Fundstelle</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>&amp;Vorige Fundstelle</translation>
    </message>
    <message>
        <source>&amp;Entity</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Even&amp;t</source>
        <translation>&amp;Ereignis</translation>
    </message>
    <message>
        <source>Add Event from &amp;Selection…</source>
        <translation>Ereignis aus Auswah&amp;l hinzufügen…</translation>
    </message>
    <message>
        <source>Set Article &amp;Date…</source>
        <translation>Artikel&amp;datum festlegen…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Timeline as Ta&amp;ble</source>
        <translation>Zeitleiste als &amp;Tabelle</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Reset Zoom</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Next Quote</source>
        <translation>&amp;Nächstes Zitat</translation>
    </message>
    <message>
        <source>&amp;Previous Quote</source>
        <translation>&amp;Voriges Zitat</translation>
    </message>
    <message>
        <source>Select a quote or an entity first.</source>
        <translation>Wählen Sie zuerst ein Zitat oder einen Namen aus.</translation>
    </message>
    <message>
        <source>Next &amp;Mention</source>
        <translation>Nächste N&amp;ennung</translation>
    </message>
    <message>
        <source>Previous Men&amp;tion</source>
        <translation>Vorige Nennun&amp;g</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Show &amp;All Speakers, Clear Selection</source>
        <translation>&amp;Alle Sprecher zeigen, Auswahl aufheben</translation>
    </message>
    <message>
        <source>No further article in this folder.</source>
        <translation>Kein weiterer Artikel in diesem Ordner.</translation>
    </message>
    <message>
        <source>Next P&amp;anel</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Previous Pane&amp;l</source>
        <translation>Vorige&amp;r Bereich</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Bereich „%1“</translation>
    </message>
    <message>
        <source>Next Article in Folder</source>
        <translation>Nächster Artikel im Ordner</translation>
    </message>
    <message>
        <source>Previous Article in Folder</source>
        <translation>Voriger Artikel im Ordner</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open the &amp;Sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Quoth</source>
        <translation>Über &amp;Quoth</translation>
    </message>
    <message>
        <source>About Quoth</source>
        <translation>Über Quoth</translation>
    </message>
    <message>
        <source>A reader for news that shows who said what, and when.</source>
        <translation>Ein Leseprogramm für Nachrichten, das zeigt, wer was gesagt hat und wann.</translation>
    </message>
    <message>
        <source>Licensed under the Apache License 2.0.</source>
        <translation>Lizenziert unter der Apache License 2.0.</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>On a quote: select it. On a speaker’s name outside quotes, or badge: show only them</source>
        <translation>Auf ein Zitat: es auswählen. Auf den Namen eines Sprechers außerhalb von Zitaten oder sein Kürzel: nur ihn zeigen</translation>
    </message>
    <message>
        <source>Ctrl+Click</source>
        <translation>Strg+Klick</translation>
    </message>
    <message>
        <source>On a speaker: show them as well</source>
        <translation>Auf einen Sprecher: auch ihn zeigen</translation>
    </message>
    <message>
        <source>Ctrl+Wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößern und verkleinern</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>In Entities: go to its mentions one by one. On a cluster of the timeline: open it</source>
        <translation>In „Namen“: nacheinander zu den Nennungen gehen. Auf einem Bündel der Zeitleiste: es öffnen</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>Pfeile, Pos1, Ende</translation>
    </message>
    <message>
        <source>In the timeline: step through a lane, change the lane</source>
        <translation>In der Zeitleiste: eine Spur entlanggehen, die Spur wechseln</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>In the timeline: move it; on its axis or with Shift: show only these days. In Speakers and Entities: onto another name, to merge both</source>
        <translation>In der Zeitleiste: sie verschieben; auf ihrer Achse oder mit Umschalt: nur diese Tage zeigen. In „Sprecher“ und „Namen“: auf einen anderen Namen, um beide zusammenzuführen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>Die Zwischenablage enthält keinen Text.</translation>
    </message>
    <message>
        <source>Open the text of the clipboard in place of “%1”?</source>
        <translation>Den Text der Zwischenablage anstelle von „%1“ öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>article</source>
        <translation>artikel</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>PDF exportieren</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Export Timeline</source>
        <translation>Zeitleiste exportieren</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>The printer did not accept the article.</source>
        <translation>Der Drucker hat den Artikel nicht angenommen.</translation>
    </message>
    <message>
        <source>Select the words that tell what happened first.</source>
        <translation>Wählen Sie zuerst die Wörter aus, die sagen, was geschehen ist.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>This article was changed in another window; its state is shown now.</source>
        <translation>Dieser Artikel wurde in einem anderen Fenster geändert; jetzt ist der neue Stand zu sehen.</translation>
    </message>
    <message>
        <source>That is a link. Quoth fetches no pages: save the page in your browser, then open the file.</source>
        <translation>Das ist ein Link. Quoth ruft keine Seiten ab: Speichern Sie die Seite im Browser und öffnen Sie dann die Datei.</translation>
    </message>
    <message>
        <source>%1 – Quoth</source>
        <translation>%1 – Quoth</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>What was open is still here.</source>
        <translation>Was geöffnet war, ist noch da.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln Zitat</numerusform>
            <numerusform>%Ln Zitate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln quote(s)</source>
        <translation>
            <numerusform>%1 von %Ln Zitat</numerusform>
            <numerusform>%1 von %Ln Zitaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speaker(s)</source>
        <translation>
            <numerusform>%Ln Sprecher</numerusform>
            <numerusform>%Ln Sprecher</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 checked</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>published %1</source>
        <translation>erschienen am %1</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>Datum unbekannt</translation>
    </message>
    <message>
        <source>&amp;Undo “%1”</source>
        <translation>&amp;Rückgängig „%1“</translation>
    </message>
    <message>
        <source>&amp;Redo “%1”</source>
        <translation>&amp;Wiederherstellen „%1“</translation>
    </message>
    <message>
        <source>&amp;Bounds</source>
        <translation>Gren&amp;zen</translation>
    </message>
    <message>
        <source>Begin a Word &amp;Earlier</source>
        <translation>Ein Wort &amp;früher beginnen</translation>
    </message>
    <message>
        <source>Begin a Word &amp;Later</source>
        <translation>Ein Wort &amp;später beginnen</translation>
    </message>
    <message>
        <source>End a Word Ea&amp;rlier</source>
        <translation>Ein Wort f&amp;rüher enden</translation>
    </message>
    <message>
        <source>End a Word La&amp;ter</source>
        <translation>Ein Wort s&amp;päter enden</translation>
    </message>
    <message>
        <source>S&amp;plit at the Cursor</source>
        <translation>Am &amp;Cursor teilen</translation>
    </message>
    <message>
        <source>&amp;Join with the Next</source>
        <translation>&amp;Mit dem nächsten verbinden</translation>
    </message>
    <message>
        <source>Add &amp;Quote from Selection…</source>
        <translation>Zitat aus Auswahl &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Put the cursor inside the quote first, by a click or the arrow keys.</source>
        <translation>Setzen Sie zuerst den Cursor in das Zitat, mit einem Klick oder den Pfeiltasten.</translation>
    </message>
    <message>
        <source>There is no quote after this one.</source>
        <translation>Nach diesem gibt es kein Zitat mehr.</translation>
    </message>
    <message>
        <source>Select the words of the quote first.</source>
        <translation>Wählen Sie zuerst die Wörter des Zitats aus.</translation>
    </message>
    <message>
        <source>S&amp;how Only %1</source>
        <translation>Nur %1 ze&amp;igen</translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Added, %1</source>
        <translation>Neu, %1</translation>
    </message>
    <message>
        <source>Dropped, %1</source>
        <translation>Entfallen, %1</translation>
    </message>
    <message>
        <source>Reworded, %1</source>
        <translation>Umformuliert, %1</translation>
    </message>
    <message>
        <source>Reworded, %1 instead of %2</source>
        <translation>Umformuliert, %1 statt %2</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <source>Save Work</source>
        <translation>Arbeit speichern</translation>
    </message>
    <message>
        <source>Work file</source>
        <translation>Arbeitsdatei</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Forget “%1” and all your work on it?</source>
        <translation>„%1“ und Ihre ganze Arbeit daran vergessen?</translation>
    </message>
    <message>
        <source>Your corrections, checks and notes go for good; the article’s own file stays as it is.</source>
        <translation>Ihre Korrekturen, Prüfungen und Notizen gehen endgültig verloren; die Datei des Artikels selbst bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>&amp;Forget It</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) added</source>
        <translation>
            <numerusform>%n Zitat neu</numerusform>
            <numerusform>%n Zitate neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) dropped</source>
        <translation>
            <numerusform>%n Zitat entfallen</numerusform>
            <numerusform>%n Zitate entfallen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) reworded</source>
        <translation>
            <numerusform>%n Zitat umformuliert</numerusform>
            <numerusform>%n Zitate umformuliert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) with another speaker</source>
        <translation>
            <numerusform>%n Zitat mit anderem Sprecher</numerusform>
            <numerusform>%n Zitate mit anderem Sprecher</numerusform>
        </translation>
    </message>
    <message>
        <source>Since you last read it: %1.</source>
        <translation>Seit dem letzten Lesen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) found no place in this text.</source>
        <translation>
            <numerusform>%Ln Korrektur fand in diesem Text keine Stelle.</numerusform>
            <numerusform>%Ln Korrekturen fanden in diesem Text keine Stelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select words, a quote, a name or an event in the article first.</source>
        <translation>Wählen Sie zuerst Wörter, ein Zitat, einen Namen oder ein Ereignis im Artikel aus.</translation>
    </message>
    <message>
        <source>The correction is back in force.</source>
        <translation>Die Korrektur gilt wieder.</translation>
    </message>
    <message>
        <source>Nothing there suits this correction.</source>
        <translation>Dort passt nichts zu dieser Korrektur.</translation>
    </message>
    <message>
        <source>Quoth reads without its encoder and finds less. %1</source>
        <translation>Quoth liest ohne seinen Encoder und findet weniger. %1</translation>
    </message>
    <message>
        <source>This article does not seem to be in English. Quoth reads English only; what it marks here is likely wrong.</source>
        <translation>Dieser Artikel scheint nicht auf Englisch zu sein. Quoth liest nur Englisch; was es hier markiert, ist wahrscheinlich falsch.</translation>
    </message>
    <message>
        <source>%1. %2 takes it back.</source>
        <translation>%1. %2 nimmt es zurück.</translation>
    </message>
    <message>
        <source>Open the Context Menu</source>
        <translation>Kontextmenü öffnen</translation>
    </message>
    <message>
        <source>Prefere&amp;nces…</source>
        <translation>Einstellun&amp;gen…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>In the article: scroll, or move the cursor; with Shift: select</source>
        <translation>Im Artikel: rollen oder die Schreibmarke bewegen; mit Umschalt: auswählen</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 bis 9</translation>
    </message>
    <message>
        <source>In the list of speakers to choose from: that one</source>
        <translation>In der Auswahl der Sprecher: diesen</translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln article(s) and all your work on them?</source>
        <translation>
            <numerusform>%Ln Artikel und alle Arbeit daran vergessen?</numerusform>
            <numerusform>%Ln Artikel und alle Arbeit daran vergessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget everything that is kept?</source>
        <translation>Alles Aufbewahrte vergessen?</translation>
    </message>
    <message>
        <source>Corrections, checks, notes and the list of recent files go for good, and articles that are open are closed. Files of your own, such as saved work, stay as they are.</source>
        <translation>Korrekturen, Prüfungen, Notizen und die Liste der zuletzt geöffneten Dateien gehen endgültig verloren, und offene Artikel werden geschlossen. Eigene Dateien, etwa gespeicherte Arbeit, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Forget Everything</source>
        <translation>Alles &amp;vergessen</translation>
    </message>
    <message>
        <source>Article date %1: %2</source>
        <translation>Datum des Artikels %1: %2</translation>
    </message>
</context>
<context>
    <name>quoth::ui::ManualWindow</name>
    <message>
        <source>Manual – Quoth</source>
        <translation>Handbuch – Quoth</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>quoth::ui::MentionsDialog</name>
    <message>
        <source>Split Mentions Off</source>
        <translation>Nennungen abtrennen</translation>
    </message>
    <message>
        <source>Which of these are not %1?</source>
        <translation>Welche davon meinen nicht %1?</translation>
    </message>
    <message>
        <source>They are &amp;instead:</source>
        <translation>Sie meinen &amp;stattdessen:</translation>
    </message>
    <message>
        <source>Whom they name</source>
        <translation>Wen sie nennen</translation>
    </message>
    <message>
        <source>A name of the article, or a new one</source>
        <translation>Ein Name aus dem Artikel oder ein neuer</translation>
    </message>
    <message>
        <source>&amp;Split Off</source>
        <translation>&amp;Abtrennen</translation>
    </message>
</context>
<context>
    <name>quoth::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>quoth::ui::PeopleEditor</name>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>Or&amp;t</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>O&amp;ther</source>
        <translation>&amp;Anderes</translation>
    </message>
    <message>
        <source>&amp;Same person as…</source>
        <translation>&amp;Dieselbe Person wie…</translation>
    </message>
    <message>
        <source>&amp;Same as…</source>
        <translation>&amp;Dasselbe wie…</translation>
    </message>
    <message>
        <source>This mention is some&amp;one else…</source>
        <translation>Diese Nennung meint &amp;jemand anderen…</translation>
    </message>
    <message>
        <source>This mention is s&amp;omething else…</source>
        <translation>Diese Nennung meint &amp;etwas anderes…</translation>
    </message>
    <message>
        <source>Split &amp;mentions off…</source>
        <translation>&amp;Nennungen abtrennen…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>%1 is the same as …</source>
        <translation>%1 ist dasselbe wie…</translation>
    </message>
    <message>
        <source>Same as %1</source>
        <translation>Dasselbe wie %1</translation>
    </message>
    <message>
        <source>Names in the article</source>
        <translation>Namen im Artikel</translation>
    </message>
    <message>
        <source>Who is “%1”? Type a name</source>
        <translation>Wer ist „%1“? Namen eingeben</translation>
    </message>
    <message>
        <source>Whom “%1” names</source>
        <translation>Wen „%1“ nennt</translation>
    </message>
    <message>
        <source>New name “%1”</source>
        <translation>Neuer Name „%1“</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Merged %1 into %2. %3 takes it back.</source>
        <translation>%1 ist jetzt Teil von %2. %3 nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>quoth::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>quoth::ui::QuoteDelegate</name>
    <message>
        <source> thought</source>
        <translation> gedacht</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>von Ihnen festgelegt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>note · %1</source>
        <translation>Notiz · %1</translation>
    </message>
</context>
<context>
    <name>quoth::ui::QuotesModel</name>
    <message>
        <source>Doubtful (%1)</source>
        <translation>Zweifelhaft (%1)</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1, eingeklappt</translation>
    </message>
    <message>
        <source>Look at each: %1 when it is right, %2 when it is not a quote.</source>
        <translation>Sehen Sie jedes an: %1, wenn es stimmt, %2, wenn es kein Zitat ist.</translation>
    </message>
</context>
<context>
    <name>quoth::ui::QuotesPanel</name>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>No article</source>
        <translation>Kein Artikel</translation>
    </message>
    <message>
        <source>No quotes found</source>
        <translation>Keine Zitate gefunden</translation>
    </message>
    <message>
        <source>No quotes match</source>
        <translation>Kein Zitat passt</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
</context>
<context>
    <name>quoth::ui::ReadingPage</name>
    <message>
        <source>Colours of the set</source>
        <translation>Farben der Auswahl</translation>
    </message>
    <message>
        <source>Another si&amp;ze than the interface asks for:</source>
        <translation>Andere &amp;Größe als die der Oberfläche:</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Standard (%1)</source>
        <translation>Standard (%1)</translation>
    </message>
    <message>
        <source>Size of the article’s letters</source>
        <translation>Schriftgröße des Artikels</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Far apart, for colour-blind readers too</source>
        <translation>Weit auseinander, auch für Farbenblinde</translation>
    </message>
    <message>
        <source>Doubtful quotes are paler and folded at the end of the list.</source>
        <translation>Zweifelhafte Zitate sind blasser und stehen eingeklappt am Ende der Liste.</translation>
    </message>
    <message>
        <source>&amp;Restore Standard</source>
        <translation>Standard &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Font of articles:</source>
        <translation>&amp;Schrift der Artikel:</translation>
    </message>
    <message>
        <source>&amp;Width of lines, about:</source>
        <translation>&amp;Zeilenbreite, etwa:</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Thema:</translation>
    </message>
    <message>
        <source>&amp;Colours of speakers:</source>
        <translation>&amp;Farben der Sprecher:</translation>
    </message>
    <message>
        <source>A quote is &amp;doubtful below:</source>
        <translation>Ein Zitat ist z&amp;weifelhaft unter:</translation>
    </message>
</context>
<context>
    <name>quoth::ui::Session</name>
    <message>
        <source>pasted text</source>
        <translation>eingefügter Text</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The text has changed, but no quote.</source>
        <translation>Der Text hat sich geändert, aber kein Zitat.</translation>
    </message>
    <message>
        <source>%1 was deleted or moved; the article stays open here.</source>
        <translation>%1 wurde gelöscht oder verschoben; der Artikel bleibt hier geöffnet.</translation>
    </message>
    <message>
        <source>%1 has changed since it was opened; %2 reads it again.</source>
        <translation>%1 hat sich seit dem Öffnen geändert; %2 liest die Datei neu.</translation>
    </message>
</context>
<context>
    <name>quoth::ui::SpeakerDelegate</name>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln Zitat</numerusform>
            <numerusform>%Ln Zitate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
</context>
<context>
    <name>quoth::ui::SpeakerPicker</name>
    <message>
        <source>runner-up</source>
        <translation>zweite Wahl</translation>
    </message>
    <message>
        <source>speaks beside it</source>
        <translation>spricht daneben</translation>
    </message>
    <message>
        <source>Who says it? Type a name</source>
        <translation>Wer sagt es? Namen eingeben</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Possible speakers</source>
        <translation>Mögliche Sprecher</translation>
    </message>
    <message>
        <source>New person “%1”</source>
        <translation>Neue Person „%1“</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>quoth::ui::SpeakerStripe</name>
    <message>
        <source>Where each speaker speaks</source>
        <translation>Wo welcher Sprecher spricht</translation>
    </message>
</context>
<context>
    <name>quoth::ui::SpeakersModel</name>
    <message>
        <source>%1, %2, %3 percent of the quoted words</source>
        <translation>%1, %2, %3 Prozent der zitierten Wörter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln Zitat</numerusform>
            <numerusform>%Ln Zitate</numerusform>
        </translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Other source</source>
        <translation>Andere Quelle</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Auch: %1</translation>
    </message>
</context>
<context>
    <name>quoth::ui::SpeakersPanel</name>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>No speakers found</source>
        <translation>Keine Sprecher gefunden</translation>
    </message>
    <message>
        <source>No article</source>
        <translation>Kein Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quote(s) without a known speaker</source>
        <translation>
            <numerusform>%Ln Zitat ohne bekannten Sprecher</numerusform>
            <numerusform>%Ln Zitate ohne bekannten Sprecher</numerusform>
        </translation>
    </message>
    <message>
        <source>Show &amp;only this speaker</source>
        <translation>Nur diesen &amp;Sprecher zeigen</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
</context>
<context>
    <name>quoth::ui::TimelinePanel</name>
    <message>
        <source>Events without a date</source>
        <translation>Ereignisse ohne Datum</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the timeline as a table</source>
        <translation>Die Zeitleiste als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Show the whole time</source>
        <translation>Die ganze Zeit zeigen</translation>
    </message>
    <message>
        <source>No article</source>
        <translation>Kein Artikel</translation>
    </message>
    <message>
        <source>No dated events yet</source>
        <translation>Noch keine datierten Ereignisse</translation>
    </message>
    <message>
        <source>No dated events yet.</source>
        <translation>Noch keine datierten Ereignisse.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) such as “%1” wait for the article’s date.</source>
        <translation>
            <numerusform>„%1“ braucht das Artikeldatum.</numerusform>
            <numerusform>%Ln Zeitangaben wie „%1“ brauchen das Artikeldatum.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 undated ▾</source>
        <translation>%1 undatiert ▾</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dated event(s)</source>
        <translation>
            <numerusform>%Ln datiertes Ereignis</numerusform>
            <numerusform>%Ln datierte Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln statement(s) about dates</source>
        <translation>
            <numerusform>%Ln Aussage mit Datum</numerusform>
            <numerusform>%Ln Aussagen mit Datum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) wait for the article’s date</source>
        <translation>
            <numerusform>1 Zeitangabe braucht das Artikeldatum</numerusform>
            <numerusform>%Ln Zeitangaben brauchen das Artikeldatum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::TimelineTable</name>
    <message>
        <source>Timeline as a table</source>
        <translation>Zeitleiste als Tabelle</translation>
    </message>
</context>
<context>
    <name>quoth::ui::TimelineTableModel</name>
    <message>
        <source>undated</source>
        <translation>undatiert</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>von Ihnen festgelegt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Dated by</source>
        <translation>Datiert durch</translation>
    </message>
</context>
<context>
    <name>quoth::ui::TimelineView</name>
    <message>
        <source>Items of this cluster</source>
        <translation>Einträge dieses Bündels</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Published %1</source>
        <translation>Erschienen am %1</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>‹ %1 earlier</source>
        <translation>‹ %1 davor</translation>
    </message>
    <message>
        <source>%1 later ›</source>
        <translation>%1 danach ›</translation>
    </message>
</context>
<context>
    <name>quoth::ui::WelcomePage</name>
    <message>
        <source>Who said what, and when</source>
        <translation>Wer was gesagt hat und wann</translation>
    </message>
    <message>
        <source>Open a news article and see its speakers in colour, every quotation with the one who said it, and the events it tells of on a timeline. Everything stays on this computer.</source>
        <translation>Öffnen Sie einen Nachrichtenartikel und sehen Sie seine Sprecher in Farbe, jedes Zitat mit dem, der es gesagt hat, und die Ereignisse, von denen er berichtet, auf einer Zeitleiste. Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Open an article…</source>
        <translation>Artikel öffnen…</translation>
    </message>
    <message>
        <source>Paste an article</source>
        <translation>Artikel einfügen</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Or drop a file or a text anywhere on this window.</source>
        <translation>Oder ziehen Sie eine Datei oder einen Text auf dieses Fenster.</translation>
    </message>
</context>
<context>
    <name>quoth::ui::WhyPanel</name>
    <message>
        <source>Why this speaker</source>
        <translation>Warum dieser Sprecher</translation>
    </message>
    <message>
        <source>Select a quote, in the article or in the list, to see who said it and why we think so.</source>
        <translation>Wählen Sie ein Zitat aus, im Artikel oder in der Liste, um zu sehen, wer es gesagt hat und woran das zu erkennen ist.</translation>
    </message>
</context>
</TS>
