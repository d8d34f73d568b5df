// IDX files made here, byte by byte after the description of the format, and the real Fashion-MNIST where
// installed.
#include <zlib.h>

#include <chrono>
#include <iostream>

#include "dataset_files.h"

namespace limner::datasets {
namespace {

using namespace datasets::testing;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string bigEndian(uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xff);
    return bytes;
}

std::string pictureFile(uint32_t count, uint32_t height, uint32_t width, const std::string& pixels) {
    return bytesOf({0, 0, 8, 3}) + bigEndian(count) + bigEndian(height) + bigEndian(width) + pixels;
}

std::string labelFile(const std::string& labels) {
    return bytesOf({0, 0, 8, 1}) + bigEndian(static_cast<uint32_t>(labels.size())) + labels;
}

std::string gzipped(const std::string& bytes) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string packed(bytes.size() + 200, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    deflateEnd(&stream);
    return packed.substr(0, stream.total_out);
}

/// Two pictures of 8×8 for training: all 10, all 20; one for the test: all 30.
class IdxTest : public ::testing::Test {
protected:
    IdxTest() {
        m_folder.write("train-images-idx3-ubyte", m_pictures);
        m_folder.write("train-labels-idx1-ubyte", m_labels);
        m_folder.write("t10k-images-idx3-ubyte", pictureFile(1, 8, 8, std::string(64, 30)));
        m_folder.write("t10k-labels-idx1-ubyte", labelFile(bytesOf({1})));
    }

    Result<PictureSet> load(int64_t size = 8) const {
        return testing::load({{"data", "idx"}, {"data_folder", m_folder.path().string()}, {"size", size}},
                             m_host);
    }

    /// What loading says when one file is replaced.
    Error refusal(const std::string& name, const std::string& bytes) const {
        m_folder.write(name, bytes);
        const auto set = load();
        EXPECT_FALSE(set);
        return set ? Error{} : set.error();
    }

    const std::string m_pictures = pictureFile(2, 8, 8, std::string(64, 10) + std::string(64, 20));
    const std::string m_labels = labelFile(bytesOf({2, 1}));
    TemporaryFolder m_folder;
    PnmHost m_host;
};

TEST_F(IdxTest, PixelsLabelsAndTestPartComeThrough) {
    const auto set = load();
    ASSERT_TRUE(set) << set.error().text();
    EXPECT_THAT(set->pictures.sizes(), ElementsAre(3, 1, 8, 8));
    EXPECT_EQ(set->pictures.scalar_type(), torch::kUInt8);
    EXPECT_THAT(pixel(set->pictures[0], 0, 0), ElementsAre(10));
    EXPECT_THAT(pixel(set->pictures[1], 7, 7), ElementsAre(20));
    EXPECT_THAT(pixel(set->pictures[2], 3, 4), ElementsAre(30));
    EXPECT_THAT(asVector(set->labels), ElementsAre(2, 1, 1));
    EXPECT_THAT(set->classNames, ElementsAre("0", "1", "2"));
    EXPECT_EQ(set->officialTestFrom, 2);
    EXPECT_THAT(set->skipped, IsEmpty());
}

TEST_F(IdxTest, RowsRunFromTopToBottom) {
    std::string pixels;
    for (int i = 0; i < 64; ++i) pixels += static_cast<char>(i);
    m_folder.write("train-images-idx3-ubyte", pictureFile(1, 8, 8, pixels));
    m_folder.write("train-labels-idx1-ubyte", labelFile(bytesOf({0})));
    const auto set = load();
    ASSERT_TRUE(set);
    EXPECT_THAT(pixel(set->pictures[0], 5, 2), ElementsAre(2 * 8 + 5));
}

TEST_F(IdxTest, GzipIsToldByContentAndNotByName) {
    m_folder.write("train-images-idx3-ubyte", gzipped(m_pictures));
    fs::remove(m_folder.path() / "train-labels-idx1-ubyte");
    m_folder.write("train-labels-idx1-ubyte.gz", m_labels);
    const auto set = load();
    ASSERT_TRUE(set) << set.error().text();
    EXPECT_THAT(asVector(set->labels), ElementsAre(2, 1, 1));
    EXPECT_THAT(pixel(set->pictures[1], 0, 0), ElementsAre(20));
}

TEST_F(IdxTest, GzipMembersMayBeJoined) {
    m_folder.write("train-images-idx3-ubyte",
                   gzipped(m_pictures.substr(0, 50)) + gzipped(m_pictures.substr(50)));
    EXPECT_TRUE(load());
}

TEST_F(IdxTest, TheSpellingWithADotIsFound) {
    fs::rename(m_folder.path() / "train-images-idx3-ubyte", m_folder.path() / "train-images.idx3-ubyte");
    EXPECT_TRUE(load());
}

TEST_F(IdxTest, AMissingTestPartIsSaid) {
    fs::remove(m_folder.path() / "t10k-labels-idx1-ubyte");
    const auto set = load();
    ASSERT_TRUE(set);
    EXPECT_EQ(set->count(), 2);
    EXPECT_EQ(set->officialTestFrom, -1);
    EXPECT_THAT(texts(set->skipped), ElementsAre(HasSubstr("has no test part")));
}

TEST_F(IdxTest, PicturesGrowAndShrinkToTheSizeAskedFor) {
    for (const int64_t size : {int64_t{12}, int64_t{64}}) {
        const auto set = load(size);
        ASSERT_TRUE(set);
        EXPECT_THAT(set->pictures.sizes(), ElementsAre(3, 1, size, size));
        EXPECT_TRUE(set->pictures[1].eq(20).all().item<bool>());
    }
}

TEST_F(IdxTest, MissingFilesAreNamed) {
    fs::remove(m_folder.path() / "train-labels-idx1-ubyte");
    const auto set = load();
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::NotFound);
    EXPECT_THAT(set.error().text(),
                HasSubstr("“train-labels-idx1-ubyte” is missing in “" + m_folder.path().string()));
}

