// Small values: messages with arguments, tiles of a sheet, tables that share their blocks.
#include <gtest/gtest.h>

#include <cmath>

#include "core/types/catalog.h"
#include "core/types/image.h"
#include "core/types/metric_table.h"
#include "core/types/result.h"

using namespace limner;

TEST(Message, PutsItsArgumentsInPlace) {
    EXPECT_EQ(Message("%2 of %1 %", {"ten", "3"}).text(), "3 of ten %");
    EXPECT_EQ(Message("%1 and %2", {"a"}).text(), "a and %2");
    EXPECT_EQ(Message("100 %", {"a"}).text(), "100 %");
    EXPECT_EQ(Message("%1", {"%2", "b"}).text(), "%2") << "arguments are not expanded again";
}

TEST(Result, AMissingValueIsABugOfTheCaller) {
    const Result<int> failed = Error{.code = ErrorCode::NotFound, .message = "No."};
    EXPECT_FALSE(failed.ok());
    EXPECT_THROW(static_cast<void>(failed.value()), std::logic_error);
    EXPECT_EQ(Result<int>(7).value(), 7);
}

TEST(SampleSheet, CutsOutTheTileAtItsPlace) {
    SampleSheet sheet{
        .step = 0, .columns = 2, .count = 3, .tileWidth = 2, .tileHeight = 1, .sheet = Image(4, 2, 3)};
    for (size_t i = 0; i < sheet.sheet.bytes.size(); ++i) sheet.sheet.bytes[i] = static_cast<uint8_t>(i);
    const Image third = sheet.tile(2);
    EXPECT_EQ(third.width, 2);
    EXPECT_EQ(third.bytes, (std::vector<uint8_t>{12, 13, 14, 15, 16, 17}));
}

TEST(MetricLog, TablesShareFullBlocksAndDoNotChange) {
    MetricLog log({"loss"});
    for (int64_t step = 0; step < 2500; ++step) log.append(step, 0, 0, {static_cast<double>(step)});
    const auto early = log.table();
    for (int64_t step = 2500; step < 5000; ++step) log.append(step, 0, 0, {std::nan("")});
    const auto late = log.table();

    EXPECT_EQ(early->rowCount(), 2500u);
    EXPECT_EQ(late->rowCount(), 5000u);
    EXPECT_EQ(early->blocks[0], late->blocks[0]);
    EXPECT_EQ(early->blocks[1], late->blocks[1]);
    EXPECT_EQ(late->blocks[2]->step.front(), 2048);
    EXPECT_EQ(late->blocks[2]->scalars[0][451], 2499.0);
    EXPECT_TRUE(std::isnan(late->blocks[2]->scalars[0][452]));
}

TEST(MetricLog, RefusesARowOfTheWrongWidth) {
    MetricLog log({"loss", "kl"});
    EXPECT_THROW(log.append(0, 0, 0, {1.0}), std::invalid_argument);
}

TEST(Catalog, FindsKindsAndTheirChoices) {
    const Catalog catalog{{{"train",
                            "Train",
                            "",
                            {{.id = "model",
                              .kind = ParamKind::Choice,
                              .standard = "vae",
                              .choices = {{.id = "vae", .label = "VAE"}}}}}}};
    ASSERT_NE(catalog.kind("train"), nullptr);
    EXPECT_EQ(catalog.kind("tarin"), nullptr);
    EXPECT_EQ(choicesOf(catalog.kind("train")->params, "model").front().id, "vae");
    EXPECT_TRUE(choicesOf(catalog.kind("train")->params, "data").empty());
}
