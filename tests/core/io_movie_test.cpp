// Movies: what was written is what a viewer sees, interrupted or not, and nothing half is left under its
// name.
#include <gmock/gmock.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "core/io/movie_file.h"
#include "full_disk.h"
#include "io_files.h"
#include "movie_reader.h"

namespace limner::io {
namespace {

namespace fs = std::filesystem;
using test::bytesOf;
using test::FullDisk;
using test::namesIn;
using test::readMovie;
using test::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr int kSide = 128;

/// A soft spot that wanders over a coloured ground: each frame differs, and says which it is.
Image frameOf(int64_t index, int channels = 3) {
    Image image(kSide, kSide, channels);
    const double where = static_cast<double>(index) * 0.35;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const double away = std::hypot(x - 64 - 36 * std::cos(where), y - 64 - 36 * std::sin(where));
            const double light = std::exp(-away * away / 640);
            const double ground[3] = {0.2 + 0.3 * x / kSide, 0.3, 0.6 - 0.3 * y / kSide};
            for (int c = 0; c < channels; ++c)
                image.at(x, y)[c] = static_cast<uint8_t>(
                    std::lround(255 * std::min(1.0, ground[c] + light * (c == 0 ? 0.6 : 0.3))));
        }
    return image;
}

MovieOptions optionsFor(int64_t frames, int channels = 3) {
    MovieOptions options{.width = kSide, .height = kSide, .rateHz = 25, .frames = frames, .isLoop = true};
    options.quality = 95;
    options.recipe = "{\"kind\": \"render\", \"note\": \"<ä & ö>\"}\n";
    for (int64_t i = 0; i < frames; i += 7) options.samples.push_back(frameOf(i, channels));
    return options;
}

/// Adds frames up to `until` (all of them: and finishes).
Result<void> writeFrames(const fs::path& file, const MovieOptions& options, int64_t until, int channels = 3) {
    auto writer = MovieWriter::open(file, options);
    if (!writer) return writer.error();
    while ((*writer)->nextFrame() < until) {
        const auto added = (*writer)->add(frameOf((*writer)->nextFrame(), channels));
        if (!added) return added;
    }
    if (until < options.frames) return {};
    return (*writer)->finish();
}

/// Root of the mean square of the difference of all numbers, 0 to 255.
double distance(const Image& a, const Image& b) {
    if (a.bytes.size() != b.bytes.size()) return std::numeric_limits<double>::infinity();
    double squares = 0;
    for (size_t i = 0; i < a.bytes.size(); ++i) squares += std::pow(a.bytes[i] - b.bytes[i], 2);
    return std::sqrt(squares / static_cast<double>(a.bytes.size()));
}

class MovieOf : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        if (!movieFormatOf(name()).ok()) GTEST_SKIP() << movieFormatOf(name()).error().text();
    }
    std::string name() const { return std::string("a") + GetParam(); }
    TemporaryFolder folder;
};

TEST_P(MovieOf, ShowsEveryFrameAtItsTime) {
    constexpr int64_t kFrames = 2 * MovieWriter::kStretchFrames + 3;  // the last stretch is a short one
    const auto written = writeFrames(folder / name(), optionsFor(kFrames), kFrames);
    ASSERT_TRUE(written.ok()) << written.error().text();
    EXPECT_THAT(namesIn(folder.path()), ElementsAre(name()));
    const auto movie = readMovie(folder / name());
    ASSERT_EQ(movie.frames.size(), size_t{kFrames});
    for (int64_t i = 0; i < kFrames; ++i) {
        const auto at = static_cast<size_t>(i);
        EXPECT_NEAR(movie.seconds[at], static_cast<double>(i) / 25, 0.0051) << i;
        const double own = distance(movie.frames[at], frameOf(i));
        EXPECT_LT(own, 10) << "frame " << i;
        EXPECT_LT(own, distance(movie.frames[at], frameOf(i + 2))) << "frame " << i;
    }
}

