// A picture host for tests of the core: "PNG" files are a few numbers, the bytes of the picture, then the
// text fields.
#pragma once

#include <array>
#include <cstring>
#include <string>

#include "core/types/host.h"

namespace limner::testing {

class PlainHost : public Host {
public:
    Result<PictureInfo> probe(std::span<const std::byte> file) const override {
        const auto image = decode(file);
        if (!image) return image.error();
        return PictureInfo{image->width, image->height, "plain"};
    }
    Result<Image> decode(std::span<const std::byte> file) const override {
        int head[3];
        if (file.size() < sizeof head) return Error{.code = ErrorCode::Unsupported};
        std::memcpy(head, file.data(), sizeof head);
        Image image(head[0], head[1], head[2]);
        if (file.size() < sizeof head + image.bytes.size()) return Error{.code = ErrorCode::Damaged};
        std::memcpy(image.bytes.data(), file.data() + sizeof head, image.bytes.size());
        return image;
    }
    Result<std::vector<std::byte>> encodePng(const Image& image, const TextFields& fields) const override {
        const int head[3] = {image.width, image.height, image.channels};
        std::string file(reinterpret_cast<const char*>(head), sizeof head);
        file.append(image.bytes.begin(), image.bytes.end());
        for (const auto& [keyword, text] : fields) file += keyword + '\0' + text + '\0';
        const auto* bytes = reinterpret_cast<const std::byte*>(file.data());
        return std::vector<std::byte>(bytes, bytes + file.size());
    }
    /// Notes what would stand beside the sheet.
    Result<Image> withAxes(const SampleSheet& sheet, const AxisLabels& x,
                           const AxisLabels& y) const override {
        titles = {x.title.text(), y.title.text()};
        return sheet.sheet;
    }
    TextFields textFields(std::span<const std::byte> file) const override {
        const auto image = decode(file);
        if (!image) return {};
        const char* at = reinterpret_cast<const char*>(file.data()) + 3 * sizeof(int) + image->bytes.size();
        const char* end = reinterpret_cast<const char*>(file.data()) + file.size();
        TextFields fields;
        while (at < end) {
            const std::string keyword = at;
            at += keyword.size() + 1;
            fields.emplace_back(keyword, at);
            at += fields.back().second.size() + 1;
        }
        return fields;
    }
    void wake() override {}

    mutable std::array<std::string, 2> titles;  ///< of the last sheet with axes
};

}  // namespace limner::testing
