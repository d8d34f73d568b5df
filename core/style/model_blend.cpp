// Style through a model of one's own: content and styles become points of its latent space, and the picture
// walks from the one towards the others (Kingma & Welling 2014 for the encoder).
#include "core/internal/trained_model.h"
#include "entries.h"
#include "pictures.h"

namespace limner::style {
namespace {

using torch::Tensor;

constexpr int64_t kStepsOfTheWalk = 24;

/// As the model sees a picture, whatever its shape: [1, C, size, size].
Tensor asModel(const Picture& picture, const models::PictureShape& shape) {
    const int side = static_cast<int>(shape.size);
    Tensor small = resized(picture, {side, side}).clamp(0, 1);
    if (shape.channels == 1) small = small[0] * 0.299 + small[1] * 0.587 + small[2] * 0.114;
    small = small.view({1, shape.channels, shape.size, shape.size});
    return shape.isSigned ? small * 2 - 1 : small;
}

class ModelBlend final : public StyleMethod {
public:
    ModelBlend(const StyleInput& input, generation::TrainedModel trained)
        : m_trained(std::move(trained)),
          m_size{static_cast<int>(input.width), static_cast<int>(input.height)},
          m_strength(realOf(input.values, "strength")) {
        const models::PictureShape shape = m_trained.pictures().shape();
        m_content = m_trained.pictures().encode(asModel(input.content, shape));
        m_style = torch::zeros_like(m_content);
        double sum = 0;
        for (const StylePicture& style : input.styles) {
            m_style += m_trained.pictures().encode(asModel(style.picture, shape)) * style.weight;
            sum += style.weight;
        }
        m_style /= sum;
    }

    Result<void> step() override {
        ++m_done;
        const double share = m_strength * static_cast<double>(m_done) / static_cast<double>(kStepsOfTheWalk);
        const models::PictureShape shape = m_trained.pictures().shape();
        const Tensor small = m_trained.decode(torch::lerp(m_content, m_style, share)).detach()[0];
        const Tensor unit = (shape.isSigned ? (small + 1) / 2 : small).expand({3, shape.size, shape.size});
        m_picture = resized(unit.contiguous(), m_size).clamp(0, 1);
        return {};
    }
    bool isDone() const override { return m_done == kStepsOfTheWalk; }
    const Picture& picture() const override { return m_picture; }
    int64_t stepsDone() const override { return m_done; }
    int64_t stepsTotal() const override { return kStepsOfTheWalk; }
    std::string modelHash() const override { return m_trained.modelHash; }

private:
    generation::TrainedModel m_trained;
    PixelSize m_size;
    double m_strength;
    Tensor m_content, m_style;  // [1, latentSize]
    Picture m_picture;
    int64_t m_done = 0;
};

Result<std::unique_ptr<StyleMethod>> makeModelBlend(const StyleInput& input, JobContext&) {
    auto trained = generation::loadTrained(input.values);
    if (!trained) return trained.error();
    if (!trained->pictures().encodes())
        return Error{.code = ErrorCode::Unsupported,
                     .message = {LIMNER_TR("core", "The model “%1” has no encoder."), {trained->title}},
                     .hint = LIMNER_TR("core", "Choose the run of a variational autoencoder.")};
    return std::unique_ptr<StyleMethod>(std::make_unique<ModelBlend>(input, std::move(*trained)));
}

}  // namespace

StyleMethodEntry modelBlendEntry() {
    return {.id = "model",
            .label = LIMNER_TR("core", "By a trained model"),
            .help = LIMNER_TR("core",
                              "Mixes content and style inside of a model of your own that has an encoder."),
            .tilesItself = true,
            .rows = &generation::trainedRows,
            .make = &makeModelBlend};
}

}  // namespace limner::style