TEST_P(MovieOf, IsTheSameToTheByteWhereverItWasInterrupted) {
    constexpr int64_t kFrames = MovieWriter::kStretchFrames + 20;
    const MovieOptions options = optionsFor(kFrames);
    ASSERT_TRUE(writeFrames(folder / ("whole" + std::string(GetParam())), options, kFrames).ok());
    ASSERT_TRUE(writeFrames(folder / name(), options, MovieWriter::kStretchFrames + 5).ok());
    EXPECT_FALSE(fs::exists(folder / name())) << "nothing half stands under its name";
    EXPECT_EQ((*MovieWriter::open(folder / name(), options))->nextFrame(), MovieWriter::kStretchFrames);
    ASSERT_TRUE(writeFrames(folder / name(), options, kFrames).ok());
    EXPECT_TRUE(bytesOf(folder / name()) == bytesOf(folder / ("whole" + std::string(GetParam()))));
}

TEST_P(MovieOf, CarriesItsRecipe) {
    const MovieOptions options = optionsFor(5);
    ASSERT_TRUE(writeFrames(folder / name(), options, 5).ok());
    const std::string comment = readMovie(folder / name()).comment;
    if (std::string(GetParam()) == ".webp") {
        EXPECT_THAT(bytesOf(folder / name()), HasSubstr("\"note\": \"&lt;ä &amp; ö>\"}"));
    } else {
        EXPECT_EQ(comment, options.recipe);
    }
}

TEST_P(MovieOf, AFullDiskLosesNothingAndLeavesNothingHalf) {
    constexpr int64_t kFrames = MovieWriter::kStretchFrames + 4;
    const MovieOptions options = optionsFor(kFrames);
    ASSERT_TRUE(writeFrames(folder / ("whole" + std::string(GetParam())), options, kFrames).ok());
    test::writeBytes(folder / name(), "old");
    auto writer = MovieWriter::open(folder / name(), options);
    ASSERT_TRUE(writer.ok());
    {
        const FullDisk full(300);
        Result<void> added;
        while (added && (*writer)->nextFrame() < kFrames)
            added = (*writer)->add(frameOf((*writer)->nextFrame()));
        ASSERT_FALSE(added.ok());
        EXPECT_EQ(added.error().code, ErrorCode::NoSpace);
        EXPECT_EQ((*writer)->nextFrame(), MovieWriter::kStretchFrames);
        EXPECT_FALSE((*writer)->add(frameOf(0)).ok()) << "it is still full";
        EXPECT_EQ((*writer)->nextFrame(), MovieWriter::kStretchFrames);
    }
    while ((*writer)->nextFrame() < kFrames)
        ASSERT_TRUE((*writer)->add(frameOf((*writer)->nextFrame())).ok());
    {
        const FullDisk full(300);
        const auto finished = (*writer)->finish();
        ASSERT_FALSE(finished.ok());
        EXPECT_EQ(finished.error().code, ErrorCode::NoSpace) << finished.error().text();
        EXPECT_EQ(bytesOf(folder / name()), "old");
    }
    ASSERT_TRUE((*writer)->finish().ok());
    EXPECT_TRUE(bytesOf(folder / name()) == bytesOf(folder / ("whole" + std::string(GetParam()))));
}

INSTANTIATE_TEST_SUITE_P(Every, MovieOf, testing::Values(".mp4", ".webm", ".gif", ".webp"),
                         [](const auto& one) { return std::string(one.param + 1); });

TEST(Movie, OfAnotherRecipeIsNotGoneOnWith) {
    const TemporaryFolder folder;
    constexpr int64_t kFrames = 2 * MovieWriter::kStretchFrames;
    MovieOptions options = optionsFor(kFrames);
    ASSERT_TRUE(writeFrames(folder / "a.gif", options, kFrames - 1).ok());
    options.recipe += " ";
    EXPECT_EQ((*MovieWriter::open(folder / "a.gif", options))->nextFrame(), 0);
}

