// What outputs say of themselves: recipes and layouts in text fields, arrays for NumPy.
#include <gmock/gmock.h>

#include <stdexcept>
#include <tuple>

#include "core/io/npy.h"
#include "core/io/recipe_text.h"
#include "io_files.h"

namespace limner::io {
namespace {

using test::bytesOf;
using test::TemporaryFolder;
using testing::HasSubstr;

Recipe outputRecipe() {
    return {.kind = "sample",
            .values = {{"count", int64_t{64}}, {"truncation", 0.7}, {"run", std::string("runs/a b")}},
            .origin = {.programVersion = "0.1.0", .modelHash = "3f2a", .parent = {}}};
}

TEST(RecipeText, ReadsBackFromItsFields) {
    const auto recipe = recipeFromFields(recipeFields(outputRecipe()), "a.png");
    ASSERT_TRUE(recipe.ok()) << recipe.error().text();
    EXPECT_EQ(*recipe, outputRecipe());
}

TEST(RecipeText, ParametersAreReadable) {
    const TextFields fields = recipeFields(outputRecipe());
    ASSERT_EQ(fields.size(), 2U);
    EXPECT_EQ(fields[0].first, "limner:recipe");
    EXPECT_EQ(fields[1].first, "parameters");
    EXPECT_EQ(fields[1].second,
              "sample\ncount: 64\nrun: runs/a b\ntruncation: 0.7\nLimner 0.1.0, model 3f2a");
}

TEST(RecipeText, ForeignAndDamagedFieldsAreToldApart) {
    EXPECT_EQ(recipeFromFields({{"Software", "x"}}, "a.png").error().code, ErrorCode::NotFound);
    const auto damaged = recipeFromFields({{"limner:recipe", "{"}}, "a.png");
    EXPECT_EQ(damaged.error().code, ErrorCode::Damaged);
    EXPECT_THAT(damaged.error().message.text(), HasSubstr("a.png"));
}

SampleSheet fiveTiles() {
    SampleSheet sheet;
    sheet.step = 500;
    sheet.columns = 3;
    sheet.count = 5;
    sheet.tileWidth = 4;
    sheet.tileHeight = 2;
    sheet.sheet = Image(12, 4, 1);
    return sheet;
}

TEST(SheetText, ReadsBackFromItsField) {
    const auto sheet = sheetFromFields({sheetField(fiveTiles())}, fiveTiles().sheet, 500, "a.png");
    ASSERT_TRUE(sheet.ok()) << sheet.error().text();
    EXPECT_EQ(std::tuple(sheet->step, sheet->columns, sheet->count, sheet->tileWidth, sheet->tileHeight),
              std::tuple(500, 3, 5, 4, 2));
    EXPECT_EQ(sheet->sheet, fiveTiles().sheet);
}

TEST(SheetText, LayoutThatDoesNotFitIsRefused) {
    for (const char* text :
         {"", "3 5 4", "3 5 4 2 1", "3 5 4 2 ", "3  5 4 2", "0 5 4 2", "-3 5 4 2", "3 7 4 2", "3 3 4 2",
          "4 5 4 2", "3 5 4 3", "3 5 4 x", "2147483647 5 2147483647 2", "99999999999 5 4 2"}) {
        const auto sheet = sheetFromFields({{"limner:sheet", text}}, fiveTiles().sheet, 1, "a.png");
        EXPECT_FALSE(sheet.ok()) << text;
    }
    EXPECT_EQ(sheetFromFields({}, fiveTiles().sheet, 1, "a.png").error().code, ErrorCode::Damaged);
}

// The format is described in the reference of numpy.lib.format, version 1.0.
TEST(Npy, BytesAreThoseOfTheFormat) {
    const TemporaryFolder folder;
    const std::vector<float> values{1, -2, 0.5F, 4, 5, 6};
    ASSERT_TRUE(writeNpy(folder / "a.npy", std::span<const float>(values), {2, 3}).ok());
    const std::string bytes = bytesOf(folder / "a.npy");
    ASSERT_EQ(bytes.size(), 128U + 24U);
    EXPECT_EQ(bytes.substr(0, 10), std::string("\x93NUMPY\x01\x00\x76\x00", 10));  // 118 bytes follow
    EXPECT_THAT(bytes.substr(10),
                testing::StartsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2,3,), }  "));
    EXPECT_EQ(bytes[127], '\n');
    EXPECT_EQ(bytes.substr(128, 8), std::string("\x00\x00\x80\x3f\x00\x00\x00\xc0", 8));

    const std::vector<uint8_t> pixels{7, 255};
    ASSERT_TRUE(writeNpy(folder / "b.npy", std::span<const uint8_t>(pixels), {2}).ok());
    EXPECT_THAT(bytesOf(folder / "b.npy"), HasSubstr("'|u1', 'fortran_order': False, 'shape': (2,), }"));
    EXPECT_THAT(bytesOf(folder / "b.npy"), testing::EndsWith("\n\x07\xff"));
}

TEST(Npy, ShapeMustFitTheValues) {
    const std::vector<float> values(6);
    EXPECT_THROW(std::ignore = writeNpy("/tmp/never.npy", std::span<const float>(values), {2, 2}),
                 std::invalid_argument);
}

}  // namespace
}  // namespace limner::io
