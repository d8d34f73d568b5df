// What tests/reference/make_text_numbers.py wrote, and temporary files.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

namespace limner::language {

inline std::filesystem::path referenceFile(const std::string& name) {
    return std::filesystem::path(LIMNER_TEXT_FILES) / name;
}

inline std::string bytesOfFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    EXPECT_TRUE(stream) << file;
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

inline nlohmann::json referenceJson(const std::string& name) {
    return nlohmann::json::parse(bytesOfFile(referenceFile(name)));
}

inline void writeFile(const std::filesystem::path& file, const std::string& bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

/// A folder of the test that runs, empty and removed afterwards.
class Folder {
public:
    Folder()
        : m_path(std::filesystem::path(testing::TempDir()) /
                 ("limner-text-" + std::to_string(std::hash<std::string>{}(
                                       testing::UnitTest::GetInstance()->current_test_info()->name())))) {
        std::filesystem::remove_all(m_path);
        std::filesystem::create_directories(m_path);
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

}  // namespace limner::language
