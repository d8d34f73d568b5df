// Reads GPT-2's vocab.json and merges.txt, and Hugging Face's tokenizer.json where it is of a kind that
// Limner knows.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <unordered_set>

#include "character_tokenizer.h"
#include "read_file.h"
#include "tokenizer_parts.h"
#include "utf8.h"

namespace limner::language {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::json;

constexpr uint64_t kMaxBytes = 64'000'000;

Error notAsExpected(const fs::path& file, const char* key) {
    return damagedFile(file, LIMNER_TR("core", "“%1” is damaged: “%2” is missing or not what it should be."),
                       {key});
}

Error unsupportedPart(const fs::path& file, std::string part) {
    return {
        .code = ErrorCode::Unsupported,
        .message = {LIMNER_TR("core", "“%1” is a tokenizer of another kind: Limner does not know its %2."),
                    {file.string(), std::move(part)}},
        .hint =
            LIMNER_TR("core", "Limner reads byte-level BPE as in GPT-2, and its own characters and bytes.")};
}

Result<Json> objectIn(std::string_view text, const fs::path& file) {
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return damagedFile(file, LIMNER_TR("core", "“%1” is damaged: it is not valid JSON."));
    if (!json.is_object())
        return damagedFile(file, LIMNER_TR("core", "“%1” is damaged: it does not hold a JSON object."));
    return json;
}

/// A member of an object, null where there is none.
const Json& memberOf(const Json& json, const char* key) {
    static const Json null;
    if (!json.is_object()) return null;
    const auto found = json.find(key);
    return found == json.end() ? null : *found;
}

bool isTrue(const Json& json) {
    return json.is_boolean() && json.get<bool>();
}

bool isNothing(const Json& json) {
    return json.is_null() || (json.is_string() && json.get_ref<const std::string&>().empty());
}

std::string typeOf(const Json& json) {
    const Json& type = memberOf(json, "type");
    return type.is_string() ? type.get<std::string>() : "";
}

std::optional<int32_t> idOf(const Json& json) {
    constexpr int64_t kMaxTokens = 10'000'000;
    if (!json.is_number_integer() || json < 0 || json > kMaxTokens) return std::nullopt;
    return json.get<int32_t>();
}

Result<void> readVocabulary(const Json& json, const fs::path& file, TokenizerParts& parts) {
    if (!json.is_object()) return notAsExpected(file, "vocab");
    for (const auto& [text, number] : json.items()) {
        const auto id = idOf(number);
        if (!id) return notAsExpected(file, "vocab");
        parts.vocabulary.emplace(text, *id);
    }
    return {};
}

std::optional<std::pair<std::string, std::string>> mergeIn(std::string_view line) {
    const size_t space = line.find(' ');
    if (space == std::string_view::npos || space == 0 || space + 1 == line.size()) return std::nullopt;
    if (line.find(' ', space + 1) != std::string_view::npos) return std::nullopt;
    return std::pair{std::string(line.substr(0, space)), std::string(line.substr(space + 1))};
}

/// Either "a b" or ["a", "b"], as older and newer versions write it.
std::optional<std::pair<std::string, std::string>> mergeIn(const Json& json) {
    if (json.is_string()) return mergeIn(std::string_view(json.get_ref<const std::string&>()));
    if (!json.is_array() || json.size() != 2 || !json[0].is_string() || !json[1].is_string())
        return std::nullopt;
    return std::pair{json[0].get<std::string>(), json[1].get<std::string>()};
}

Result<void> readMerges(const Json& json, const fs::path& file, TokenizerParts& parts) {
    if (!json.is_array()) return notAsExpected(file, "merges");
    for (const Json& entry : json) {
        auto merge = mergeIn(entry);
        if (!merge) return notAsExpected(file, "merges");
        parts.merges.push_back(std::move(*merge));
    }
    return {};
}

Result<void> readSpecials(const Json& json, const fs::path& file, TokenizerParts& parts) {
    if (json.is_null()) return {};
    if (!json.is_array()) return notAsExpected(file, "added_tokens");
    std::unordered_set<std::string> seen;
    for (const Json& entry : json) {
        const Json& text = memberOf(entry, "content");
        const auto id = idOf(memberOf(entry, "id"));
        if (!id || !text.is_string() || isNothing(text) || !seen.insert(text).second)
            return notAsExpected(file, "added_tokens");
        for (const char* option : {"single_word", "lstrip", "rstrip"}) {
            if (isTrue(memberOf(entry, option)))
                return unsupportedPart(file, std::string("added_tokens: ") + option);
        }
        parts.specials.push_back(
            {.text = text, .id = *id, .isFoundFirst = !isTrue(memberOf(entry, "normalized"))});
    }
    return {};
}

/// Names the first part of a BPE model that Limner does not know; empty where it knows all.
std::string unknownBpePart(const Json& json) {
    const Json& model = memberOf(json, "model");
    for (const char* option : {"unk_token", "continuing_subword_prefix", "end_of_word_suffix"}) {
        if (!isNothing(memberOf(model, option))) return std::string("model: ") + option;
    }
    if (isTrue(memberOf(model, "byte_fallback"))) return "model: byte_fallback";
    if (!memberOf(json, "normalizer").is_null()) return "normalizer: " + typeOf(memberOf(json, "normalizer"));
    for (const char* part : {"pre_tokenizer", "post_processor", "decoder"}) {
        const Json& value = memberOf(json, part);
        const bool mayBeMissing = std::string_view(part) == "post_processor";
        if (typeOf(value) != "ByteLevel" && !(mayBeMissing && value.is_null()))
            return std::string(part) + ": " + (value.is_null() ? "null" : typeOf(value));
    }
    return {};
}

Result<TokenizerPointer> bytePairsIn(const Json& json, const fs::path& file, TokenizerParts parts) {
    if (std::string part = unknownBpePart(json); !part.empty()) return unsupportedPart(file, std::move(part));
    const Json& model = memberOf(json, "model");
    if (auto read = readMerges(memberOf(model, "merges"), file, parts); !read) return read.error();
    const Json& cut = memberOf(json, "pre_tokenizer");
    const Json& useRegex = memberOf(cut, "use_regex");
    parts.usesPieces = useRegex.is_null() || isTrue(useRegex);
    parts.addsSpace = isTrue(memberOf(cut, "add_prefix_space"));
    parts.prefersWhole = isTrue(memberOf(model, "ignore_merges"));
    return tokenizerOf(parts, file);
}

Result<TokenizerPointer> charactersIn(const Json& json, const fs::path& file, const TokenizerParts& parts) {
    const Json& cut = memberOf(json, "pre_tokenizer");
    if (!memberOf(json, "normalizer").is_null()) return unsupportedPart(file, "normalizer");
    if (memberOf(memberOf(cut, "pattern"), "Regex") != "[\\s\\S]")
        return unsupportedPart(file, "pre_tokenizer: " + typeOf(cut));
    auto tokens = tokensById(parts, file);
    if (!tokens) return tokens.error();
    if (!parts.vocabulary.contains(utf8Of(kReplacement))) return notAsExpected(file, "unk_token");
    std::unordered_set<std::string> specials;
    for (const SpecialToken& special : parts.specials) specials.insert(special.text);
    for (const std::string& token : *tokens) {
        const bool isOne = !token.empty() && characterAt(token, 0).bytes == token.size();
        if (!isOne && !specials.contains(token)) return notAsExpected(file, "vocab");
    }
    return TokenizerPointer(
        std::make_shared<CharacterTokenizer>(std::move(*tokens), SpecialTokens(parts.specials)));
}

/// Of GPT-2's two files, what is written "<|…|>" and not made by a merge is a special token.
void findSpecials(TokenizerParts& parts) {
    std::unordered_set<std::string> made;
    for (const auto& [left, right] : parts.merges) made.insert(left + right);
    for (const auto& [text, id] : parts.vocabulary) {
        if (text.size() > 4 && text.starts_with("<|") && text.ends_with("|>") && !made.contains(text))
            parts.specials.push_back({.text = text, .id = id});
    }
    std::sort(parts.specials.begin(), parts.specials.end(),
              [](const SpecialToken& one, const SpecialToken& other) { return one.id < other.id; });
}

Result<TokenizerPointer> readGpt2Files(const fs::path& vocabularyFile, const fs::path& mergesFile) {
    const auto vocabulary = readWhole(vocabularyFile, kMaxBytes);
    if (!vocabulary) return vocabulary.error();
    const auto merges = readWhole(mergesFile, kMaxBytes);
    if (!merges) return merges.error();
    const auto json = objectIn(*vocabulary, vocabularyFile);
    if (!json) return json.error();
    TokenizerParts parts;
    if (auto read = readVocabulary(*json, vocabularyFile, parts); !read) return read.error();
    std::istringstream lines(*merges);
    int64_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty() || line.starts_with("#version")) continue;
        auto merge = mergeIn(std::string_view(line));
        if (!merge) {
            return damagedFile(mergesFile,
                               LIMNER_TR("core", "“%1” is damaged: line %2 is not two tokens with a space."),
                               {std::to_string(number)});
        }
        parts.merges.push_back(std::move(*merge));
    }
    findSpecials(parts);
    return tokenizerOf(parts, mergesFile);
}

}  // namespace

