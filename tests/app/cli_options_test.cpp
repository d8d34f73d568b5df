// What a person types after `limner-cli train`, read against a table.
#include <gmock/gmock.h>

#include <array>
#include <filesystem>

#include "app/cli/command_line.h"
#include "app/cli/option_help.h"
#include "app/cli/option_reader.h"
#include "fake_studio.h"

namespace limner::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// The table of training, with a toggle and a path.
ParamTable table() {
    ParamTable rows = test::fakeTrainTable();
    rows.push_back({.id = "flip", .label = "Flip", .kind = ParamKind::Toggle, .standard = true});
    rows.push_back({.id = "sheet", .label = "Sheet", .kind = ParamKind::File, .standard = ""});
    return rows;
}

ParamValues valuesOf(const std::vector<std::string>& words) {
    const auto values = readOptions(table(), words);
    return values ? *values : ParamValues{{"error", values.error().text()}};
}

std::string errorOf(const std::vector<std::string>& words) {
    const auto values = readOptions(table(), words);
    if (values) return "no error";
    return std::string(name(values.error().code)) + ": " + values.error().text();
}

TEST(CliOptions, OnlyWhatWasTypedIsInTheRecipe) {
    EXPECT_EQ(valuesOf({"--epochs", "3"}), (ParamValues{{"epochs", int64_t{3}}}));
    EXPECT_EQ(valuesOf({}), ParamValues{});
}

TEST(CliOptions, DashesUnderscoresAndEqualsSignsAllWork) {
    const ParamValues expected{{"batch_size", int64_t{32}}};
    EXPECT_EQ(valuesOf({"--batch-size", "32"}), expected);
    EXPECT_EQ(valuesOf({"--batch_size", "32"}), expected);
    EXPECT_EQ(valuesOf({"--batch-size=32"}), expected);
}

TEST(CliOptions, RowsOfAModelCanStandBeforeTheModel) {
    const auto values = valuesOf({"--learning-rate", "2e-4", "--preset", "mlp", "--model", "vae"});
    EXPECT_EQ(values, (ParamValues{{"learning_rate", 2e-4}, {"model", "vae"}, {"preset", "mlp"}}));
}

TEST(CliOptions, ARunThatGoesOnBringsTheRowsOfItsOwnModel) {
    const auto values = readOptions(table(), {"--learning-rate", "1e-4"}, {{"model", "vae"}});
    ASSERT_TRUE(values) << values.error().text();
    EXPECT_EQ(*values, (ParamValues{{"learning_rate", 1e-4}}));
}

TEST(CliOptions, AToggleNeedsNoValue) {
    EXPECT_EQ(valuesOf({"--flip"}), (ParamValues{{"flip", true}}));
    EXPECT_EQ(valuesOf({"--no-flip"}), (ParamValues{{"flip", false}}));
    EXPECT_EQ(valuesOf({"--flip", "off"}), (ParamValues{{"flip", false}}));
}

TEST(CliOptions, PathsBecomeAbsolute) {
    const auto values = valuesOf({"--sheet", "here/../sheet.png"});
    EXPECT_EQ(textOf(values, "sheet"), (std::filesystem::current_path() / "sheet.png").string());
}

TEST(CliOptions, OutOfRangeSaysTheRange) {
    EXPECT_THAT(errorOf({"--epochs", "0"}),
                AllOf(HasSubstr("invalid-argument"), HasSubstr("--epochs"), HasSubstr("1 to ")));
    EXPECT_THAT(errorOf({"--epochs", "many"}),
                AllOf(HasSubstr("invalid-argument"), HasSubstr("whole number")));
}

TEST(CliOptions, MisspeltNamesGetTheNearestOne) {
    EXPECT_THAT(errorOf({"--epoch", "1"}), AllOf(HasSubstr("invalid-argument"), HasSubstr("--epochs")));
    EXPECT_THAT(errorOf({"--model", "vea"}), AllOf(HasSubstr("invalid-argument"), HasSubstr("vae")));
}

TEST(CliOptions, AnOptionOfAnotherModelNamesThatModel) {
    EXPECT_THAT(errorOf({"--model", "dcgan", "--learning-rate", "1e-3"}), HasSubstr("--model vae"));
}

TEST(CliOptions, MissingAndStrayWordsAreRefused) {
    EXPECT_THAT(errorOf({"--epochs"}), AllOf(HasSubstr("invalid-argument"), HasSubstr("needs a value")));
    EXPECT_THAT(errorOf({"epochs", "3"}), AllOf(HasSubstr("invalid-argument"), HasSubstr("epochs")));
    EXPECT_THAT(errorOf({"--epochs", "3", "--epochs=4"}), HasSubstr("twice"));
}

TEST(CliOptions, OptionsOfEveryCommandMayStandAnywhere) {
    const std::array words{"limner-cli", "--json", "train",     "--epochs", "2",
                           "--project",  "/p",     "--threads", "3"};
    const auto line = readCommandLine(static_cast<int>(words.size()), words.data());
    ASSERT_TRUE(line) << line.error().text();
    EXPECT_EQ(line->command, "train");
    EXPECT_THAT(line->words, ::testing::ElementsAre("--epochs", "2"));
    EXPECT_TRUE(line->isJson);
    EXPECT_EQ(line->studio.projectFolder, "/p");
    EXPECT_EQ(line->studio.threads, 3);
}

TEST(CliOptions, WrongThreadsAreAWrongArgument) {
    const std::array words{"limner-cli", "train", "--threads", "-3"};
    const auto line = readCommandLine(static_cast<int>(words.size()), words.data());
    ASSERT_FALSE(line);
    EXPECT_EQ(line.error().code, ErrorCode::InvalidArgument);
}

TEST(CliHelp, ShowsEveryRowInForceWithRangeStandardAndChoices) {
    const KindInfo kind{"train", "Train", "Learns from pictures.", test::fakeTrainTable()};
    const std::string gan = kindHelp(kind, {}, 80);
    for (const ParamSpec* row : activeRows(kind.params, {}))
        EXPECT_THAT(gan, HasSubstr(optionName(row->id) + " "));
    EXPECT_THAT(
        gan, AllOf(HasSubstr("standard 100"), HasSubstr("1 to 1024"), HasSubstr("Variational autoencoder")));
    EXPECT_THAT(gan, Not(HasSubstr("--learning-rate ")));
    EXPECT_THAT(kindHelp(kind, {{"model", "vae"}}, 80), HasSubstr("--learning-rate "));
}

TEST(CliHelp, LinesBreakAtTheWidthOfTheTerminal) {
    EXPECT_EQ(wrapped("vae  ", "one two three four", 14), "vae  one two\n     three\n     four\n");
}

}  // namespace
}  // namespace limner::cli
