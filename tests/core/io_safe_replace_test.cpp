// Files are replaced whole or not at all, whatever happens in between.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/io/safe_replace.h"
#include "full_disk.h"
#include "io_files.h"

namespace limner::io {
namespace {

namespace fs = std::filesystem;
using test::bytesOf;
using test::FullDisk;
using test::namesIn;
using test::TemporaryFolder;
using test::writeBytes;
using testing::ElementsAre;

TEST(SafeReplace, ReplacesAFileOfManyPieces) {
    const TemporaryFolder folder;
    writeBytes(folder / "weights", "old");
    std::string bytes((size_t{3} << 20) + 17, '\0');
    for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 2654435761U >> 24);
    ASSERT_TRUE(safeReplace(folder / "weights", bytes).ok());
    EXPECT_EQ(bytesOf(folder / "weights"), bytes);
    EXPECT_THAT(namesIn(folder.path()), ElementsAre("weights"));
}

TEST(SafeReplace, KeepsThePermissionsOfTheFile) {
    const TemporaryFolder folder;
    writeBytes(folder / "notes", "old");
    fs::permissions(folder / "notes", fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(safeReplace(folder / "notes", "new").ok());
    EXPECT_EQ(fs::status(folder / "notes").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(SafeReplace, FullDiskKeepsTheOldFileAndLeavesNothingBehind) {
    const TemporaryFolder folder;
    writeBytes(folder / "recipe.json", "old");
    const auto result = [&] {
        const FullDisk full(size_t{1} << 20);
        return safeReplace(folder / "recipe.json", std::string(size_t{5} << 20, 'x'));
    }();
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::NoSpace);
    EXPECT_EQ(result.error().text(), "There is no space left to write “" + (folder / "recipe.json").string() +
                                         "”. Free some space on that disk, then try again.");
    EXPECT_EQ(result.error().kept.text(), "What was there before is unchanged.");
    EXPECT_EQ(bytesOf(folder / "recipe.json"), "old");
    EXPECT_THAT(namesIn(folder.path()), ElementsAre("recipe.json"));
}

TEST(SafeReplace, ProducerThatFailsOrThrowsKeepsTheOldFile) {
    const TemporaryFolder folder;
    writeBytes(folder / "file", "old");
    const auto result = safeReplace(folder / "file", [](const ByteSink& sink) -> Result<void> {
        if (const auto written = sink(std::as_bytes(std::span("half", 4))); !written) return written;
        return Error{.code = ErrorCode::NotFinite, .message = "stop"};
    });
    EXPECT_EQ(result.error().code, ErrorCode::NotFinite);
    const auto thrower = [](const ByteSink&) -> Result<void> { throw std::runtime_error("a bug"); };
    EXPECT_THROW(std::ignore = safeReplace(folder / "file", thrower), std::runtime_error);
    EXPECT_EQ(bytesOf(folder / "file"), "old");
    EXPECT_THAT(namesIn(folder.path()), ElementsAre("file"));
}

TEST(SafeReplace, FolderThatIsMissingOrCannotBeWrittenIsSaid) {
    const TemporaryFolder folder;
    writeBytes(folder / "file", "");
    for (const fs::path& path : {folder / "none" / "x", folder / "file" / "x", fs::path("/proc/limner/x")}) {
        const auto result = safeReplace(path, "new");
        ASSERT_FALSE(result.ok()) << path;
        EXPECT_EQ(result.error().code, ErrorCode::NotWritable);
        EXPECT_THAT(result.error().message.text(), testing::HasSubstr(path.string()));
        EXPECT_FALSE(result.error().hint.isEmpty());
    }
    EXPECT_EQ(safeReplace(folder.path(), "new").error().code, ErrorCode::NotWritable);
}

TEST(SafeReplace, FolderWithoutWritePermissionAndReadOnlyFileAreNotWritable) {
    const TemporaryFolder folder;
    writeBytes(folder / "read-only", "old");
    fs::permissions(folder / "read-only", fs::perms::owner_read | fs::perms::others_read);
    fs::create_directory(folder / "closed");
    fs::permissions(folder / "closed", fs::perms::owner_read | fs::perms::owner_exec);
    fs::permissions(folder.path(), fs::perms::all);
    const uid_t user = ::geteuid();
    constexpr uid_t kNobody = 65534;  // root may write anywhere
    ASSERT_EQ(::seteuid(user == 0 ? kNobody : user), 0);
    const auto inFolder = safeReplace(folder / "closed" / "x", "new");
    const auto onFile = safeReplace(folder / "read-only", "new");
    ASSERT_EQ(::seteuid(user), 0);
    for (const auto& result : {inFolder, onFile}) {
        ASSERT_FALSE(result.ok());
        EXPECT_EQ(result.error().code, ErrorCode::NotWritable);
        EXPECT_THAT(result.error().text(), testing::HasSubstr("may not be written. Choose another folder"));
    }
    EXPECT_EQ(bytesOf(folder / "read-only"), "old");
}

/// Kills a child process in the middle of writing `path`.
void killWhileWriting(const fs::path& path) {
    int pipe[2];
    ASSERT_EQ(::pipe(pipe), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        std::ignore = safeReplace(path, [&](const ByteSink& sink) -> Result<void> {
            std::ignore = sink(std::as_bytes(std::span("half", 4)));
            std::ignore = ::write(pipe[1], "w", 1);
            while (true) ::pause();
        });
        ::_exit(1);
    }
    char letter = 0;
    ASSERT_EQ(::read(pipe[0], &letter, 1), 1);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(pipe[0]);
    ::close(pipe[1]);
}

TEST(SafeReplace, KilledProcessLeavesTheOldFileAndTheNextWriterCleansUp) {
    const TemporaryFolder folder;
    writeBytes(folder / "state.json", "old");
    killWhileWriting(folder / "state.json");
    EXPECT_EQ(bytesOf(folder / "state.json"), "old");
    EXPECT_THAT(namesIn(folder.path()), ElementsAre(".state.json.part", "state.json"));
    ASSERT_TRUE(safeReplace(folder / "state.json", "new").ok());
    EXPECT_EQ(bytesOf(folder / "state.json"), "new");
    EXPECT_THAT(namesIn(folder.path()), ElementsAre("state.json"));
}

TEST(SafeReplace, TwoProcessesThatWriteOneFileNeverMixTheirBytes) {
    const TemporaryFolder folder;
    const auto writeOften = [&](char letter) {
        for (int i = 0; i < 50; ++i)
            if (!safeReplace(folder / "file", std::string(size_t{1} << 16, letter)).ok()) return 1;
        return 0;
    };
    const pid_t child = ::fork();
    if (child == 0) ::_exit(writeOften('a'));
    EXPECT_EQ(writeOften('b'), 0);
    int status = -1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    const std::string bytes = bytesOf(folder / "file");
    EXPECT_EQ(bytes, std::string(size_t{1} << 16, bytes.front()));
    EXPECT_THAT(namesIn(folder.path()), ElementsAre("file"));
}

TEST(ReplaceFolder, PutsTheNewFolderInPlaceOfTheOld) {
    const TemporaryFolder folder;
    for (const char* name : {"old", "new"}) {
        fs::create_directory(folder / name);
        writeBytes(folder / name / name, name);
    }
    ASSERT_TRUE(replaceFolder(folder / "new", folder / "old").ok());
    EXPECT_THAT(namesIn(folder.path()), ElementsAre("old"));
    EXPECT_THAT(namesIn(folder / "old"), ElementsAre("new"));
}

TEST(Append, AddsLinesAndRemovesAnEarlierOneThatWasCutOff) {
    const TemporaryFolder folder;
    ASSERT_TRUE(append(folder / "log", "one\n").ok());
    ASSERT_TRUE(append(folder / "log", "two\nthree\n").ok());
    EXPECT_EQ(bytesOf(folder / "log"), "one\ntwo\nthree\n");
    writeBytes(folder / "log", "one\ntw");
    ASSERT_TRUE(append(folder / "log", "two\n").ok());
    EXPECT_EQ(bytesOf(folder / "log"), "one\ntwo\n");
}

TEST(Append, FullDiskAddsNothing) {
    const TemporaryFolder folder;
    writeBytes(folder / "log", "one\n");
    const auto result = [&] {
        const FullDisk full(8);
        return append(folder / "log", "a longer line\n");
    }();
    EXPECT_EQ(result.error().code, ErrorCode::NoSpace);
    EXPECT_EQ(bytesOf(folder / "log"), "one\n");
    EXPECT_EQ(append("/dev/full", "x\n").error().code, ErrorCode::NoSpace);
}

TEST(ReadFile, RefusesWhatIsMissingTooLargeOrNotAFile) {
    const TemporaryFolder folder;
    writeBytes(folder / "file", std::string("a\0b", 3));
    EXPECT_EQ(*readFile(folder / "file", 3), std::string("a\0b", 3));
    EXPECT_EQ(readFile(folder / "file", 2).error().code, ErrorCode::Damaged);
    EXPECT_EQ(readFile(folder / "none", 9).error().code, ErrorCode::NotFound);
    EXPECT_EQ(readFile(folder.path(), 9).error().code, ErrorCode::NotFound);
    EXPECT_EQ(readFile("/dev/zero", 9).error().code, ErrorCode::Damaged);
}

}  // namespace
}  // namespace limner::io
