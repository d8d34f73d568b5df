// Parameter tables: what a choice brings, what is refused and how, what a person may type.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/types/param.h"
#include "core/types/param_text.h"

using namespace limner;
using testing::HasSubstr;

namespace {

ParamTable table() {
    const ParamSpec momentum{
        .id = "momentum", .label = "Momentum", .kind = ParamKind::Real, .standard = 0.9, .range = {0, 1}};
    return {{.id = "optimizer",
             .label = "Optimizer",
             .kind = ParamKind::Choice,
             .standard = std::string("adam"),
             .choices = {{.id = "adam", .label = "Adam"},
                         {.id = "sgd", .label = "SGD", .rows = {momentum}, .standards = {{"rate", 0.1}}},
                         {.id = "none", .label = "None", .unavailable = "Install it."}}},
            {.id = "rate",
             .label = "Learning rate",
             .kind = ParamKind::Real,
             .standard = 2e-4,
             .range = {1e-6, 1, Scale::Log}},
            {.id = "batch",
             .label = "Batch size",
             .kind = ParamKind::Integer,
             .standard = int64_t{64},
             .range = {1, 4096}},
            {.id = "clip",
             .label = "Gradient clip",
             .kind = ParamKind::Real,
             .standard = 0.0,
             .range = {0, 100},
             .zeroText = "off"}};
}

std::string errorOf(const ParamValues& given) {
    const auto result = completeValues(table(), given);
    return result ? "no error" : result.error().text();
}

}  // namespace

TEST(ParamTable, AChoiceBringsItsRowsAndStandards) {
    const auto plain = completeValues(table(), {});
    ASSERT_TRUE(plain.ok());
    EXPECT_EQ(plain->count("momentum"), 0u);
    EXPECT_EQ(realOf(*plain, "rate"), 2e-4);

    const auto sgd = completeValues(table(), {{"optimizer", std::string("sgd")}});
    ASSERT_TRUE(sgd.ok());
    EXPECT_EQ(realOf(*sgd, "momentum"), 0.9);
    EXPECT_EQ(realOf(*sgd, "rate"), 0.1);
}

TEST(ParamTable, AGivenValueWinsOverTheChoicesStandard) {
    const auto values = completeValues(table(), {{"optimizer", std::string("sgd")}, {"rate", 0.5}});
    ASSERT_TRUE(values.ok());
    EXPECT_EQ(realOf(*values, "rate"), 0.5);
}

TEST(ParamTable, AMisspeltNameSuggestsTheNearest) {
    EXPECT_THAT(errorOf({{"bacth", int64_t{1}}}), HasSubstr("Did you mean “batch”?"));
    EXPECT_THAT(errorOf({{"optimizer", std::string("amad")}}), HasSubstr("Did you mean “adam”?"));
}

TEST(ParamTable, OutOfRangeNamesTheRange) {
    EXPECT_THAT(errorOf({{"batch", int64_t{0}}}), HasSubstr("1 to 4096"));
    EXPECT_THAT(errorOf({{"rate", std::nan("")}}), HasSubstr("1e-6 to 1"));
}

TEST(ParamTable, AWrongTypeIsRefused) {
    EXPECT_THAT(errorOf({{"batch", std::string("many")}}), HasSubstr("whole number"));
    EXPECT_THAT(errorOf({{"batch", 1.5}}), HasSubstr("whole number"));
    EXPECT_THAT(errorOf({{"momentum", 0.5}}), HasSubstr("no parameter “momentum”"));
}

TEST(ParamTable, AnUnavailableChoiceSaysWhatToDo) {
    EXPECT_THAT(errorOf({{"optimizer", std::string("none")}}), HasSubstr("Install it."));
}

TEST(ParamTable, OneOfAnUnavailableKindIsMissingForTheSameReason) {
    EXPECT_THAT(errorOf({{"optimizer", std::string("none:1")}}), HasSubstr("Install it."));
    EXPECT_THAT(errorOf({{"optimizer", std::string("adam:1")}}), HasSubstr("Did you mean “adam”?"));
}

TEST(ParamText, ReadsWhatPeopleType) {
    const ParamTable rows = table();
    EXPECT_EQ(std::get<double>(*parseValue(rows[1], " 2e-4 ")), 2e-4);
    EXPECT_EQ(std::get<double>(*parseValue(rows[1], "1/5000")), 2e-4);
    EXPECT_EQ(std::get<int64_t>(*parseValue(rows[2], "128")), 128);
    EXPECT_EQ(std::get<double>(*parseValue(rows[3], "off")), 0.0);
    EXPECT_EQ(std::get<std::string>(*parseValue(rows[0], "SGD")), "sgd");
    EXPECT_FALSE(parseValue(rows[1], "1/0").ok());
    EXPECT_FALSE(parseValue(rows[1], "2e-4x").ok());
    EXPECT_FALSE(parseValue(rows[2], "").ok());
}

TEST(ParamText, WritesWhatPeopleRead) {
    const ParamTable rows = table();
    EXPECT_EQ(formatValue(rows[1], 2e-4), "2e-4");
    EXPECT_EQ(formatValue(rows[1], 0.999), "0.999");
    EXPECT_EQ(formatValue(rows[3], 0.0), "off");
}
