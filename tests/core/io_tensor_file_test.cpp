// Safetensors files: what is written reads back, and rubbish is refused before memory is asked for.
#include <gmock/gmock.h>
#include "core/internal/torch.h"

#include <cmath>
#include <limits>

#include "core/internal/tensor_file.h"
#include "core/io/sha256.h"
#include "io_files.h"

namespace limner::io {
namespace {

using test::bytesOf;
using test::TemporaryFolder;
using test::writeBytes;
using testing::HasSubstr;

std::string lengthBytes(uint64_t length) {
    std::string bytes;
    for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(length >> shift & 255);
    return bytes;
}

std::string fileOf(const std::string& header, const std::string& data) {
    return lengthBytes(header.size()) + header + data;
}

Result<TensorFile> readBytes(const std::string& bytes) {
    const TemporaryFolder folder;
    writeBytes(folder / "x.safetensors", bytes);
    return readTensorFile(folder / "x.safetensors");
}

bool areSame(const torch::Tensor& a, const torch::Tensor& b) {
    if (a.scalar_type() != b.scalar_type() || a.sizes() != b.sizes()) return false;
    return a.numel() == 0 ||
           std::memcmp(a.contiguous().data_ptr(), b.contiguous().data_ptr(), a.nbytes()) == 0;
}

TEST(Sha256, MatchesTheNumbersOfTheStandard) {
    // FIPS 180-2, appendix B.1, and the well-known sum of nothing.
    Sha256 sum;
    sum.update(std::as_bytes(std::span("ab", 2)));
    sum.update(std::as_bytes(std::span("c", 1)));
    EXPECT_EQ(sum.finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(Sha256().finish(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(TensorFile, EveryTypeShapeAndViewReadsBackToTheSameBits) {
    const TemporaryFolder folder;
    const auto base = torch::arange(-12, 12).reshape({2, 3, 4});
    NamedTensors tensors;
    for (const auto type : {at::kDouble, at::kFloat, at::kHalf, at::kBFloat16, at::kLong, at::kInt,
                            at::kShort, at::kChar, at::kByte, at::kBool})
        tensors.emplace_back(std::string("of ") + c10::toString(type), base.to(type));
    tensors.emplace_back("odd bytes", torch::arange(3, at::kByte));
    tensors.emplace_back("scalar", torch::tensor(int64_t{-7}));
    tensors.emplace_back("empty", torch::empty({3, 0, 2}));
    tensors.emplace_back("view", base.to(at::kFloat).transpose(0, 2));
    tensors.emplace_back("with gradient", torch::ones({2}, torch::requires_grad()));
    tensors.emplace_back(
        "rare numbers", torch::tensor({std::nan(""), -0.0, std::numeric_limits<double>::infinity(), 5e-324}));
    const auto hash = writeTensorFile(folder / "a", tensors, {{"format", "pt"}, {"note", "äöü \"quoted\""}});
    ASSERT_TRUE(hash.ok()) << hash.error().text();

    const auto file = readTensorFile(folder / "a");
    ASSERT_TRUE(file.ok()) << file.error().text();
    EXPECT_EQ(file->tensors.size(), tensors.size());
    for (const auto& [name, tensor] : tensors)
        EXPECT_TRUE(areSame(file->tensors.at(name), tensor.detach())) << name;
    EXPECT_EQ(file->metadata.at("note"), "äöü \"quoted\"");
    EXPECT_EQ(file->sha256, *hash);
    EXPECT_EQ(*sha256OfFile(folder / "a"), *hash);
}

TEST(TensorFile, EveryTensorIsAlignedToItsNumbers) {
    const TemporaryFolder folder;
    ASSERT_TRUE(writeTensorFile(folder / "a",
                                {{"bytes", torch::zeros({3}, at::kByte)},
                                 {"floats", torch::zeros({3})},
                                 {"count", torch::tensor(int64_t{1})}},
                                {})
                    .ok());
    const std::string bytes = bytesOf(folder / "a");
    EXPECT_EQ(bytes.size() % 8, (8 + 12 + 3) % 8);
    EXPECT_THAT(bytes, HasSubstr(R"("count":{"dtype":"I64","shape":[],"data_offsets":[0,8]})"));
    EXPECT_THAT(bytes, HasSubstr(R"("floats":{"dtype":"F32","shape":[3],"data_offsets":[8,20]})"));
    EXPECT_THAT(bytes, HasSubstr(R"("bytes":{"dtype":"U8","shape":[3],"data_offsets":[20,23]})"));
}

// Bytes written by hand after the format section of the README of safetensors.
TEST(TensorFile, ReadsAFileWrittenByHand) {
    const std::string header =
        R"( {"b":{"data_offsets":[8,10],"shape":[2],"dtype":"U8"}, "a":{"dtype":"F32","shape":[1,2],)"
        R"("data_offsets":[0,8]},"__metadata__":{"made":"by hand"}}   )";
    const std::string data("\x00\x00\x80\x3f\x00\x00\x00\xc0\x07\xff", 10);  // 1, -2 as floats; 7, 255
    const auto file = readBytes(fileOf(header, data));
    ASSERT_TRUE(file.ok()) << file.error().text();
    EXPECT_TRUE(areSame(file->tensors.at("a"), torch::tensor({{1.0F, -2.0F}})));
    EXPECT_TRUE(areSame(file->tensors.at("b"), torch::tensor({7, 255}, at::kByte)));
    EXPECT_EQ(file->metadata.at("made"), "by hand");
}

TEST(TensorFile, EmptyFileOfTensorsIsFine) {
    EXPECT_TRUE(readBytes(fileOf("{}", ""))->tensors.empty());
}

struct Hostile {
    const char* name;
    std::string bytes;
    ErrorCode code = ErrorCode::Damaged;
};

std::string entry(const std::string& type, const std::string& shape, const std::string& offsets) {
    return R"({"a":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
}

std::vector<Hostile> hostileFiles() {
    const std::string eight(8, '\0');
    const std::string half = R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]})";
    return {
        {"nothing", ""},
        {"half a length", std::string(5, '\0')},
        {"header cut off", fileOf(entry("F32", "[2]", "[0,8]"), "").substr(0, 30)},
        {"data cut off", fileOf(entry("F32", "[2]", "[0,8]"), std::string(7, '\0'))},
        {"header of 2^63 bytes", lengthBytes(uint64_t{1} << 63) + "{}"},
        {"header of 2^64-1 bytes", lengthBytes(~uint64_t{0}) + "{}"},
        {"header longer than the file", lengthBytes(99) + "{}"},
        {"no JSON", fileOf("hello, world", "")},
        {"empty header", fileOf("", "")},
        {"an array", fileOf("[]", "")},
        {"a number", fileOf("7", "")},
        {"something after the object", fileOf("{} {}", "")},
        {"invalid UTF-8", fileOf(R"({"a)"
                                 "\xff"
                                 R"(":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})",
                                 eight)},
        {"deep nesting", fileOf(std::string(1000000, '['), "")},
        {"deep objects", fileOf(R"({"a":{"a":{"a":{}}}})", "")},
        {"a list of lists", fileOf(entry("F32", "[[2]]", "[0,8]"), eight)},
        {"an object as shape", fileOf(entry("F32", "{}", "[0,8]"), eight)},
        {"an object inside shape", fileOf(entry("F32", "[{}]", "[0,8]"), eight)},
        {"a text as shape", fileOf(entry("F32", "\"2\"", "[0,8]"), eight)},
        {"negative size", fileOf(entry("F32", "[-2]", "[0,8]"), eight)},
        {"half a size", fileOf(entry("F32", "[2.0]", "[0,8]"), eight)},
        {"size of 2^64-1", fileOf(entry("F32", "[18446744073709551615]", "[0,8]"), eight)},
        {"product overflows to 8", fileOf(entry("F32", "[4294967296,4294967296,2]", "[0,8]"), eight)},
        {"product overflows to 0", fileOf(entry("F32", "[9223372036854775807,4]", "[0,0]"), "")},
        {"strides overflow",
         fileOf(entry("F32", "[0,9223372036854775807,9223372036854775807]", "[0,0]"), "")},
        {"offsets outside", fileOf(entry("F32", "[2]", "[8,16]"), eight)},
        {"offsets backwards", fileOf(entry("F32", "[2]", "[8,0]"), eight)},
        {"offsets of 2^64-1",
         fileOf(entry("F32", "[2]", "[18446744073709551608,18446744073709551615]"), eight)},
        {"three offsets", fileOf(entry("F32", "[2]", "[0,8,8]"), eight)},
        {"one offset", fileOf(entry("F32", "[2]", "[8]"), eight)},
        {"fewer bytes than the shape", fileOf(entry("F32", "[3]", "[0,8]"), eight)},
        {"more bytes than the shape", fileOf(entry("F32", "[1]", "[0,8]"), eight)},
        {"bytes after the last tensor", fileOf(entry("F32", "[1]", "[0,4]"), eight)},
        {"a gap before", fileOf(entry("F32", "[1]", "[4,8]"), eight)},
        {"overlap",
         fileOf(half + R"(,"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", std::string(4, 'x'))},
        {"a name twice", fileOf(half + R"(,"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", eight)},
        {"a field twice",
         fileOf(R"({"a":{"dtype":"F32","shape":[1],"shape":[2],"data_offsets":[0,8]}})", eight)},
        {"no shape", fileOf(R"({"a":{"dtype":"F32","data_offsets":[0,8]}})", eight)},
        {"no type", fileOf(R"({"a":{"shape":[2],"data_offsets":[0,8]}})", eight)},
        {"an unknown field",
         fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}})", eight)},
        {"a tensor that is null", fileOf(R"({"a":null})", "")},
        {"metadata with numbers", fileOf(R"({"__metadata__":{"a":1}})", "")},
        {"metadata as text", fileOf(R"({"__metadata__":"a"})", "")},
        {"a bool of 2", fileOf(entry("BOOL", "[1]", "[0,1]"), "\x02")},
        {"an unknown type", fileOf(entry("F31", "[2]", "[0,8]"), eight), ErrorCode::Unsupported},
        {"an empty type", fileOf(entry("", "[2]", "[0,8]"), eight), ErrorCode::Unsupported},
    };
}

TEST(TensorFile, HostileFilesAreRefusedWithASentenceAndAHint) {
    for (const Hostile& hostile : hostileFiles()) {
        const auto file = readBytes(hostile.bytes);
        ASSERT_FALSE(file.ok()) << hostile.name;
        EXPECT_EQ(file.error().code, hostile.code) << hostile.name;
        EXPECT_THAT(file.error().message.text(), HasSubstr("x.safetensors”")) << hostile.name;
        EXPECT_FALSE(file.error().hint.isEmpty()) << hostile.name;
    }
}

TEST(TensorFile, FlippedBitsAndCutsNeverCrash) {
    const TemporaryFolder folder;
    ASSERT_TRUE(writeTensorFile(folder / "a",
                                {{"w", torch::arange(6.0).reshape({2, 3})}, {"b", torch::ones({1})}},
                                {{"format", "pt"}})
                    .ok());
    const std::string good = bytesOf(folder / "a");
    const std::string sum = readTensorFile(folder / "a")->sha256;
    for (size_t i = 0; i < good.size(); ++i) {
        std::string bytes = good;
        bytes[i] = static_cast<char>(bytes[i] ^ (1 << i % 8));
        const auto file = readBytes(bytes);
        EXPECT_TRUE(!file || file->sha256 != sum) << i;
    }
    for (size_t length = 0; length < good.size(); ++length)
        EXPECT_FALSE(readBytes(good.substr(0, length)).ok()) << length;
}

TEST(TensorFile, RefusesToWriteWhatTheFormatCannotHold) {
    const TemporaryFolder folder;
    const auto one = torch::ones({1});
    const std::vector<NamedTensors> refused{{{"a", one}, {"a", one}},
                                            {{"__metadata__", one}},
                                            {{"a", torch::Tensor()}},
                                            {{"a", torch::ones({1}, at::kComplexFloat)}}};
    for (const NamedTensors& tensors : refused)
        EXPECT_EQ(writeTensorFile(folder / "a", tensors, {}).error().code, ErrorCode::Unsupported);
    EXPECT_TRUE(test::namesIn(folder.path()).empty());
}

TEST(TensorFile, MissingFileIsNotFound) {
    EXPECT_EQ(readTensorFile("/none/model.safetensors").error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace limner::io
