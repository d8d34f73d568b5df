#include "write_table.h"

#include "core/internal/output_path.h"
#include "core/internal/trained_model.h"

namespace limner::writing {
namespace {

constexpr const char* kText = LIMNER_TR("core", "Text");
constexpr const char* kSampling = LIMNER_TR("core", "Sampling");
constexpr const char* kLength = LIMNER_TR("core", "Length");
constexpr const char* kFile = LIMNER_TR("core", "File");

ParamSpec textRow(const char* id, const char* label, const char* help, const char* group = kText) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = group,
            .kind = ParamKind::Text,
            .standard = std::string()};
}

ParamSpec fileRow(const char* id, const char* label, const char* help, const char* group) {
    ParamSpec row = textRow(id, label, help, group);
    row.kind = ParamKind::File;
    return row;
}

ParamSpec precisionRow() {
    return {.id = "precision",
            .label = LIMNER_TR("core", "Precision"),
            .help = LIMNER_TR("core", "How exactly the weights are read while it samples or is greedy."),
            .group = LIMNER_TR("core", "Model"),
            .kind = ParamKind::Choice,
            .standard = std::string("float32"),
            .choices = {{.id = "float32",
                         .label = LIMNER_TR("core", "32 bits"),
                         .help = LIMNER_TR("core", "The weights as they were learned.")},
                        {.id = "int8",
                         .label = LIMNER_TR("core", "8 bits"),
                         .help = LIMNER_TR("core",
                                           "A GPT's weights rounded: large ones write two to three times as "
                                           "fast, and nearly always the same.")}}};
}

ParamTable textRows() {
    return {
        textRow("prompt", LIMNER_TR("core", "Prompt"), LIMNER_TR("core", "The text that is continued.")),
        textRow("after", LIMNER_TR("core", "Text behind"),
                LIMNER_TR("core",
                          "What follows the gap to fill: writing ends where this joins best; empty simply "
                          "continues.")),
        textRow("tag", LIMNER_TR("core", "Style tag"),
                LIMNER_TR("core", "The kind of text to write, of those that the model was trained with.")),
    };
}

/// All of them may change while it writes.
ParamSpec samplingRow(const char* id, const char* label, const char* help, double standard, Range range,
                      const char* zeroText = "") {
    return {.id = id,
            .label = label,
            .help = help,
            .group = kSampling,
            .kind = ParamKind::Real,
            .standard = standard,
            .range = range,
            .editableWhileRunning = true,
            .zeroText = zeroText};
}

ParamSpec topKRow() {
    return {.id = "top_k",
            .label = LIMNER_TR("core", "Top-k"),
            .help = LIMNER_TR("core", "Chooses among so many likeliest tokens only (Fan et al. 2018)."),
            .group = kSampling,
            .standard = int64_t{50},
            .range = {.low = 0, .high = 1000, .step = 1},
            .editableWhileRunning = true,
            .zeroText = LIMNER_TR("core", "off")};
}

ParamSpec decodingRow() {
    return {.id = "decoding",
            .label = LIMNER_TR("core", "Decode"),
            .help = LIMNER_TR("core", "How the next token is chosen."),
            .group = kSampling,
            .kind = ParamKind::Choice,
            .standard = std::string("sample"),
            .choices = {
                {.id = "sample",
                 .label = LIMNER_TR("core", "Sample"),
                 .help = LIMNER_TR("core", "Draws it by its probability.")},
                {.id = "greedy",
                 .label = LIMNER_TR("core", "Greedy"),
                 .help = LIMNER_TR("core", "Takes the likeliest, always.")},
                {.id = "beam",
                 .label = LIMNER_TR("core", "Beam search"),
                 .help = LIMNER_TR("core", "Follows several continuations and keeps the likeliest of all."),
                 .rows = {{.id = "beams",
                           .label = LIMNER_TR("core", "Beams"),
                           .help = LIMNER_TR("core", "How many continuations are followed."),
                           .group = kSampling,
                           .standard = int64_t{4},
                           .range = {.low = 2, .high = 16, .step = 1}}}}}};
}

