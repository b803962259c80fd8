// quoth-annotate: files or JSON lines in, annotations out. No display needed.
#include "core/formats/json.h"
#include "core/pipeline.h"
#include "core/support/resources.h"

#include <iostream>
#include <string>

int main() {
    const auto resources = quoth::findResources();
    if (!resources) {
        std::cerr << "quoth-annotate: " << resources.error().message << '\n';
        return 1;
    }
    const auto engine = quoth::Engine::load(*resources);
    if (!engine) {
        std::cerr << "quoth-annotate: " << engine.error().message << '\n';
        return 1;
    }
    bool failed = false;
    for (std::string line; std::getline(std::cin, line);) {
        auto batch = quoth::readBatchLine(line);
        if (!batch.item) {
            std::cout << quoth::writeJsonError(batch.id, batch.item.error()) << '\n';
            failed = true;
            continue;
        }
        const auto document = quoth::annotate(*engine, std::move(batch.item->article));
        if (!document) failed = true;
        std::cout << (document ? quoth::writeJson(*document, batch.id)
                               : quoth::writeJsonError(batch.id, document.error()))
                  << '\n';
    }
    return failed ? 1 : 0;
}
