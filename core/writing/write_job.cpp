#include "write_job.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <limits>

#include "continuation.h"
#include "core/internal/device.h"
#include "core/internal/output_path.h"
#include "core/internal/reading.h"
#include "core/training/pace.h"
#include "write_table.h"
#include "written_file.h"

namespace limner::writing {
namespace {

using Clock = std::chrono::steady_clock;
using engine::StepOutcome;

bool isWordLetter(char byte) {
    return std::isalnum(static_cast<unsigned char>(byte)) != 0;  // of others no word is cut in two by a joint
}

/// Where the text that was written joins best to what stands behind the gap.
struct Joint {
    std::vector<int32_t> after;  ///< its first tokens
    char first = ' ';            ///< its first byte: a word is not glued to another one
    double best = -std::numeric_limits<double>::infinity();
    size_t length = 0;  ///< tokens before the best place

    void look(Continuation& continuation, const std::vector<Token>& tokens) {
        const std::string& last = tokens.back().text;
        if (isWordLetter(first) && !last.empty() && isWordLetter(last.back())) return;
        const auto score = continuation.expects(after);
        if (!score || *score <= best) return;
        best = *score;
        length = tokens.size();
    }
};

class WriteJob final : public engine::Job {
public:
    WriteJob(Recipe recipe, std::shared_ptr<OpenedLanguage> opened, PromptTokens prompt,
             engine::Announce announce)
        : m_recipe(std::move(recipe)),
          m_opened(std::move(opened)),
          m_announce(std::move(announce)),
          m_stops(stopStrings(textOf(m_recipe.values, "stop"))) {
        const int64_t context = m_opened->model->context();
        const auto all = static_cast<int64_t>(prompt.ids.size());
        const int64_t cut = context > 0 ? std::max<int64_t>(0, all - context + 1) : 0;  // one place is left
        m_writing.cutTokens = std::max<int64_t>(0, cut - prompt.shown);
        const auto entry = std::ranges::find(continuationRegistry(), textOf(m_recipe.values, "decoding"),
                                             &ContinuationEntry::id);
        prompt.ids.erase(prompt.ids.begin(), prompt.ids.begin() + cut);
        m_continuation = entry->make(m_opened, std::move(prompt), m_recipe.values);
        const std::string& after = textOf(m_recipe.values, "after");
        if (!after.empty()) {
            m_joint.after = beginningOf(m_opened->tokenizer->encode(after));
            m_joint.first = after.front();
        }
    }

    StepOutcome step() override {
        const auto started = Clock::now();
        const auto written = m_continuation->step(m_recipe.values);
        if (!written) return StepOutcome::fail(written.error());
        for (const Token& token : written->tokens) {
            m_writing.tokens.push_back(token);
            if (!m_joint.after.empty()) m_joint.look(*m_continuation, m_writing.tokens);
        }
        m_seconds += std::chrono::duration<double>(Clock::now() - started).count();
        m_pace.note(m_seconds, 1, static_cast<int64_t>(written->tokens.size()));
        if (written->isEnd && !isFull()) m_writing.ending = LIMNER_TR("core", "end of text");
        return cutAtStop() || written->isEnd || isFull() ? finish() : StepOutcome::proceed();
    }

    Result<void> edit(const ParamEdit& edit) override {
        const ParamValue old = m_recipe.values.at(edit.id);
        m_recipe.values[edit.id] = edit.value;
        m_announce({.kind = EventKind::Edited,
                    .step = static_cast<int64_t>(m_writing.tokens.size()),
                    .edit = edit,
                    .oldValue = old});
        return {};
    }

    Progress progress() const override {
        Progress progress{.done = static_cast<double>(m_continuation->done()),
                          .total = static_cast<double>(intOf(m_recipe.values, "tokens")),
                          .ratePerSecond = m_pace.stepsPerSecond(),
                          .unit = "tokens"};
        if (progress.ratePerSecond > 0)
            progress.secondsLeft = std::max(0.0, progress.total - progress.done) / progress.ratePerSecond;
        if (m_writing.cutTokens > 0)
            progress.place = {LIMNER_TR("core", "the first %1 tokens of the prompt found no room"),
                              {std::to_string(m_writing.cutTokens)}};
        return progress;
    }