Result<TokenizerPointer> parseTokenizer(std::string_view text, const fs::path& name) {
    const auto json = objectIn(text, name);
    if (!json) return json.error();
    const Json& model = memberOf(*json, "model");
    if (!model.is_object()) return notAsExpected(name, "model");
    const bool hasMerges = model.contains("merges");  // files of before 2021 name no type
    const std::string type = typeOf(model).empty() && hasMerges ? "BPE" : typeOf(model);
    if (type != "BPE" && type != "WordLevel") return unsupportedPart(name, "model: " + type);
    TokenizerParts parts;
    if (auto read = readVocabulary(memberOf(model, "vocab"), name, parts); !read) return read.error();
    if (auto read = readSpecials(memberOf(*json, "added_tokens"), name, parts); !read) return read.error();
    return type == "BPE" ? bytePairsIn(*json, name, std::move(parts)) : charactersIn(*json, name, parts);
}

Result<TokenizerPointer> readTokenizer(const fs::path& path) {
    std::error_code ignored;
    const bool isFolder = fs::is_directory(path, ignored);
    const bool isOfTwo = path.filename() == "vocab.json" || path.filename() == "merges.txt";
    const fs::path folder = isFolder ? path : path.parent_path();
    if (isFolder && !fs::exists(folder / "tokenizer.json", ignored) &&
        !fs::exists(folder / "vocab.json", ignored)) {
        return Error{
            .code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "“%1” holds no tokenizer."), {path.string()}},
            .hint = LIMNER_TR("core", "It should hold tokenizer.json, or vocab.json and merges.txt.")};
    }
    if (isOfTwo || (isFolder && !fs::exists(folder / "tokenizer.json", ignored)))
        return readGpt2Files(folder / "vocab.json", folder / "merges.txt");
    const fs::path file = isFolder ? folder / "tokenizer.json" : path;
    const auto text = readWhole(file, kMaxBytes);
    if (!text) return text.error();
    return parseTokenizer(*text, file);
}

}  // namespace limner::language
