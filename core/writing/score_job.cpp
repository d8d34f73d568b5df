#include "score_job.h"

#include <filesystem>

#include "core/language/score.h"
#include "core/language/text_source.h"
#include "measure_job.h"

namespace limner::writing {
namespace {

using language::LinePair;

class Scoring final : public Measure {
public:
    Scoring(std::vector<LinePair> lines, std::vector<const language::Measure*> measures,
            language::ScoreOptions options, bool isPerSentence)
        : m_lines(std::move(lines)),
          m_measures(std::move(measures)),
          m_options(options),
          m_isPerSentence(isPerSentence) {}

    /// One measure over all lines, then one line of all measures after another.
    Result<bool> step() override {
        if (m_done < m_measures.size()) {
            const language::Measure& measure = *m_measures[m_done];
            note("", measure, measure.corpus(m_lines, m_options));
        } else {
            const size_t line = m_done - m_measures.size();
            for (const language::Measure* measure : m_measures)
                note(std::to_string(line + 1) + " ", *measure, measure->line(m_lines[line], m_options));
        }
        return ++m_done < steps();
    }
    double done() const override { return static_cast<double>(m_done); }
    double total() const override { return static_cast<double>(steps()); }
    std::string unit() const override { return "scores"; }
    std::vector<std::pair<std::string, double>> numbers() const override { return m_numbers; }

private:
    size_t steps() const { return m_measures.size() + (m_isPerSentence ? m_lines.size() : 0); }
    void note(const std::string& prefix, const language::Measure& measure,
              const std::vector<double>& numbers) {
        for (size_t i = 0; i < numbers.size(); ++i)
            m_numbers.emplace_back(prefix + measure.names[i], numbers[i]);
    }

    std::vector<LinePair> m_lines;
    std::vector<const language::Measure*> m_measures;
    language::ScoreOptions m_options;
    bool m_isPerSentence;
    size_t m_done = 0;
    std::vector<std::pair<std::string, double>> m_numbers;
};

ParamSpec fileToScore(const char* id, const char* label, const char* help) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = LIMNER_TR("core", "Text"),
            .kind = ParamKind::File,
            .standard = std::string()};
}

ParamSpec scoreToggle(const char* id, const char* label, const char* help) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = LIMNER_TR("core", "Measures"),
            .kind = ParamKind::Toggle,
            .standard = false};
}

}  // namespace

const ParamTable& scoreTable() {
    static const ParamTable table{
        fileToScore("hypothesis", LIMNER_TR("core", "Text"),
                    LIMNER_TR("core", "The text that is measured, a sentence a line.")),
        fileToScore("reference", LIMNER_TR("core", "Reference"),
                    LIMNER_TR("core", "What it should be, with as many lines.")),
        {.id = "metric",
         .label = LIMNER_TR("core", "Measures"),
         .help = LIMNER_TR("core",
                           "bleu, rouge, meteor and f1 with commas between; empty takes all. METEOR matches "
                           "words and their stems, but no synonyms."),
         .group = LIMNER_TR("core", "Measures"),
         .kind = ParamKind::Text,
         .standard = std::string()},
        scoreToggle("stems", LIMNER_TR("core", "Stems"),
                    LIMNER_TR("core", "Lets ROUGE compare stems of English words (Porter 1980).")),
        scoreToggle("per_sentence", LIMNER_TR("core", "Each sentence"),
                    LIMNER_TR("core", "Gives the numbers of every line too."))};
    return table;
}

Result<ParamValues> prepareScoring(const ParamValues& given) {
    auto complete = completeValues(scoreTable(), given);
    if (!complete) return complete;
    const auto measures = language::measuresIn(textOf(*complete, "metric"));
    if (!measures) return measures.error();
    if (!textOf(*complete, "hypothesis").empty() && !textOf(*complete, "reference").empty()) return complete;
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = LIMNER_TR("core", "Two texts are needed: one to measure and its reference."),
                 .hint = LIMNER_TR("core", "Name both files.")};
}

std::string scoringTitle(const ParamValues& values) {
    return std::filesystem::path(textOf(values, "hypothesis")).filename().string();
}

Result<std::unique_ptr<engine::Job>> startScoring(const Recipe& recipe, JobContext&, JobId,
                                                  const engine::Announce& announce) {
    const auto hypothesis = language::readTextFile(textOf(recipe.values, "hypothesis"));
    if (!hypothesis) return hypothesis.error();
    const auto reference = language::readTextFile(textOf(recipe.values, "reference"));
    if (!reference) return reference.error();
    for (const auto* text : {&*hypothesis, &*reference})
        for (const Message& note : text->notes) announce({.kind = EventKind::Warning, .message = note});
    auto lines = language::pairLines(hypothesis->utf8, reference->utf8);
    if (!lines) return lines.error();
    auto measures = language::measuresIn(textOf(recipe.values, "metric"));
    if (!measures) return measures.error();
    const language::ScoreOptions options{.split = language::splitFor(reference->utf8),
                                         .usesStems = boolOf(recipe.values, "stems")};
    return makeMeasureJob(recipe, std::make_unique<Scoring>(std::move(*lines), std::move(*measures), options,
                                                            boolOf(recipe.values, "per_sentence")));
}

}  // namespace limner::writing
