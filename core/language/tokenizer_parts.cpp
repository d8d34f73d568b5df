#include "tokenizer_parts.h"

#include <algorithm>

#include "byte_alphabet.h"
#include "byte_tokenizer.h"
#include "read_file.h"

namespace limner::language {
namespace {

Error notEveryId(const std::filesystem::path& file) {
    return damagedFile(
        file, LIMNER_TR("core", "“%1” is damaged: its tokens are not numbered from 0 without a gap."));
}

Error unknownMerge(const std::filesystem::path& file, const std::pair<std::string, std::string>& merge) {
    return damagedFile(
        file, LIMNER_TR("core", "“%1” is damaged: it joins “%2” and “%3”, which its vocabulary lacks."),
        {merge.first, merge.second});
}

/// True where the ids 0 to 255 are the bytes, nothing is merged and the rest is special.
bool areBytes(const BytePairs& pairs) {
    if (!pairs.merges.empty() || pairs.usesPieces || pairs.addsSpace || pairs.bytes.size() < 256)
        return false;
    for (size_t byte = 0; byte < 256; ++byte) {
        if (pairs.bytes[byte] != std::string(1, static_cast<char>(byte))) return false;
    }
    return pairs.bytes.size() - 256 == pairs.specials.size();
}

TokenizerPointer makeFrom(BytePairs pairs) {
    if (!areBytes(pairs)) return std::make_shared<BytePairTokenizer>(std::move(pairs));
    return makeByteTokenizer({pairs.bytes.begin() + 256, pairs.bytes.end()});
}

}  // namespace

Result<std::vector<std::string>> tokensById(const TokenizerParts& parts, const std::filesystem::path& file) {
    auto vocabulary = parts.vocabulary;
    for (const SpecialToken& special : parts.specials) {
        const auto [known, isNew] = vocabulary.emplace(special.text, special.id);
        if (!isNew && known->second != special.id) return notEveryId(file);
    }
    std::vector<std::string> tokens(vocabulary.size());
    std::vector<bool> isThere(vocabulary.size(), false);
    for (const auto& [text, id] : vocabulary) {
        const auto place = static_cast<size_t>(id);
        if (id < 0 || place >= tokens.size() || isThere[place]) return notEveryId(file);
        isThere[place] = true;
        tokens[place] = text;
    }
    if (tokens.empty()) return damagedFile(file, LIMNER_TR("core", "“%1” is damaged: it holds no tokens."));
    return tokens;
}

Result<TokenizerPointer> tokenizerOf(const TokenizerParts& parts, const std::filesystem::path& file) {
    auto tokens = tokensById(parts, file);
    if (!tokens) return tokens.error();
    BytePairs pairs{.bytes = std::move(*tokens),
                    .specials = parts.specials,
                    .usesPieces = parts.usesPieces,
                    .addsSpace = parts.addsSpace,
                    .prefersWhole = parts.prefersWhole};
    for (const auto& merge : parts.merges) {
        const auto left = parts.vocabulary.find(merge.first);
        const auto right = parts.vocabulary.find(merge.second);
        const auto joined = parts.vocabulary.find(merge.first + merge.second);
        const auto none = parts.vocabulary.end();
        if (left == none || right == none || joined == none) return unknownMerge(file, merge);
        pairs.merges.emplace_back(left->second, right->second);
        pairs.merged.push_back(joined->second);
    }
    std::vector<bool> isSpecial(pairs.bytes.size(), false);
    for (const SpecialToken& special : pairs.specials) isSpecial[static_cast<size_t>(special.id)] = true;
    for (size_t id = 0; id < pairs.bytes.size(); ++id) {
        auto bytes = isSpecial[id] ? std::nullopt : fromByteAlphabet(pairs.bytes[id]);
        if (bytes) pairs.bytes[id] = std::move(*bytes);
    }
    return makeFrom(std::move(pairs));
}

}  // namespace limner::language
