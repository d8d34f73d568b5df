#include "qt_host.h"

#include <QBuffer>
#include <QColorSpace>
#include <QGuiApplication>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <algorithm>
#include <array>
#include <optional>

#include "picture_format.h"
#include "png_text.h"
#include "sheet_axes.h"

namespace limner {
namespace {

/// A reader over bytes that outlive it. Only the plug-in of the format that the bytes announce is asked.
class Reader {
public:
    Reader(std::span<const std::byte> file, const std::string& format)
        : m_bytes(QByteArray::fromRawData(reinterpret_cast<const char*>(file.data()),
                                          static_cast<qsizetype>(file.size()))),
          m_buffer(&m_bytes) {
        m_buffer.open(QIODevice::ReadOnly);
        m_reader.setDevice(&m_buffer);
        m_reader.setFormat(QByteArray::fromStdString(format));
        m_reader.setAutoTransform(true);
    }
    QImageReader& operator*() { return m_reader; }
    QImageReader* operator->() { return &m_reader; }

private:
    QByteArray m_bytes;
    QBuffer m_buffer;
    QImageReader m_reader;
};

Error notAPicture() {
    return {.code = ErrorCode::Unsupported,
            .message = LIMNER_TR("core", "This is not a picture that Limner can read."),
            .hint = LIMNER_TR("core", "Use a PNG, JPEG, WebP, BMP, GIF or TIFF file.")};
}

Error withoutWriter(const std::string& format) {
    return {.code = ErrorCode::Unsupported,
            .message = {LIMNER_TR("core", "Qt has no writer for %1 pictures here."), {format}},
            .hint = {LIMNER_TR("core", "To install it, type: sudo apt install %1"),
                     {"qt6-image-formats-plugins"}}};
}

Error withoutPlugin(const std::string& format) {
    return {.code = ErrorCode::Unsupported,
            .message = {LIMNER_TR("core", "Qt has no reader for %1 pictures here."), {format}},
            .hint = {LIMNER_TR("core", "To install it, type: sudo apt install %1"),
                     {"qt6-image-formats-plugins"}}};
}

Error damaged(const QString& details = {}) {
    return {.code = ErrorCode::Damaged,
            .message = LIMNER_TR("core", "The picture is damaged or was cut off."),
            .hint = LIMNER_TR("core", "Get the file again or choose another one."),
            .details = details.toStdString()};
}

Error tooLarge(PixelSize size) {
    return {.code = ErrorCode::Unsupported,
            .message = {LIMNER_TR("core", "The picture has %1×%2 pixels; Limner reads up to 100 megapixels."),
                        {std::to_string(size.width), std::to_string(size.height)}},
            .hint = LIMNER_TR("core", "Make it smaller in another program first.")};
}

bool isTooLarge(PixelSize size) {
    return size.height > 0 && size.width > QtHost::kMaxPixels / size.height;
}

/// Reads the header. What passes may be decoded.
Result<PictureInfo> examined(Reader& reader, std::span<const std::byte> file, const std::string& format) {
    if (!QImageReader::supportedImageFormats().contains(QByteArray::fromStdString(format))) {
        return withoutPlugin(format);
    }
    const auto stated = format == "bmp" ? statedBmpSize(file) : std::nullopt;
    if (stated && isTooLarge(*stated)) return tooLarge(*stated);
    QSize size = reader->size();
    if (!size.isValid() || size.isEmpty()) return damaged(reader->errorString());
    const PixelSize pixels{size.width(), size.height()};
    if (isTooLarge(pixels)) return tooLarge(pixels);
    if ((reader->transformation() & QImageIOHandler::TransformationRotate90) != 0) size.transpose();
    // Only these can move; Qt's reader of TIFF would complain of being asked.
    const bool mayMove = format == "gif" || format == "webp";
    return PictureInfo{size.width(), size.height(), format, mayMove ? std::max(1, reader->imageCount()) : 1};
}

/// Whether every pixel is grey because of how the picture is stored, whatever its values.
bool isStoredGrey(const QImage& image) {
    const auto isGrey = [](QRgb colour) {
        return qRed(colour) == qGreen(colour) && qGreen(colour) == qBlue(colour);
    };
    const QImage::Format format = image.format();
    if (format == QImage::Format_Grayscale8 || format == QImage::Format_Grayscale16) return true;
    const QList<QRgb> colours = image.colorTable();
    return !colours.isEmpty() && std::all_of(colours.begin(), colours.end(), isGrey);
}

struct Layout {
    int channels;
    QImage::Format format;
};

Layout layoutOf(const QImage& image) {
    if (image.hasAlphaChannel()) return {4, QImage::Format_RGBA8888};
    if (isStoredGrey(image)) return {1, QImage::Format_Grayscale8};
    return {3, QImage::Format_RGB888};
}

/// In sRGB, at the full depth of the file, so that 16-bit pictures are rounded only once.
QImage inSrgb(QImage image) {
    const QColorSpace stored = image.colorSpace();
    if (!stored.isValid() || stored == QColorSpace(QColorSpace::SRgb)) return image;
    const bool isDeep = image.depth() > 32 || image.format() == QImage::Format_Grayscale16;
    image.convertTo(isDeep ? QImage::Format_RGBA64 : QImage::Format_RGBA8888);
    image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    return image;
}

Image toImage(const QImage& decoded) {
    const Layout layout = layoutOf(decoded);
    const QImage pixels = inSrgb(decoded).convertToFormat(layout.format);
    Image image(pixels.width(), pixels.height(), layout.channels);
    const ptrdiff_t rowBytes = ptrdiff_t{image.width} * image.channels;
    for (int y = 0; y < image.height; ++y) {
        std::copy_n(pixels.constScanLine(y), rowBytes, image.at(0, y));
    }
    return image;
}

std::optional<QImage> asQImage(const Image& image) {
    static constexpr std::array<Layout, 3> kLayouts{
        {{1, QImage::Format_Grayscale8}, {3, QImage::Format_RGB888}, {4, QImage::Format_RGBA8888}}};
    for (const Layout& layout : kLayouts) {
        if (image.isEmpty() || layout.channels != image.channels) continue;
        QImage view(image.bytes.data(), image.width, image.height, qsizetype{image.width} * image.channels,
                    layout.format);
        // A PNG in grey must not carry an RGB profile.
        if (image.channels > 1) view.setColorSpace(QColorSpace(QColorSpace::SRgb));
        return view;
    }
    return std::nullopt;
}

}  // namespace

QtHost::QtHost(std::function<void()> wakeInterface) : m_wakeInterface(std::move(wakeInterface)) {
    // Qt's own limit is 128 MB a picture; 100 megapixels of 16 bits in 4 channels need 800 MB.
    QImageReader::setAllocationLimit(800 + 100);
}

Result<PictureInfo> QtHost::probe(std::span<const std::byte> file) const {
    const std::string format = pictureFormat(file);
    if (format.empty()) return notAPicture();
    Reader reader(file, format);
    return examined(reader, file, format);
}

Result<Image> QtHost::decode(std::span<const std::byte> file) const {
    const std::string format = pictureFormat(file);
    if (format.empty()) return notAPicture();
    Reader reader(file, format);
    if (auto info = examined(reader, file, format); !info) return info.error();
    if (isCutOff(file, format)) return damaged();
    const QImage decoded = reader->read();
    if (decoded.isNull()) return damaged(reader->errorString());
    return toImage(decoded);
}

Result<std::vector<std::byte>> QtHost::encodePng(const Image& image, const TextFields& fields) const {
    const auto picture = asQImage(image);
    if (!picture) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = LIMNER_TR("core", "There is no picture to write.")};
    }
    for (const auto& [keyword, text] : fields) {
        if (isKeyword(keyword)) continue;
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "“%1” cannot be the name of a PNG text field."), {keyword}}};
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!picture->save(&buffer, "PNG")) {
        return Error{.code = ErrorCode::OutOfMemory,
                     .message = LIMNER_TR("core", "The picture could not be encoded as PNG.")};
    }
    const QByteArray& png = buffer.data();
    return withTextFields(std::as_bytes(std::span(png.constData(), static_cast<size_t>(png.size()))), fields);
}

