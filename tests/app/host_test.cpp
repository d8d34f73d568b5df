// The picture decoder, without a display: only a QCoreApplication exists, as in limner-cli.
#include "app/host/qt_host.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <thread>

namespace limner {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

std::span<const std::byte> spanOf(const QByteArray& bytes) {
    return std::as_bytes(std::span(bytes.constData(), static_cast<size_t>(bytes.size())));
}

QByteArray asBytes(const std::vector<std::byte>& bytes) {
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

QByteArray encoded(const QImage& image, const char* format) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    EXPECT_TRUE(image.save(&buffer, format, 100)) << format;
    return buffer.data();
}

QImage filled(int width, int height, QColor colour, QImage::Format format = QImage::Format_RGB888) {
    QImage image(width, height, format);
    image.fill(colour);
    return image;
}

/// Colours that differ from pixel to pixel, so that nothing compresses to almost nothing.
QImage varied(int width, int height) {
    QImage image(width, height, QImage::Format_RGB888);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) image.setPixel(x, y, qRgb(x * 37 % 256, y * 91 % 256, x * y % 256));
    }
    return image;
}

std::vector<int> pixel(const Image& image, int x, int y) {
    return {image.at(x, y), image.at(x, y) + image.channels};
}

/// A JPEG whose EXIF block says: turn it a quarter clockwise to see it upright.
QByteArray quarterTurned(QByteArray jpeg) {
    const QByteArray exif = QByteArray::fromHex(
        "ffe10022457869660000"      // APP1, 34 bytes, "Exif"
        "49492a0008000000"          // little-endian TIFF, directory at byte 8
        "0100"                      // one entry:
        "120103000100000006000000"  // orientation, one short, 6
        "00000000");
    return jpeg.insert(2, exif);
}

/// 8×8 pixels of CMYK (0, 255, 255, 0), which is red, as Adobe writes it: inverted.
QByteArray cmykRedJpeg() {
    return QByteArray::fromHex(
               "ffd8ffee000e41646f626500640000000000"  // start, Adobe marker without transform
               "ffdb004300") +
           QByteArray(64, '\x08') +  // quantisation by 8: DC is the grey level
           QByteArray::fromHex(
               "ffc00014080008000804011100021100031100041100"  // 8×8, four components
               "ffc400150000020000000000000000000000000000"    // two DC codes of two bits:
               "0708"                                          // for 7 and 8 bits
               "ffc400141001000000000000000000000000000000"    // one AC code: end of block
               "00"
               "ffda000e0401000200030004"
               "00003f00"      // all four in one scan
               "3f97f2fe3fbf"  // +127, -128, -128, +127
               "ffd9");
}

/// Two frames of one pixel each: red, then blue.
QByteArray twoFrameGif() {
    return QByteArray("GIF89a") + QByteArray::fromHex(
                                      "01000100800000ff00000000ff"
                                      "2c00000000010001000002024401"
                                      "00"
                                      "2c00000000010001000002024c01"
                                      "00"
                                      "3b");
}

/// A PNG that announces a size, and ends as its picture data begins.
QByteArray pngHeader(uint32_t width, uint32_t height) {
    QByteArray chunk("IHDR");
    for (const uint32_t side : {width, height}) {
        for (int shift = 24; shift >= 0; shift -= 8) chunk += static_cast<char>(side >> shift & 0xff);
    }
    chunk += QByteArray::fromHex("0802000000");  // 8 bits, RGB
    auto sum = static_cast<uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(chunk.constData()), static_cast<uInt>(chunk.size())));
    QByteArray file = QByteArray("\x89PNG\r\n\x1a\n") + QByteArray::fromHex("0000000d") + chunk;
    for (int shift = 24; shift >= 0; shift -= 8) file += static_cast<char>(sum >> shift & 0xff);
    file += QByteArray::fromHex("00010000") + "IDAT";
    return file;
}

class HostTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        static int argc = 1;
        static char name[] = "host_test";
        static char* argv[] = {name, nullptr};
        static QCoreApplication application(argc, argv);
    }

    Image decode(const QByteArray& file) const {
        auto image = m_host.decode(spanOf(file));
        EXPECT_TRUE(image) << (image ? "" : image.error().text());
        return image ? *image : Image{};
    }

    Error refusal(const QByteArray& file) const {
        const auto image = m_host.decode(spanOf(file));
        EXPECT_FALSE(image);
        return image ? Error{} : image.error();
    }

    QtHost m_host;
};

TEST_F(HostTest, EveryFormatOfTheHelpTextCanBeRead) {
    for (const char* format : {"png", "jpeg", "webp", "bmp", "tiff"}) {
        const QByteArray file = encoded(filled(12, 7, QColor(200, 100, 50)), format);
        const auto info = m_host.probe(spanOf(file));
        ASSERT_TRUE(info) << format;
        EXPECT_EQ(info->format, format);
        EXPECT_EQ(info->width, 12);
        EXPECT_EQ(info->height, 7);
        const Image image = decode(file);
        EXPECT_EQ(image.channels, 3) << format;
        EXPECT_NEAR(image.at(5, 5)[0], 200, 3) << format;
        EXPECT_NEAR(image.at(5, 5)[1], 100, 3) << format;
        EXPECT_NEAR(image.at(5, 5)[2], 50, 3) << format;
    }
}

TEST_F(HostTest, LosslessPixelsComeThroughExactly) {
    QImage stored(3, 2, QImage::Format_RGB888);  // rows of 9 bytes: Qt pads them, Image must not
    for (int i = 0; i < 6; ++i) stored.setPixel(i % 3, i / 3, qRgb(i, 10 * i, 40 * i));
    const Image image = decode(encoded(stored, "png"));
    EXPECT_THAT(image.bytes, ElementsAre(0, 0, 0, 1, 10, 40, 2, 20, 80, 3, 30, 120, 4, 40, 160, 5, 50, 200));
}

TEST_F(HostTest, GreyStaysGrey) {
    QImage grey(2, 1, QImage::Format_Grayscale8);
    grey.fill(90);
    const Image read = decode(encoded(grey, "png"));
    EXPECT_EQ(read.channels, 1);
    EXPECT_THAT(read.bytes, ElementsAre(90, 90));
    EXPECT_EQ(decode(encoded(grey, "jpeg")).channels, 1);
    EXPECT_EQ(decode(encoded(filled(2, 1, Qt::white, QImage::Format_Mono), "png")).channels, 1);
    EXPECT_EQ(decode(encoded(filled(2, 1, Qt::gray), "png")).channels, 3) << "grey colours stored as RGB";
}

TEST_F(HostTest, TransparencyIsKeptUnpremultiplied) {
    const Image image =
        decode(encoded(filled(1, 1, QColor(200, 100, 40, 51), QImage::Format_RGBA8888), "png"));
    EXPECT_EQ(image.channels, 4);
    EXPECT_THAT(pixel(image, 0, 0), ElementsAre(200, 100, 40, 51));
}

TEST_F(HostTest, SixteenBitsBecomeEight) {
    QImage deep(1, 1, QImage::Format_RGBX64);
    deep.setPixelColor(0, 0, QColor::fromRgba64(0xffff, 0x8080, 0x0101));
    EXPECT_THAT(pixel(decode(encoded(deep, "png")), 0, 0), ElementsAre(255, 128, 1));
    EXPECT_EQ(decode(encoded(filled(1, 1, Qt::gray, QImage::Format_Grayscale16), "png")).channels, 1);
}

TEST_F(HostTest, ExifTurnsThePictureUpright) {
    QImage lying = filled(32, 16, Qt::blue);
    for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 16; ++x) lying.setPixelColor(x, y, Qt::red);  // the left half
    }
    const QByteArray file = quarterTurned(encoded(lying, "jpeg"));
    const auto info = m_host.probe(spanOf(file));
    ASSERT_TRUE(info);
    EXPECT_EQ(info->width, 16);
    EXPECT_EQ(info->height, 32);
    const Image upright = decode(file);
    EXPECT_EQ(upright.width, 16);
    EXPECT_EQ(upright.height, 32);
    EXPECT_GT(upright.at(8, 4)[0], 200) << "the left half turned clockwise is the upper half";
    EXPECT_GT(upright.at(8, 28)[2], 200);
}

