# Makes a header of a room's word lists:
# cmake -DROOM_FILE=.../text.tsv -DHEADER=.../text.h -P word_sets.cmake
#
#   # What the list is, in plain English, and what asks it.
#   nameOfTheList<TAB>first, second, third,
#   <TAB>a list may go on, after a comma, in a line that begins with a tab
#
# Words stand in the order of their bytes, and none stands twice; one that begins or ends with a space
# stands between quotation marks: "by ". A list's name is its name in all of the core, so that no two
# rooms may share one. Whatever is amiss ends the build with file and line.
cmake_minimum_required(VERSION 3.21)

function(fail what)
    message(FATAL_ERROR "${ROOM_FILE}:${number}: ${what}")
endfunction()

# Appends the words of `cells`, "a, b, c" or "a, b,", to those of the list that is being read. No list
# of CMake's holds them: brackets and semicolons would join or part its elements.
macro(add_words cells)
    set(rest "${cells}")
    set(open "")
    while(NOT rest STREQUAL "")
        string(FIND "${rest}" "," comma)
        if(comma EQUAL -1)
            set(word "${rest}")
            set(rest "")
        else()
            string(SUBSTRING "${rest}" 0 ${comma} word)
            math(EXPR comma "${comma} + 1")
            string(SUBSTRING "${rest}" ${comma} -1 rest)
            if(rest STREQUAL "")
                set(open TRUE)
            endif()
        endif()
        string(STRIP "${word}" word)
        string(REGEX REPLACE "^\"(.*)\"$" "\\1" word "${word}")
        if(word STREQUAL "" OR word MATCHES "\"")
            fail("no word, or one with a quotation mark in it")
        elseif(word STREQUAL last)
            fail("\"${word}\" stands twice in ${list}")
        elseif(word STRLESS last)
            fail("\"${word}\" stands after \"${last}\" in ${list}: words are sorted")
        endif()
        set(last "${word}")
        string(APPEND code "\n    \"${word}\",")
    endwhile()
endmacro()

macro(end_list)
    if(open)
        fail("${list} ends in a comma")
    elseif(list)
        string(APPEND code "\n});\n")
    endif()
    set(list "")
endmacro()

get_filename_component(room "${ROOM_FILE}" NAME_WE)
get_filename_component(folder "${ROOM_FILE}" DIRECTORY)
file(GLOB other_rooms "${folder}/*.tsv")
list(REMOVE_ITEM other_rooms "${ROOM_FILE}")
set(taken "")
foreach(other IN LISTS other_rooms)
    file(READ "${other}" text)
    string(REGEX MATCHALL "\n[a-z][A-Za-z]*\t" names "${text}")
    string(REGEX REPLACE "[\n\t]" "" names "${names}")
    list(APPEND taken ${names})
endforeach()

set(code "// Made of resources/lexicons/word_sets/${room}.tsv, where the lists are changed.
#pragma once

#include \"core/support/word_set.h\"

namespace quoth::words {
")
set(list "")    # the name of the list that is being read
set(open "")    # whether the line before ends in a comma
set(said FALSE) # whether a comment stands right above
set(number 0)
file(READ "${ROOM_FILE}" text)
while(NOT text STREQUAL "")
    math(EXPR number "${number} + 1")
    string(FIND "${text}" "\n" end)
    if(end EQUAL -1)
        fail("the last line does not end")
    endif()
    string(SUBSTRING "${text}" 0 ${end} line)
    math(EXPR end "${end} + 1")
    string(SUBSTRING "${text}" ${end} -1 text)

    if(line STREQUAL "" OR line MATCHES "^#")
        end_list()
        set(said FALSE)
        if(line MATCHES "^#")
            set(said TRUE)
        endif()
    elseif(line MATCHES "\\\\")
        fail("a backslash")
    elseif(line MATCHES "^\t(.+)$")
        set(cells "${CMAKE_MATCH_1}")
        if(NOT open)
            fail("the line before does not end in a comma, and this one goes on with it")
        endif()
        add_words("${cells}")
    elseif(line MATCHES "^([a-z][A-Za-z]*)\t(.+)$")
        set(name "${CMAKE_MATCH_1}")
        set(cells "${CMAKE_MATCH_2}")
        end_list()
        if(NOT said)
            fail("no comment above ${name} says what it is")
        elseif(name IN_LIST taken)
            fail("another list is called ${name}")
        endif()
        set(said FALSE)
        set(list "${name}")
        list(APPEND taken "${name}")
        set(last "")
        string(APPEND code "\ninline constexpr WordSet ${name}({")
        add_words("${cells}")
    else()
        fail("neither a comment, nor a list's name, a tab and its words, nor a tab and more words")
    endif()
endwhile()
end_list()
string(APPEND code "\n} // namespace quoth::words\n")
set(before "")
if(EXISTS "${HEADER}")
    file(READ "${HEADER}" before)
endif()
if(NOT before STREQUAL code) # what only comments change compiles nothing anew
    file(WRITE "${HEADER}" "${code}")
endif()
