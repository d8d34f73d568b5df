// A tiny language model without a core: words in a fixed order, probabilities from their letters.
#include <algorithm>
#include <array>
#include <cmath>

#include "fake_studio.h"

namespace limner::test {
namespace {

constexpr std::array kWords{" and", " the", " river", ",", " was", " not", " heard", "."};

double probabilityOf(const std::string& word) {
    unsigned sum = 0;
    for (const char c : word) sum = sum * 31 + static_cast<unsigned char>(c);
    return 0.02 + 0.9 * static_cast<double>(sum % 89) / 89.0;
}

std::vector<TokenChoice> choicesFor(const std::string& word) {
    std::vector<TokenChoice> choices{{1, word, probabilityOf(word)}};
    double left = 1 - choices.front().probability;
    for (const char* other : {" LORD", " people", " angel", " wind", " prophet"}) {
        left /= 2;
        choices.push_back({2, other, left});
    }
    std::ranges::stable_sort(choices, std::greater(), &TokenChoice::probability);
    return choices;
}

Token tokenOf(const std::string& word) {
    return {.id = 1,
            .text = word,
            .logProbability = std::log(probabilityOf(word)),
            .entropy = 2,
            .likeliest = choicesFor(word)};
}

/// Words with the space before them, as byte pairs have it; each line end by itself.
std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> words;
    for (const char c : text) {
        if (words.empty() || c == ' ' || c == '\n' || words.back() == "\n") words.emplace_back();
        words.back() += c;
    }
    return words;
}

std::string textIn(const ParamValues& values, const std::string& id) {
    const auto found = values.find(id);
    return found == values.end() ? std::string() : std::get<std::string>(found->second);
}

ParamSpec samplingRow(const char* id, const char* label, double standard, Range range,
                      const char* zero = "") {
    return {.id = id,
            .label = label,
            .help = "A number.",
            .group = "Sampling",
            .kind = ParamKind::Real,
            .standard = standard,
            .range = range,
            .editableWhileRunning = true,
            .zeroText = zero};
}

ParamSpec textRow(const char* id, const char* label, const char* group, ParamKind kind = ParamKind::Text) {
    return {.id = id, .label = label, .group = group, .kind = kind, .standard = std::string()};
}

}  // namespace

std::string fakeWord(size_t number) {
    return kWords[number % kWords.size()];
}

ParamTable fakeWriteTable() {
    ParamTable table{textRow("run", "Model", "Model", ParamKind::Run),
                     {.id = "checkpoint", .group = "Model", .standard = int64_t{0}, .range = {0, 1e12}},
                     textRow("prompt", "Prompt", "Text"),
                     textRow("after", "Text behind", "Text"),
                     textRow("tag", "Style tag", "Text"),
                     samplingRow("temperature", "Temperature", 0.8, {0, 2}),
                     samplingRow("top_p", "Top-p", 1, {0, 1}),
                     samplingRow("min_p", "Min-p", 0, {0, 1}, "off"),
                     samplingRow("typical", "Typical", 0, {0, 1}, "off"),
                     samplingRow("repetition_penalty", "Repeat penalty", 1, {1, 2}),
                     samplingRow("frequency_penalty", "Freq. penalty", 0, {0, 2}, "off")};
    table.insert(table.begin() + 6, {.id = "top_k",
                                     .label = "Top-k",
                                     .group = "Sampling",
                                     .standard = int64_t{50},
                                     .range = {0, 1000},
                                     .editableWhileRunning = true,
                                     .zeroText = "off"});
    table.push_back({.id = "decoding",
                     .label = "Decode",
                     .group = "Sampling",
                     .kind = ParamKind::Choice,
                     .standard = std::string("sample"),
                     .choices = {{.id = "sample", .label = "Sample"},
                                 {.id = "greedy", .label = "Greedy"},
                                 {.id = "beam",
                                  .label = "Beam search",
                                  .rows = {{.id = "beams",
                                            .label = "Beams",
                                            .group = "Sampling",
                                            .standard = int64_t{4},
                                            .range = {2, 16}}}}}});
    table.push_back({.id = "tokens",
                     .label = "Tokens",
                     .group = "Length",
                     .standard = int64_t{200},
                     .range = {1, 10000, Scale::Log}});
    table.push_back(textRow("stop", "Stop at", "Length"));
    table.push_back({.id = "seed",
                     .label = "Seed",
                     .group = "Length",
                     .standard = int64_t{1},
                     .range = {0, 4294967295.0}});
    table.push_back(textRow("out", "Save as", "File", ParamKind::File));
    return table;
}

