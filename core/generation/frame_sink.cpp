#include "frame_sink.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "core/internal/output_path.h"
#include "core/internal/picture_file.h"
#include "core/io/movie_file.h"
#include "core/io/recipe_json.h"
#include "core/io/recipe_text.h"
#include "core/io/safe_replace.h"

namespace limner::generation {
namespace {

namespace fs = std::filesystem;

bool endsIn(const fs::path& path, const std::string& ending) {
    std::string own = path.extension().string();
    std::ranges::transform(own, own.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return own == ending;
}

/// Whether the file is a picture of exactly this recipe.
bool isFrameOf(const fs::path& file, const Recipe& recipe, const Host& host) {
    constexpr uintmax_t kMaxFrameBytes = uintmax_t{256} << 20;
    const auto bytes = io::readFile(file, kMaxFrameBytes);
    if (!bytes) return false;
    const auto found = io::recipeFromFields(host.textFields(std::as_bytes(std::span(*bytes))), file);
    return found && *found == recipe;
}

class FrameFolder final : public FrameSink {
public:
    FrameFolder(fs::path folder, Recipe recipe, const Host& host)
        : m_folder(std::move(folder)), m_recipe(std::move(recipe)), m_host(host) {}

    /// Whether what is in the folder belongs to this render.
    bool isOurs() const {
        std::error_code error;
        std::set<fs::path> files;
        for (const auto& entry : fs::directory_iterator(m_folder, error))
            if (!entry.path().filename().string().starts_with(".")) files.insert(entry.path());
        if (files.empty()) return true;
        const int64_t frame = std::atoll(files.begin()->filename().c_str()) - 1;
        return frame >= 0 && files.begin()->filename() == frameName(frame) && has(frame);
    }

    bool has(int64_t frame) const override {
        return isFrameOf(m_folder / frameName(frame), frameRecipe(m_recipe, frame), m_host);
    }
    Result<void> write(int64_t frame, const Image& picture) override {
        const auto png = encodePicture(picture, frameRecipe(m_recipe, frame), m_host);
        if (!png) return png.error();
        const auto written = writeBytes(m_folder / frameName(frame), *png);
        if (written) m_hasFrames = true;
        return written;
    }
    Result<void> finish() override { return {}; }
    std::string kept() const override { return m_hasFrames ? m_folder.string() : std::string(); }

private:
    fs::path m_folder;
    Recipe m_recipe;
    const Host& m_host;
    bool m_hasFrames = false;
};

class FrameFile final : public FrameSink {
public:
    FrameFile(fs::path file, Recipe recipe, const Host& host)
        : m_file(std::move(file)), m_recipe(std::move(recipe)), m_host(host) {}
    bool has(int64_t) const override { return false; }
    Result<void> write(int64_t frame, const Image& picture) override {
        const auto png = encodePicture(picture, frameRecipe(m_recipe, frame), m_host);
        if (!png) return png.error();
        return writeBytes(m_file, *png);
    }
    Result<void> finish() override { return {}; }
    std::string kept() const override { return {}; }

private:
    fs::path m_file;
    Recipe m_recipe;
    const Host& m_host;
};

class Movie final : public FrameSink {
public:
    explicit Movie(std::unique_ptr<io::MovieWriter> writer) : m_writer(std::move(writer)) {}
    bool has(int64_t frame) const override { return frame < m_writer->nextFrame(); }
    Result<void> write(int64_t, const Image& picture) override { return m_writer->add(picture); }
    Result<void> finish() override { return m_writer->finish(); }
    std::string kept() const override { return m_writer->keptFolder(); }

private:
    std::unique_ptr<io::MovieWriter> m_writer;
};

Error wrongRenderOutput(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

}  // namespace

std::string frameName(int64_t frame) {
    char name[32];
    std::snprintf(name, sizeof name, "%06lld.png", static_cast<long long>(frame + 1));
    return name;
}

Recipe frameRecipe(const Recipe& recipe, int64_t frame) {
    Recipe own = recipe;
    own.values["frame"] = frame + 1;
    return own;
}

bool isMovie(const fs::path& out) {
    return std::ranges::any_of(movieFormats(),
                               [&](const MovieFormat& format) { return endsIn(out, format.ending); });
}

ParamTable movieFileRows(const char* group) {
    return {{.id = "quality",
             .label = LIMNER_TR("core", "Quality"),
             .help = LIMNER_TR("core",
                               "Of MP4, WebM and WebP: 100 is the best (and lossless in a WebP), less makes "
                               "smaller files."),
             .group = group,
             .standard = int64_t{80},
             .range = {.low = 1, .high = 100, .step = 1}},
            {.id = "out",
             .label = LIMNER_TR("core", "Save as"),
             .help = LIMNER_TR("core",
                               "A movie that ends in .mp4, .webm, .gif or .webp, else a folder of PNG "
                               "pictures; empty puts an MP4 into the project."),
             .group = group,
             .kind = ParamKind::File,
             .standard = std::string()},
            overwriteRow(group)};
}

Result<void> checkRenderOutput(const std::string& out, bool isOneFrame) {
    std::error_code ignored;
    if (out.empty()) return {};
    const bool isFolder = fs::path(out).filename().empty() || fs::is_directory(out, ignored);
    if (!isFolder && endsIn(out, ".png")) {
        if (isOneFrame) return checkOutputFile(out);
        return wrongRenderOutput(
            {LIMNER_TR("core", "“%1” is one picture, and the render makes many."), {out}},
            {LIMNER_TR("core",
                       "End it in one of %1, name a folder, or choose one frame; for a folder with this "
                       "name put a slash behind it."),
             {io::movieEndings()}});
    }
    if (isMovie(out)) {
        const auto format = io::movieFormatOf(out);
        if (!format) return format.error();
        if (isOneFrame)
            return wrongRenderOutput({LIMNER_TR("core", "One frame makes no movie “%1”."), {out}},
                                     LIMNER_TR("core", "End it in .png, or render all frames."));
        return checkOutputFile(out);
    }
    if (isFolder || fs::path(out).extension().empty()) {
        if (!fs::exists(out, ignored) || fs::is_directory(out, ignored)) return {};
        return wrongRenderOutput(
            {LIMNER_TR("core", "“%1” is a file, not a folder."), {out}},
            {LIMNER_TR("core", "Choose a folder, or end it in one of %1."), {io::movieEndings()}});
    }
    return wrongRenderOutput({LIMNER_TR("core", "“%1” ends like nothing that can be rendered."), {out}},
                             {LIMNER_TR("core",
                                        "Movies end in %1; for a folder of pictures with this name put a "
                                        "slash behind it."),
                              {io::movieEndings()}});
}

Result<void> checkMovieSize(const fs::path& out, int64_t size, int rateHz) {
    if (!isMovie(out)) return {};
    const auto format = io::movieFormatOf(out);
    if (!format) return format.error();
    if (size == 0) return checkFrameRate(*format, rateHz);
    return io::checkMovie(*format, static_cast<int>(size), static_cast<int>(size), rateHz);
}

Result<std::unique_ptr<FrameSink>> openFrameFolder(const fs::path& folder, const Recipe& recipe,
                                                   const Host& host) {
    auto sink = std::make_unique<FrameFolder>(folder, recipe, host);
    if (!sink->isOurs())
        return wrongRenderOutput(
            {LIMNER_TR("core", "The folder %1 holds something else than frames of this render."),
             {folder.string()}},
            LIMNER_TR("core", "Choose a new or an empty folder; nothing is overwritten."));
    return std::unique_ptr<FrameSink>(std::move(sink));
}

std::unique_ptr<FrameSink> openFrameFile(const fs::path& file, const Recipe& recipe, const Host& host) {
    return std::make_unique<FrameFile>(file, recipe, host);
}

Result<std::unique_ptr<FrameSink>> openMovie(const fs::path& file, const Recipe& recipe,
                                             const MovieShape& shape, std::vector<Image> samples) {
    auto writer = io::MovieWriter::open(file, {.width = shape.width,
                                               .height = shape.height,
                                               .rateHz = shape.rateHz,
                                               .frames = shape.frames,
                                               .isLoop = shape.isLoop,
                                               .quality = static_cast<int>(intOf(recipe.values, "quality")),
                                               .samples = std::move(samples),
                                               .recipe = io::toJson(recipe)});
    if (!writer) return writer.error();
    return std::unique_ptr<FrameSink>(std::make_unique<Movie>(std::move(*writer)));
}

}  // namespace limner::generation