    std::shared_ptr<Snapshot> snapshot() override {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = static_cast<int64_t>(m_writing.tokens.size());
        snapshot->values = m_recipe.values;
        snapshot->writing = std::make_shared<const Writing>(m_writing);
        return snapshot;
    }

    Result<std::string> save() override { return std::string(); }
    /// What is there is kept.
    Result<std::string> stop() override {
        const auto kept = keep();
        if (!kept) return kept.error();
        return folder();
    }
    std::string folder() const override { return textOf(m_recipe.values, "out"); }

private:
    /// As many tokens as tell whether a joint is good.
    static std::vector<int32_t> beginningOf(std::vector<int32_t> ids) {
        constexpr size_t kEnough = 8;
        ids.resize(std::min(ids.size(), kEnough));
        return ids;
    }

    bool isFull() const {
        return static_cast<int64_t>(m_writing.tokens.size()) >= intOf(m_recipe.values, "tokens");
    }

    /// What was written ends before a stop string; a token that it begins in keeps what stands before it.
    bool cutAtStop() {
        std::string text;
        for (const Token& token : m_writing.tokens) text += token.text;
        size_t at = std::string::npos;
        for (const std::string& stop : m_stops) {
            const size_t found = text.find(stop);
            if (found >= at) continue;
            at = found;
            m_writing.ending = {LIMNER_TR("core", "stopped at “%1”"), {stop}};
        }
        if (at == std::string::npos) return false;
        size_t begin = 0;
        for (size_t i = 0; i < m_writing.tokens.size(); ++i) {
            Token& token = m_writing.tokens[i];
            const size_t end = begin + token.text.size();
            if (end > at) {
                token.text.resize(at - begin);
                m_writing.tokens.resize(token.text.empty() ? i : i + 1);
                break;
            }
            begin = end;
        }
        return true;
    }

    StepOutcome finish() {
        if (m_joint.length > 0) {
            m_writing.tokens.resize(std::min(m_writing.tokens.size(), m_joint.length));
            m_writing.ending = LIMNER_TR("core", "joined to what follows");
        }
        const auto kept = keep();
        return kept ? StepOutcome::done() : StepOutcome::pause(kept.error());
    }

    Result<void> keep() {
        if (folder().empty()) return {};
        const auto written = writeText(folder(), m_writing, m_recipe);
        if (written) m_announce({.kind = EventKind::Saved, .folder = folder()});
        return written;
    }

    Recipe m_recipe;
    std::shared_ptr<OpenedLanguage> m_opened;
    engine::Announce m_announce;
    std::vector<std::string> m_stops;
    std::unique_ptr<Continuation> m_continuation;
    Joint m_joint;
    Writing m_writing;
    training::Pace m_pace{0};
    double m_seconds = 0;
};

}  // namespace

Result<ParamValues> prepareWriting(const ParamValues& given) {
    auto complete = completeValues(writeTable(), given);
    if (!complete) return complete;
    const auto isFree = generation::checkOutputFile(textOf(*complete, "out"));
    if (!isFree) return isFree.error();
    return complete;
}

Result<std::unique_ptr<engine::Job>> startWriting(const Recipe& recipe, JobContext& context, JobId,
                                                  const engine::Announce& announce) {
    training::prepareLane(context.facts.threads);
    auto opened = openLanguage(recipe.values);
    if (!opened) return opened.error();
    auto prompt =
        promptTokens(*(*opened)->tokenizer, textOf(recipe.values, "prompt"), textOf(recipe.values, "tag"));
    if (!prompt) return prompt.error();
    const int64_t unknown = (*opened)->tokenizer->unknownIn(textOf(recipe.values, "prompt"));
    if (unknown > 0) {
        announce({.kind = EventKind::Warning,
                  .message = {LIMNER_TR("core",
                                        "%1 characters of the prompt are not among the model's tokens; "
                                        "a replacement stands in their place."),
                              {std::to_string(unknown)}}});
    }
    Recipe made = recipe;
    made.origin.modelHash = (*opened)->facts.modelHash;
    made.origin.parent = textOf(recipe.values, "run");
    return std::unique_ptr<engine::Job>(
        std::make_unique<WriteJob>(std::move(made), std::move(*opened), std::move(*prompt), announce));
}

}  // namespace limner::writing
