#include "core/internal/open_language.h"

#include <algorithm>
#include <filesystem>

#include "core/internal/opened_models.h"
#include "core/io/run_folder.h"
#include "core/io/tensor_header.h"
#include "core/language/text_source.h"

namespace limner::writing {
namespace {

namespace fs = std::filesystem;
using language::TokenizerPointer;

Error noTokenizer(const fs::path& place) {
    return {.code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "There is no tokenizer with “%1”."), {place.string()}},
            .hint = LIMNER_TR("core",
                              "Put its tokenizer.json, or vocab.json and merges.txt, beside the weights "
                              "and import them again.")};
}

Result<TokenizerPointer> tokenizerInFile(const fs::path& file) {
    const auto header = io::readTensorHeader(file);
    if (!header) return header.error();
    const auto found = header->metadata.find(generation::kTokenizerKey);
    if (found == header->metadata.end()) return noTokenizer(file);
    return language::parseTokenizer(found->second, file);
}

Error doesNotWrite(const std::string& title) {
    return {.code = ErrorCode::Unsupported,
            .message = {LIMNER_TR("core", "“%1” makes pictures; it cannot write."), {title}},
            .hint = LIMNER_TR("core", "Choose a model that was trained on text.")};
}

Error ofAnotherVocabulary(const std::string& title, int64_t tokens, int64_t known) {
    return {.code = ErrorCode::Mismatch,
            .message = {LIMNER_TR("core", "The tokenizer of “%1” has %2 tokens, the model knows %3."),
                        {title, std::to_string(tokens), std::to_string(known)}},
            .hint = LIMNER_TR("core", "It belongs to other weights.")};
}

int64_t parametersOf(const models::Model& model) {
    int64_t count = 0;
    for (const models::Network& network : model.networks())
        for (const torch::Tensor& weights : network.module->parameters()) count += weights.numel();
    return count;
}

std::vector<std::string> tagsOf(const language::Tokenizer& tokenizer) {
    std::vector<std::string> tags;
    for (const language::SpecialToken& special : tokenizer.specials())
        for (std::string& tag : language::tagsIn(special.text)) tags.push_back(std::move(tag));
    return tags;
}

}  // namespace

Result<TokenizerPointer> tokenizerBeside(const std::string& runOrFile) {
    const fs::path place(runOrFile);
    std::error_code ignored;
    if (fs::is_regular_file(place, ignored)) return tokenizerInFile(place);
    const io::RunFolder run{place};
    if (!fs::exists(run.tokenizer(), ignored)) return noTokenizer(place);
    return language::readTokenizer(run.tokenizer());
}

Result<std::shared_ptr<OpenedLanguage>> openLanguage(const ParamValues& values) {
    auto trained = generation::loadAnyTrained(values);
    if (!trained) return trained.error();
    auto* writer = dynamic_cast<models::LanguageModel*>(trained->model.get());
    if (writer == nullptr) return doesNotWrite(trained->title);
    auto tokenizer = tokenizerBeside(textOf(values, "run"));
    if (!tokenizer) return tokenizer.error();
    const int64_t tokens = (*tokenizer)->size(), known = writer->vocabulary();
    std::error_code ignored;
    const bool isRun = fs::is_directory(textOf(values, "run"), ignored);
    // Networks of others may have more rows than tokens, to make a round number.
    if (tokens > known || (isRun && tokens < known))
        return ofAnotherVocabulary(trained->title, tokens, known);
    auto opened = std::make_shared<OpenedLanguage>();
    opened->facts = {.title = trained->title,
                     .modelHash = trained->modelHash,
                     .step = trained->step,
                     .parameters = parametersOf(*trained->model),
                     .tokenizer = (*tokenizer)->name(),
                     .vocabulary = writer->vocabulary(),
                     .context = writer->context(),
                     .tags = tagsOf(**tokenizer)};
    opened->owned = std::move(trained->model);
    opened->model = writer;
    opened->tokenizer = std::move(*tokenizer);
    return opened;
}

Result<std::shared_ptr<OpenedLanguage>> OpenedLanguages::open(const ParamValues& values) {
    std::string key = generation::weightsKey(values);
    const auto known = std::ranges::find(m_entries, key, &Entry::key);
    if (known != m_entries.end()) {
        m_entries.splice(m_entries.begin(), m_entries, known);
        return m_entries.front().opened;
    }
    auto opened = openLanguage(values);
    if (!opened) return opened;
    if (m_entries.size() == kKept) m_entries.pop_back();
    m_entries.push_front({std::move(key), *opened});
    return opened;
}

}  // namespace limner::writing