Result<std::vector<std::byte>> QtHost::encode(const Image& image, const std::string& format,
                                              const TextFields& fields) const {
    if (format == "png") return encodePng(image, fields);
    auto picture = asQImage(image);
    if (!picture)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = LIMNER_TR("core", "There is no picture to write.")};
    if (!QImageWriter::supportedImageFormats().contains(QByteArray::fromStdString(format)))
        return withoutWriter(format);
    // Without a profile a picture is sRGB; one that is read back from its profile would be rounded once more.
    picture->setColorSpace({});
    // Qt's writer of WebP takes rows without padding for padded ones.
    if (format == "webp" && image.channels == 3) picture->convertTo(QImage::Format_RGB32);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, QByteArray::fromStdString(format));
    // What is nearest to the picture: a packed TIFF, and a WebP and a JPEG that show no blocks.
    writer.setQuality(format == "jpeg" ? 95 : 100);
    writer.setCompression(1);
    if (!writer.write(*picture))
        return Error{.code = ErrorCode::OutOfMemory,
                     .message = {LIMNER_TR("core", "The picture could not be encoded as %1."), {format}},
                     .details = writer.errorString().toStdString()};
    const auto bytes =
        std::as_bytes(std::span(buffer.data().constData(), static_cast<size_t>(buffer.size())));
    return std::vector<std::byte>(bytes.begin(), bytes.end());
}

Result<Image> QtHost::withAxes(const SampleSheet& sheet, const AxisLabels& x, const AxisLabels& y) const {
    const auto picture = asQImage(sheet.sheet);
    if (!picture) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = LIMNER_TR("core", "There is no picture to draw axes around.")};
    }
    // Only a program with windows or fonts of its own has letters to draw with.
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr) return sheet.sheet;
    return toImage(drawWithAxes(*picture, sheet, x, y));
}

TextFields QtHost::textFields(std::span<const std::byte> file) const {
    return readTextFields(file);
}

void QtHost::wake() {
    if (m_wakeInterface) m_wakeInterface();
}

}  // namespace limner
