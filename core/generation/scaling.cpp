#include "core/internal/scaling.h"

#include <opencv2/imgproc.hpp>

namespace limner::generation {

ParamTable scalingRows() {
    const char* group = LIMNER_TR("core", "Picture");
    return {{.id = "size",
             .label = LIMNER_TR("core", "Size"),
             .help = LIMNER_TR("core", "Side of the picture; 0 leaves it as the model makes it."),
             .group = group,
             .unit = LIMNER_TR("core", "px"),
             .standard = int64_t{512},
             .range = {.low = 0, .high = 4096, .step = 2},
             .zeroText = LIMNER_TR("core", "as the model")},
            {.id = "scaling",
             .label = LIMNER_TR("core", "Scaling"),
             .help = LIMNER_TR("core", "How small pictures become large ones."),
             .group = group,
             .kind = ParamKind::Choice,
             .standard = std::string("smooth"),
             .choices = {{"smooth", LIMNER_TR("core", "Smooth")},
                         {"nearest", LIMNER_TR("core", "Nearest: each pixel a square")}}}};
}

Image scaled(const Image& picture, int64_t size, const std::string& scaling) {
    const int side = static_cast<int>(size);
    if (side == 0 || (picture.width == side && picture.height == side)) return picture;
    Image result(side, side, picture.channels);
    // cv::Mat has no const view; nothing here writes to the first one.
    const cv::Mat from(picture.height, picture.width, CV_8UC(picture.channels),
                       const_cast<uint8_t*>(picture.bytes.data()));
    cv::Mat to(side, side, CV_8UC(picture.channels), result.bytes.data());
    const int smooth = side < picture.width ? cv::INTER_AREA : cv::INTER_CUBIC;
    cv::resize(from, to, to.size(), 0, 0, scaling == "nearest" ? cv::INTER_NEAREST : smooth);
    return result;
}

}  // namespace limner::generation
