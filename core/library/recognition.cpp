#include "recognition.h"

#include <algorithm>
#include <optional>

#include "core/internal/feature_network.h"
#include "core/internal/gpt_weights.h"
#include "core/internal/trained_model.h"
#include "core/style/expected_tensors.h"
#include "core/style/fast_layout.h"
#include "core/style/feature_architecture.h"

namespace limner::library {
namespace {

namespace fs = std::filesystem;
using style::ExpectedTensor;
using style::ShapesByName;

struct Candidate {
    NetworkKind kind;
    std::string id, label;
    std::vector<ExpectedTensor> tensors;
    std::string unneeded;  ///< names that begin like this may be there and are left out
    std::string keptPrefix = {};
};

ShapesByName without(const std::string& prefix, const ShapesByName& shapes) {
    ShapesByName plain;
    for (const auto& [name, shape] : shapes)
        if (name.starts_with(prefix)) plain[name.substr(prefix.size())] = shape;
    return plain;
}

/// Any size of GPT-2, as far as the names and shapes say one.
std::optional<Candidate> gptCandidate(const ShapesByName& shapes) {
    constexpr std::string_view first = "wte.weight";
    const auto table =
        std::ranges::find_if(shapes, [&](const auto& entry) { return entry.first.ends_with(first); });
    if (table == shapes.end()) return std::nullopt;
    const auto shape =
        models::gptShapeOf(without(table->first.substr(0, table->first.size() - first.size()), shapes));
    if (!shape) return std::nullopt;
    Candidate candidate{.kind = NetworkKind::Language,
                        .id = models::gptName(*shape),
                        .label = models::gptTitle(*shape),
                        .tensors = {},
                        .unneeded = {},
                        .keptPrefix = std::string(models::kGptPrefix)};
    for (const auto& [name, sizes] : models::gptTensors(*shape)) candidate.tensors.push_back({name, sizes});
    // prefixIn looks for the first of them.
    std::ranges::partition(candidate.tensors,
                           [&](const ExpectedTensor& tensor) { return tensor.name == first; });
    return candidate;
}

std::vector<Candidate> candidates(const ShapesByName& shapes) {
    std::vector<Candidate> all;
    for (const style::FeatureArchitecture& row : style::featureArchitectures())
        all.push_back({NetworkKind::Features, row.id, row.label, style::expectedTensors(row), "classifier."});
    for (const style::FastLayout& row : style::fastLayouts())
        all.push_back({NetworkKind::FastStyle, row.id, row.label, style::expectedTensors(row), {}});
    if (auto gpt = gptCandidate(shapes)) all.push_back(std::move(*gpt));
    return all;
}

/// What stands before a tensor that this network has, as where a whole training state was saved
/// ("state_dict.") or several devices trained ("module.").
std::string prefixIn(const ShapesByName& shapes, const Candidate& candidate) {
    const std::string& first = candidate.tensors.front().name;
    for (const auto& [name, shape] : shapes) {
        const bool isIt = name.ends_with(first) &&
                          (name.size() == first.size() || name[name.size() - first.size() - 1] == '.');
        if (isIt) return name.substr(0, name.size() - first.size());
    }
    return {};
}

auto countOfKnown(const ShapesByName& shapes, const Candidate& candidate) {
    return std::ranges::count_if(candidate.tensors,
                                 [&](const ExpectedTensor& tensor) { return shapes.contains(tensor.name); });
}

Recognised trainedHere(const io::TensorHeader& header, const fs::path& file) {
    const auto title = header.metadata.find(generation::kTitleKey);
    return {.kind = NetworkKind::Trained,
            .architecture = "limner",
            .title = title == header.metadata.end() ? file.stem().string() : title->second,
            .prefix = {},
            .names = {}};
}

Error unknown(const fs::path& file, const ShapesByName& shapes) {
    const std::string first = shapes.empty() ? "–" : shapes.begin()->first;
    return {
        .code = ErrorCode::Unsupported,
        .message = {LIMNER_TR("core", "“%1” holds %2 tensors (%3, …) that fit no network Limner knows."),
                    {file.filename().string(), std::to_string(shapes.size()), first}},
        .hint = LIMNER_TR("core",
                          "It knows SqueezeNet 1.1, VGG-16, VGG-19, fast style networks, GPT-2 and what it "
                          "trained itself.")};
}

}  // namespace

Result<Recognised> recognise(const fs::path& file, const io::TensorHeader& header) {
    ShapesByName shapes;
    for (const io::TensorEntry& entry : header.entries) shapes[entry.name] = entry.shape;
    const bool paints = shapes.contains("transformer.conv1.conv2d.weight");  // a style that was trained here
    if (header.metadata.contains(generation::kTrainingKey) && !paints) return trainedHere(header, file);

    const std::vector<Candidate> all = candidates(shapes);
    const auto nearest = std::ranges::max_element(all, {}, [&](const Candidate& candidate) {
        return countOfKnown(without(prefixIn(shapes, candidate), shapes), candidate);
    });
    const std::string prefix = prefixIn(shapes, *nearest);
    ShapesByName plain = without(prefix, shapes);
    if (nearest->kind == NetworkKind::Language)
        std::erase_if(plain, [](const auto& entry) { return models::isGptExtra(entry.first); });
    if (countOfKnown(plain, *nearest) == 0) return unknown(file, shapes);
    const auto fits = style::checkShapes(file, nearest->label, nearest->tensors, plain, nearest->unneeded);
    if (!fits) return fits.error();
    Recognised found{.kind = nearest->kind,
                     .architecture = nearest->id,
                     .title = nearest->label,
                     .prefix = prefix,
                     .keptPrefix = nearest->keptPrefix,
                     .names = {}};
    for (const ExpectedTensor& tensor : nearest->tensors) found.names.push_back(tensor.name);
    return found;
}

}  // namespace limner::library
