// One row of the benchmark: real training steps of a real model, or pictures of it, asked for line by line by
// bench/run.
//
// Usage: limner_bench ROWS.json ROW THREADS. Commands on the standard input, one JSON line in answer to each:
//   gate     losses of the first two steps from given weights, pictures and latents (call it first), or the
//            pixels of a picture
//   run N    milliseconds of each of N steps or pictures
//   limits   what the machine can do: GFLOP/s, GB/s over a buffer of the size that the work goes
//            through, and how many bytes that are
#include "core/internal/torch.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/internal/model.h"
#include "core/training/step_tools.h"
#include "core/training/train_table.h"
#include "core/types/param_text.h"
#include "limits.h"
#include "tests/core/formula.h"
#include "tests/core/model_tools.h"
#include "tests/core/param_json.h"
#include "work.h"

namespace limner::bench {
namespace {

using nlohmann::json;

/// The tools of a training job, with latents from the formula where the gate asks for them.
class BenchTools : public models::StepTools {
public:
    BenchTools(const models::Model& model, const ParamValues& values)
        : m_tools(model.networks(), training::trainTable(), values,
                  at::make_generator<at::CPUGeneratorImpl>(1), at::kCPU) {}

    torch::Tensor latents(int64_t count, int64_t dim) override {
        return takesFormula ? test::latents(step(), count, dim) : m_tools.latents(count, dim);
    }
    at::Generator& generator() override { return m_tools.generator(); }
    void update(std::string_view network, const torch::Tensor& loss) override {
        m_tools.update(network, loss);
    }
    void update(const std::vector<std::string_view>& networks, const torch::Tensor& loss) override {
        m_tools.update(networks, loss);
    }
    bool trains(std::string_view network) const override { return m_tools.trains(network); }
    double live(std::string_view id) const override { return m_tools.live(id); }
    int64_t step() const override { return m_tools.step(); }
    void stepDone() { m_tools.beginStep(m_tools.step() + 1, 1); }

    bool takesFormula = true;

private:
    training::TrainingTools m_tools;
};

std::unique_ptr<models::PictureModel> filledModel(const ParamValues& values) {
    auto model = test::makeModel(values).value();
    uint64_t stream = 0;
    for (const auto& network : model->networks()) stream = test::fillParameters(*network.module, stream);
    return model;
}

ParamValues valuesOf(const json& row) {
    ParamValues values = test::paramValues(row["values"]);
    values["model"] = row["model"].get<std::string>();
    return completeValues(training::trainTable(), values).value();
}

class TrainingStep : public Work {
public:
    explicit TrainingStep(const json& row)
        : m_values(valuesOf(row)),
          m_model(filledModel(m_values)),
          m_tools(*m_model, m_values),
          m_batch(test::formulaBatch(*m_model, 0, row["batch"].get<int64_t>())) {}

    json gate() override {
        json losses = json::array();
        const auto names = m_model->scalarNames();
        m_tools.takesFormula = true;
        for (int i = 0; i < 2; ++i) {
            const auto scalars = step();
            json named;
            for (size_t k = 0; k < names.size(); ++k) named[names[k]] = scalars[k].item<double>();
            losses.push_back(std::move(named));
        }
        return losses;
    }

    void prepare() override { m_tools.takesFormula = false; }
    void once() override { step(); }
    bool learns() const override { return true; }

    int64_t parameters() const override {
        int64_t count = 0;
        for (const auto& network : m_model->networks()) {
            for (const auto& parameter : network.module->parameters()) count += parameter.numel();
        }
        return count;
    }

private:
    models::Scalars step() {
        auto scalars = m_model->step(m_batch, m_tools);
        m_tools.stepDone();
        return scalars;
    }

    ParamValues m_values;
    std::unique_ptr<models::PictureModel> m_model;
    BenchTools m_tools;
    models::Batch m_batch;
};

/// From one latent point to a picture, as the live lane does it.
class OnePicture : public Work {
public:
    explicit OnePicture(const json& row)
        : m_model(filledModel(valuesOf(row))),
          m_latents(test::latents(0, row["batch"].get<int64_t>(), m_model->latentSize())) {
        const torch::NoGradGuard noGradients;
        for (auto& buffer : m_model->networks().front().module->named_buffers()) {
            if (!buffer.value().is_floating_point()) continue;
            buffer.value().add_(test::hashed(kStatistics, buffer.value().sizes()), 0.5);
        }
        m_decoder = m_model->frozenDecoder();
    }

    json gate() override {
        const torch::Tensor pixels = m_decoder(m_latents).flatten();
        json named;
        for (int64_t i = 0; i < pixels.numel(); ++i) named[std::to_string(i)] = pixels[i].item<double>();
        return json::array({std::move(named)});
    }

    void once() override { m_decoder(m_latents); }
    bool learns() const override { return false; }

    int64_t parameters() const override {
        int64_t count = 0;
        for (const auto& parameter : m_model->networks().front().module->parameters())
            count += parameter.numel();
        return count;
    }

private:
    static constexpr uint64_t kStatistics = 200;  // the stream of the formula
    std::unique_ptr<models::PictureModel> m_model;
    torch::Tensor m_latents;
    models::Decoder m_decoder;
};

json timesOf(Work& work, int count) {
    work.prepare();
    json times = json::array();
    for (int i = 0; i < count; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work.once();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    return times;
}

json limitsOf(const Work& work, int threads) {
    const Traffic traffic = work.traffic();
    constexpr int64_t kLeastBytes = 64;
    return {
        {"gflops", peakGflops(threads)},
        {"gigabytes_per_second", readGigabytesPerSecond(std::max(traffic.bufferBytes, kLeastBytes), threads)},
        {"bytes", traffic.bytes}};
}

std::unique_ptr<Work> makeWork(const json& row) {
    if (auto work = makeStyleWork(row)) return work;
    if (auto work = makeTextWork(row)) return work;
    if (row.value("work", "step") == "picture") return std::make_unique<OnePicture>(row);
    return std::make_unique<TrainingStep>(row);
}

int serve(const std::string& file, const std::string& number, int threads) {
    at::set_num_threads(threads);
    at::globalContext().setFlushDenormal(true);
    const json rows = json::parse(std::ifstream(file));
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const json& row) { return row["row"].get<std::string>() == number; });
    if (found == rows.end()) return 2;
    const std::unique_ptr<Work> work = makeWork(*found);
    for (std::string line; std::getline(std::cin, line);) {
        json answer;
        if (line == "gate") answer = work->gate();
        if (line == "limits") answer = limitsOf(*work, threads);
        if (line.starts_with("run ")) answer = timesOf(*work, std::stoi(line.substr(4)));
        std::cout << answer.dump() << std::endl;
    }
    return 0;
}

}  // namespace
}  // namespace limner::bench

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: limner_bench ROWS.json ROW THREADS\n";
        return 2;
    }
    return limner::bench::serve(argv[1], argv[2], std::stoi(argv[3]));
}
