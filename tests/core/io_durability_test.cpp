// In which order files reach the disk: a power cut at any moment must leave the old file or the new one. The
// linker puts the functions below in the place of the system's (--wrap), so that the program under test is
// the real one.
#include <gmock/gmock.h>

#include <cerrno>
#include <cstdlib>

#include "core/internal/checkpoint.h"
#include "core/io/safe_replace.h"
#include "io_files.h"

namespace {

/// What the calls of a test were, by the names of the files, and which one fails.
struct Calls {
    std::vector<std::string> made;
    std::string failing;

    /// False if this call is the one to fail.
    bool note(const std::string& call) {
        made.push_back(call);
        return call != failing;
    }
};
Calls* g_calls = nullptr;

std::string nameOf(const char* path) {
    return std::filesystem::path(path).filename().string();
}

std::string nameOf(int descriptor) {
    std::error_code ignored;
    const auto link = "/proc/self/fd/" + std::to_string(descriptor);
    return std::filesystem::read_symlink(link, ignored).filename().string();
}

}  // namespace

extern "C" {

int __real_fsync(int descriptor);
int __real_rename(const char* from, const char* to);

int __wrap_fsync(int descriptor) {
    if (g_calls == nullptr || g_calls->note("fsync " + nameOf(descriptor))) return __real_fsync(descriptor);
    errno = EIO;
    return -1;
}

int __wrap_rename(const char* from, const char* to) {
    if (g_calls == nullptr || g_calls->note("rename " + nameOf(from) + " " + nameOf(to)))
        return __real_rename(from, to);
    errno = EIO;
    return -1;
}
}

namespace limner::io {
namespace {

using test::bytesOf;
using test::namesIn;
using ::testing::ElementsAre;

class Durability : public ::testing::Test {
protected:
    Durability() {
        fs::create_directories(place);
        test::writeBytes(place / "a.json", "old");
        g_calls = &calls;
    }
    ~Durability() override { g_calls = nullptr; }

    test::TemporaryFolder folder;
    fs::path place = folder / "place";
    Calls calls;
};

TEST_F(Durability, AFileIsOnTheDiskBeforeItTakesItsNameAndTheNameAfterwards) {
    ASSERT_TRUE(safeReplace(place / "a.json", "new").ok());
    EXPECT_THAT(calls.made, ElementsAre("fsync .a.json.part", "rename .a.json.part a.json", "fsync place"));
}

TEST_F(Durability, AFileThatDidNotReachTheDiskTakesNoName) {
    calls.failing = "fsync .a.json.part";
    EXPECT_EQ(safeReplace(place / "a.json", "new").error().code, ErrorCode::NotWritable);
    EXPECT_THAT(calls.made, ElementsAre("fsync .a.json.part"));
    EXPECT_EQ(bytesOf(place / "a.json"), "old");
    EXPECT_THAT(namesIn(place), ElementsAre("a.json"));
}

TEST_F(Durability, ARenameThatFailsLeavesTheOldFileAlone) {
    calls.failing = "rename .a.json.part a.json";
    EXPECT_FALSE(safeReplace(place / "a.json", "new").ok());
    EXPECT_EQ(bytesOf(place / "a.json"), "old");
    EXPECT_THAT(namesIn(place), ElementsAre("a.json"));
}

TEST_F(Durability, AFolderThatCannotBeFlushedIsSaid) {
    calls.failing = "fsync place";
    EXPECT_FALSE(safeReplace(place / "a.json", "new").ok());
    EXPECT_EQ(bytesOf(place / "a.json"), "new");
}

// state.json says that a checkpoint is whole, so it comes after both parts; the folder takes its name last.
TEST_F(Durability, ACheckpointTakesItsNameWhenEveryPartIsOnTheDisk) {
    const RunFolder run{place};
    ASSERT_TRUE(
        writeCheckpoint(run, TrainingState{.step = 5}, {{"w", torch::ones({2})}}, {{"m", torch::ones({2})}})
            .ok());
    const auto placeOf = [this](const std::string& call) {
        const auto found = std::ranges::find(calls.made, call);
        EXPECT_NE(found, calls.made.end()) << call;
        return found - calls.made.begin();
    };
    const auto named = std::ranges::find_if(calls.made, [](const std::string& call) {
        return call.starts_with("rename ") && call.ends_with(" 000005");
    });
    ASSERT_NE(named, calls.made.end()) << ::testing::PrintToString(calls.made);
    for (const char* part : {"model.safetensors", "optimizer.safetensors"}) {
        const std::string flushed = std::string("fsync .") + part + ".part";
        EXPECT_LT(placeOf(flushed), placeOf("fsync .state.json.part"));
    }
    EXPECT_LT(placeOf("rename .state.json.part state.json"), named - calls.made.begin());
    EXPECT_EQ(calls.made.back(), "fsync checkpoints");
}

}  // namespace
}  // namespace limner::io