TEST_F(IdxTest, AMissingFolderIsSaid) {
    const auto none = testing::load({{"data", "idx"}}, m_host);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(none.error().text(), HasSubstr("No data folder was given"));
    const auto wrong = testing::load({{"data", "idx"}, {"data_folder", "/no/such"}}, m_host);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::NotFound);
    EXPECT_THAT(wrong.error().text(), HasSubstr("There is no folder “/no/such”"));
}

TEST_F(IdxTest, MislabelledFilesAreNamed) {
    const Error pictures = refusal("train-labels-idx1-ubyte", m_pictures);
    EXPECT_EQ(pictures.code, ErrorCode::Unsupported);
    EXPECT_THAT(pictures.text(), AllOf(HasSubstr("train-labels-idx1-ubyte"),
                                       HasSubstr("holds pictures where labels are expected")));
    const Error labels = refusal("train-images-idx3-ubyte", m_labels);
    EXPECT_THAT(labels.text(), AllOf(HasSubstr("train-images-idx3-ubyte"),
                                     HasSubstr("holds labels where pictures are expected")));
    EXPECT_THAT(refusal("train-images-idx3-ubyte", "\x89PNG and more").text(),
                HasSubstr("is not an IDX file"));
    EXPECT_THAT(refusal("train-images-idx3-ubyte", "").text(), HasSubstr("is not an IDX file"));
    EXPECT_THAT(refusal("train-images-idx3-ubyte", bytesOf({0, 0, 13, 3})).text(),
                HasSubstr("numbers of another type than bytes"));
    EXPECT_THAT(refusal("train-images-idx3-ubyte", bytesOf({0, 0, 8, 4})).text(),
                HasSubstr("has 4 dimensions instead of 3"));
}

TEST_F(IdxTest, LengthsMustMatchTheHeader) {
    const Error shorter = refusal("train-images-idx3-ubyte", m_pictures.substr(0, 100));
    EXPECT_EQ(shorter.code, ErrorCode::Damaged);
    EXPECT_THAT(shorter.text(), HasSubstr("should hold 144 bytes by its own header, but holds 100"));
    EXPECT_THAT(refusal("train-images-idx3-ubyte", m_pictures + "x").text(), HasSubstr("but holds 145"));
    EXPECT_THAT(refusal("train-images-idx3-ubyte", bytesOf({0, 0, 8, 3, 0, 0})).text(),
                HasSubstr("ends within its header"));
    EXPECT_THAT(refusal("train-images-idx3-ubyte", pictureFile(0, 8, 8, "")).text(),
                HasSubstr("says that it is empty"));
}

TEST_F(IdxTest, HugeSizesInAHeaderAskForNoMemory) {
    const uint32_t most = 0xffffffff;
    EXPECT_EQ(refusal("train-images-idx3-ubyte", pictureFile(most, most, most, "")).code, ErrorCode::Damaged);
    EXPECT_EQ(refusal("train-images-idx3-ubyte", pictureFile(most, 28, 28, "abc")).code, ErrorCode::Damaged);
    // 2^32 - 1 pictures of 1×1 whose size would wrap to a few bytes if it were counted in 32 bits.
    EXPECT_EQ(refusal("train-images-idx3-ubyte", pictureFile(most, 1, 1, std::string(15, 'x'))).code,
              ErrorCode::Damaged);
}

