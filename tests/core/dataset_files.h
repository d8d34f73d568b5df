// Tiny data sets on disk, and a host that reads the simplest of all picture formats, for the tests of data
// sets.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "core/internal/picture_set.h"

namespace limner::datasets::testing {

namespace fs = std::filesystem;

/// Removed with everything in it.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "limner-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { fs::remove_all(m_path); }

    const fs::path& path() const { return m_path; }
    fs::path write(const std::string& name, const std::string& bytes) const {
        const fs::path file = m_path / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

private:
    fs::path m_path;
};

inline std::string bytesOf(std::initializer_list<int> values) {
    std::string bytes;
    for (const int value : values) bytes += static_cast<char>(value);
    return bytes;
}

/// Reads PGM and PPM (P5, P6) whatever the file is called; says "damaged" to one that is too short.
class PnmHost : public Host {
public:
    Result<PictureInfo> probe(std::span<const std::byte> file) const override {
        auto image = decode(file);
        if (!image) return image.error();
        return PictureInfo{image->width, image->height, "pnm"};
    }
    Result<Image> decode(std::span<const std::byte> file) const override {
        std::istringstream text(std::string(reinterpret_cast<const char*>(file.data()), file.size()));
        std::string magic;
        int width = 0, height = 0, highest = 0;
        text >> magic >> width >> height >> highest;
        if (magic != "P5" && magic != "P6")
            return Error{.code = ErrorCode::Unsupported, .message = "no picture"};
        text.get();
        Image image(width, height, magic == "P5" ? 1 : 3);
        text.read(reinterpret_cast<char*>(image.bytes.data()),
                  static_cast<std::streamsize>(image.bytes.size()));
        if (!text) return Error{.code = ErrorCode::Damaged, .message = "too short"};
        return image;
    }
    Result<std::vector<std::byte>> encodePng(const Image&, const TextFields&) const override {
        return Error{.code = ErrorCode::Unsupported};
    }
    TextFields textFields(std::span<const std::byte>) const override { return {}; }
    void wake() override {}
};

/// One colour, as PnmHost reads it.
inline std::string colourPicture(int width, int height, int red, int green, int blue) {
    std::string bytes = "P6 " + std::to_string(width) + " " + std::to_string(height) + " 255\n";
    for (int i = 0; i < width * height; ++i) bytes += bytesOf({red, green, blue});
    return bytes;
}

/// The values of a pixel in all channels.
inline std::vector<int> pixel(const torch::Tensor& picture, int64_t x, int64_t y) {
    std::vector<int> values;
    for (int64_t c = 0; c < picture.size(0); ++c) values.push_back(picture[c][y][x].item<int>());
    return values;
}

inline std::vector<int64_t> asVector(const torch::Tensor& integers) {
    return {integers.const_data_ptr<int64_t>(), integers.const_data_ptr<int64_t>() + integers.numel()};
}

inline std::vector<std::string> texts(const std::vector<Message>& messages) {
    std::vector<std::string> all;
    for (const Message& message : messages) all.push_back(message.text());
    return all;
}

/// Opens and prepares a set as the train form would.
inline Result<PictureSet> load(ParamValues values, const Host& host) {
    ParamTable table = preparationRows();
    table.insert(table.begin(), dataRow());
    const auto complete = completeValues(table, values);
    if (!complete) return complete.error();
    return loadPictures(*complete, host);
}

}  // namespace limner::datasets::testing
