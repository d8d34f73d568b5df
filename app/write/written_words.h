// From the tokens of a model to words of a text: bytes become characters, however they were cut.
#pragma once

#include <QString>
#include <QStringDecoder>
#include <optional>
#include <span>
#include <vector>

#include "core/types/writing.h"
#include "widgets/probability_bars.h"
#include "widgets/text_editor.h"

namespace limner::app {

/// A token, or several that make up one character together.
struct WrittenWord {
    QString text = {};  ///< never empty; line ends as "\n"
    double probability = 1;
    double entropyBits = 0;
    std::vector<widgets::Likelihood> likeliest = {};
};

/// Takes tokens as they come; what is not a whole character yet waits for the next.
class WordReader {
public:
    std::vector<WrittenWord> read(std::span<const Token> tokens);

private:
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    double m_logProbability = 0;
    std::optional<WrittenWord> m_begun;
};

std::vector<widgets::Likelihood> likelihoodsOf(const std::vector<TokenChoice>& choices);
std::vector<widgets::MachineWord> machineWords(const std::vector<WrittenWord>& words);
/// Mean entropy in bits; 0 for none.
double meanEntropyBits(const std::vector<Token>& tokens);

}  // namespace limner::app
