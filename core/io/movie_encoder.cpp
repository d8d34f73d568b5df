#include "movie_encoder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "core/internal/av.h"

namespace limner::io {
namespace {

Error encodingError(const MovieFormat& format, int number) {
    if (number == AVERROR(ENOMEM))
        return {.code = ErrorCode::OutOfMemory,
                .message = {LIMNER_TR("core", "There is not enough memory to encode %1."), {format.title}},
                .hint = LIMNER_TR("core", "Make the movie smaller, or close other programs.")};
    return {.code = ErrorCode::Unsupported,
            .message = {LIMNER_TR("core", "The encoder of %1 failed (%2)."), {format.title, avText(number)}},
            .hint = {LIMNER_TR("core", "Choose another of the file endings %1."), {movieEndings()}}};
}

/// 100 is as good as it gets, 80 looks the same as the original, 1 is as small as it gets.
std::string rateFactor(int quality, int best, int worst) {
    return std::to_string(std::lround(worst + (best - worst) * (quality - 1) / 99.0));
}

using AvSettings = std::vector<std::pair<std::string, std::string>>;

/// The same on every machine, so that the same movie comes out.
constexpr int kEncoderThreads = 2;

AvSettings settingsOfH264(const MovieOptions& options) {
    // A short look ahead keeps memory small: each frame of it is held whole.
    return {{"preset", "medium"}, {"crf", rateFactor(options.quality, 8, 40)}, {"rc-lookahead", "20"}};
}

AvSettings settingsOfVp9(const MovieOptions& options) {
    return {{"crf", rateFactor(options.quality, 8, 56)},
            {"deadline", "good"},
            {"cpu-used", "4"},
            {"lag-in-frames", "16"}};
}

AvSettings settingsOfGif(const MovieOptions&) {
    return {};
}

AvSettings settingsOfWebp(const MovieOptions& options) {
    if (options.quality == 100) return {{"lossless", "1"}};
    return {{"quality", std::to_string(options.quality)}};
}

struct EncoderRow {
    const char* encoder;
    AVPixelFormat pixels;
    AvSettings (*settings)(const MovieOptions& options);
};

constexpr std::array<EncoderRow, 4> kEncoderRows{{{"libx264", AV_PIX_FMT_YUV420P, &settingsOfH264},
                                                  {"libvpx-vp9", AV_PIX_FMT_YUV420P, &settingsOfVp9},
                                                  {"gif", AV_PIX_FMT_PAL8, &settingsOfGif},
                                                  {"libwebp", AV_PIX_FMT_BGRA, &settingsOfWebp}}};

AVPixelFormat pixelsOf(const Image& frame) {
    if (frame.channels == 1) return AV_PIX_FMT_GRAY8;
    return frame.channels == 3 ? AV_PIX_FMT_RGB24 : AV_PIX_FMT_RGBA;
}

class AvEncoder final : public MovieEncoder {
public:
    AvEncoder(MovieFormat format, AvOwned<AVCodecContext> context,
              std::shared_ptr<const MoviePalette> palette)
        : m_format(std::move(format)), m_context(std::move(context)), m_palette(std::move(palette)) {
        const auto* setup = reinterpret_cast<const char*>(m_context->extradata);
        if (setup != nullptr) m_stretch.setup.assign(setup, static_cast<size_t>(m_context->extradata_size));
    }

    Result<void> add(const Image& frame) override {
        const int ready = prepareFrame();
        if (ready < 0) return encodingError(m_format, ready);
        if (m_context->pix_fmt == AV_PIX_FMT_PAL8)
            fillIndices(frame);
        else
            convert(frame);
        m_frame->pts = m_stretch.frames++;
        return send(m_frame.get());
    }

    Result<MovieStretch> finish() override {
        const auto sent = send(nullptr);
        if (!sent) return sent.error();
        return std::move(m_stretch);
    }

private:
    /// The encoder may still hold the last frame, so each gets memory of its own when that is so.
    int prepareFrame() {
        if (m_frame) return av_frame_make_writable(m_frame.get());
        m_frame.reset(av_frame_alloc());
        if (!m_frame) return AVERROR(ENOMEM);
        m_frame->width = m_context->width;
        m_frame->height = m_context->height;
        m_frame->format = m_context->pix_fmt;
        m_frame->color_range = m_context->color_range;
        m_frame->colorspace = m_context->colorspace;
        return av_frame_get_buffer(m_frame.get(), 0);
    }

    void fillIndices(const Image& frame) {
        m_palette->toIndices(frame, m_frame->data[0], static_cast<size_t>(m_frame->linesize[0]));
        std::memcpy(m_frame->data[1], m_palette->colours().data(), sizeof(uint32_t) * 256);
    }