TEST_F(HostTest, ColourProfilesAreConvertedToSrgb) {
    QImage wide = filled(1, 1, QColor(180, 120, 90));
    wide.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
    const Image image = decode(encoded(wide, "png"));
    // Display P3 (180, 120, 90) is sRGB (190.3, 116.6, 84.0): the matrix of CSS Color 4, section 10.
    EXPECT_NEAR(image.at(0, 0)[0], 190.3, 1);
    EXPECT_NEAR(image.at(0, 0)[1], 116.6, 1);
    EXPECT_NEAR(image.at(0, 0)[2], 84.0, 1);
}

TEST_F(HostTest, CmykBecomesRgb) {
    const Image image = decode(cmykRedJpeg());
    EXPECT_EQ(image.channels, 3);
    EXPECT_THAT(pixel(image, 4, 4), ElementsAre(255, 0, 0));
}

TEST_F(HostTest, OnlyTheFirstFrameOfAnAnimationIsRead) {
    const Image image = decode(twoFrameGif());
    EXPECT_THAT(pixel(image, 0, 0), ElementsAre(255, 0, 0));
    EXPECT_EQ(m_host.probe(spanOf(twoFrameGif()))->frames, 2);
    EXPECT_EQ(m_host.probe(spanOf(encoded(filled(2, 2, Qt::green), "png")))->frames, 1);
}

TEST_F(HostTest, OnePixelIsAPicture) {
    const Image image = decode(encoded(filled(1, 1, Qt::green), "png"));
    EXPECT_EQ(image.width, 1);
    EXPECT_EQ(image.height, 1);
}

