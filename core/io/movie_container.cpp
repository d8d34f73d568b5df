#include "movie_container.h"

#include <array>
#include <cstring>
#include <system_error>

#include "core/internal/av.h"
#include "file_error.h"

namespace limner::io {
namespace {

namespace fs = std::filesystem;

Error avWriteError(const fs::path& file, int number) {
    // What the system refused comes as its own number, anything else as one of FFmpeg's.
    const int system = AVUNERROR(number);
    constexpr int kMaxErrno = 4095;  // of Linux; those of FFmpeg are four letters
    if (system > 0 && system <= kMaxErrno) return writeError(file, system);
    return {.code = ErrorCode::Internal,
            .message = {LIMNER_TR("core", "“%1” could not be put together (%2)."),
                        {file.string(), avText(number)}},
            .hint = LIMNER_TR("core", "Try another file ending.")};
}

/// A file that FFmpeg writes; every call after the first failure does nothing.
class AvFile {
public:
    AvFile(const fs::path& file, const MovieFormat& format, const MovieOptions& options)
        : m_file(file), m_rateHz(options.rateHz) {
        AVFormatContext* context = nullptr;
        // FFmpeg opens the file by this name once more, to put what is needed first in front.
        const std::string url = "file:" + file.string();
        check(avformat_alloc_output_context2(&context, nullptr, format.ending == ".mp4" ? "mp4" : "webm",
                                             url.c_str()));
        m_context.reset(context);
        if (m_error < 0) return;
        m_context->flags |= AVFMT_FLAG_BITEXACT;  // no random numbers and no date in the file
        av_dict_set(&m_context->metadata, "comment", options.recipe.c_str(), 0);
        m_stream = avformat_new_stream(m_context.get(), nullptr);
        check(m_stream == nullptr ? AVERROR(ENOMEM) : 0);
    }

    void start(const MovieFormat& format, const MovieOptions& options, const std::string& setup) {
        if (m_error < 0) return;
        AVCodecParameters& codec = *m_stream->codecpar;
        codec.codec_type = AVMEDIA_TYPE_VIDEO;
        codec.codec_id = avcodec_find_encoder_by_name(format.encoder.c_str())->id;
        codec.width = options.width;
        codec.height = options.height;
        codec.format = AV_PIX_FMT_YUV420P;
        codec.color_range = AVCOL_RANGE_MPEG;
        codec.color_space = AVCOL_SPC_BT709;
        codec.color_primaries = AVCOL_PRI_BT709;
        codec.color_trc = AVCOL_TRC_BT709;
        if (!setup.empty()) {
            codec.extradata = static_cast<uint8_t*>(av_mallocz(setup.size() + AV_INPUT_BUFFER_PADDING_SIZE));
            codec.extradata_size = static_cast<int>(setup.size());
            std::memcpy(codec.extradata, setup.data(), setup.size());
        }
        m_stream->time_base = {1, m_rateHz};
        m_stream->avg_frame_rate = {m_rateHz, 1};
        m_stream->sample_aspect_ratio = codec.sample_aspect_ratio = {1, 1};
        check(avio_open(&m_context->pb, m_context->url, AVIO_FLAG_WRITE));
        if (m_error < 0) return;
        AVDictionary* settings = nullptr;
        av_dict_set(&settings, "movflags", "+faststart", 0);  // shown while it is still being loaded
        check(avformat_write_header(m_context.get(), &settings));
        av_dict_free(&settings);
        m_hasHeader = m_error >= 0;
    }

    void add(const MoviePacket& encoded, int64_t firstFrame) {
        if (m_error < 0) return;
        const AvOwned<AVPacket> packet(av_packet_alloc());
        const int made =
            packet ? av_new_packet(packet.get(), static_cast<int>(encoded.bytes.size())) : AVERROR(ENOMEM);
        check(made);
        if (m_error < 0) return;
        std::memcpy(packet->data, encoded.bytes.data(), encoded.bytes.size());
        packet->pts = encoded.shown + firstFrame;
        packet->dts = encoded.decoded + firstFrame;
        packet->duration = 1;
        packet->flags = encoded.isKey ? AV_PKT_FLAG_KEY : 0;
        packet->stream_index = 0;
        av_packet_rescale_ts(packet.get(), {1, m_rateHz}, m_stream->time_base);
        check(av_interleaved_write_frame(m_context.get(), packet.get()));
        check(m_context->pb->error);
    }

    Result<void> finish() {
        if (m_hasHeader) check(av_write_trailer(m_context.get()));
        if (m_context && m_context->pb != nullptr) {
            check(m_context->pb->error);
            check(avio_closep(&m_context->pb));
        }
        if (m_error < 0) return avWriteError(m_file, m_error);
        return {};
    }

private:
    void check(int outcome) {
        if (outcome < 0 && m_error >= 0) m_error = outcome;
    }

    fs::path m_file;
    int m_rateHz;
    AvOwned<AVFormatContext> m_context;
    AVStream* m_stream = nullptr;
    bool m_hasHeader = false;
    int m_error = 0;
};

}  // namespace

Result<void> writeAvContainer(const fs::path& scratch, const MovieFormat& format, const MovieOptions& options,
                              int64_t stretches, const StretchReader& read) {
    AvFile file(scratch, format, options);
    int64_t firstFrame = 0;
    for (int64_t i = 0; i < stretches; ++i) {
        const auto stretch = read(i);
        if (!stretch) return stretch.error();
        if (i == 0) file.start(format, options, stretch->setup);
        for (const MoviePacket& packet : stretch->packets) file.add(packet, firstFrame);
        firstFrame += stretch->frames;
    }
    return file.finish();
}

Result<void> writeContainer(const fs::path& file, const fs::path& scratch, const MovieFormat& format,
                            const MovieOptions& options, int64_t stretches, const StretchReader& read) {
    if (format.ending == ".gif")
        return safeReplace(file,
                           [&](const ByteSink& sink) { return writeGif(sink, options, stretches, read); });
    if (format.ending == ".webp")
        return safeReplace(file,
                           [&](const ByteSink& sink) { return writeWebp(sink, options, stretches, read); });
    const auto written = writeAvContainer(scratch, format, options, stretches, read);
    if (!written) return written;
    return replaceByFile(scratch, file);
}

}  // namespace limner::io
