#include "core/internal/device.h"

#include <torch/cuda.h>

#include <charconv>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace limner::training {
namespace {

/// Physical cores by /proc/cpuinfo; 0 where it does not say.
int physicalCores() {
    std::ifstream file("/proc/cpuinfo");
    std::set<std::pair<std::string, std::string>> cores;  // socket and core
    std::string line;
    std::string socket;
    while (std::getline(file, line)) {
        const std::string value = line.substr(std::min(line.size(), line.find(':') + 1));
        if (line.starts_with("physical id")) socket = value;
        if (line.starts_with("core id")) cores.emplace(socket, value);
    }
    return static_cast<int>(cores.size());
}

Message noCuda() {
    return torch::cuda::is_available()
               ? Message{}
               : LIMNER_TR("core", "There is no CUDA device here that LibTorch can use.");
}

Error noSuchDevice(const std::string& name) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "There is no device named %1."), {name}},
            .hint = LIMNER_TR("core", "Choose auto, cpu, cuda or cuda:1.")};
}

}  // namespace

Result<torch::Device> deviceOf(const std::string& name) {
    if (name == "cpu") return torch::Device(torch::kCPU);
    const bool hasCuda = torch::cuda::is_available();
    if (name == "auto") return hasCuda ? torch::Device(torch::kCUDA, 0) : torch::Device(torch::kCPU);
    if (!name.starts_with("cuda")) return noSuchDevice(name);
    if (!hasCuda) {
        return Error{.code = ErrorCode::Unsupported,
                     .message = noCuda(),
                     .hint = LIMNER_TR("core", "Choose the CPU, or install the CUDA build of LibTorch.")};
    }
    int index = 0;
    if (name.size() > 4) {
        const char* end = name.data() + name.size();
        const auto read = std::from_chars(name.data() + 5, end, index);
        if (name[4] != ':' || read.ec != std::errc{} || read.ptr != end) return noSuchDevice(name);
    }
    if (index >= static_cast<int>(torch::cuda::device_count())) return noSuchDevice(name);
    return torch::Device(torch::kCUDA, static_cast<c10::DeviceIndex>(index));
}

ParamSpec deviceRow() {
    ParamSpec row{
        .id = "device",
        .label = LIMNER_TR("core", "Device"),
        .help = LIMNER_TR("core", "What computes; automatic takes a graphics card where there is one."),
        .group = LIMNER_TR("core", "Training"),
        .kind = ParamKind::Choice,
        .standard = std::string("auto"),
        .choices = {
            {"auto", LIMNER_TR("core", "Automatic")},
            {"cpu", LIMNER_TR("core", "Processor")},
            {.id = "cuda", .label = LIMNER_TR("core", "Graphics card (CUDA)"), .unavailable = noCuda()}}};
    const int cards = torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
    for (int card = 1; card < cards; ++card)
        row.choices.push_back({"cuda:" + std::to_string(card), "CUDA " + std::to_string(card)});
    return row;
}

int threadsOf(int asked) {
    if (asked > 0) return asked;
    const int cores = physicalCores();
    const int logical = static_cast<int>(std::thread::hardware_concurrency());
    // A container may be given fewer processors than the machine has.
    if (cores > 0) return logical > 0 ? std::min(cores, logical) : cores;
    return std::max(1, logical);
}

void prepareLane(int threads) {
    thread_local int prepared = 0;
    if (prepared == threads) return;
    at::globalContext().setFlushDenormal(true);
    // Each thread has a number of its own, but takes it from one shared by all when it first computes: make
    // that now.
    static std::mutex turns;
    const std::scoped_lock lock(turns);
    at::set_num_threads(threads);
    (void)at::get_num_threads();
    prepared = threads;
}

}  // namespace limner::training
