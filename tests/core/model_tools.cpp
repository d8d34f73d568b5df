#include "model_tools.h"

#include <algorithm>
#include <stdexcept>

#include "formula.h"

namespace limner::test {

ParamTable modelTable() {
    ParamSpec model{.id = "model", .kind = ParamKind::Choice, .standard = std::string("mlp-gan")};
    for (const models::ModelEntry& entry : models::modelRegistry()) {
        Choice choice;
        choice.id = entry.id;
        choice.rows = entry.rows;
        choice.standards = entry.standards;
        model.choices.push_back(std::move(choice));
    }
    ParamTable table{
        {.id = "size", .standard = int64_t{28}, .range = {.low = 1, .high = 1024}},
        {.id = "channels",
         .kind = ParamKind::Choice,
         .standard = std::string("grey"),
         .choices = {{.id = "grey", .label = ""}, {.id = "rgb", .label = ""}}},
        {.id = "normalise", .kind = ParamKind::Toggle, .standard = true},
        {.id = "batch_size", .standard = int64_t{64}, .range = {.low = 1, .high = 4096}},
        std::move(model),
    };
    const ParamTable optimizer = training::optimizerRows();
    table.insert(table.end(), optimizer.begin(), optimizer.end());
    return table;
}

ParamValues modelValues(const ParamValues& given) {
    auto complete = completeValues(modelTable(), given);
    if (!complete) throw std::invalid_argument(complete.error().text());
    return *complete;
}

std::map<std::string, double, std::less<>> liveValues(const ParamValues& values) {
    const ParamTable table = modelTable();
    std::map<std::string, double, std::less<>> live;
    for (const ParamSpec* row : activeRows(table, values)) {
        const ParamValue& value = values.at(row->id);
        if (const auto* real = std::get_if<double>(&value)) live[row->id] = *real;
        if (const auto* integer = std::get_if<int64_t>(&value)) live[row->id] = static_cast<double>(*integer);
        if (const auto* toggle = std::get_if<bool>(&value)) live[row->id] = *toggle ? 1 : 0;
        if (row->kind != ParamKind::Choice) continue;
        const auto chosen = std::find_if(row->choices.begin(), row->choices.end(), [&](const Choice& choice) {
            return choice.id == std::get<std::string>(value);
        });
        live[row->id] = static_cast<double>(chosen - row->choices.begin());
    }
    return live;
}

Result<std::unique_ptr<models::PictureModel>> makeModel(const ParamValues& values, uint64_t seed) {
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    for (const models::ModelEntry& entry : models::modelRegistry()) {
        if (entry.id != textOf(values, "model")) continue;
        auto made = entry.make(values, generator);
        if (!made) return made.error();
        auto* pictures = dynamic_cast<models::PictureModel*>(made->get());
        if (pictures == nullptr) throw std::invalid_argument("'" + entry.id + "' makes no pictures");
        (void)made->release();
        return std::unique_ptr<models::PictureModel>(pictures);
    }
    throw std::invalid_argument("no model '" + textOf(values, "model") + "'");
}

models::Batch formulaBatch(const models::PictureModel& model, int64_t step, int64_t count) {
    const models::PictureShape shape = model.shape();
    return {pictures(step, {count, shape.channels, shape.size, shape.size}, shape.isSigned),
            torch::zeros({count}, torch::kInt64)};
}

TestTools::TestTools(const models::Model& model, ParamValues given)
    : values(std::move(given)), m_generator(at::make_generator<at::CPUGeneratorImpl>(7)) {
    for (const models::Network& network : model.networks()) {
        m_optimizers.try_emplace(network.name, network, training::optimizerSettings(values));
        m_rateIds.try_emplace(network.name, network.learningRateId);
    }
}

torch::Tensor TestTools::latents(int64_t count, int64_t dim) {
    return isRandom ? torch::randn({count, dim}, m_generator) : test::latents(stepsDone, count, dim);
}

void TestTools::update(const std::vector<std::string_view>& networks, const torch::Tensor& loss) {
    for (auto& [name, optimizer] : m_optimizers) optimizer.zeroGradients();
    loss.backward();
    for (const std::string_view name : networks) {
        if (!trains(name)) continue;
        training::Optimizer& optimizer = m_optimizers.find(name)->second;
        onGradients(optimizer);
        optimizer.step(live(m_rateIds.find(name)->second));
        ++updates[std::string(name)];
    }
}

}  // namespace limner::test
