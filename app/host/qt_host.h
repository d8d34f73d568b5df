// Pictures for the core, read and written by Qt. The header names no Qt type, so that anything may include
// it.
#pragma once

#include <functional>

#include "core/types/host.h"

namespace limner {

class QtHost : public Host {
public:
    static constexpr int64_t kMaxPixels = 100'000'000;

    /// @param wakeInterface  what `wake` calls, from any thread: it should post at most one event. May be
    /// empty.
    explicit QtHost(std::function<void()> wakeInterface = {});

    Result<PictureInfo> probe(std::span<const std::byte> file) const override;
    /// Also Damaged: a file that was cut off, even where Qt would fill the rest in.
    Result<Image> decode(std::span<const std::byte> file) const override;
    /// Errors: InvalidArgument (an empty picture, a keyword that PNG does not allow).
    Result<std::vector<std::byte>> encodePng(const Image& image, const TextFields& fields) const override;
    Result<std::vector<std::byte>> encode(const Image& image, const std::string& format,
                                          const TextFields& fields) const override;
    Result<Image> withAxes(const SampleSheet& sheet, const AxisLabels& x, const AxisLabels& y) const override;
    TextFields textFields(std::span<const std::byte> file) const override;
    void wake() override;

private:
    std::function<void()> m_wakeInterface;
};

}  // namespace limner
