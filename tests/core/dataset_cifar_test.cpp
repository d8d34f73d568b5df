// CIFAR batches of a few records, made after the description of the binary version.
#include "dataset_files.h"

namespace limner::datasets {
namespace {

using namespace datasets::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Labels, then a red, a green and a blue plane of one value each, the first red pixel of the second row set
/// to 200.
std::string record(std::initializer_list<int> labels, int red, int green, int blue) {
    std::string bytes = bytesOf(labels) + std::string(1024, static_cast<char>(red)) +
                        std::string(1024, static_cast<char>(green)) +
                        std::string(1024, static_cast<char>(blue));
    bytes[labels.size() + 32] = static_cast<char>(200);
    return bytes;
}

class CifarTest : public ::testing::Test {
protected:
    Result<PictureSet> load() const {
        return testing::load({{"data", "cifar"}, {"data_folder", m_folder.path().string()}}, m_host);
    }
    TemporaryFolder m_folder;
    PnmHost m_host;
};

TEST_F(CifarTest, TenClasses) {
    for (int i = 1; i <= 5; ++i) {
        m_folder.write("data_batch_" + std::to_string(i) + ".bin", record({i}, i, 20, 30));
    }
    m_folder.write("test_batch.bin", record({9}, 90, 91, 92));
    m_folder.write("batches.meta.txt",
                   "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n");
    const auto set = load();
    ASSERT_TRUE(set) << set.error().text();
    EXPECT_THAT(set->pictures.sizes(), ElementsAre(6, 3, 32, 32));
    EXPECT_THAT(asVector(set->labels), ElementsAre(1, 2, 3, 4, 5, 9));
    EXPECT_THAT(pixel(set->pictures[2], 5, 5), ElementsAre(3, 20, 30));
    EXPECT_THAT(pixel(set->pictures[2], 0, 1), ElementsAre(200, 20, 30));
    EXPECT_THAT(pixel(set->pictures[5], 31, 31), ElementsAre(90, 91, 92));
    EXPECT_EQ(set->officialTestFrom, 5);
    EXPECT_EQ(set->classNames.at(9), "truck");
    EXPECT_THAT(set->skipped, IsEmpty());
}

TEST_F(CifarTest, AHundredClassesByTheFineLabel) {
    m_folder.write("train.bin", record({4, 72}, 1, 2, 3) + record({0, 99}, 4, 5, 6));
    m_folder.write("test.bin", record({1, 2}, 7, 8, 9));
    const auto set = load();
    ASSERT_TRUE(set) << set.error().text();
    EXPECT_THAT(asVector(set->labels), ElementsAre(72, 99, 2));
    EXPECT_THAT(pixel(set->pictures[1], 5, 5), ElementsAre(4, 5, 6));
    EXPECT_EQ(set->classNames.size(), 100u);
    EXPECT_EQ(set->classNames.at(72), "72");
}

TEST_F(CifarTest, MissingBatchesAreSaid) {
    m_folder.write("data_batch_2.bin", record({0}, 1, 1, 1));
    const auto set = load();
    ASSERT_TRUE(set);
    EXPECT_EQ(set->officialTestFrom, -1);
    EXPECT_THAT(
        texts(set->skipped),
        ElementsAre("Missing batches: data_batch_1.bin, data_batch_3.bin, data_batch_4.bin, data_batch_5.bin",
                    HasSubstr("test_batch.bin")));
}

TEST_F(CifarTest, BadBatchesAreNamed) {
    const auto refusal = [this](const std::string& bytes) {
        m_folder.write("data_batch_1.bin", bytes);
        const auto set = load();
        EXPECT_FALSE(set);
        return set ? std::string() : set.error().text();
    };
    EXPECT_THAT(refusal(record({0}, 1, 1, 1) + "x"),
                HasSubstr("holds 3074 bytes, which is not a whole number"));
    EXPECT_THAT(refusal(""), HasSubstr("data_batch_1.bin” holds 0 bytes"));
    EXPECT_THAT(refusal(record({10}, 1, 1, 1)), HasSubstr("holds the label 10, but there are 10 classes"));
}

TEST_F(CifarTest, AFolderWithoutBatchesIsRefused) {
    const auto set = load();
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::NotFound);
    EXPECT_THAT(set.error().text(), HasSubstr("There are no CIFAR batches in “"));
}

}  // namespace
}  // namespace limner::datasets
