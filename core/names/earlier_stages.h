// What the later stages, and the samples in their models, are read with.
#pragma once

#include "core/names/name_finder.h"
#include "core/syntax/dependency_parser.h"
#include "core/tagging/tagger.h"

namespace quoth {

struct EarlierStages {
    const Tagger& tagger;
    const DependencyParser& parser;
    const NameFinder& names;
    TextEncoder encode = {};
};

} // namespace quoth
