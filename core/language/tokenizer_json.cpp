#include "tokenizer_json.h"

#include <utility>

namespace limner::language {

OrderedJson tokenizerJson(const std::vector<SpecialToken>& specials, OrderedJson preTokenizer,
                          OrderedJson decoder, OrderedJson model) {
    OrderedJson added = OrderedJson::array();
    for (const SpecialToken& token : specials) {
        added.push_back({{"id", token.id},
                         {"content", token.text},
                         {"single_word", false},
                         {"lstrip", false},
                         {"rstrip", false},
                         {"normalized", !token.isFoundFirst},
                         {"special", token.isFoundFirst}});
    }
    return {{"version", "1.0"},          {"truncation", nullptr},
            {"padding", nullptr},        {"added_tokens", std::move(added)},
            {"normalizer", nullptr},     {"pre_tokenizer", std::move(preTokenizer)},
            {"post_processor", nullptr}, {"decoder", std::move(decoder)},
            {"model", std::move(model)}};
}

OrderedJson vocabularyJson(const std::vector<std::string>& texts) {
    OrderedJson json = OrderedJson::object();
    OrderedJson::object_t::Container& entries = json.get_ref<OrderedJson::object_t&>();
    entries.reserve(texts.size());
    for (size_t id = 0; id < texts.size(); ++id) entries.emplace_back(texts[id], id);
    return json;
}

OrderedJson byteLevelJson(const char* type, bool addPrefixSpace, bool useRegex) {
    return {{"type", type},
            {"add_prefix_space", addPrefixSpace},
            {"trim_offsets", true},
            {"use_regex", useRegex}};
}

OrderedJson splitIntoCharactersJson() {
    return {
        {"type", "Split"}, {"pattern", {{"Regex", "[\\s\\S]"}}}, {"behavior", "Isolated"}, {"invert", false}};
}

std::string jsonText(const OrderedJson& json) {
    return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace limner::language
