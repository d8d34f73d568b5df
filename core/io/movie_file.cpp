#include "movie_file.h"

#include <cstdio>
#include <stdexcept>

#include "file_error.h"
#include "movie_container.h"
#include "safe_replace.h"

namespace limner::io {
namespace {

namespace fs = std::filesystem;

int64_t framesIn(int64_t stretch, int64_t all) {
    return std::min(MovieWriter::kStretchFrames, all - stretch * MovieWriter::kStretchFrames);
}

}  // namespace

MovieWriter::MovieWriter(fs::path file, MovieFormat format, MovieOptions options)
    : m_file(std::move(file)),
      m_folder(m_file.parent_path() / ("." + m_file.filename().string() + ".frames")),
      m_format(std::move(format)),
      m_options(std::move(options)) {
    if (m_format.hasPalette) m_palette = std::make_shared<const MoviePalette>(m_options.samples);
}

Result<std::unique_ptr<MovieWriter>> MovieWriter::open(const fs::path& file, MovieOptions options) {
    const auto format = movieFormatOf(file);
    if (!format) return format.error();
    const auto fits = checkMovie(*format, options.width, options.height, options.rateHz);
    if (!fits) return fits.error();
    std::unique_ptr<MovieWriter> writer(new MovieWriter(file, *format, std::move(options)));
    const auto prepared = writer->prepareFolder();
    if (!prepared) return prepared.error();
    return writer;
}

std::string MovieWriter::marker() const {
    const auto number = [](int64_t n) { return std::to_string(n) + "\n"; };
    return "stretches 1\n" + m_format.encoder + "\n" + number(m_options.width) + number(m_options.height) +
           number(m_options.rateHz) + number(m_options.frames) + number(m_options.quality) + m_options.recipe;
}

Result<void> MovieWriter::prepareFolder() {
    std::error_code error;
    const fs::path markerFile = m_folder / "recipe.txt";
    const auto kept = readFile(markerFile, uintmax_t{64} << 20);
    if (!kept || *kept != marker()) fs::remove_all(m_folder, error);
    fs::create_directories(m_folder, error);
    if (error) return writeError(m_folder, error.value());
    while (m_stretches * kStretchFrames < m_options.frames) {
        const auto stretch = readStretch(stretchFile(m_stretches));
        if (!stretch || stretch->frames != framesIn(m_stretches, m_options.frames)) break;
        ++m_stretches;
    }
    return safeReplace(markerFile, marker());
}

fs::path MovieWriter::stretchFile(int64_t index) const {
    char name[32];
    std::snprintf(name, sizeof name, "%06lld", static_cast<long long>(index));
    return m_folder / name;
}

int64_t MovieWriter::nextFrame() const {
    const int64_t kept = std::min(m_stretches * kStretchFrames, m_options.frames);
    return kept + (m_pending ? m_pending->frames : m_inEncoder);
}

Result<void> MovieWriter::add(const Image& frame) {
    auto written = writePending();
    if (!written) return written;
    if (!m_encoder) {
        auto opened = MovieEncoder::open(m_format, m_options, m_palette);
        if (!opened) return opened.error();
        m_encoder = std::move(*opened);
    }
    const auto added = m_encoder->add(frame);
    if (!added) return added;
    if (++m_inEncoder < framesIn(m_stretches, m_options.frames)) return {};
    auto stretch = m_encoder->finish();
    m_encoder.reset();
    m_inEncoder = 0;
    if (!stretch) return stretch.error();
    m_pending = std::move(*stretch);
    return writePending();
}

Result<void> MovieWriter::writePending() {
    if (!m_pending) return {};
    const auto written = writeStretch(stretchFile(m_stretches), *m_pending);
    if (!written) return written;
    m_pending.reset();
    ++m_stretches;
    return {};
}

Result<void> MovieWriter::finish() {
    const auto written = writePending();
    if (!written) return written;
    if (nextFrame() != m_options.frames) throw std::logic_error("a movie is not whole yet");
    const auto joined = writeContainer(m_file, m_folder / "whole", m_format, m_options, m_stretches,
                                       [&](int64_t index) { return readStretch(stretchFile(index)); });
    if (!joined) return joined;
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
    return {};
}

}  // namespace limner::io
