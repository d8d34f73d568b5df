// Reads movies back with FFmpeg, to see in tests what a viewer would.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/internal/av.h"
#include "core/types/image.h"

namespace limner::test {

struct ReadMovie {
    std::string codec;
    std::vector<Image> frames;    ///< RGB
    std::vector<double> seconds;  ///< when each frame is shown
    std::string comment;          ///< of the file
};

/// Decodes one stream of packets; each frame becomes RGB.
class FrameReader {
public:
    FrameReader(const AVCodec* codec, const AVCodecParameters* parameters, ReadMovie& movie)
        : m_decoder(avcodec_alloc_context3(codec)), m_movie(movie) {
        if (parameters != nullptr) avcodec_parameters_to_context(m_decoder.get(), parameters);
        avcodec_open2(m_decoder.get(), codec, nullptr);
        movie.codec = codec->name;
    }
    /// @param packet  null after the last
    void decode(const AVPacket* packet, double secondsPerTick) {
        avcodec_send_packet(m_decoder.get(), packet);
        while (avcodec_receive_frame(m_decoder.get(), m_frame.get()) >= 0) {
            m_movie.frames.push_back(asRgb(*m_frame));
            m_movie.seconds.push_back(static_cast<double>(m_frame->best_effort_timestamp) * secondsPerTick);
        }
    }

private:
    static Image asRgb(const AVFrame& frame) {
        Image image(frame.width, frame.height, 3);
        const io::AvOwned<SwsContext> scaler(sws_getContext(
            frame.width, frame.height, static_cast<AVPixelFormat>(frame.format), frame.width, frame.height,
            AV_PIX_FMT_RGB24, SWS_BICUBIC | SWS_ACCURATE_RND, nullptr, nullptr, nullptr));
        const int* coefficients = sws_getCoefficients(frame.colorspace);
        sws_setColorspaceDetails(scaler.get(), coefficients, frame.color_range == AVCOL_RANGE_JPEG ? 1 : 0,
                                 coefficients, 1, 0, 1 << 16, 1 << 16);
        uint8_t* const planes[] = {image.bytes.data()};
        const int strides[] = {image.width * 3};
        sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, planes, strides);
        return image;
    }

    io::AvOwned<AVCodecContext> m_decoder;
    io::AvOwned<AVFrame> m_frame{av_frame_alloc()};
    ReadMovie& m_movie;
};

inline uint32_t littleEndianAt(const std::string& bytes, size_t at, size_t count) {
    uint32_t number = 0;
    for (size_t i = 0; i < count; ++i) number |= uint32_t{static_cast<uint8_t>(bytes[at + i])} << (8 * i);
    return number;
}

/// An animated WebP, which FFmpeg 5 does not read: each frame is wrapped up as a still picture.
inline ReadMovie readWebp(const std::string& file) {
    ReadMovie movie;
    uint32_t milliseconds = 0;
    for (size_t at = 12; at + 8 <= file.size();) {
        const uint32_t length = littleEndianAt(file, at + 4, 4);
        if (file.compare(at, 4, "ANMF") == 0) {
            const std::string picture = "WEBP" + file.substr(at + 24, length - 16);
            std::string still = "RIFF";
            for (size_t i = 0; i < 4; ++i) still += static_cast<char>(picture.size() >> (8 * i) & 255);
            still += picture;
            const io::AvOwned<AVPacket> packet(av_packet_alloc());
            av_new_packet(packet.get(), static_cast<int>(still.size()));
            std::copy(still.begin(), still.end(), packet->data);
            packet->pts = milliseconds;
            FrameReader reader(avcodec_find_decoder(AV_CODEC_ID_WEBP), nullptr, movie);
            reader.decode(packet.get(), 1e-3);
            milliseconds += littleEndianAt(file, at + 20, 3);
        }
        at += 8 + length + length % 2;
    }
    return movie;
}

/// Nothing in it where the file cannot be read.
inline ReadMovie readMovie(const std::filesystem::path& file) {
    av_log_set_level(AV_LOG_FATAL);
    if (file.extension() == ".webp") {
        std::ifstream stream(file, std::ios::binary);
        return readWebp({std::istreambuf_iterator<char>(stream), {}});
    }
    ReadMovie movie;
    AVFormatContext* format = nullptr;
    if (avformat_open_input(&format, file.c_str(), nullptr, nullptr) < 0) return movie;
    if (avformat_find_stream_info(format, nullptr) >= 0) {
        const AVStream* stream = format->streams[0];
        FrameReader reader(avcodec_find_decoder(stream->codecpar->codec_id), stream->codecpar, movie);
        for (const AVDictionary* tags : {format->metadata, stream->metadata}) {
            const AVDictionaryEntry* comment = av_dict_get(tags, "comment", nullptr, 0);
            if (comment != nullptr) movie.comment = comment->value;
        }
        const io::AvOwned<AVPacket> packet(av_packet_alloc());
        while (av_read_frame(format, packet.get()) >= 0) {
            reader.decode(packet.get(), av_q2d(stream->time_base));
            av_packet_unref(packet.get());
        }
        reader.decode(nullptr, av_q2d(stream->time_base));
    }
    avformat_close_input(&format);
    return movie;
}

}  // namespace limner::test
