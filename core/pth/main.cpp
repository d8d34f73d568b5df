// limner-pth FILE OUT: makes safetensors of a PyTorch file. The core starts it, so that a file from a
// stranger is read by a process that can do no more than that; a failure is one line of JSON: code, message,
// arguments, hint.
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cstdio>
#include <exception>
#include <nlohmann/json.hpp>

#include "as_safetensors.h"

namespace {

using namespace limner;

/// Memory for one large tensor, no other programs, no core dump.
void giveUpRights() {
    const rlimit nothing{0, 0};
#if !defined(__SANITIZE_ADDRESS__)  // AddressSanitizer reserves terabytes for its shadow
    const rlimit memory{rlim_t{8} << 30, rlim_t{8} << 30};
    setrlimit(RLIMIT_AS, &memory);
#endif
    setrlimit(RLIMIT_CORE, &nothing);
    setrlimit(RLIMIT_NPROC, &nothing);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

int fail(const Error& error) {
    const nlohmann::json line{{"code", static_cast<int>(error.code)},
                              {"message", error.message.source},
                              {"args", error.message.args},
                              {"hint", error.hint.source}};
    std::puts(line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    giveUpRights();
    try {
        const auto written = pth::writeAsSafetensors(argv[1], argv[2]);
        return written ? 0 : fail(written.error());
    } catch (const std::bad_alloc&) {
        return fail(
            {.code = ErrorCode::OutOfMemory, .message = LIMNER_TR("core", "Memory is too short for it.")});
    } catch (const std::exception& error) {
        return fail({.code = ErrorCode::Internal,
                     .message = {LIMNER_TR("core", "It could not be read (%1)."), {error.what()}}});
    }
}
