// Time lines as JSON text: they read back, and what is wrong is said in one sentence with a hint.
#include <gmock/gmock.h>

#include "core/io/timeline_json.h"

namespace limner::io {
namespace {

using testing::HasSubstr;

std::string errorOfTimeline(std::string_view json) {
    const auto read = timelineFromJson(json);
    if (read) return "no error";
    EXPECT_FALSE(read.error().hint.isEmpty()) << json;
    return read.error().text();
}

std::string withKeys(const std::string& keys, const std::string& more = "") {
    return R"({"schema":1,)" + more + R"("keys":[)" + keys + "]}";
}

TEST(TimelineJson, ReadsBackWhatItWrote) {
    Timeline timeline{.seconds = 1.0 / 3, .rateHz = 24, .isLoop = true, .path = Path::Spline};
    timeline.keys = {{.second = 0, .ease = Ease::Hold, .place = {{"seed", int64_t{4294967295}}}},
                     {.second = 0.1,
                      .ease = Ease::In,
                      .place = {{"truncation", 1.0}, {"directions", std::string("1:-1.2,4:0.9")}}}};
    const std::string text = toJson(timeline);
    const auto again = timelineFromJson(text);
    ASSERT_TRUE(again.ok()) << again.error().text();
    EXPECT_EQ(toJson(*again), text);
    EXPECT_EQ(again->seconds, 1.0 / 3);
    EXPECT_EQ(again->keys[1].place, timeline.keys[1].place) << "1.0 stays a real number";
    EXPECT_EQ(again->keys[0].ease, Ease::Hold);
    EXPECT_TRUE(again->isLoop);
    EXPECT_EQ(text.find('\n'), std::string::npos);
}

TEST(TimelineJson, IsTheTextOfTheManual) {
    const std::string text = R"({"schema":1,"seconds":10,"rate":30,"loop":true,"path":"spherical","keys":[)"
                             R"({"at":0,"ease":"ease","place":{"seed":41207,"truncation":0.8}},)"
                             R"({"at":2.5,"ease":"linear","place":{"seed":7}}]})";
    const auto timeline = timelineFromJson(text);
    ASSERT_TRUE(timeline.ok()) << timeline.error().text();
    EXPECT_EQ(toJson(*timeline), text);
}

TEST(TimelineJson, WhatIsLeftOutIsStandard) {
    const auto timeline = timelineFromJson(withKeys(R"({"at":0},{"at":5})"));
    ASSERT_TRUE(timeline.ok()) << timeline.error().text();
    EXPECT_EQ(timeline->seconds, 10);
    EXPECT_EQ(timeline->rateHz, 30);
    EXPECT_FALSE(timeline->isLoop);
    EXPECT_EQ(timeline->path, Path::Spherical);
    EXPECT_EQ(timeline->keys[0].ease, Ease::InOut);
}

TEST(TimelineJson, SaysWhatIsNoTimeLine) {
    EXPECT_THAT(errorOfTimeline(""), HasSubstr("not valid JSON"));
    EXPECT_THAT(errorOfTimeline("{\"schema\":1"), HasSubstr("not valid JSON"));
    EXPECT_THAT(errorOfTimeline("[1,2]"), HasSubstr("no JSON object"));
    EXPECT_THAT(errorOfTimeline(std::string(100'000, '[')), HasSubstr("not valid JSON"));
    EXPECT_THAT(errorOfTimeline("{}"), HasSubstr("“schema” of the time line"));
    EXPECT_THAT(errorOfTimeline(R"({"schema":1})"), HasSubstr("“keys” of the time line"));
    EXPECT_THAT(errorOfTimeline(R"({"schema":1,"keys":{}})"), HasSubstr("It is a list"));
    EXPECT_THAT(errorOfTimeline(R"({"schema":1.5,"keys":[]})"), HasSubstr("whole number"));
}

TEST(TimelineJson, ANewerVersionIsToldApartFromAMistake) {
    const auto read = timelineFromJson(R"({"schema":2,"tracks":[]})");
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, ErrorCode::Mismatch);
    EXPECT_THAT(read.error().text(), HasSubstr("newer version"));
}

TEST(TimelineJson, NoKeysOneKeyAndAWrongOrderAreRefused) {
    EXPECT_THAT(errorOfTimeline(withKeys("")), HasSubstr("no keys"));
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":1})")), HasSubstr("one key only"));
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":2},{"at":1})")), HasSubstr("out of order"));
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":2},{"at":2})")), HasSubstr("Two keys are at 2 s"));
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":2},{"at":200})")), HasSubstr("outside of the time line"));
}

TEST(TimelineJson, MisspeltNamesSuggestTheNearest) {
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":1,"ease":"eese"},{"at":2})")), HasSubstr("“ease”?"));
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":1},{"at":2})", R"("path":"splin",)")),
                HasSubstr("“spline”?"));
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":1},{"at":2})", R"("secnds":3,)")), HasSubstr("“seconds”?"));
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":1,"plase":{}},{"at":2})")), HasSubstr("“place”?"));
}

TEST(TimelineJson, WrongTypesAndAbsurdNumbersAreRefused) {
    const std::string two = R"({"at":1},{"at":2})";
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":"1"},{"at":2})")), HasSubstr("“at” of key 1"));
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":1},{"place":{}})")), HasSubstr("“at” of key 2"));
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":1},7)")), HasSubstr("Key 2 of the time line"));
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":1,"place":3},{"at":2})")), HasSubstr("“place” of key 1"));
    EXPECT_THAT(errorOfTimeline(withKeys(R"({"at":1,"place":{"seed":[1]}},{"at":2})")),
                HasSubstr("“seed” of key 1"));
    EXPECT_THAT(errorOfTimeline(withKeys(two, R"("loop":1,)")), HasSubstr("true or false"));
    EXPECT_THAT(errorOfTimeline(withKeys(two, R"("rate":29.97,)")), HasSubstr("whole number"));
    EXPECT_THAT(errorOfTimeline(withKeys(two, R"("rate":1e300,)")), HasSubstr("whole number"));
    EXPECT_THAT(errorOfTimeline(withKeys(two, R"("rate":100000,)")), HasSubstr("1 to 120"));
    EXPECT_THAT(errorOfTimeline(withKeys(two, R"("seconds":-1,)")), HasSubstr("0.1 to 3600"));
    EXPECT_THAT(errorOfTimeline(withKeys(two, R"("seconds":1e999,)")), HasSubstr("not valid JSON"));
    EXPECT_THAT(errorOfTimeline(withKeys(two, R"("seconds":1e300,)")), HasSubstr("0.1 to 3600"));
    std::string many = R"({"at":0})";
    for (int i = 0; i < 10'000; ++i) many += R"(,{"at":0})";
    EXPECT_THAT(errorOfTimeline(withKeys(many)), HasSubstr("10001 keys"));
}

}  // namespace
}  // namespace limner::io