ParamTable samplingRows() {
    const char* off = LIMNER_TR("core", "off");
    return {
        samplingRow(
            "temperature", LIMNER_TR("core", "Temperature"),
            LIMNER_TR("core", "Less makes it surer, more makes it bolder; 0 always takes the likeliest."),
            0.8, {.low = 0, .high = 2, .step = 0.05}),
        topKRow(),
        samplingRow("top_p", LIMNER_TR("core", "Top-p"),
                    LIMNER_TR("core",
                              "Chooses among the likeliest tokens that together reach this probability "
                              "(Holtzman et al. 2020); 0 keeps the likeliest alone."),
                    1, {.low = 0, .high = 1, .step = 0.01}),
        samplingRow(
            "min_p", LIMNER_TR("core", "Min-p"),
            LIMNER_TR("core", "Leaves out tokens that are less likely than this share of the likeliest one."),
            0, {.low = 0, .high = 1, .step = 0.01}, off),
        samplingRow("typical", LIMNER_TR("core", "Typical"),
                    LIMNER_TR("core",
                              "Chooses among tokens about as surprising as text is here, up to this "
                              "probability together (Meister et al. 2022)."),
                    0, {.low = 0, .high = 1, .step = 0.01}, off),
        samplingRow("repetition_penalty", LIMNER_TR("core", "Repeat penalty"),
                    LIMNER_TR("core",
                              "Makes tokens that are there already less likely (Keskar et al. 2019); 1 is "
                              "off."),
                    1, {.low = 1, .high = 2, .step = 0.01}),
        samplingRow("frequency_penalty", LIMNER_TR("core", "Freq. penalty"),
                    LIMNER_TR("core", "Makes a token less likely each time that it was written."), 0,
                    {.low = 0, .high = 2, .step = 0.05}, off),
        decodingRow(),
    };
}

ParamTable lengthRows() {
    return {{.id = "tokens",
             .label = LIMNER_TR("core", "Tokens"),
             .help = LIMNER_TR("core", "How many tokens are written at most."),
             .group = kLength,
             .standard = int64_t{200},
             .range = {1, 10'000, Scale::Log}},
            textRow("stop", LIMNER_TR("core", "Stop at"),
                    LIMNER_TR("core",
                              "Ends before one of these, one a line; \\n is a line end, “blank line” two."),
                    kLength),
            {.id = "seed",
             .label = LIMNER_TR("core", "Seed"),
             .help = LIMNER_TR("core", "The same seed and settings write the same text."),
             .group = kLength,
             .standard = int64_t{1},
             .range = {.low = 0, .high = 4'294'967'295.0, .step = 1}}};
}

void append(ParamTable& table, ParamTable rows) {
    for (ParamSpec& row : rows) table.push_back(std::move(row));
}

ParamTable withOut(ParamTable table, const char* help) {
    table.push_back(fileRow("out", LIMNER_TR("core", "Save as"), help, kFile));
    table.push_back(generation::overwriteRow(kFile));
    return table;
}

}  // namespace

const ParamTable& writeTable() {
    static const ParamTable table = [] {
        ParamTable rows = generation::trainedRows();
        rows.push_back(precisionRow());
        append(rows, textRows());
        append(rows, samplingRows());
        append(rows, lengthRows());
        return withOut(std::move(rows),
                       LIMNER_TR("core",
                                 "A text file, or a .json with every token; its recipe is kept beside the "
                                 "text. Empty writes no file."));
    }();
    return table;
}

const ParamTable& perplexityTable() {
    static const ParamTable table = [] {
        ParamTable rows = generation::trainedRows();
        rows.push_back(fileRow("text", LIMNER_TR("core", "Text file"),
                               LIMNER_TR("core", "The text whose perplexity is measured."), kText));
        return rows;
    }();
    return table;
}

const ParamTable& tokenizeTable() {
    static const ParamTable table = [] {
        ParamTable rows = generation::trainedRows();
        rows.push_back(fileRow("tokenizer", LIMNER_TR("core", "Tokenizer"),
                               LIMNER_TR("core",
                                         "A tokenizer.json, or a folder with vocab.json and merges.txt; "
                                         "instead of a run."),
                               kText));
        rows.push_back(
            textRow("text", LIMNER_TR("core", "Text"), LIMNER_TR("core", "The text to cut into tokens.")));
        return withOut(std::move(rows),
                       LIMNER_TR("core", "A .json with the ids and texts of all tokens; may be empty."));
    }();
    return table;
}

std::vector<std::string> stopStrings(const std::string& lines) {
    std::vector<std::string> stops;
    std::string current;
    const auto finish = [&] {
        if (current == "blank line") current = "\n\n";
        if (!current.empty()) stops.push_back(current);
        current.clear();
    };
    for (size_t i = 0; i < lines.size(); ++i) {
        const char next = i + 1 < lines.size() ? lines[i + 1] : '\0';
        if (lines[i] == '\n') {
            finish();
        } else if (lines[i] == '\\' && (next == 'n' || next == 't')) {
            current += next == 'n' ? '\n' : '\t';
            ++i;
        } else {
            current += lines[i];
        }
    }
    finish();
    return stops;
}

}  // namespace limner::writing
