#include "import_job.h"

#include <optional>

#include "beside_core.h"
#include "child_process.h"
#include "core/internal/picture_file.h"
#include "core/internal/tensor_file.h"
#include "core/internal/trained_model.h"
#include "core/io/json_file.h"
#include "core/io/safe_replace.h"
#include "core/io/sha256.h"
#include "known_networks.h"
#include "network_file.h"
#include "recognition.h"
#include "tokenizer_beside.h"

namespace limner::library {
namespace {

namespace fs = std::filesystem;
using engine::StepOutcome;

/// How long a step waits for the reader, so that a stop is heard.
constexpr std::chrono::milliseconds kPatience{50};
constexpr size_t kHashLettersInName = 8;
constexpr const char* kTokenTable = "wte.weight";  // of a GPT-2: a row for each token

/// safetensors begin with the length of a JSON object.
bool isSafetensors(const fs::path& file) {
    auto reader = io::FileReader::open(file);
    std::array<std::byte, 9> start{};
    return reader && reader->sizeBytes() >= start.size() && reader->read(start).ok() &&
           start[8] == std::byte{'{'};
}

/// What limner-pth said, with the name of the file in front.
Error errorOf(const std::string& line, const fs::path& file) {
    const auto said = io::Json::parse(line, nullptr, false);
    if (!said.is_object())
        return {.code = ErrorCode::Damaged,
                .message = {LIMNER_TR("core", "“%1” is damaged in a way that stopped its reader."),
                            {file.filename().string()}},
                .kept = LIMNER_TR("core", "Nothing was run or kept.")};
    const std::string sentence =
        fillPlaceholders(said.value("message", ""), said.value("args", std::vector<std::string>{}));
    return {.code = static_cast<ErrorCode>(said.value("code", static_cast<int>(ErrorCode::Damaged))),
            .message = {LIMNER_TR("core", "“%1” was refused. %2"), {file.filename().string(), sentence}},
            .hint = said.value("hint", ""),
            .kept = LIMNER_TR("core", "Nothing was run or kept.")};
}

class ImportJob final : public engine::Job {
public:
    ImportJob(const ParamValues& values, const JobContext& context, engine::Announce announce)
        : m_values(values),
          m_file(textOf(values, "file")),
          m_folder(context.project / "models"),
          m_converted(m_folder / ("." + m_file.stem().string() + ".converted")),
          m_announce(std::move(announce)) {}

    ~ImportJob() override {
        m_reader.reset();
        std::error_code ignored;
        fs::remove(m_converted, ignored);
    }

    StepOutcome step() override {
        const auto moved = m_hash.empty() ? checkHash() : !m_isRead ? read() : keep();
        if (!moved) return StepOutcome::fail(moved.error());
        if (m_kept.empty()) return StepOutcome::proceed();
        m_announce({.kind = EventKind::Saved, .folder = m_kept.string()});
        return StepOutcome::done();
    }
    Result<void> edit(const ParamEdit&) override { return {}; }
    Progress progress() const override {
        const double done = (m_hash.empty() ? 0 : 1) + (m_isRead ? 1 : 0) + (m_kept.empty() ? 0 : 1);
        return {.done = done, .total = 3, .unit = "steps", .place = m_file.filename().string()};
    }
    std::shared_ptr<Snapshot> snapshot() override {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->values = m_values;
        return snapshot;
    }
    Result<std::string> save() override { return std::string(); }
    std::string folder() const override { return m_kept.string(); }

private:
    Result<void> checkHash() {
        const auto hash = io::sha256OfFile(m_file);
        if (!hash) return hash.error();
        const std::string& expected = textOf(m_values, "sha256");
        if (!hash->starts_with(expected))
            return Error{
                .code = ErrorCode::Damaged,
                .message = {LIMNER_TR("core",
                                      "“%1” is not the file that was asked for: its SHA-256 is %2…, "
                                      "not %3…."),
                            {m_file.filename().string(), hash->substr(0, kHashLettersInName), expected}},
                .hint = LIMNER_TR("core", "Fetch it again."),
                .kept = LIMNER_TR("core", "Nothing was run or kept.")};
        m_hash = *hash;
        return {};
    }

    /// Until the weights lie in a safetensors file.
    Result<void> read() {
        if (isSafetensors(m_file)) {
            m_weights = m_file;
            m_isRead = true;
            return {};
        }
        if (!m_reader) return startReader();
        if (!m_reader->waitFor(kPatience)) return {};
        if (m_reader->exitCode() != 0) return errorOf(m_reader->output(), m_file);
        m_weights = m_converted;
        m_isRead = true;
        return {};
    }

    Result<void> startReader() {
        const auto made = generation::makeFolder(m_folder);
        if (!made) return made;
        std::error_code ignored;
        fs::remove(m_converted, ignored);  // of a session that was killed
        const fs::path program = pthReaderBesideCore();
        if (program.empty())
            return Error{
                .code = ErrorCode::NotFound,
                .message =
                    LIMNER_TR("core", "The program limner-pth, which reads files of PyTorch, is missing."),
                .hint = LIMNER_TR("core", "Install Limner again, or convert the file to safetensors.")};
        auto reader = ChildProcess::start(program, {m_file.string(), m_converted.string()});
        if (!reader) return reader.error();
        m_reader.emplace(std::move(*reader));
        return {};
    }

