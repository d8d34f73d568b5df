#include "step_tools.h"

#include <algorithm>
#include <cmath>

#include "finite.h"

namespace limner::training {
namespace {

double numberOf(const ParamSpec& row, const ParamValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
    if (const auto* whole = std::get_if<int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    const auto chosen = std::ranges::find(row.choices, std::get<std::string>(value), &Choice::id);
    return static_cast<double>(chosen - row.choices.begin());
}

std::vector<std::string> commaList(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ',') {
            words.emplace_back();
        } else if (c != ' ') {
            words.back() += c;
        }
    }
    std::erase(words, "");
    return words;
}

}  // namespace

std::set<std::string, std::less<>> frozenNetworks(const ParamValues& values,
                                                  const std::vector<std::string>& networks) {
    std::set<std::string, std::less<>> frozen;
    for (const std::string& name : commaList(textOf(values, "freeze"))) frozen.insert(name);
    const auto chosen = values.find("networks_to_train");
    if (chosen == values.end() || textOf(values, "networks_to_train") == "both") return frozen;
    for (const std::string& name : networks) {
        if (name != textOf(values, "networks_to_train")) frozen.insert(name);
    }
    return frozen;
}

TrainingTools::TrainingTools(const std::vector<models::Network>& networks, const ParamTable& table,
                             ParamValues values, at::Generator generator, const torch::Device& device)
    : m_table(table), m_values(std::move(values)), m_generator(std::move(generator)), m_device(device) {
    const OptimizerSettings settings = optimizerSettings(m_values);
    for (const models::Network& network : networks) {
        m_slots.push_back({network.name, network.learningRateId});
        m_optimizers.emplace_back(network, settings);
    }
    readValues();
}

void TrainingTools::readValues() {
    m_live.clear();
    for (const ParamSpec* row : activeRows(m_table, m_values)) {
        if (row->kind <= ParamKind::Choice) m_live[row->id] = numberOf(*row, m_values.at(row->id));
    }
    std::vector<std::string> names;
    for (const Slot& slot : m_slots) names.push_back(slot.name);
    m_frozen = frozenNetworks(m_values, names);
}

void TrainingTools::setValue(const std::string& id, const ParamValue& value) {
    m_values[id] = value;
    readValues();
}

torch::Tensor TrainingTools::latents(int64_t count, int64_t dim) {
    const torch::NoGradGuard noGrad;
    if (!m_latents.defined() || m_latents.size(1) != dim || m_latents.size(0) < count) {
        m_latents = torch::empty({count, dim}, torch::device(m_device));
    }
    return m_latents.narrow(0, 0, count).normal_(0, 1, m_generator);
}

bool TrainingTools::trains(std::string_view network) const {
    return !m_frozen.contains(network);
}

double TrainingTools::live(std::string_view paramId) const {
    const auto found = m_live.find(paramId);
    if (found == m_live.end()) throw std::logic_error("no parameter '" + std::string(paramId) + "'");
    return found->second;
}

void TrainingTools::beginStep(int64_t step, double rateFactor) {
    m_step = step;
    m_rateFactor = rateFactor;
}

size_t TrainingTools::indexOf(std::string_view network) const {
    const auto found = std::ranges::find(m_slots, network, &Slot::name);
    if (found == m_slots.end()) throw std::logic_error("no network '" + std::string(network) + "'");
    return static_cast<size_t>(found - m_slots.begin());
}

double TrainingTools::rateOf(size_t network) const {
    return live(m_slots[network].learningRateId) * m_rateFactor;
}

std::vector<std::pair<std::string, double>> TrainingTools::learningRates() const {
    std::vector<std::pair<std::string, double>> rates;
    for (size_t i = 0; i < m_slots.size(); ++i) {
        const std::string& id = m_slots[i].learningRateId;
        const bool isKnown =
            std::ranges::find(rates, id, &std::pair<std::string, double>::first) != rates.end();
        if (!isKnown) rates.emplace_back(id, rateOf(i));
    }
    return rates;
}

void TrainingTools::update(std::string_view network, const torch::Tensor& loss) {
    update(std::vector<std::string_view>{network}, loss);
}

void TrainingTools::update(const std::vector<std::string_view>& networks, const torch::Tensor& loss) {
    std::vector<size_t> moving;
    for (const std::string_view name : networks) {
        if (trains(name)) moving.push_back(indexOf(name));
    }
    if (moving.empty()) return;
    if (m_device.is_cpu() && !std::isfinite(loss.item<double>())) {
        throw NotFiniteError({LIMNER_TR("core", "The loss of the %1 is no longer a number."),
                              {std::string(networks.front())}});
    }
    backPropagate(moving, loss);
    prepareGradients(moving);
    if (!m_device.is_cpu()) noteOnDevice(moving, loss);
    for (const size_t i : moving) {
        const auto flag = m_notFinite.find(i);
        if (flag == m_notFinite.end()) {
            m_optimizers[i].step(rateOf(i));
        } else {
            m_optimizers[i].step(rateOf(i), flag->second);
        }
    }
}

// Only the moving networks get gradients: a generator's step computes none for the discriminator's weights.
void TrainingTools::backPropagate(const std::vector<size_t>& moving, const torch::Tensor& loss) {
    std::vector<torch::Tensor> parameters;
    for (const size_t i : moving) {
        m_optimizers[i].zeroGradients();
        const auto& own = m_optimizers[i].parameters();
        parameters.insert(parameters.end(), own.begin(), own.end());
    }
    torch::autograd::backward({loss}, {}, std::nullopt, false, parameters);
}

void TrainingTools::prepareGradients(const std::vector<size_t>& moving) {
    for (const size_t i : moving) {
        if (!m_device.is_cpu()) break;
        const std::vector<torch::Tensor> gradients = m_optimizers[i].gradients();
        const auto bad = std::ranges::find_if_not(gradients, isFinite);
        if (bad == gradients.end()) continue;
        const auto index = static_cast<size_t>(bad - gradients.begin());
        throw NotFiniteError({LIMNER_TR("core", "The gradient of %1 is no longer a number."),
                              {m_optimizers[i].parameterNames()[index]}});
    }
    const double most = live("gradient_clip");
    if (most <= 0) return;
    std::vector<const Optimizer*> optimizers;
    for (const size_t i : moving) optimizers.push_back(&m_optimizers[i]);
    Gradients(optimizers).clip(most);
}

void TrainingTools::noteOnDevice(const std::vector<size_t>& moving, const torch::Tensor& loss) {
    std::vector<const Optimizer*> optimizers;
    for (const size_t i : moving) optimizers.push_back(&m_optimizers[i]);
    const torch::Tensor isLossBad = loss.detach().isfinite().logical_not().to(torch::kFloat32);
    const torch::Tensor isBad = torch::maximum(Gradients(optimizers).notFinite(), isLossBad);
    for (const size_t i : moving) {
        torch::Tensor& flag = m_notFinite[i];
        flag = flag.defined() ? torch::maximum(flag, isBad) : isBad;
    }
}

void TrainingTools::checkDevice() const {
    for (const auto& [network, flag] : m_notFinite) {
        if (flag.item<float>() == 0) continue;
        throw NotFiniteError({LIMNER_TR("core", "The loss or a gradient of the %1 is no longer a number."),
                              {m_slots[network].name}});
    }
}

}  // namespace limner::training
