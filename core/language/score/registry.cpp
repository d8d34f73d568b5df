// Every measure of a text against a reference. One row each; order is the order of the columns.
#include <algorithm>

#include "core/language/utf8.h"
#include "core/types/param.h"
#include "entries.h"

namespace limner::language {
namespace {

std::vector<Measure> makeMeasures() {
    return {
        {.id = "bleu",
         .label = LIMNER_TR("core", "BLEU"),
         .help =
             LIMNER_TR("core", "Runs of one to four words in common, 0 to 100; as sacrebleu computes it."),
         .names = {"bleu"},
         .corpus = &corpusBleu,
         .line = &lineBleu},
        {.id = "rouge",
         .label = LIMNER_TR("core", "ROUGE"),
         .help = LIMNER_TR("core",
                           "Words, pairs of words and order in common, 0 to 1; as rouge-score computes it."),
         .names = {"rouge-1", "rouge-2", "rouge-l"},
         .corpus = &corpusRouge,
         .line = &lineRouge},
        {.id = "meteor",
         .label = LIMNER_TR("core", "METEOR"),
         .help = LIMNER_TR(
             "core",
             "Words or their stems in common, better in few pieces, 0 to 1; as nltk computes it, but "
             "synonyms of WordNet are not used."),
         .names = {"meteor"},
         .corpus = &corpusMeteor,
         .line = &lineMeteor},
        {.id = "f1",
         .label = LIMNER_TR("core", "Token F1"),
         .help = LIMNER_TR(
             "core", "Words in common, without articles and punctuation, 0 to 1; as for the SQuAD data set."),
         .names = {"f1"},
         .corpus = &corpusF1,
         .line = &lineF1},
    };
}

Error noSuchMeasure(const std::string& id) {
    std::vector<std::string> ids;
    for (const Measure& measure : measureRegistry()) ids.push_back(measure.id);
    const std::string near = nearest(id, ids);
    Error error{.code = ErrorCode::InvalidArgument,
                .message = {LIMNER_TR("core", "There is no measure “%1”."), {id}},
                .hint = {LIMNER_TR("core", "There are %1."), {"bleu, rouge, meteor, f1"}}};
    if (!near.empty()) error.hint = {LIMNER_TR("core", "Did you mean “%1”?"), {near}};
    return error;
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        if (line.ends_with('\r')) line.pop_back();
        lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

const std::vector<Measure>& measureRegistry() {
    static const std::vector<Measure> rows = makeMeasures();
    return rows;
}

Result<std::vector<const Measure*>> measuresIn(std::string_view list) {
    std::vector<const Measure*> measures;
    std::string id;
    const auto& rows = measureRegistry();
    for (size_t at = 0; at <= list.size(); ++at) {
        const char sign = at < list.size() ? list[at] : ',';
        if (sign == ' ') continue;
        if (sign != ',') {
            id += sign;
            continue;
        }
        const auto row =
            std::find_if(rows.begin(), rows.end(), [&id](const Measure& each) { return each.id == id; });
        if (!id.empty() && row == rows.end()) return noSuchMeasure(id);
        if (!id.empty()) measures.push_back(&*row);
        id.clear();
    }
    if (!measures.empty()) return measures;
    for (const Measure& measure : rows) measures.push_back(&measure);
    return measures;
}

Result<std::vector<LinePair>> pairLines(std::string_view hypothesis, std::string_view reference) {
    std::vector<std::string> written = linesOf(hypothesis);
    std::vector<std::string> wanted = linesOf(reference);
    if (written.size() != wanted.size() || wanted.empty()) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = {LIMNER_TR("core", "The text has %1 lines, the reference has %2."),
                                 {std::to_string(written.size()), std::to_string(wanted.size())}},
                     .hint = LIMNER_TR("core", "Each line is compared with the line of the same number.")};
    }
    std::vector<LinePair> lines;
    for (size_t i = 0; i < written.size(); ++i)
        lines.push_back({std::move(written[i]), std::move(wanted[i])});
    return lines;
}

WordSplit splitFor(std::string_view reference) {
    size_t letters = 0;
    size_t chinese = 0;
    for (const char32_t code : codePointsOf(reference)) {
        if (!isLetter(code)) continue;
        ++letters;
        const bool isHan = (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
                           (code >= 0x20000 && code <= 0x3FFFF);
        if (isHan) ++chinese;
    }
    return letters > 0 && chinese * 4 >= letters ? WordSplit::Chinese : WordSplit::Spaced;
}

Numbers meanOver(std::span<const LinePair> lines, const ScoreOptions& options, size_t count,
                 Numbers (*ofLine)(const LinePair&, const ScoreOptions&)) {
    Numbers means(count, 0);
    for (const LinePair& line : lines) {
        const Numbers numbers = ofLine(line, options);
        for (size_t i = 0; i < count; ++i) means[i] += numbers[i] / static_cast<double>(lines.size());
    }
    return means;
}

double harmonicMean(double precision, double recall) {
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

}  // namespace limner::language
