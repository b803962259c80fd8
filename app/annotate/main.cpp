// quoth-annotate: files or JSON lines in, annotations out. No display needed.
#include "app/annotate/messages.h"
#include "app/annotate/options.h"
#include "app/annotate/run.h"
#include "core/support/guarded.h"
#include "core/support/resources.h"
#include "core/support/temporary_file.h"

#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <string>
#include <system_error>
#include <unistd.h>

namespace {

// With a standard stream closed by the caller, the next file opened would take its place.
void holdStandardStreams() {
    for (int descriptor = 0; descriptor <= 2; ++descriptor)
        if (::fcntl(descriptor, F_GETFD) < 0 && ::open("/dev/null", O_RDONLY) < 0)
            std::_Exit(EXIT_FAILURE);
}

quoth::Expected<quoth::Engine> loadEngine(bool fast) {
    const auto resources = quoth::findResources();
    if (!resources) return quoth::unexpected(resources.error());
    auto engine =
        quoth::Engine::load(*resources, fast ? quoth::ModelSet::Alone : quoth::ModelSet::Encoded);
    if (engine && engine->withoutEncoder)
        quoth::app::complain("Reading without the encoder, which finds less: " +
                             engine->withoutEncoder->message);
    return engine;
}

// The exit status.
quoth::Expected<int> run(const quoth::app::Options& options) {
    const auto engine = loadEngine(options.fast);
    if (!engine) return quoth::unexpected(engine.error());
    try {
        return options.jsonLines ? quoth::app::annotateLines(*engine, options)
                                 : quoth::app::annotateFiles(*engine, options);
    } catch (const std::system_error& error) { // of the first thread; the work guards itself
        return quoth::unexpected(quoth::ErrorCode::OutOfMemory,
                                 std::string("No thread can be started: ") +
                                     error.code().message() + ".");
    }
}

} // namespace

int main(int argc, char** argv) {
    holdStandardStreams();
    quoth::handleSignals();
    const auto parsed = quoth::app::parseOptions(argc, argv);
    if (!parsed.options) return parsed.status;
    const auto status = quoth::guarded([&] { return run(*parsed.options); });
    if (status) return *status;
    std::cerr << "quoth-annotate: " << status.error().message << '\n';
    return EXIT_FAILURE;
}
