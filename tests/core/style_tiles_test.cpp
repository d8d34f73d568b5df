// Large pictures in pieces.
#include <gmock/gmock.h>

#include <new>

#include "core/style/pictures.h"
#include "core/style/tiles.h"
#include "style_fixture.h"

namespace limner::testing {
namespace {

using style::TileSpan;
using ::testing::ElementsAre;
using torch::Tensor;

/// A blur over three pixels: what it makes of a pixel depends on its neighbours alone.
class Blur final : public style::StyleMethod {
public:
    explicit Blur(Tensor content) : m_content(std::move(content)) {}
    Result<void> step() override {
        const Tensor padded = torch::cat({m_content.slice(2, 0, 1), m_content, m_content.slice(2, -1)}, 2);
        m_picture = (padded.slice(2, 0, -2) + padded.slice(2, 1, -1) + padded.slice(2, 2)) / 3;
        return {};
    }
    bool isDone() const override { return m_picture.defined(); }
    const style::Picture& picture() const override { return m_picture; }
    int64_t stepsDone() const override { return isDone() ? 1 : 0; }
    int64_t stepsTotal() const override { return 1; }

private:
    Tensor m_content, m_picture;
};

using Made = Result<std::unique_ptr<style::StyleMethod>>;

Made makeBlur(const style::StyleInput& input, JobContext&) {
    return std::unique_ptr<style::StyleMethod>(std::make_unique<Blur>(input.content));
}
/// As if memory were enough for 100 pixels a side.
Made makeSmallBlur(const style::StyleInput& input, JobContext& context) {
    if (std::max(input.width, input.height) > 100) throw std::bad_alloc();
    return makeBlur(input, context);
}
Made makeNothing(const style::StyleInput&, JobContext&) {
    throw std::bad_alloc();
}

style::StyleInput inputOf(int width, int height, int64_t tile, int64_t overlap) {
    style::StyleInput input;
    input.content = style::toTensor(wavyPicture(width, height, 23));
    input.width = width;
    input.height = height;
    input.values = {{"tile", tile}, {"overlap", overlap}};
    return input;
}

class Tiles : public StyleTest {
protected:
    Tensor made(Made method) {
        EXPECT_TRUE(method.ok()) << (method.ok() ? "" : method.error().text());
        for (int i = 0; i < 1000 && !(*method)->isDone(); ++i) EXPECT_TRUE((*method)->step().ok());
        return (*method)->picture();
    }
    Session session{folder};
};

TEST_F(Tiles, CoverTheWholeAndOverlap) {
    EXPECT_THAT(style::tileSpans(100, 128, 16), ElementsAre(TileSpan{0, 100}));
    for (const int64_t length : {129, 200, 1000, 4096}) {
        const auto spans = style::tileSpans(length, 128, 16);
        EXPECT_EQ(spans.front().begin, 0);
        EXPECT_EQ(spans.back().end, length);
        for (size_t i = 0; i < spans.size(); ++i) {
            EXPECT_EQ(spans[i].end - spans[i].begin, 128);
            if (i > 0) {
                EXPECT_GE(spans[i - 1].end - spans[i].begin, 16) << length;
            }
        }
    }
}

TEST_F(Tiles, WeightsNeverLeaveAGap) {
    for (const int64_t overlap : {0, 1, 3, 8, 32, 64}) {
        Tensor sum = torch::zeros({500});
        for (const TileSpan& span : style::tileSpans(500, 128, overlap))
            sum.slice(0, span.begin, span.end) += style::tileWeights(span, 500, overlap);
        EXPECT_GT(sum.min().item<double>(), 0) << overlap;
    }
}

TEST_F(Tiles, EqualTheWholeWhereAMethodLooksNoFartherThanTheOverlap) {
    const style::StyleMethodEntry blur{.id = "blur", .make = &makeBlur};
    const Tensor whole = made(makeBlur(inputOf(230, 150, 64, 16), session.context));
    const Tensor tiled = made(style::makeTiled(blur, inputOf(230, 150, 64, 16), session.context));
    EXPECT_TRUE(torch::allclose(tiled, whole, 0, 1e-6)) << (tiled - whole).abs().max();
    const Tensor one = made(style::makeTiled(blur, inputOf(230, 150, 256, 16), session.context));
    EXPECT_TRUE(torch::equal(one, whole)) << "what fits into one tile is not touched";
}

TEST_F(Tiles, AreHalvedWhereMemoryIsNotEnoughAndItIsSaid) {
    const style::StyleMethodEntry small{.id = "small", .make = &makeSmallBlur};
    style::StyleInput input = inputOf(230, 150, 256, 16);
    std::vector<std::string> said;
    input.warn = [&](const Message& message) { said.push_back(message.text()); };
    const Tensor whole = made(makeBlur(input, session.context));
    const Tensor tiled = made(style::makeTiled(small, input, session.context));
    EXPECT_TRUE(torch::allclose(tiled, whole, 0, 1e-6));
    EXPECT_THAT(said, ElementsAre("There is not enough memory for pieces of 230 px: they become 115 px.",
                                  "There is not enough memory for pieces of 115 px: they become 57 px."));
}

TEST_F(Tiles, EndWithAReasonWhereNoTileIsSmallEnough) {
    const style::StyleMethodEntry nothing{.id = "nothing", .make = &makeNothing};
    auto method = style::makeTiled(nothing, inputOf(230, 150, 256, 16), session.context);
    Error error = method.ok() ? Error{} : method.error();
    for (int i = 0; i < 10 && method.ok(); ++i) {
        const auto moved = (*method)->step();
        if (moved) continue;
        error = moved.error();
        break;
    }
    EXPECT_EQ(error.code, ErrorCode::OutOfMemory);
}

}  // namespace
}  // namespace limner::testing
