// The frames of a zoom, one after the other: each is the one before, a little larger, and dreamt on.
#pragma once

#include "core/internal/torch.h"

#include <memory>

#include "core/internal/feature_network.h"
#include "core/internal/style_method.h"
#include "core/types/image.h"

namespace limner::style {

/// How a frame lies in the one before it.
struct ZoomMove {
    double factor = 1;   ///< larger by
    double degrees = 0;  ///< turned by, to the left
};

/// The middle of a picture, enlarged and turned; what lies beyond its edges is its mirror image.
/// @param picture  float32 [3, H, W] @return of the same size, in 0..1
torch::Tensor moved(const torch::Tensor& picture, const ZoomMove& move);

/// Frames are 8-bit pictures, so that one read back from a file goes on as if it had never been away.
class ZoomFrames {
public:
    /// @param input  its content is what frame 0 is dreamt of. @pre checkDream
    ZoomFrames(FeatureNetwork network, StyleInput input, const ZoomMove& move);

    /// As if `image` were the frame before `frame`. @pre of the size of the content
    void goOnFrom(const Image& image, int64_t frame);
    /// The number of the frame that is being made, from 0.
    int64_t frame() const { return m_frame; }
    /// One dream step. True once the frame is whole; the next call begins the next one.
    /// Errors: NotFinite.
    Result<bool> step();
    /// The frame that was finished last. @pre there is one
    const Image& picture() const { return m_picture; }

private:
    void begin();

    FeatureNetwork m_network;
    StyleInput m_input;
    ZoomMove m_move;
    int64_t m_frame = 0;
    Image m_picture;
    std::unique_ptr<StyleMethod> m_dream;  ///< of the frame in the making; null between two
    torch::Tensor m_undreamt;              ///< the frame in the making before its first step
};

}  // namespace limner::style