TEST_F(HostTest, FilesThatAreNotPicturesAreRefused) {
    for (const QByteArray& file : {QByteArray("These are only words.\n"), QByteArray(), QByteArray("B"),
                                   QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>")}) {
        const Error error = refusal(file);
        EXPECT_EQ(error.code, ErrorCode::Unsupported);
        EXPECT_THAT(error.text(), HasSubstr("not a picture that Limner can read"));
        EXPECT_FALSE(m_host.probe(spanOf(file)));
    }
}

TEST_F(HostTest, FilesThatWereCutOffAreRefusedInEveryFormat) {
    std::vector<QByteArray> files{twoFrameGif().left(30), cmykRedJpeg().chopped(2)};
    for (const char* format : {"png", "jpeg", "webp", "bmp", "tiff"}) {
        const QByteArray whole = encoded(varied(64, 48), format);
        for (const qsizetype kept : {whole.size() / 2, whole.size() - whole.size() / 20, qsizetype{20}}) {
            files.push_back(whole.left(kept));
        }
    }
    for (const QByteArray& file : files) {
        const Error error = refusal(file);
        EXPECT_EQ(error.code, ErrorCode::Damaged) << file.left(8).toHex().toStdString() << " " << file.size();
        EXPECT_THAT(error.text(), HasSubstr("damaged or was cut off"));
    }
}

TEST_F(HostTest, AThumbnailDoesNotHideThatAJpegWasCutOff) {
    QByteArray file = encoded(varied(64, 48), "jpeg").chopped(40);
    file.insert(2, QByteArray::fromHex("ffe10006"
                                       "ffd9ffd9"));  // an application segment with end markers in it
    EXPECT_EQ(refusal(file).code, ErrorCode::Damaged);
}

TEST_F(HostTest, BytesAfterTheEndOfAPictureDoNoHarm) {
    for (const char* format : {"png", "jpeg", "bmp", "webp"}) {
        EXPECT_EQ(decode(encoded(varied(9, 9), format) + QByteArray(500, 'x')).width, 9) << format;
    }
}

TEST_F(HostTest, MoreThanAHundredMegapixelsAreRefusedFromTheHeader) {
    const Error error = refusal(pngHeader(30000, 30000));
    EXPECT_EQ(error.code, ErrorCode::Unsupported);
    EXPECT_THAT(error.text(), HasSubstr("30000×30000 pixels; Limner reads up to 100 megapixels"));
    EXPECT_EQ(refusal(pngHeader(10000, 10001)).code, ErrorCode::Unsupported);
    EXPECT_EQ(refusal(pngHeader(10000, 10000)).code, ErrorCode::Damaged) << "within the limit, but empty";
}

TEST_F(HostTest, ABitmapThatIsFarTooLargeSaysSoAndNotThatItIsDamaged) {
    QByteArray header = encoded(varied(8, 8), "bmp").left(54);
    for (const int at : {18, 22}) header.replace(at, 4, QByteArray::fromHex("30750000"));  // 30,000
    const Error error = refusal(header);
    EXPECT_EQ(error.code, ErrorCode::Unsupported);
    EXPECT_THAT(error.text(), HasSubstr("30000×30000 pixels; Limner reads up to 100 megapixels"));
    header.replace(22, 4, QByteArray::fromHex("00000080"));  // the lowest number there is
    EXPECT_EQ(refusal(header).code, ErrorCode::Unsupported);
}

TEST_F(HostTest, PngRoundTripKeepsEveryPixel) {
    for (const int channels : {1, 3, 4}) {
        Image image(5, 3, channels);
        for (size_t i = 0; i < image.bytes.size(); ++i) image.bytes[i] = static_cast<uint8_t>(i * 4 + 1);
        const auto png = m_host.encodePng(image, {});
        ASSERT_TRUE(png);
        const auto again = m_host.decode(*png);
        ASSERT_TRUE(again);
        EXPECT_EQ(*again, image) << channels;
    }
}

TEST_F(HostTest, TextFieldsSurviveARoundTrip) {
    const TextFields fields{
        {"limner:recipe", "{\"kind\":\"train\",\"text\":\"" + std::string(20000, 'a') + "\"}"},
        {"parameters", "Größe 28 · 学习率 0.0002 🎨"},
        {"Comment", ""}};
    const auto png = m_host.encodePng(Image(2, 2, 3), fields);
    ASSERT_TRUE(png);
    EXPECT_EQ(m_host.textFields(*png), fields);
    EXPECT_EQ(asBytes(*png).count("iTXt"), 3);
    EXPECT_EQ(asBytes(*png).count("tEXt") + asBytes(*png).count("zTXt"), 0);
    EXPECT_TRUE(m_host.decode(*png));
}

TEST_F(HostTest, OtherProgramsReadOurTextFields) {
    const auto png = m_host.encodePng(Image(2, 2, 1), {{"parameters", "学习率"}});
    ASSERT_TRUE(png);
    QByteArray bytes = asBytes(*png);
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    EXPECT_EQ(reader.text(QStringLiteral("parameters")), QStringLiteral("学习率"));
}

TEST_F(HostTest, WeReadTheTextFieldsOfOtherPrograms) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    const QString lengthy = QStringLiteral("words ").repeated(500);
    writer.setText(QStringLiteral("Short"), QStringLiteral("café"));    // tEXt, Latin-1
    writer.setText(QStringLiteral("Long"), lengthy);                    // zTXt
    writer.setText(QStringLiteral("Chinese"), QStringLiteral("模型"));  // iTXt
    ASSERT_TRUE(writer.write(filled(1, 1, Qt::red)));
    EXPECT_THAT(
        m_host.textFields(spanOf(buffer.data())),
        testing::UnorderedElementsAre(Pair("Short", "café"), Pair("Long", lengthy.trimmed().toStdString()),
                                      Pair("Chinese", "模型")));
}

TEST_F(HostTest, DamagedTextFieldsAreLeftOut) {
    const auto png = m_host.encodePng(Image(1, 1, 1), {{"one", "first"}, {"two", "second"}});
    ASSERT_TRUE(png);
    QByteArray bytes = asBytes(*png);
    bytes.replace("second", "sEcond");
    EXPECT_THAT(m_host.textFields(spanOf(bytes)), ElementsAre(Pair("one", "first")));
    EXPECT_THAT(m_host.textFields(spanOf(bytes.left(60))), testing::SizeIs(testing::Le(1u)));
    EXPECT_TRUE(m_host.textFields(spanOf(QByteArray("no picture"))).empty());
    EXPECT_TRUE(m_host.textFields(spanOf(encoded(filled(1, 1, Qt::red), "jpeg"))).empty());
}

