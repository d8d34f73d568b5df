// A small set of grey pictures in the IDX format: blurred bars whose place depends on their class.
#pragma once

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace limner::testing {

namespace detail {

inline void writeBigEndian(std::ofstream& file, uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) file.put(static_cast<char>(number >> shift & 0xFF));
}

inline void writePart(const std::filesystem::path& folder, const std::string& prefix, int count,
                      unsigned seed) {
    constexpr int kSide = 28;
    std::mt19937 random(seed);
    std::ofstream pictures(folder / (prefix + "-images-idx3-ubyte"), std::ios::binary);
    std::ofstream labels(folder / (prefix + "-labels-idx1-ubyte"), std::ios::binary);
    for (const uint32_t number : {0x803U, static_cast<uint32_t>(count), 28U, 28U})
        writeBigEndian(pictures, number);
    for (const uint32_t number : {0x801U, static_cast<uint32_t>(count)}) writeBigEndian(labels, number);
    for (int i = 0; i < count; ++i) {
        const int label = i % 4;
        labels.put(static_cast<char>(label));
        for (int y = 0; y < kSide; ++y) {
            for (int x = 0; x < kSide; ++x) {
                const int distance = std::abs(x - 4 - 6 * label);
                const int light = distance < 3 ? 220 - 60 * distance : 0;
                pictures.put(static_cast<char>(light + static_cast<int>(random() % 32)));
            }
        }
    }
}

}  // namespace detail

/// Writes both parts and returns the folder.
inline std::filesystem::path writeIdxSet(const std::filesystem::path& folder, int trainCount, int testCount) {
    std::filesystem::create_directories(folder);
    detail::writePart(folder, "train", trainCount, 1);
    detail::writePart(folder, "t10k", testCount, 2);
    return folder;
}

}  // namespace limner::testing
