// The colour bitmaps of Noto Color Emoji, read with FreeType.
#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <array>
#include <mutex>
#include <span>

#include "find.h"
#include "formats.h"

namespace limner::datasets {
namespace fs = std::filesystem;
namespace {

constexpr const char* kFontFile = "fonts/truetype/noto/NotoColorEmoji.ttf";

struct CodePoints {
    FT_ULong first;
    FT_ULong last;
};

/// Smileys and the faces of animals and beings: Unicode Emoji charts, groups "face-…", "cat-face",
/// "monkey-face", and the faces in "animal-mammal" and "sky & weather". Without hands, bodies and hearts.
constexpr std::array<CodePoints, 22> kFaces{{
    {0x2639, 0x263A},   {0x1F31A, 0x1F31E}, {0x1F42D, 0x1F432}, {0x1F434, 0x1F43C}, {0x1F479, 0x1F47B},
    {0x1F47D, 0x1F47F}, {0x1F480, 0x1F480}, {0x1F600, 0x1F644}, {0x1F648, 0x1F64A}, {0x1F910, 0x1F917},
    {0x1F920, 0x1F925}, {0x1F927, 0x1F92F}, {0x1F970, 0x1F976}, {0x1F978, 0x1F97A}, {0x1F981, 0x1F981},
    {0x1F984, 0x1F984}, {0x1F98A, 0x1F98A}, {0x1F99D, 0x1F99D}, {0x1F9D0, 0x1F9D0}, {0x1FAE0, 0x1FAE8},
    {0x1F916, 0x1F916}, {0x1F921, 0x1F921},
}};

/// One open font. FreeType lets one thread at a time use a library and its faces.
class Font {
public:
    Font() = default;
    Font(const Font&) = delete;
    Font& operator=(const Font&) = delete;
    ~Font() {
        if (m_face != nullptr) FT_Done_Face(m_face);
        if (m_library != nullptr) FT_Done_FreeType(m_library);
    }

    /// False where the file is not a font with colour bitmaps.
    bool open(const fs::path& file) {
        return FT_Init_FreeType(&m_library) == 0 && FT_New_Face(m_library, file.c_str(), 0, &m_face) == 0 &&
               FT_HAS_COLOR(m_face) && m_face->num_fixed_sizes > 0 && FT_Select_Size(m_face, 0) == 0;
    }

    /// Every glyph that is drawn by a bitmap, in the order of the font.
    std::vector<FT_UInt> drawnGlyphs() const {
        std::vector<FT_UInt> glyphs;
        for (FT_UInt glyph = 0; glyph < static_cast<FT_UInt>(m_face->num_glyphs); ++glyph) {
            if (isDrawn(glyph)) glyphs.push_back(glyph);
        }
        return glyphs;
    }

    std::vector<FT_UInt> glyphsOf(std::span<const CodePoints> ranges) const {
        std::vector<FT_UInt> glyphs;
        for (const CodePoints& range : ranges) {
            for (FT_ULong code = range.first; code <= range.last; ++code) {
                const FT_UInt glyph = FT_Get_Char_Index(m_face, code);
                if (glyph != 0 && isDrawn(glyph)) glyphs.push_back(glyph);
            }
        }
        return glyphs;
    }