TEST(Movie, ADamagedStretchIsEncodedAgain) {
    const TemporaryFolder folder;
    constexpr int64_t kFrames = 2 * MovieWriter::kStretchFrames;
    ASSERT_TRUE(writeFrames(folder / "a.gif", optionsFor(kFrames), kFrames - 1).ok());
    std::string bytes = bytesOf(folder / ".a.gif.frames/000000");
    bytes[bytes.size() / 2] ^= 1;
    test::writeBytes(folder / ".a.gif.frames/000000", bytes);
    EXPECT_EQ((*MovieWriter::open(folder / "a.gif", optionsFor(kFrames)))->nextFrame(), 0);
}

TEST(Movie, GreyPicturesKeepEveryLevelInAGif) {
    const TemporaryFolder folder;
    ASSERT_TRUE(writeFrames(folder / "a.gif", optionsFor(3, 1), 3, 1).ok());
    const auto movie = readMovie(folder / "a.gif");
    ASSERT_EQ(movie.frames.size(), 3U);
    for (int64_t i = 0; i < 3; ++i) {
        const Image grey = frameOf(i, 1);
        for (size_t pixel = 0; pixel < grey.bytes.size(); ++pixel)
            ASSERT_EQ(movie.frames[static_cast<size_t>(i)].bytes[3 * pixel + 1], grey.bytes[pixel]);
    }
}

TEST(Movie, WhatStandsStillDoesNotFlickerInAGif) {
    const TemporaryFolder folder;
    const MovieOptions options = optionsFor(30);
    auto writer = MovieWriter::open(folder / "a.gif", options);
    for (int i = 0; i < 30; ++i) ASSERT_TRUE((*writer)->add(frameOf(4)).ok());
    ASSERT_TRUE((*writer)->finish().ok());
    const auto movie = readMovie(folder / "a.gif");
    ASSERT_EQ(movie.frames.size(), 30U);
    for (const Image& frame : movie.frames) EXPECT_EQ(frame, movie.frames[0]);
}

TEST(Movie, LoopsWhereItShould) {
    const TemporaryFolder folder;
    for (const bool isLoop : {true, false}) {
        MovieOptions options = optionsFor(2);
        options.isLoop = isLoop;
        ASSERT_TRUE(writeFrames(folder / "a.gif", options, 2).ok());
        EXPECT_EQ(bytesOf(folder / "a.gif").find("NETSCAPE2.0") != std::string::npos, isLoop);
        ASSERT_TRUE(writeFrames(folder / "a.webp", options, 2).ok());
        // WebP Container Specification: background colour (4 bytes), then how often; 0 is for ever.
        const std::string webp = bytesOf(folder / "a.webp");
        EXPECT_EQ(webp[webp.find("ANIM") + 12], isLoop ? 0 : 1);
    }
}

TEST(Movie, EndingsAreNamed) {
    EXPECT_THAT(movieFormatOf("a.avi").error().text(), HasSubstr(".gif"));
    EXPECT_THAT(movieFormatOf("a").error().text(), HasSubstr("does not end like a movie"));
    EXPECT_EQ(movieFormatOf("A.GIF")->encoder, "gif");
}

TEST(Movie, SizesAndRatesThatCannotBeShownAreRefused) {
    const TemporaryFolder folder;
    MovieOptions options = optionsFor(2);
    options.width = 129;
    EXPECT_THAT(MovieWriter::open(folder / "a.mp4", options).error().text(),
                HasSubstr("even sizes, not 129×128"));
    options.width = 9000;
    EXPECT_THAT(MovieWriter::open(folder / "a.webp", options).error().text(), HasSubstr("8192"));
    options = optionsFor(2);
    options.rateHz = 60;
    EXPECT_THAT(MovieWriter::open(folder / "a.gif", options).error().text(), HasSubstr("50 frames a second"));
    EXPECT_TRUE(namesIn(folder.path()).empty());
}

TEST(Movie, AFolderThatMayNotBeWrittenIsSaid) {
    const auto opened = MovieWriter::open("/proc/limner/a.gif", optionsFor(2));
    ASSERT_FALSE(opened.ok());
    EXPECT_FALSE(opened.error().hint.isEmpty());
}

}  // namespace
}  // namespace limner::io
