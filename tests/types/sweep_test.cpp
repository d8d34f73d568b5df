// Sweeps over recipes: the values of each cell.
#include "core/types/sweep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace limner;
using testing::HasSubstr;

namespace {

ParamTable sweptTable() {
    return {{.id = "seed", .label = "Seed", .standard = int64_t{1}, .range = {0, 100}},
            {.id = "rate",
             .label = "Rate",
             .kind = ParamKind::Real,
             .standard = 0.1,
             .range = {1e-4, 1, Scale::Log}},
            {.id = "directions", .label = "Directions", .kind = ParamKind::Text, .standard = std::string()},
            {.id = "attributes", .label = "Own", .kind = ParamKind::Text, .standard = std::string()},
            {.id = "point", .label = "Point", .kind = ParamKind::Text, .standard = std::string()},
            {.id = "smooth", .label = "Smooth", .kind = ParamKind::Toggle, .standard = false}};
}

SweepAxis axis(const std::string& id, double from, double to, int count) {
    return sweepAxis(sweptTable(), {}, id, from, to, count).value();
}

std::string axisError(const std::string& id, double from, double to, int count) {
    const auto made = sweepAxis(sweptTable(), {}, id, from, to, count);
    return made ? "" : made.error().text();
}

}  // namespace

TEST(Sweep, AnAxisGoesFromEndToEnd) {
    const SweepAxis whole = axis("seed", 1, 4, 3);
    EXPECT_EQ(axisValue(whole, 0), 1);
    EXPECT_EQ(axisValue(whole, 1), 2) << "rounded: 2.5 is no seed";
    EXPECT_EQ(axisValue(whole, 2), 4);
    EXPECT_EQ(axisText(whole, 2), "4");
    const SweepAxis log = axis("rate", 1e-3, 1e-1, 3);
    EXPECT_NEAR(axisValue(log, 1), 1e-2, 1e-12);
    EXPECT_EQ(axisValue(log, 2), 1e-1);
    EXPECT_EQ(axisText(log, 1), "0.01");
    EXPECT_EQ(axisText(axis("directions.1", -1, 2, 4), 1), "0");
    EXPECT_EQ(axisValue(axis("seed", 7, 9, 1), 0), 7);
}

TEST(Sweep, ACellHasTheValuesOfItsPlace) {
    const Sweep sweep{.base = {{"seed", int64_t{5}}, {"directions", std::string("1:0.5,3:2")}},
                      .x = axis("directions.3", -1, 1, 3),
                      .y = axis("seed", 10, 20, 2)};
    const ParamValues values = cellValues(sweep, 2, 1);
    EXPECT_EQ(intOf(values, "seed"), 20);
    EXPECT_EQ(textOf(values, "directions"), "1:0.5,3:1");
    EXPECT_EQ(textOf(cellValues(sweep, 1, 0), "directions"), "1:0.5") << "no distance is no offset";
    const Sweep both{.base = {}, .x = axis("directions.1", -1, 1, 2), .y = axis("directions.2", -1, 1, 2)};
    EXPECT_EQ(textOf(cellValues(both, 1, 0), "directions"), "1:1,2:-1");
    EXPECT_EQ(cellValues({.base = {{"rate", 0.3}}, .x = axis("seed", 1, 2, 2)}, 1, 0),
              (ParamValues{{"rate", 0.3}, {"seed", int64_t{2}}}));
}

TEST(Sweep, OwnDirectionsKeepTheirNumbersWhereTheDistanceIsNothing) {
    const ParamValues base{{"attributes", std::string("0*1,0;2*0,0.5")}};
    const auto over = [&](const char* id) { return sweepAxis(sweptTable(), base, id, -1, 1, 3).value(); };
    const Sweep sweep{.base = base, .x = over("attributes.1"), .y = over("attributes.2")};
    EXPECT_EQ(textOf(cellValues(sweep, 0, 2), "attributes"), "-1*1,0;1*0,0.5");
    EXPECT_EQ(textOf(cellValues(sweep, 1, 0), "attributes"), "-1*0,0.5");
    EXPECT_EQ(textOf(cellValues(sweep, 1, 1), "attributes"), "");
    const Sweep one{.base = base, .x = over("attributes.1"), .y = {}};
    EXPECT_EQ(textOf(cellValues(one, 2, 0), "attributes"), "1*1,0;2*0,0.5");
    const auto third = sweepAxis(sweptTable(), base, "attributes.3", -1, 1, 3);
    ASSERT_FALSE(third);
    EXPECT_THAT(third.error().text(), HasSubstr("no own direction 3"));
    EXPECT_THAT(third.error().text(), HasSubstr("has 2"));
}

TEST(Sweep, OnlyNumbersWithinTheirRangeAreAnAxis) {
    EXPECT_THAT(axisError("sed", 1, 2, 3), HasSubstr("“seed”?"));
    EXPECT_THAT(axisError("smooth", 0, 1, 2), HasSubstr("no number “smooth”"));
    EXPECT_THAT(axisError("seed", 1, 101, 3), HasSubstr("0 to 100"));
    EXPECT_THAT(axisError("seed", 1.5, 3, 3), HasSubstr("whole number"));
    EXPECT_THAT(axisError("rate", 0, 1, 3), HasSubstr("1e-4 to 1"));
    EXPECT_THAT(axisError("seed", 1, 3, 0), HasSubstr("1 to 64"));
    EXPECT_THAT(axisError("seed", 1, 3, 65), HasSubstr("1 to 64"));
    EXPECT_THAT(axisError("directions.1", 0, HUGE_VAL, 3), HasSubstr("numbers"));
    EXPECT_THAT(axisError("directions.x", 0, 1, 3), HasSubstr("no number"));
    EXPECT_THAT(axisError("seed.1", 0, 1, 3), HasSubstr("no number"));
    EXPECT_THAT(axisError("point.1", 0, 1, 3), HasSubstr("no number")) << "a text, but no list of distances";
}
