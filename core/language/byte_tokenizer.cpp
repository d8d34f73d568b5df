#include "byte_tokenizer.h"

#include "byte_alphabet.h"
#include "tokenizer_json.h"

namespace limner::language {
namespace {

std::vector<std::string> everyByteAnd(const std::vector<std::string>& specials) {
    std::vector<std::string> bytes;
    for (int byte = 0; byte < 256; ++byte) bytes.emplace_back(1, static_cast<char>(byte));
    bytes.insert(bytes.end(), specials.begin(), specials.end());
    return bytes;
}

}  // namespace

ByteTokenizer::ByteTokenizer(const std::vector<std::string>& specials)
    : Tokenizer(everyByteAnd(specials), specialTokensFrom(256, specials)) {}

void ByteTokenizer::encodePlain(std::string_view text, std::vector<int32_t>& ids) const {
    for (const char byte : text) ids.push_back(static_cast<unsigned char>(byte));
}

std::string ByteTokenizer::toJson() const {
    std::vector<std::string> texts = allBytes();
    for (size_t byte = 0; byte < 256; ++byte) texts[byte] = inByteAlphabet(texts[byte]);
    return jsonText(tokenizerJson(
        specials(), byteLevelJson("ByteLevel", false, false), byteLevelJson("ByteLevel", false, false),
        {{"type", "BPE"}, {"vocab", vocabularyJson(texts)}, {"merges", OrderedJson::array()}}));
}

TokenizerPointer makeByteTokenizer(const std::vector<std::string>& specials) {
    return std::make_shared<ByteTokenizer>(specials);
}

}  // namespace limner::language
