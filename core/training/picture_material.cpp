// A set of pictures as the data of a run.
#include "core/internal/picture_set.h"
#include "material.h"
#include "picture_feed.h"

namespace limner::training {
namespace {

Error tooFewPictures(int64_t count, int64_t all) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core",
                                  "Training needs at least two pictures; of %1 there are %2 left for it."),
                        {std::to_string(all), std::to_string(count)}},
            .hint = LIMNER_TR("core", "Add pictures, or set smaller shares aside for validation and test.")};
}

class PictureMaterial final : public Material {
public:
    PictureMaterial(datasets::PictureSet set, datasets::Split split)
        : m_set(std::move(set)), m_split(std::move(split)) {}

    Result<std::unique_ptr<Feed>> feed(const models::Model&, const ParamValues& values,
                                       const torch::Device& device) const override {
        return std::unique_ptr<Feed>(
            std::make_unique<PictureFeed>(m_set, m_split, boolOf(values, "normalise"), values, device));
    }

private:
    datasets::PictureSet m_set;
    datasets::Split m_split;
};

Result<std::unique_ptr<Material>> openPictures(const ParamValues& values, const io::RunFolder&,
                                               const Place& place) {
    auto pictures =
        datasets::loadPictures(values, place.context.host, [&place] { return place.isStopAsked(); });
    if (!pictures) return pictures.error();
    for (const Message& skipped : pictures->skipped) place.warn(skipped);
    auto split = datasets::split(*pictures, realOf(values, "validation_share"), realOf(values, "test_share"),
                                 static_cast<uint64_t>(intOf(values, "seed")));
    const int64_t count = split.train.size(0);
    if (count < 2) return tooFewPictures(count, pictures->count());
    if (count < intOf(values, "batch_size")) {
        place.warn({LIMNER_TR("core", "A batch holds all %1 pictures that there are to train on."),
                    {std::to_string(count)}});
    }
    return std::unique_ptr<Material>(
        std::make_unique<PictureMaterial>(std::move(*pictures), std::move(split)));
}

}  // namespace

MaterialEntry pictureMaterial() {
    return {"pictures", &openPictures};
}

}  // namespace limner::training
