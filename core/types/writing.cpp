#include "writing.h"

#include <cmath>

namespace limner {
namespace {

/// How many bytes the UTF-8 sequence has that begins with this byte; 1 for what begins none.
size_t sequenceLength(unsigned char lead) {
    if (lead >= 0xF0 && lead < 0xF8) return 4;
    if (lead >= 0xE0) return lead < 0xF0 ? 3 : 1;
    return lead >= 0xC2 ? 2 : 1;
}

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace

std::string textOf(const std::vector<Token>& tokens) {
    std::string text;
    for (const Token& token : tokens) text += token.text;
    size_t lead = text.size();
    while (lead > 0 && text.size() - lead < 4 && isContinuation(text[lead - 1])) --lead;
    if (lead == 0) return text;
    const size_t begun = text.size() - --lead;
    if (begun < sequenceLength(static_cast<unsigned char>(text[lead]))) text.resize(lead);
    return text;
}

double perplexityOf(const std::vector<Token>& tokens) {
    if (tokens.size() < 2) return 0;
    double sum = 0;
    for (size_t i = 1; i < tokens.size(); ++i) sum += tokens[i].logProbability;
    return std::exp(-sum / static_cast<double>(tokens.size() - 1));
}

}  // namespace limner
