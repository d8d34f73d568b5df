#include "written_words.h"

#include <cmath>
#include <numbers>

#include "app/core_text.h"

namespace limner::app {
namespace {

double bitsOf(double nats) {
    return nats / std::numbers::ln2;
}

/// As the editor holds it: no carriage returns, no NUL.
QString plain(QString text) {
    text.remove(u'\r');
    return text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
}

}  // namespace

std::vector<WrittenWord> WordReader::read(std::span<const Token> tokens) {
    std::vector<WrittenWord> words;
    for (const Token& token : tokens) {
        const QString text = plain(
            m_decoder.decode(QByteArrayView(token.text.data(), static_cast<qsizetype>(token.text.size()))));
        if (!m_begun) {
            m_begun = WrittenWord{.entropyBits = bitsOf(token.entropy),
                                  .likeliest = likelihoodsOf(token.likeliest)};
            m_logProbability = 0;
        }
        m_logProbability += token.logProbability;
        if (text.isEmpty()) continue;
        m_begun->text = text;
        m_begun->probability = std::exp(m_logProbability);
        words.push_back(*std::exchange(m_begun, std::nullopt));
    }
    return words;
}

std::vector<widgets::Likelihood> likelihoodsOf(const std::vector<TokenChoice>& choices) {
    std::vector<widgets::Likelihood> all;
    for (const TokenChoice& choice : choices)
        all.push_back({plain(fromUtf8(choice.text)), choice.probability});
    return all;
}

std::vector<widgets::MachineWord> machineWords(const std::vector<WrittenWord>& words) {
    std::vector<widgets::MachineWord> all;
    for (const WrittenWord& word : words) all.push_back({word.text, word.probability, word.entropyBits});
    return all;
}

double meanEntropyBits(const std::vector<Token>& tokens) {
    if (tokens.empty()) return 0;
    double sum = 0;
    for (const Token& token : tokens) sum += token.entropy;
    return bitsOf(sum / static_cast<double>(tokens.size()));
}

}  // namespace limner::app
