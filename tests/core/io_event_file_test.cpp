// TensorBoard event files, byte for byte.
#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "core/io/event_file.h"
#include "core/io/sha256.h"
#include "io_files.h"

namespace limner::io {
namespace {

using test::bytesOf;
using test::TemporaryFolder;

// Records made with TensorBoard 2.21's own message classes and sums (tensorboard.compat.proto.event_pb2 and
// tensorboard.compat.tensorflow_stub.pywrap_tensorflow.masked_crc32c).
constexpr const char* kVersionRecord =
    "1800000000000000a37f4b2209000000000000f83f1a0d627261696e2e4576656e743a322a28646c";
constexpr const char* kStartRecord = "0f000000000000006d532b0909000000000000044010083a020801b8092dca";
constexpr const char* kScalarsRecord =
    "2800000000000000ff70164a090000000000000c4010ac022a1a0a0d0a066c6f73735f6415cdcccc3d0a090a026b6c15000000c0"
    "a3b6c7"
    "69";
constexpr const char* kPictureRecord =
    "2700000000000000bbe1b14609000000000000124010ac022a190a170a0773616d706c6573220c080210031801220489504e47d1"
    "c070f8";

TEST(Crc32c, MatchesThePublishedNumbers) {
    EXPECT_EQ(crc32c("123456789"), 0xE3069283U);            // the check value of CRC-32C
    EXPECT_EQ(crc32c(std::string(32, '\0')), 0x8A9136AAU);  // RFC 3720, appendix B.4
    EXPECT_EQ(crc32c(std::string(32, '\xff')), 0x62A8AB43U);
    EXPECT_EQ(crc32c(""), 0U);
}

TEST(EventFile, IsWhatTensorBoardItselfWouldWrite) {
    const TemporaryFolder folder;
    auto file = EventFile::create(folder.path(), 1.5);
    ASSERT_TRUE(file.ok()) << file.error().text();
    EXPECT_THAT(file->path().filename().string(), testing::HasSubstr("tfevents"));
    ASSERT_TRUE(file->restartAfter(7, 2.5).ok());
    const double none = std::numeric_limits<double>::quiet_NaN();
    ASSERT_TRUE(file->scalars(300, 3.5, {"loss_d", "not measured", "kl"}, {0.1, none, -2}).ok());
    const auto png = std::as_bytes(std::span("\x89PNG", 4));
    ASSERT_TRUE(
        file->picture(300, 4.5, "samples", {.width = 3, .height = 2, .channels = 1, .png = png}).ok());
    ASSERT_TRUE(file->flush().ok());
    EXPECT_EQ(toHex(bytesOf(file->path())),
              std::string(kVersionRecord) + kStartRecord + kScalarsRecord + kPictureRecord);
}

TEST(EventFile, EverySessionHasAFileOfItsOwn) {
    const TemporaryFolder folder;
    const auto first = EventFile::create(folder.path(), 1.5);
    const auto second = EventFile::create(folder.path(), 1.5);
    EXPECT_LT(first->path(), second->path());  // TensorBoard reads them in the order of their names
    EXPECT_EQ(toHex(bytesOf(first->path())), kVersionRecord);
    EXPECT_EQ(toHex(bytesOf(second->path())), kVersionRecord);
}

TEST(EventFile, MissingFolderIsSaid) {
    EXPECT_EQ(EventFile::create("/none/run", 1.5).error().code, ErrorCode::NotWritable);
}

}  // namespace
}  // namespace limner::io
