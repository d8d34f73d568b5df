// PyTorch's files as safetensors. The files were written by PyTorch 2.13 (tests/reference/make_pth.py); the
// numbers are those of the formulae there.
#include <gtest/gtest.h>

#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/pth/as_safetensors.h"

namespace limner::pth {
namespace {

namespace fs = std::filesystem;

fs::path given(const std::string& name) {
    return fs::path(LIMNER_PTH_FILES) / name;
}

std::string bytesOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class TorchFileTest : public ::testing::Test {
protected:
    TorchFileTest() {
        folder = fs::temp_directory_path() / ("limner-pth-" + std::to_string(::getpid()));
        fs::create_directories(folder);
        out = folder / "out.safetensors";
    }
    ~TorchFileTest() override { fs::remove_all(folder); }

    /// Writes the file anew, and reads the header of what came out.
    nlohmann::json convert(const fs::path& file) {
        fs::remove(out);
        const auto written = writeAsSafetensors(file, out);
        EXPECT_TRUE(written.ok()) << (written ? "" : written.error().text());
        bytes = bytesOf(out);
        uint64_t length = 0;
        std::memcpy(&length, bytes.data(), sizeof length);
        start = 8 + length;
        return nlohmann::json::parse(bytes.substr(8, length));
    }
    template <typename T>
    std::vector<T> numbers(const nlohmann::json& header, const std::string& name) const {
        const auto& offsets = header.at(name).at("data_offsets");
        std::vector<T> read((offsets[1].get<size_t>() - offsets[0].get<size_t>()) / sizeof(T));
        std::memcpy(read.data(), bytes.data() + start + offsets[0].get<size_t>(), read.size() * sizeof(T));
        return read;
    }
    Error refused(const fs::path& file) {
        fs::remove(out);
        const auto written = writeAsSafetensors(file, out);
        EXPECT_FALSE(written.ok());
        EXPECT_FALSE(fs::exists(out)) << "nothing stays";
        return written ? Error{} : written.error();
    }

    fs::path folder, out;
    std::string bytes;
    size_t start = 0;
};

TEST_F(TorchFileTest, BothKindsOfFileGiveTheSameTensors) {
    for (const char* name : {"new.pth", "old.pth"}) {
        SCOPED_TRACE(name);
        const auto header = convert(given(name));
        EXPECT_EQ(header.size(), 15u);
        EXPECT_EQ(header.at("0.weight").at("shape"), nlohmann::json({3, 2, 3, 3}));
        EXPECT_EQ(numbers<float>(header, "0.weight").at(53), 53.0F / 8);
        EXPECT_EQ(numbers<float>(header, "0.bias"), (std::vector<float>{-1, 1.0F / 8 - 1, 2.0F / 8 - 1}));
        EXPECT_EQ(numbers<float>(header, "1.running_var"), (std::vector<float>{1, 1, 1}));
        EXPECT_EQ(numbers<float>(header, "view"), (std::vector<float>{4, 5, 6, 7, 8, 9}));
        EXPECT_EQ(header.at("transposed").at("shape"), nlohmann::json({4, 3}));
        EXPECT_EQ(numbers<float>(header, "transposed"),
                  (std::vector<float>{0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11}));
        EXPECT_EQ(header.at("half").at("dtype"), "F16");
        EXPECT_EQ(numbers<uint16_t>(header, "half"), (std::vector<uint16_t>{0x3800, 0xC000}));
        EXPECT_EQ(numbers<uint16_t>(header, "brain"), (std::vector<uint16_t>{0x3F80, 0xC040}));
        EXPECT_EQ(numbers<int64_t>(header, "long"), (std::vector<int64_t>{-1, int64_t{1} << 40}));
        EXPECT_EQ(numbers<uint8_t>(header, "flags"), (std::vector<uint8_t>{1, 0, 1}));
        EXPECT_EQ(header.at("empty").at("shape"), nlohmann::json({0, 4}));
        EXPECT_EQ(numbers<double>(header, "scalar"), std::vector<double>{2.5});
    }
}

TEST_F(TorchFileTest, TensorsWithinDictsKeepTheirPath) {
    const auto header = convert(given("nested.pth"));
    EXPECT_EQ(header.size(), 1u);
    EXPECT_EQ(numbers<float>(header, "state_dict.w"), (std::vector<float>{1, 1}));
}

TEST_F(TorchFileTest, CodeIsNeverRunAndIsNamed) {
    for (const char* name : {"hostile.pth", "hostile-old.pth"}) {
        EXPECT_EQ(refused(given(name)).message.text(), "It asks to run code (posix.system).") << name;
        EXPECT_FALSE(fs::exists("hostile-was-here"));
    }
    EXPECT_EQ(refused(given("bare.pth")).code, ErrorCode::Unsupported);
}

TEST_F(TorchFileTest, AFileWithoutTensorsIsRefused) {
    EXPECT_EQ(refused(given("no-tensors.pth")).message.text(), "There are no tensors in it.");
    EXPECT_EQ(refused(folder / "absent.pth").code, ErrorCode::NotFound);
}

// A file of the older kind has no checksums, but its length tells.
TEST_F(TorchFileTest, EveryCutIsNoticed) {
    for (const char* name : {"new.pth", "old.pth"}) {
        const std::string whole = bytesOf(given(name));
        for (size_t length = 0; length < whole.size(); length += 7) {
            std::ofstream(folder / "cut.pth", std::ios::binary) << whole.substr(0, length);
            refused(folder / "cut.pth");
            ASSERT_FALSE(HasFailure()) << name << " cut at " << length;
        }
    }
}

TEST_F(TorchFileTest, AFlippedBitIsRefusedOrDoesNotMatter) {
    const std::string whole = bytesOf(given("new.pth"));
    convert(given("new.pth"));
    const std::string expected = bytes;
    for (size_t at = 0; at < whole.size(); at += 3) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
        std::ofstream(folder / "flipped.pth", std::ios::binary) << flipped;
        fs::remove(out);
        if (writeAsSafetensors(folder / "flipped.pth", out)) {
            ASSERT_EQ(bytesOf(out), expected) << "byte " << at;
        }
    }
}

}  // namespace
}  // namespace limner::pth
