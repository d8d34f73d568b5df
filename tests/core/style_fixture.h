// Runs "stylize" without lanes, on small pictures of formulas.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/internal/kinds.h"
#include "core/internal/style_method.h"
#include "core/io/recipe_text.h"
#include "core/io/safe_replace.h"
#include "training_run.h"

namespace limner::testing {

/// Waves in three channels; `period` in pixels.
inline Image wavyPicture(int width, int height, double period, double turn = 0) {
    Image image(width, height, 3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c) {
                const double along = (x * std::cos(turn + c) + y * std::sin(turn + c)) * 6.28318 / period;
                image.at(x, y)[c] = static_cast<uint8_t>(std::lround(128 + 90 * std::sin(along) - 20 * c));
            }
    return image;
}

class StyleTest : public ::testing::Test {
protected:
    StyleTest() {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder = fs::temp_directory_path() / (std::string("limner-") + test->test_suite_name() + "-" +
                                              test->name() + "-" + std::to_string(::getpid()));
        fs::remove_all(folder);
        fs::create_directories(folder);
        put("content.png", wavyPicture(64, 48, 29));
        put("style.png", wavyPicture(60, 60, 7, 1));
    }
    ~StyleTest() override { fs::remove_all(folder); }

    std::string put(const std::string& name, const Image& picture) const {
        const auto bytes = host.encodePng(picture, {});
        EXPECT_TRUE(io::safeReplace(folder / name, textOfBytes(*bytes)).ok());
        return (folder / name).string();
    }
    static std::string_view textOfBytes(const std::vector<std::byte>& bytes) {
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
    std::string bytesOf(const fs::path& file) const {
        const auto bytes = io::readFile(file, 1 << 28);
        return bytes ? *bytes : "no such file";
    }
    Image pictureIn(const fs::path& file) const {
        const std::string bytes = bytesOf(file);
        const auto picture = host.decode(std::as_bytes(std::span(bytes)));
        return picture ? *picture : Image();
    }
    Recipe recipeIn(const fs::path& file) const {
        const std::string bytes = bytesOf(file);
        return io::recipeFromFields(host.textFields(std::as_bytes(std::span(bytes))), file).value();
    }

    /// The content at its own size in the style, with these values beside.
    ParamValues values(ParamValues more = {}) const {
        more.insert({{"content", (folder / "content.png").string()},
                     {"style", (folder / "style.png").string()},
                     {"size", int64_t{64}},
                     {"levels", int64_t{2}},
                     {"out", (folder / "out.png").string()}});
        return more;
    }
    Result<void> start(Session& session, const ParamValues& given) const {
        const generation::KindEntry* kind = generation::findKind("stylize");
        const auto prepared = kind->prepare(given);
        if (!prepared) return prepared.error();
        auto made = kind->make({.kind = "stylize", .values = *prepared}, session.context, JobId{1},
                               [&](Event event) { session.events.push_back(event); });
        if (!made) return made.error();
        session.job = std::move(*made);
        return {};
    }
    /// To its end; the error or an empty text.
    std::string run(Session& session, const ParamValues& given) const {
        const auto started = start(session, given);
        if (!started) return started.error().text();
        const auto outcome = session.runToEnd();
        return outcome.error ? outcome.error->text() : std::string();
    }
    std::string run(const ParamValues& given) const {
        Session session(folder);
        return run(session, given);
    }
    static std::vector<std::string> warnings(const Session& session) {
        std::vector<std::string> texts;
        for (const Event& event : session.events)
            if (event.kind == EventKind::Warning) texts.push_back(event.message.text());
        return texts;
    }

    fs::path folder;
    PlainHost host;
};

}  // namespace limner::testing