Result<LivePicture> fakeLanguage(const LiveRequest& request) {
    LivePicture answer;
    if (textOr(request.values, "run").ends_with(kUnreadable))
        return Error{.code = ErrorCode::Damaged, .message = "The weights are damaged."};
    if (request.what == "describe-language") {
        answer.language = std::make_shared<const LanguageFacts>(
            LanguageFacts{.title = "gpt-small",
                          .modelHash = "abc",
                          .step = 4000,
                          .parameters = 1'600'000,
                          .tokenizer = "byte-pairs",
                          .vocabulary = 4096,
                          .context = 512,
                          .tags = {"narrative", "law", "psalm", "letter"}});
        return answer;
    }
    auto writing = std::make_shared<Writing>();
    for (const std::string& word : split(textIn(request.values, "prompt")))
        writing->tokens.push_back(tokenOf(word));
    if (!writing->tokens.empty()) writing->tokens.front().logProbability = 0;
    writing->next = {{1, ",", 0.46}, {2, ".", 0.21}, {3, " from", 0.08}, {4, " in", 0.06}, {5, " all", 0.05}};
    answer.writing = writing;
    return answer;
}

namespace {

/// Training learns a text as well from now on.
void addText(ParamTable& table) {
    for (ParamSpec& row : table) {
        if (row.id != "data" && row.id != "model") continue;
        for (Choice& choice : row.choices) choice.domain = "pictures";
        if (row.id == "data") {
            row.choices.push_back({.id = "text",
                                   .label = "Your own text",
                                   .help = "A file.",
                                   .rows = {textRow("text_path", "Text", "Data", ParamKind::File)},
                                   .domain = "text"});
            row.choices.push_back({.id = "bible",
                                   .label = "A long book",
                                   .help = "Prose.",
                                   .rows = {{.id = "text_tags",
                                             .label = "Tags",
                                             .help = "Marks passages.",
                                             .group = "Data",
                                             .kind = ParamKind::Toggle,
                                             .standard = false}},
                                   .domain = "text"});
        } else {
            row.choices.push_back({.id = "gpt", .label = "Transformer", .help = "Writes.", .domain = "text"});
        }
    }
}

}  // namespace

void FakeStudio::addWrite() {
    addText(m_catalog.kinds.front().params);
    m_catalog.kinds.push_back({"write", "Write", "Goes on with a text.", fakeWriteTable()});
    m_catalog.kinds.push_back(
        {"score",
         "Score",
         "Measures a text.",
         {textRow("hypothesis", "Text", "Text", ParamKind::File),
          textRow("reference", "Reference", "Text", ParamKind::File), textRow("metric", "Metric", "Text")}});
    m_library.models.push_back({.id = "gpt-small",
                                .file = "/models/gpt-small.safetensors",
                                .title = "gpt-small, public-domain prose",
                                .summary = "Goes on in old prose.",
                                .modelHash = "abc",
                                .domain = "text"});
    m_library.models.push_back({.id = "char-rnn",
                                .file = "/models/char.safetensors",
                                .title = "Letters",
                                .summary = "An LSTM.",
                                .modelHash = "def",
                                .domain = "text"});
}

void FakeStudio::publishWriting(JobId job, std::vector<std::string> words, const char* ending,
                                int64_t cutTokens) {
    const std::lock_guard lock(m_mutex);
    auto writing = std::make_shared<Writing>();
    for (const std::string& word : words) writing->tokens.push_back(tokenOf(word));
    writing->ending = ending;
    writing->cutTokens = cutTokens;
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->version = ++m_serial;
    snapshot->step = static_cast<int64_t>(words.size());
    snapshot->progress = {static_cast<double>(words.size()), 200, 38.6, 1, "tokens"};
    snapshot->values = m_values[job];
    snapshot->writing = writing;
    m_snapshots[job] = snapshot;
}

void FakeStudio::publishNumbers(JobId job, std::vector<std::pair<std::string, double>> numbers) {
    const std::lock_guard lock(m_mutex);
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->version = ++m_serial;
    snapshot->numbers = std::move(numbers);
    m_snapshots[job] = snapshot;
}

}  // namespace limner::test