TEST_F(IdxTest, CutOffAndBrokenGzipIsDamaged) {
    const std::string whole = gzipped(m_pictures);
    for (const std::string& broken :
         {whole.substr(0, whole.size() - 5), whole.substr(0, 12), whole.substr(0, 2)}) {
        const Error error = refusal("train-images-idx3-ubyte", broken);
        EXPECT_EQ(error.code, ErrorCode::Damaged);
        EXPECT_THAT(error.text(),
                    AllOf(HasSubstr("train-images-idx3-ubyte"), HasSubstr("damaged or was cut off")));
    }
    std::string flipped = whole;
    flipped[whole.size() - 6] ^= 1;  // in the checksum
    EXPECT_EQ(refusal("train-images-idx3-ubyte", flipped).code, ErrorCode::Damaged);
}

TEST_F(IdxTest, AsManyLabelsAsPictures) {
    const Error error = refusal("train-labels-idx1-ubyte", labelFile(bytesOf({1, 2, 3})));
    EXPECT_EQ(error.code, ErrorCode::Damaged);
    EXPECT_THAT(error.text(), HasSubstr("has 3 labels for 2 pictures"));
}

TEST_F(IdxTest, ADamagedTestPartIsNotPassedOver) {
    EXPECT_EQ(refusal("t10k-images-idx3-ubyte", "rubbish").code, ErrorCode::Unsupported);
}

/// Points the search for installed data at a folder, for the life of the object.
class DataFoldersAt {
public:
    explicit DataFoldersAt(const std::string& folder) {
        ::setenv("XDG_DATA_DIRS", folder.c_str(), 1);
        ::setenv("XDG_DATA_HOME", folder.c_str(), 1);
    }
    ~DataFoldersAt() {
        ::unsetenv("XDG_DATA_DIRS");
        ::unsetenv("XDG_DATA_HOME");
    }
};

TEST_F(IdxTest, InstalledDataIsFoundUnderTheDataFolders) {
    const fs::path set = m_folder.path() / "share/datasets/fashion-mnist";
    fs::create_directories(set);
    for (const auto& file : fs::directory_iterator(m_folder.path())) {
        if (file.is_regular_file()) fs::copy(file.path(), set / file.path().filename());
    }
    const DataFoldersAt here("/no/such:" + (m_folder.path() / "share").string());
    const DatasetEntry* entry = findDataset("fashion-mnist");
    EXPECT_TRUE(entry->unavailable().isEmpty());
    const auto loaded = testing::load({{"data", "fashion-mnist"}, {"size", int64_t{8}}}, m_host);
    ASSERT_TRUE(loaded) << loaded.error().text();
    EXPECT_EQ(loaded->count(), 3);
    EXPECT_EQ(loaded->classNames.at(9), "Ankle boot");
}

TEST_F(IdxTest, WhatIsNotInstalledSaysWhatToType) {
    const DataFoldersAt nowhere(m_folder.path().string());
    for (const auto& [id, package] : {std::pair{"fashion-mnist", "dataset-fashion-mnist"},
                                      std::pair{"emoji", "fonts-noto-color-emoji"}}) {
        EXPECT_THAT(findDataset(id)->unavailable().text(),
                    HasSubstr(std::string("sudo apt install ") + package));
        const auto set = findDataset(id)->load({{"emoji_subset", "all"}}, {}, m_host);
        ASSERT_FALSE(set);
        EXPECT_EQ(set.error().code, ErrorCode::NotFound);
        EXPECT_THAT(set.error().text(), HasSubstr(package));
    }
}

TEST(FashionMnist, HasSixThousandTrainingPicturesOfEachClass) {
    const DatasetEntry* entry = findDataset("fashion-mnist");
    if (!entry->unavailable().isEmpty()) GTEST_SKIP() << entry->unavailable().text();
    const auto begin = std::chrono::steady_clock::now();
    const auto set = testing::load({{"data", "fashion-mnist"}}, PnmHost{});
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    ASSERT_TRUE(set) << set.error().text();
    std::cout << "Fashion-MNIST loaded in " << seconds.count() << " s\n";

    EXPECT_THAT(set->pictures.sizes(), ElementsAre(70000, 1, 28, 28));
    EXPECT_EQ(set->officialTestFrom, 60000);
    const auto trainLabels = set->labels.narrow(0, 0, 60000);
    EXPECT_THAT(asVector(trainLabels.bincount()), Each(6000));
    EXPECT_THAT(asVector(set->labels.narrow(0, 60000, 10000).bincount()), Each(1000));
    // Mean and spread of the training pixels as published with many tutorials: 0.2860, 0.3530.
    const auto pixels = set->pictures.narrow(0, 0, 60000).to(torch::kFloat) / 255;
    EXPECT_NEAR(pixels.mean().item<double>(), 0.2860, 5e-4);
    EXPECT_NEAR(pixels.std().item<double>(), 0.3530, 5e-4);
    EXPECT_EQ(set->classNames.at(static_cast<size_t>(set->labels[0].item<int64_t>())), "Ankle boot");
}

}  // namespace
}  // namespace limner::datasets
