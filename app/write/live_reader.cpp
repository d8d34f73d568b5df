#include "live_reader.h"

#include <chrono>
#include <cmath>

#include "app/core_text.h"
#include "app/studio_bridge.h"

namespace limner::app {
namespace {

using namespace std::chrono_literals;
constexpr auto kHandRest = 120ms;
constexpr size_t kMostReadings = 48;

/// Of the choices that are known; the rest counts as one more.
double entropyOf(const std::vector<widgets::Likelihood>& choices) {
    double sum = 0, rest = 1;
    for (const widgets::Likelihood& choice : choices) {
        if (choice.probability > 0) sum -= choice.probability * std::log2(choice.probability);
        rest -= choice.probability;
    }
    return rest > 1e-6 ? sum - rest * std::log2(rest) : sum;
}

std::shared_ptr<const Reading> readingOf(const QString& text, const Writing& writing) {
    auto made = std::make_shared<Reading>();
    made->text = text;
    made->words = WordReader().read(writing.tokens);
    made->next = likelihoodsOf(writing.next);
    made->nextEntropyBits = entropyOf(made->next);
    made->perplexity = perplexityOf(writing.tokens);
    made->entropyBits = meanEntropyBits(writing.tokens);
    made->tokens = static_cast<int64_t>(writing.tokens.size());
    made->cutTokens = writing.cutTokens;
    return made;
}

}  // namespace

/// The words end where the text ends; what was cut stood before them.
std::optional<Reading::Place> Reading::at(int unit) const {
    auto place = static_cast<int>(text.size());
    for (const WrittenWord& word : words) place -= static_cast<int>(word.text.size());
    for (const WrittenWord& word : words) {
        const auto units = static_cast<int>(word.text.size());
        if (unit >= place && unit < place + units) return Place{&word, place};
        place += units;
    }
    return std::nullopt;
}

LiveReader::LiveReader(StudioBridge& bridge, QObject* parent)
    : QObject(parent), m_bridge(bridge), m_requester(StudioBridge::newRequester()) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kHandRest);
    connect(&m_rest, &QTimer::timeout, this, &LiveReader::ask);
    connect(&bridge, &StudioBridge::answered, this, &LiveReader::take);
}

void LiveReader::setModel(const ParamValues& model) {
    if (model == m_model) return;
    m_model = model;
    m_known.clear();
    m_order.clear();
    m_texts.clear();
    m_oldest = m_asked + 1;
}

std::shared_ptr<const Reading> LiveReader::known(const QString& text) const {
    const auto found = m_known.find(text);
    return found == m_known.end() ? nullptr : found->second;
}

void LiveReader::read(const QString& text) {
    m_wanted = text;
    m_rest.stop();
    if (text.isEmpty() || m_model.empty() || !m_bridge.isOpen()) return;
    if (const auto before = known(text)) return Q_EMIT reading(before);
    m_rest.start();
}

void LiveReader::ask() {
    LiveRequest request{.requester = m_requester, .what = "read"};
    request.values = m_model;
    request.values["prompt"] = toUtf8(m_wanted);
    m_texts[++m_asked] = m_wanted;
    m_bridge.ask(request);
}

void LiveReader::take(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer) {
    if (requester != m_requester || answer->serial < m_oldest) return;
    const auto asked = m_texts.find(answer->serial);
    if (asked == m_texts.end()) return;
    const QString text = asked->second;
    m_texts.erase(m_texts.begin(), std::next(asked));
    if (!answer->picture) return Q_EMIT failed(answer->picture.error());
    if (!answer->picture->writing) return;
    const auto made = readingOf(text, *answer->picture->writing);
    remember(made);
    if (text == m_wanted) Q_EMIT reading(made);
}

void LiveReader::remember(const std::shared_ptr<const Reading>& made) {
    if (!m_known.insert_or_assign(made->text, made).second) return;
    m_order.push_back(made->text);
    if (m_order.size() <= kMostReadings) return;
    m_known.erase(m_order.front());
    m_order.pop_front();
}

}  // namespace limner::app
