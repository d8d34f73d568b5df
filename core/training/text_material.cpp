#include "text_material.h"

#include <algorithm>

#include "core/internal/language_model.h"
#include "core/internal/open_language.h"
#include "core/internal/picture_set.h"
#include "core/language/byte_pair_training.h"
#include "core/language/text_source.h"
#include "material.h"
#include "text_feed.h"

namespace limner::training {
namespace {

using language::Text;
using language::TokenizerPointer;
using MadeTokenizer = Result<TokenizerPointer>;

constexpr const char* kData = LIMNER_TR("core", "Data");
constexpr int64_t kBytePairs = 2048;  // tokens, where nothing else is asked for

/// What separates documents, and the tags of styled text: one token each, never a part of others.
std::vector<std::string> specialsOf(const Text& text) {
    std::vector<std::string> specials{std::string(language::kEndOfText)};
    for (const std::string& tag : text.tags) specials.push_back(language::tagToken(tag));
    return specials;
}

MadeTokenizer charactersOf(const Text& text, const ParamValues&, const Place&) {
    return language::makeCharacterTokenizer(text.utf8, specialsOf(text));
}

MadeTokenizer bytesOf(const Text& text, const ParamValues&, const Place&) {
    return language::makeByteTokenizer(specialsOf(text));
}

MadeTokenizer bytePairsOf(const Text& text, const ParamValues& values, const Place& place) {
    const int64_t least = 256 + static_cast<int64_t>(specialsOf(text).size());
    const int64_t asked = intOf(values, "vocabulary");
    auto learned = language::learnBytePairs(
        text.utf8, {.vocabularySize = asked > 0 ? asked : std::max(least, kBytePairs),
                    .specials = specialsOf(text),
                    .isStopped = [&place] { return place.isStopAsked(); }});
    if (!learned) return learned.error();
    for (const Message& note : learned->notes) place.warn(note);
    return learned->tokenizer;
}

MadeTokenizer tokenizerOfFile(const Text&, const ParamValues& values, const Place&) {
    return language::readTokenizer(textOf(values, "tokenizer_file"));
}

/// How a text may be cut. One row each.
struct TokenizerEntry {
    Choice choice;
    MadeTokenizer (*make)(const Text& text, const ParamValues& values, const Place& place);
};

const std::vector<TokenizerEntry>& tokenizerRegistry() {
    static const std::vector<TokenizerEntry> rows{
        {{.id = "characters",
          .label = LIMNER_TR("core", "Characters"),
          .help = LIMNER_TR("core", "One token for each character that the text has.")},
         &charactersOf},
        {{.id = "byte-pairs",
          .label = LIMNER_TR("core", "Byte pairs"),
          .help = LIMNER_TR("core",
                            "Frequent pieces of words become tokens (Sennrich et al. 2016), learned from "
                            "the text itself."),
          .standards = {{"vocabulary", kBytePairs}}},
         &bytePairsOf},
        {{.id = "bytes",
          .label = LIMNER_TR("core", "Bytes"),
          .help = LIMNER_TR("core", "Knows any text; a Chinese character takes three.")},
         &bytesOf},
        {{.id = "file",
          .label = LIMNER_TR("core", "From a file"),
          .help = LIMNER_TR("core", "A tokenizer.json, or a folder with vocab.json and merges.txt."),
          .rows = {{.id = "tokenizer_file",
                    .label = LIMNER_TR("core", "Tokenizer"),
                    .help = LIMNER_TR("core", "The file or folder to read it from."),
                    .group = kData,
                    .kind = ParamKind::File,
                    .standard = std::string()}}},
         &tokenizerOfFile},
    };
    return rows;
}

ParamSpec tokenizerRow() {
    ParamSpec row{.id = "tokenizer",
                  .label = LIMNER_TR("core", "Tokens"),
                  .help = LIMNER_TR("core",
                                    "What the text is cut into; a run that starts from another one keeps "
                                    "its tokens."),
                  .group = kData,
                  .kind = ParamKind::Choice,
                  .standard = tokenizerRegistry().front().choice.id};
    for (const TokenizerEntry& entry : tokenizerRegistry()) row.choices.push_back(entry.choice);
    return row;
}

/// The tokenizer of the run that goes on, of the one that this starts from, or a new one.
MadeTokenizer tokenizerFor(const Text& text, const ParamValues& values, const io::RunFolder& run,
                           const Place& place) {
    if (!run.root.empty()) return language::readTokenizer(run.tokenizer());
    const std::string& parent = textOf(values, "start_from");
    if (!parent.empty()) return writing::tokenizerBeside(parent);
    const auto entry = std::ranges::find(tokenizerRegistry(), textOf(values, "tokenizer"),
                                         [](const TokenizerEntry& each) { return each.choice.id; });
    return entry->make(text, values, place);
}

class TextMaterial final : public Material {
public:
    TextMaterial(torch::Tensor tokens, TokenizerPointer tokenizer)
        : m_tokens(std::move(tokens)), m_tokenizer(std::move(tokenizer)) {}