/// The largest difference of any channel.
int difference(const Image& a, const Image& b) {
    int most = 0;
    for (size_t i = 0; i < a.bytes.size(); ++i) most = std::max(most, std::abs(a.bytes[i] - b.bytes[i]));
    return most;
}

TEST_F(HostTest, EveryFormatThatIsWrittenCanBeReadAgain) {
    Image picture(37, 23, 3);
    for (int y = 0; y < 23; ++y)
        for (int x = 0; x < 37; ++x)
            for (int c = 0; c < 3; ++c)
                picture.at(x, y)[c] = static_cast<uint8_t>(40 + 3 * x + 2 * y + 5 * c);
    for (const auto& [format, tolerance] :
         std::vector<std::pair<std::string, int>>{{"png", 0}, {"tiff", 0}, {"jpeg", 6}, {"webp", 6}}) {
        const auto file = m_host.encode(picture, format, {{"title", "cat"}});
        ASSERT_TRUE(file.ok()) << format << ": " << file.error().text();
        EXPECT_EQ(m_host.probe(*file)->format, format);
        const Image again = m_host.decode(*file).value();
        ASSERT_EQ(again.bytes.size(), picture.bytes.size()) << format;
        EXPECT_LE(difference(again, picture), tolerance) << format;
    }
    EXPECT_EQ(m_host.textFields(*m_host.encode(picture, "png", {{"title", "cat"}})).size(), 1u);
    EXPECT_EQ(m_host.encode(picture, "ico9", {}).error().code, ErrorCode::Unsupported);
    EXPECT_EQ(m_host.encode(Image(), "jpeg", {}).error().code, ErrorCode::InvalidArgument);
}

TEST_F(HostTest, TransparencyIsWrittenWhereTheFormatHasIt) {
    Image picture(5, 4, 4);
    for (size_t i = 0; i < picture.bytes.size(); ++i) picture.bytes[i] = static_cast<uint8_t>(150 + i);
    for (const char* format : {"png", "webp", "tiff"}) {
        const Image again = m_host.decode(*m_host.encode(picture, format, {})).value();
        ASSERT_EQ(again.channels, 4) << format;
        EXPECT_LE(difference(again, picture), 6) << format;
    }
}

TEST_F(HostTest, ForbiddenKeywordsAndEmptyPicturesAreRefused) {
    for (const std::string keyword : {"", " lead", "two  spaces", "line\nbreak"}) {
        const auto png = m_host.encodePng(Image(1, 1, 1), {{keyword, "text"}});
        ASSERT_FALSE(png) << keyword;
        EXPECT_EQ(png.error().code, ErrorCode::InvalidArgument);
    }
    EXPECT_FALSE(m_host.encodePng(Image(1, 1, 1), {{std::string(80, 'k'), "text"}}));
    EXPECT_FALSE(m_host.encodePng(Image{}, {}));
}

TEST_F(HostTest, FourThreadsDecodeAtOnce) {
    const std::vector<QByteArray> files{encoded(varied(80, 60), "png"), encoded(varied(80, 60), "jpeg"),
                                        encoded(varied(80, 60), "webp")};
    std::vector<Image> expected;
    for (const QByteArray& file : files) expected.push_back(decode(file));
    std::vector<int> wrong(4, 0);
    {
        std::vector<std::jthread> threads;
        for (int& count : wrong) {
            threads.emplace_back([&, mine = &count] {
                for (size_t i = 0; i < 60; ++i) {
                    const auto image = m_host.decode(spanOf(files[i % files.size()]));
                    if (!image || !(*image == expected[i % files.size()])) ++*mine;
                }
            });
        }
    }
    EXPECT_THAT(wrong, Each(0));
}

TEST_F(HostTest, WakeCallsTheProgram) {
    int calls = 0;
    QtHost host([&calls] { ++calls; });
    host.wake();
    EXPECT_EQ(calls, 1);
    m_host.wake();  // without a callback nothing happens
}

}  // namespace
}  // namespace limner
