#include "tokenize_job.h"

#include "core/internal/open_language.h"
#include "core/internal/output_path.h"
#include "core/io/run_folder.h"
#include "measure_job.h"
#include "write_table.h"
#include "written_file.h"

namespace limner::writing {
namespace {

class Tokenizing final : public Measure {
public:
    Tokenizing(language::TokenizerPointer tokenizer, Recipe recipe)
        : m_tokenizer(std::move(tokenizer)), m_recipe(std::move(recipe)) {}

    Result<bool> step() override {
        const std::string& text = textOf(m_recipe.values, "text");
        auto writing = std::make_shared<Writing>();
        for (const int32_t id : m_tokenizer->encode(text))
            writing->tokens.push_back({.id = id, .text = std::string(m_tokenizer->bytesOf(id))});
        m_writing = writing;
        const std::string& out = textOf(m_recipe.values, "out");
        if (out.empty()) return false;
        const auto written = writeText(out, *m_writing, m_recipe);
        if (!written) return written.error();
        return false;
    }
    double done() const override { return m_writing ? 1 : 0; }
    double total() const override { return 1; }
    std::string unit() const override { return "texts"; }
    std::vector<std::pair<std::string, double>> numbers() const override {
        if (!m_writing) return {};
        const std::string& text = textOf(m_recipe.values, "text");
        return {{"tokens", static_cast<double>(m_writing->tokens.size())},
                {"bytes", static_cast<double>(text.size())},
                {"unknown", static_cast<double>(m_tokenizer->unknownIn(text))}};
    }
    std::shared_ptr<const Writing> writing() const override { return m_writing; }

private:
    language::TokenizerPointer m_tokenizer;
    Recipe m_recipe;
    std::shared_ptr<const Writing> m_writing;
};

}  // namespace

Result<ParamValues> prepareTokenizing(const ParamValues& given) {
    auto complete = completeValues(tokenizeTable(), given);
    if (!complete) return complete;
    const bool hasRun = !textOf(*complete, "run").empty();
    if (hasRun == !textOf(*complete, "tokenizer").empty()) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = hasRun ? LIMNER_TR("core", "Both a run and a tokenizer were given.")
                                       : LIMNER_TR("core", "No tokenizer was given."),
                     .hint = LIMNER_TR("core", "Name a run, or a tokenizer file.")};
    }
    const auto isFree = generation::checkOutputFile(textOf(*complete, "out"));
    if (!isFree) return isFree.error();
    return complete;
}

std::string tokenizingTitle(const ParamValues& values) {
    const std::string& run = textOf(values, "run");
    return io::titleOf(run.empty() ? textOf(values, "tokenizer") : run);
}

Result<std::unique_ptr<engine::Job>> startTokenizing(const Recipe& recipe, JobContext&, JobId,
                                                     const engine::Announce&) {
    const std::string& run = textOf(recipe.values, "run");
    auto tokenizer =
        run.empty() ? language::readTokenizer(textOf(recipe.values, "tokenizer")) : tokenizerBeside(run);
    if (!tokenizer) return tokenizer.error();
    return makeMeasureJob(recipe, std::make_unique<Tokenizing>(std::move(*tokenizer), recipe));
}

}  // namespace limner::writing
