// Folders of pictures. The pictures are PPM files under other names, which the host of these tests reads.
#include "dataset_files.h"

namespace limner::datasets {
namespace {

using namespace datasets::testing;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class FolderTest : public ::testing::Test {
protected:
    Result<PictureSet> load() const {
        return testing::load(
            {{"data", "folder"}, {"data_folder", m_folder.path().string()}, {"size", int64_t{8}}}, m_host);
    }

    PictureSet loaded() const {
        auto set = load();
        EXPECT_TRUE(set) << (set ? "" : set.error().text());
        return set ? *set : PictureSet{.pictures = torch::zeros({1, 3, 8, 8}), .labels = torch::zeros({1})};
    }

    TemporaryFolder m_folder;
    PnmHost m_host;
};

TEST_F(FolderTest, SubFoldersAreClassesInTheOrderOfTheirNames) {
    m_folder.write("dogs/a.png", colourPicture(4, 4, 1, 2, 3));
    m_folder.write("cats/b.JPG", colourPicture(4, 4, 4, 5, 6));
    m_folder.write("cats/young/a.webp", colourPicture(4, 4, 7, 8, 9));
    const PictureSet set = loaded();
    EXPECT_THAT(set.classNames, ElementsAre("cats", "dogs"));
    EXPECT_THAT(asVector(set.labels), ElementsAre(0, 0, 1));
    EXPECT_THAT(set.pictures.sizes(), ElementsAre(3, 3, 8, 8));
    EXPECT_THAT(pixel(set.pictures[0], 0, 0), ElementsAre(4, 5, 6));
    EXPECT_THAT(pixel(set.pictures[1], 7, 7), ElementsAre(7, 8, 9));
    EXPECT_THAT(pixel(set.pictures[2], 3, 3), ElementsAre(1, 2, 3));
    EXPECT_EQ(set.officialTestFrom, -1);
    EXPECT_THAT(set.skipped, IsEmpty());
}

TEST_F(FolderTest, PicturesBesideClassFoldersBelongToTheFolderItself) {
    m_folder.write("cats/b.png", colourPicture(1, 1, 0, 0, 0));
    m_folder.write("loose.png", colourPicture(1, 1, 0, 0, 0));
    EXPECT_THAT(loaded().classNames,
                ::testing::UnorderedElementsAre("cats", m_folder.path().filename().string()));
}

TEST_F(FolderTest, WithoutSubFoldersThereAreNoClasses) {
    m_folder.write("one.png", colourPicture(1, 1, 9, 9, 9));
    const PictureSet set = loaded();
    EXPECT_EQ(set.count(), 1) << "one picture, of one pixel, is a set";
    EXPECT_THAT(set.classNames, IsEmpty());
    EXPECT_THAT(asVector(set.labels), ElementsAre(0));
    EXPECT_THAT(pixel(set.pictures[0], 7, 0), ElementsAre(9, 9, 9));
}

TEST_F(FolderTest, WhatCannotBeReadIsLeftOutAndNamed) {
    m_folder.write("a/good.png", colourPicture(2, 2, 50, 60, 70));
    m_folder.write("a/words.png", "These are only words.");
    m_folder.write("b/cut.png", colourPicture(20, 20, 1, 1, 1).substr(0, 100));
    m_folder.write("b/empty.png", "");
    m_folder.write("b/fine.png", colourPicture(2, 2, 80, 90, 99));
    m_folder.write("b/readme.txt", "not even by name");
    m_folder.write(".hidden/secret.png", colourPicture(1, 1, 0, 0, 0));
    const PictureSet set = loaded();
    EXPECT_EQ(set.count(), 2);
    EXPECT_THAT(asVector(set.labels), ElementsAre(0, 1));
    EXPECT_THAT(pixel(set.pictures[0], 0, 0), ElementsAre(50, 60, 70));
    EXPECT_THAT(pixel(set.pictures[1], 0, 0), ElementsAre(80, 90, 99)) << "later pictures move up";
    EXPECT_THAT(
        texts(set.skipped),
        ElementsAre("Left out, not pictures by their names (1): b/readme.txt",
                    "Left out, not a picture Limner can read or over 100 megapixels (2): a/words.png, "
                    "b/empty.png",
                    "Left out, damaged or cut off (1): b/cut.png"));
}

TEST_F(FolderTest, ManyUnreadableFilesAreCountedButNotAllNamed) {
    m_folder.write("good.png", colourPicture(1, 1, 0, 0, 0));
    for (char name = 'a'; name <= 'g'; ++name) m_folder.write(std::string("x") + name + ".png", "words");
    EXPECT_THAT(texts(loaded().skipped),
                ElementsAre("Left out, not a picture Limner can read or over 100 megapixels "
                            "(7): xa.png, xb.png, xc.png, xd.png, xe.png, …"));
}

TEST_F(FolderTest, AFolderWithoutPicturesIsRefused) {
    m_folder.write("notes.txt", "words");
    const auto set = load();
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::NotFound);
    EXPECT_THAT(set.error().text(), AllOf(HasSubstr("There are no pictures in “" + m_folder.path().string()),
                                          HasSubstr("PNG, JPEG")));
}

TEST_F(FolderTest, AFolderOfBrokenPicturesIsRefused) {
    m_folder.write("a.png", "words");
    m_folder.write("b.png", "P6 9 9 255\n");
    const auto set = load();
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::NotFound);
    EXPECT_THAT(set.error().text(), HasSubstr("There is no picture that could be read"));
    EXPECT_THAT(set.error().details, AllOf(HasSubstr("a.png"), HasSubstr("b.png")));
}

TEST_F(FolderTest, LinksAreFollowedButNotInCircles) {
    const TemporaryFolder elsewhere;
    elsewhere.write("far.png", colourPicture(1, 1, 5, 5, 5));
    m_folder.write("cats/a.png", colourPicture(1, 1, 1, 1, 1));
    fs::create_directory_symlink(elsewhere.path(), m_folder.path() / "linked");
    fs::create_directory_symlink(m_folder.path(), m_folder.path() / "cats/loop");
    fs::create_symlink(m_folder.path() / "nowhere", m_folder.path() / "broken.png");
    const PictureSet set = loaded();
    EXPECT_EQ(set.count(), 2);
    EXPECT_THAT(set.classNames, ElementsAre("cats", "linked"));
    EXPECT_THAT(texts(set.skipped),
                ElementsAre(HasSubstr("broken.png"), AllOf(HasSubstr("links"), HasSubstr("cats/loop"))));
}

TEST_F(FolderTest, PicturesOfEveryShapeBecomeOneSize) {
    m_folder.write("a.png", colourPicture(1, 1, 10, 10, 10));
    m_folder.write("b.png", colourPicture(300, 2, 20, 20, 20));
    m_folder.write("c.png", colourPicture(1, 200, 30, 30, 30));
    const PictureSet set = loaded();
    EXPECT_THAT(set.pictures.sizes(), ElementsAre(3, 3, 8, 8));
    EXPECT_TRUE(set.pictures[1].eq(20).all().item<bool>());
}

}  // namespace
}  // namespace limner::datasets