    ParamValues resolved() const override { return {{"vocabulary", m_tokenizer->size()}}; }

    Result<std::unique_ptr<Feed>> feed(const models::Model& model, const ParamValues& values,
                                       const torch::Device& device) const override {
        const auto& writer = dynamic_cast<const models::LanguageModel&>(model);  // the table sees to it
        TextParts parts =
            splitText(m_tokens, realOf(values, "validation_share"), realOf(values, "test_share"));
        if (parts.train.size(0) <= writer.window()) {
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = {LIMNER_TR("core",
                                               "The text is too short: %1 tokens are left for training, and "
                                               "one piece has %2."),
                                     {std::to_string(parts.train.size(0)), std::to_string(writer.window())}},
                         .hint = LIMNER_TR("core", "Take a longer text, or shorter pieces.")};
        }
        return std::unique_ptr<Feed>(std::make_unique<TextFeed>(
            std::move(parts), m_tokenizer, writer.window(), writer.carriesState(), values, device));
    }

private:
    torch::Tensor m_tokens;  // int32 [M]
    TokenizerPointer m_tokenizer;
};

/// All tokens of a text, with the one that ends a text between its documents where the tokenizer has it.
torch::Tensor tokensOf(const Text& text, const language::Tokenizer& tokenizer) {
    std::vector<int32_t> ids;
    for (size_t i = 0; i < text.documents.size(); ++i) {
        const size_t from = text.documents[i];
        const size_t to = i + 1 < text.documents.size() ? text.documents[i + 1] : text.utf8.size();
        const auto end = tokenizer.endOfText();
        if (i > 0 && end) ids.push_back(*end);
        const auto more = tokenizer.encode(std::string_view(text.utf8).substr(from, to - from));
        ids.insert(ids.end(), more.begin(), more.end());
    }
    return torch::tensor(ids, torch::kInt32);
}

void warnOfUnknown(const language::Tokenizer& tokenizer, const Text& text, const Place& place) {
    const int64_t unknown = tokenizer.unknownIn(text.utf8);
    if (unknown == 0) return;
    place.warn({LIMNER_TR("core",
                          "%1 characters of the text are not among the model's tokens; a replacement "
                          "stands in their place."),
                {std::to_string(unknown)}});
}

Result<std::unique_ptr<Material>> openTextMaterial(const ParamValues& values, const io::RunFolder& run,
                                                   const Place& place) {
    const auto text = language::openText(values);
    if (!text) return text.error();
    for (const Message& note : text->notes) place.warn(note);
    auto tokenizer = tokenizerFor(*text, values, run, place);
    if (!tokenizer) return tokenizer.error();
    warnOfUnknown(**tokenizer, *text, place);
    torch::Tensor tokens = tokensOf(*text, **tokenizer);
    return std::unique_ptr<Material>(
        std::make_unique<TextMaterial>(std::move(tokens), std::move(*tokenizer)));
}

}  // namespace

std::vector<Choice> textChoices() {
    std::vector<Choice> choices = language::textSourceChoices();
    for (Choice& choice : choices) {
        choice.rows.push_back(tokenizerRow());
        for (ParamSpec& share : datasets::shareRows()) choice.rows.push_back(std::move(share));
        choice.standards.emplace("model", std::string("gpt"));
    }
    return choices;
}

MaterialEntry textMaterial() {
    return {"text", &openTextMaterial};
}

}  // namespace limner::training
