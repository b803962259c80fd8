<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Filter</name>
    <message numerus="yes">
        <source>%Ln more speaker(s)</source>
        <translation>
            <numerusform>%Ln more speaker</numerusform>
            <numerusform>%Ln more speakers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln more name(s)</source>
        <translation>
            <numerusform>about %Ln more name</numerusform>
            <numerusform>about %Ln more names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message numerus="yes">
        <source>%Ln more speaker(s)</source>
        <translation>
            <numerusform>%Ln more speaker</numerusform>
            <numerusform>%Ln more speakers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message numerus="yes">
        <source>%n step(s) here are not in the file.</source>
        <translation>
            <numerusform>%n step here is not in the file.</numerusform>
            <numerusform>%n steps here are not in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of the file are not here.</source>
        <translation>
            <numerusform>%n step of the file is not here.</numerusform>
            <numerusform>%n steps of the file are not here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quote(s) of those shown</source>
        <translation>
            <numerusform>%Ln quote of those shown</numerusform>
            <numerusform>%Ln quotes of those shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>%Ln year</numerusform>
            <numerusform>%Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln week</numerusform>
            <numerusform>%Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>told %Ln time(s)</source>
        <translation>
            <numerusform>told once</numerusform>
            <numerusform>told %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::ArticleChooser</name>
    <message numerus="yes">
        <source>%1 holds %n chapter(s).</source>
        <translation>
            <numerusform>%1 holds %n chapter.</numerusform>
            <numerusform>%1 holds %n chapters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n article(s).</source>
        <translation>
            <numerusform>%1 holds %n article.</numerusform>
            <numerusform>%1 holds %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::ArticleView</name>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::DateBar</name>
    <message numerus="yes">
        <source>%Ln time(s) wait for the article’s date.</source>
        <translation>
            <numerusform>One time waits for the article’s date.</numerusform>
            <numerusform>%Ln times wait for the article’s date.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::Desk</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::EntitiesModel</name>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::FilterBar</name>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln quote(s)</source>
        <translation>
            <numerusform>%1 of %Ln quote</numerusform>
            <numerusform>%1 of %Ln quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln correction(s) found no place in this text.</source>
        <translation>
            <numerusform>%Ln correction found no place in this text.</numerusform>
            <numerusform>%Ln corrections found no place in this text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln article(s) and all your work on them?</source>
        <translation>
            <numerusform>Forget %Ln article and all your work on it?</numerusform>
            <numerusform>Forget %Ln articles and all your work on them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln quote(s) with speaker and source.</source>
        <translation>
            <numerusform>Copied %Ln quote with speaker and source.</numerusform>
            <numerusform>Copied %Ln quotes with speaker and source.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) added</source>
        <translation>
            <numerusform>%n quote added</numerusform>
            <numerusform>%n quotes added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) dropped</source>
        <translation>
            <numerusform>%n quote dropped</numerusform>
            <numerusform>%n quotes dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) reworded</source>
        <translation>
            <numerusform>%n quote reworded</numerusform>
            <numerusform>%n quotes reworded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) with another speaker</source>
        <translation>
            <numerusform>%n quote with another speaker</numerusform>
            <numerusform>%n quotes with another speaker</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln quote(s)</source>
        <translation>
            <numerusform>%1 of %Ln quote</numerusform>
            <numerusform>%1 of %Ln quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speaker(s)</source>
        <translation>
            <numerusform>%Ln speaker</numerusform>
            <numerusform>%Ln speakers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::SpeakerDelegate</name>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::SpeakersModel</name>
    <message numerus="yes">
        <source>%Ln quote(s)</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::SpeakersPanel</name>
    <message numerus="yes">
        <source>%Ln quote(s) without a known speaker</source>
        <translation>
            <numerusform>%Ln quote without a known speaker</numerusform>
            <numerusform>%Ln quotes without a known speaker</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoth::ui::TimelinePanel</name>
    <message numerus="yes">
        <source>%Ln time(s) such as “%1” wait for the article’s date.</source>
        <translation>
            <numerusform>“%1” waits for the article’s date.</numerusform>
            <numerusform>%Ln times such as “%1” wait for the article’s date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dated event(s)</source>
        <translation>
            <numerusform>%Ln dated event</numerusform>
            <numerusform>%Ln dated events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln statement(s) about dates</source>
        <translation>
            <numerusform>%Ln statement about a date</numerusform>
            <numerusform>%Ln statements about dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) wait for the article’s date</source>
        <translation>
            <numerusform>1 time waits for the article’s date</numerusform>
            <numerusform>%Ln times wait for the article’s date</numerusform>
        </translation>
    </message>
</context>
</TS>