    /// The glyph on white, or an empty picture if it cannot be read.
    Image draw(FT_UInt glyph) const {
        if (FT_Load_Glyph(m_face, glyph, FT_LOAD_COLOR) != 0) return {};
        const FT_Bitmap& bitmap = m_face->glyph->bitmap;
        if (bitmap.buffer == nullptr || bitmap.pixel_mode != FT_PIXEL_MODE_BGRA) return {};
        Image image(static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), 3);
        for (int y = 0; y < image.height; ++y) {
            const uint8_t* from = bitmap.buffer + ptrdiff_t{y} * bitmap.pitch;
            for (int x = 0; x < image.width; ++x, from += 4) {
                const int white = 255 - from[3];  // BGRA is premultiplied: over white, add what alpha leaves
                uint8_t* to = image.at(x, y);
                for (int c = 0; c < 3; ++c) to[c] = static_cast<uint8_t>(std::min(from[2 - c] + white, 255));
            }
        }
        return image;
    }

private:
    bool isDrawn(FT_UInt glyph) const {
        return FT_Load_Glyph(m_face, glyph, FT_LOAD_COLOR | FT_LOAD_BITMAP_METRICS_ONLY) == 0 &&
               m_face->glyph->format == FT_GLYPH_FORMAT_BITMAP && m_face->glyph->bitmap.width > 0 &&
               m_face->glyph->bitmap.rows > 0;
    }

    FT_Library m_library = nullptr;
    FT_Face m_face = nullptr;
};

/// Keeps as many open fonts as threads read at the same time.
class EmojiSource : public PictureSource {
public:
    EmojiSource(Listing listing, fs::path file, std::vector<FT_UInt> glyphs)
        : PictureSource(std::move(listing)), m_file(std::move(file)), m_glyphs(std::move(glyphs)) {}

    Result<Image> read(int64_t index) const override {
        const FT_UInt glyph = m_glyphs[static_cast<size_t>(index)];
        std::unique_ptr<Font> font = take();
        Image image = font != nullptr ? font->draw(glyph) : Image{};
        giveBack(std::move(font));
        if (!image.isEmpty()) return image;
        return Error{
            .code = ErrorCode::Damaged,
            .message = {LIMNER_TR("core", "Left out, glyphs of the emoji font that cannot be drawn (%2): %1"),
                        {std::to_string(glyph), "1"}}};
    }

private:
    std::unique_ptr<Font> take() const {
        {
            const std::scoped_lock lock(m_guard);
            if (!m_idle.empty()) {
                std::unique_ptr<Font> font = std::move(m_idle.back());
                m_idle.pop_back();
                return font;
            }
        }
        auto font = std::make_unique<Font>();
        return font->open(m_file) ? std::move(font) : nullptr;
    }

    void giveBack(std::unique_ptr<Font> font) const {
        if (font == nullptr) return;
        const std::scoped_lock lock(m_guard);
        m_idle.push_back(std::move(font));
    }

    fs::path m_file;
    std::vector<FT_UInt> m_glyphs;
    mutable std::mutex m_guard;
    mutable std::vector<std::unique_ptr<Font>> m_idle;
};

}  // namespace

Message emojiUnavailable() {
    if (findInDataFolders(kFontFile)) return {};
    return {LIMNER_TR("core", "The emoji font is not installed. To install it, type: sudo apt install %1"),
            {"fonts-noto-color-emoji"}};
}

OpenedSource openEmoji(const ParamValues& values, const Host&) {
    const auto file = findInDataFolders(kFontFile);
    if (!file) {
        return Error{.code = ErrorCode::NotFound,
                     .message = emojiUnavailable(),
                     .hint = LIMNER_TR("core", "Or choose another data set.")};
    }
    Font font;
    std::vector<FT_UInt> glyphs;
    if (font.open(*file)) {
        glyphs = textOf(values, "emoji_subset") == "faces" ? font.glyphsOf(kFaces) : font.drawnGlyphs();
    }
    if (glyphs.empty()) {
        return Error{.code = ErrorCode::Unsupported,
                     .message = {LIMNER_TR("core", "“%1” has no colour bitmaps."), {file->string()}},
                     .hint = {LIMNER_TR("core", "Limner needs the font of the Debian package %1."),
                              {"fonts-noto-color-emoji"}}};
    }
    Listing listing{.labels = std::vector<int64_t>(glyphs.size(), 0)};
    return std::unique_ptr<PictureSource>(
        std::make_unique<EmojiSource>(std::move(listing), *file, std::move(glyphs)));
}

}  // namespace limner::datasets