    Result<void> keep() {
        auto weights = io::readTensorFile(m_weights);
        if (!weights) return weights.error();
        const auto found = recognise(m_file, headerOf(*weights));
        if (!found) return found.error();
        const auto made = generation::makeFolder(m_folder);
        if (!made) return made;
        const fs::path part = m_folder / ("." + m_file.stem().string() + ".part");
        auto texts = metadata(*weights, *found);
        if (found->kind == NetworkKind::Language) addTokenizer(texts, *weights, *found);
        const auto written = io::writeTensorFile(part, chosen(*weights, *found), texts);
        if (!written) return written.error();
        const fs::path kept = m_folder / (m_file.stem().string() + "-" +
                                          written->substr(0, kHashLettersInName) + ".safetensors");
        const auto named = io::replaceByFile(part, kept);
        if (!named) return named;
        m_kept = kept;
        return {};
    }

    static io::TensorHeader headerOf(const io::TensorFile& file) {
        io::TensorHeader header{.entries = {}, .metadata = file.metadata};
        for (const auto& [name, tensor] : file.tensors)
            header.entries.push_back({.name = name, .shape = tensor.sizes().vec()});
        return header;
    }

    static io::NamedTensors chosen(const io::TensorFile& file, const Recognised& found) {
        io::NamedTensors tensors;
        for (const std::string& name : found.names)
            tensors.emplace_back(found.keptPrefix + name, file.tensors.at(found.prefix + name));
        if (found.names.empty()) tensors.assign(file.tensors.begin(), file.tensors.end());
        return tensors;
    }

    /// What the file said of itself stays, like the order of its colours.
    std::map<std::string, std::string> metadata(const io::TensorFile& file, const Recognised& found) const {
        std::map<std::string, std::string> texts = file.metadata;
        const KnownNetwork* known = findKnownNetwork(found.architecture);
        const bool isPublished = known != nullptr && m_hash.starts_with(known->hashStart);
        const std::string &title = textOf(m_values, "title"), &licence = textOf(m_values, "licence");
        const std::string ownTitle =
            found.kind == NetworkKind::FastStyle ? m_file.stem().string() : found.title;
        texts["format"] = "pt";
        if (found.kind != NetworkKind::Trained) texts.erase(generation::kTrainingKey);  // nothing to explore
        texts[generation::kTitleKey] = title.empty() ? ownTitle : title;
        texts[kNetworkKey] = found.architecture;
        texts[kKindKey] = name(found.kind);
        texts[kLicenceKey] = licence.empty() && isPublished ? known->licence : licence;
        texts[kSourceKey] = m_file.filename().string();
        texts[kSourceHashKey] = m_hash;
        return texts;
    }

    /// Weights without a tokenizer are kept all the same: the download takes longer than putting it beside
    /// them.
    void addTokenizer(std::map<std::string, std::string>& texts, const io::TensorFile& weights,
                      const Recognised& found) const {
        const int64_t vocabulary = weights.tensors.at(found.prefix + kTokenTable).size(0);
        auto tokenizer = tokenizerBeside(m_file, vocabulary);
        if (tokenizer) {
            texts[generation::kTokenizerKey] = std::move(*tokenizer);
            return;
        }
        m_announce(
            {.kind = EventKind::Warning,
             .message = {LIMNER_TR("core",
                                   "“%1” is kept without a tokenizer and cannot write yet. %2 Put its "
                                   "tokenizer.json, or vocab.json and merges.txt, beside it and import "
                                   "it again."),
                         {m_file.filename().string(), tokenizer.error().message.text()}}});
    }

    ParamValues m_values;
    fs::path m_file, m_folder;
    fs::path m_converted;  // by the reader of .pth
    engine::Announce m_announce;
    std::string m_hash;  // of the file
    std::optional<ChildProcess> m_reader;
    fs::path m_weights;  // safetensors
    bool m_isRead = false;
    fs::path m_kept;  // empty until it is done
};

ParamSpec textRow(const char* id, const char* label, const char* help, ParamKind kind) {
    return {.id = id,
            .label = label,
            .help = help,
            .group = LIMNER_TR("core", "Weights"),
            .kind = kind,
            .standard = std::string()};
}

}  // namespace

const ParamTable& importTable() {
    static const ParamTable table{
        textRow("file", LIMNER_TR("core", "File"),
                LIMNER_TR("core", "Weights as safetensors or as a .pth of PyTorch; nothing in it is run."),
                ParamKind::File),
        textRow(
            "title", LIMNER_TR("core", "Title"),
            LIMNER_TR("core",
                      "What it is called where it is listed; empty takes the name of the network or file."),
            ParamKind::Text),
        textRow("licence", LIMNER_TR("core", "Licence"),
                LIMNER_TR("core", "Under which the weights may be used, if you know it."), ParamKind::Text),
        textRow("sha256", LIMNER_TR("core", "SHA-256"),
                LIMNER_TR("core", "How the hash of the file must begin; empty takes any."), ParamKind::Text),
    };
    return table;
}

Result<ParamValues> prepareImport(const ParamValues& given) {
    auto complete = completeValues(importTable(), given);
    if (!complete) return complete;
    const std::string& file = textOf(*complete, "file");
    std::error_code ignored;
    if (fs::is_regular_file(file, ignored)) return complete;
    return Error{.code = ErrorCode::NotFound,
                 .message = {LIMNER_TR("core", "“%1” is not a file."), {file}},
                 .hint = LIMNER_TR("core", "Choose a .safetensors or a .pth file (--file).")};
}

std::string importTitle(const ParamValues& values) {
    return fs::path(textOf(values, "file")).filename().string();
}

Result<std::unique_ptr<engine::Job>> startImport(const Recipe& recipe, JobContext& context, JobId,
                                                 const engine::Announce& announce) {
    return std::unique_ptr<engine::Job>(std::make_unique<ImportJob>(recipe.values, context, announce));
}

}  // namespace limner::library
