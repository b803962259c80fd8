// How long each format takes from bytes to an article, over the test data: a file an iteration,
// with its bytes. The peak of the process's memory is told at the end.
#include "core/formats/in/importers.h"
#include "core/formats/in/input_file.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace quoth;
namespace fs = std::filesystem;

std::vector<fs::path> filesOf(const char* folder) {
    std::vector<fs::path> out;
    for (const auto& each : fs::directory_iterator(fs::path(QUOTH_TEST_DATA) / folder))
        if (each.is_regular_file() && each.path().extension() != ".txt") out.push_back(each.path());
    std::sort(out.begin(), out.end());
    return out;
}

void importAll(benchmark::State& state, const char* folder) {
    struct File {
        std::string name, bytes;
    };
    std::vector<File> files;
    for (const fs::path& path : filesOf(folder))
        if (auto bytes = readInputFile(path)) files.push_back({path.filename(), *std::move(bytes)});
    std::size_t next = 0, bytes = 0;
    for (auto _ : state) {
        const File& file = files[next++ % files.size()];
        benchmark::DoNotOptimize(importBytes(file.bytes, file.name));
        bytes += file.bytes.size();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

} // namespace

int main(int argc, char** argv) {
    for (const char* folder :
         {"pages", "agency", "feeds", "epub", "office", "mail", "mhtml", "pdf"})
        if (fs::is_directory(fs::path(QUOTH_TEST_DATA) / folder))
            benchmark::RegisterBenchmark(folder, importAll, folder)->Unit(benchmark::kMicrosecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    rusage own{}, helpers{};
    ::getrusage(RUSAGE_SELF, &own);
    ::getrusage(RUSAGE_CHILDREN, &helpers);
    std::printf("peak memory: %ld MB, of a helper %ld MB\n", own.ru_maxrss >> 10,
                helpers.ru_maxrss >> 10);
    return 0;
}