    void convert(const Image& frame) {
        if (!m_scaler || m_scalerPixels != pixelsOf(frame)) makeScaler(frame);
        const uint8_t* const planes[] = {frame.bytes.data()};
        const int strides[] = {frame.width * frame.channels};
        sws_scale(m_scaler.get(), planes, strides, 0, frame.height, m_frame->data, m_frame->linesize);
    }

    void makeScaler(const Image& frame) {
        m_scalerPixels = pixelsOf(frame);
        m_scaler.reset(sws_getContext(frame.width, frame.height, m_scalerPixels, m_context->width,
                                      m_context->height, m_context->pix_fmt,
                                      SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr,
                                      nullptr));
        // Full-range sRGB to the BT.709 that the stream is marked with; FFmpeg's own standard is BT.601.
        const int* bt709 = sws_getCoefficients(SWS_CS_ITU709);
        const int isFullRange = m_context->color_range == AVCOL_RANGE_MPEG ? 0 : 1;
        sws_setColorspaceDetails(m_scaler.get(), bt709, 1, bt709, isFullRange, 0, 1 << 16, 1 << 16);
    }

    Result<void> send(const AVFrame* frame) {
        const int sent = avcodec_send_frame(m_context.get(), frame);
        if (sent < 0) return encodingError(m_format, sent);
        const AvOwned<AVPacket> packet(av_packet_alloc());
        for (;;) {
            const int got = avcodec_receive_packet(m_context.get(), packet.get());
            if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return {};
            if (got < 0) return encodingError(m_format, got);
            m_stretch.packets.push_back({.shown = packet->pts,
                                         .decoded = packet->dts,
                                         .isKey = (packet->flags & AV_PKT_FLAG_KEY) != 0,
                                         .bytes = std::string(reinterpret_cast<const char*>(packet->data),
                                                              static_cast<size_t>(packet->size))});
            av_packet_unref(packet.get());
        }
    }

    MovieFormat m_format;
    AvOwned<AVCodecContext> m_context;
    std::shared_ptr<const MoviePalette> m_palette;
    AvOwned<AVFrame> m_frame;
    AvOwned<SwsContext> m_scaler;
    AVPixelFormat m_scalerPixels = AV_PIX_FMT_NONE;
    MovieStretch m_stretch;
};

void setUp(AVCodecContext& context, const EncoderRow& row, const MovieOptions& options) {
    context.width = options.width;
    context.height = options.height;
    context.pix_fmt = row.pixels;
    context.time_base = {1, options.rateHz};
    context.framerate = {options.rateHz, 1};
    context.thread_count = kEncoderThreads;
    context.flags |= AV_CODEC_FLAG_BITEXACT;
    if (row.pixels == AV_PIX_FMT_YUV420P) {
        // Global: MP4 and WebM keep the setup of the decoder in their header.
        context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP;
        context.color_range = AVCOL_RANGE_MPEG;
        context.colorspace = AVCOL_SPC_BT709;
        context.color_primaries = AVCOL_PRI_BT709;
        context.color_trc = AVCOL_TRC_BT709;
    }
    for (const auto& [name, value] : row.settings(options))
        av_opt_set(&context, name.c_str(), value.c_str(), AV_OPT_SEARCH_CHILDREN);
}

}  // namespace

std::string avText(int number) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(number, text.data(), text.size());
    return text.data();
}

Result<std::unique_ptr<MovieEncoder>> MovieEncoder::open(const MovieFormat& format,
                                                         const MovieOptions& options,
                                                         std::shared_ptr<const MoviePalette> palette) {
    const auto fits = checkMovie(format, options.width, options.height, options.rateHz);
    if (!fits) return fits.error();
    av_log_set_level(AV_LOG_FATAL);  // what it has to say comes back as error numbers
    const auto row = std::ranges::find(kEncoderRows, format.encoder, &EncoderRow::encoder);
    const AVCodec* codec = avcodec_find_encoder_by_name(row->encoder);
    AvOwned<AVCodecContext> context(codec == nullptr ? nullptr : avcodec_alloc_context3(codec));
    if (!context) return encodingError(format, AVERROR_ENCODER_NOT_FOUND);
    setUp(*context, *row, options);
    const int opened = avcodec_open2(context.get(), codec, nullptr);
    if (opened < 0) return encodingError(format, opened);
    return std::unique_ptr<MovieEncoder>(
        std::make_unique<AvEncoder>(format, std::move(context), std::move(palette)));
}

}  // namespace limner::io
