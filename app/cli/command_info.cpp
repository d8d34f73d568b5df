// limner-cli info FILE|RUN, and verify RUN
#include <ctime>
#include <filesystem>
#include <fstream>

#include "commands.h"
#include "core/types/param_text.h"
#include "json_text.h"
#include "option_help.h"
#include "option_reader.h"
#include "weights_header.h"

namespace limner::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t kMostPictureBytes = 1'000'000'000;

/// Facts in the order in which they are told: a name and a text each.
using Facts = std::vector<std::pair<std::string, std::string>>;

void print(Context& context, const Facts& facts) {
    for (const auto& [fact, text] : facts) {
        std::string start = fact;
        start.resize(std::max<size_t>(start.size() + 2, 16), ' ');
        context.terminal.out << wrapped(start, text, context.terminal.columns());
    }
}

std::string joined(const std::vector<int64_t>& numbers, const char* between) {
    std::string text;
    for (const int64_t number : numbers) text += (text.empty() ? "" : between) + std::to_string(number);
    return text;
}

std::string dateText(int64_t unixSeconds) {
    const std::time_t time = unixSeconds;
    std::tm local{};
    char text[32] = "";
    if (localtime_r(&time, &local) != nullptr) std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local);
    return text;
}

/// Each given value as one would type it on the command line.
std::string valuesText(const ParamValues& values) {
    const ParamSpec plain;
    std::string text;
    for (const auto& [id, value] : values) {
        const std::string shown = formatValue(plain, value);
        if (!shown.empty()) text += (text.empty() ? "" : " ") + optionName(id) + " " + shown;
    }
    return text;
}

ExitCode infoOfRun(const std::string& folder, Context& context) {
    const auto run = context.studio.runs().open(folder);
    if (!run) return context.terminal.fail(run.error());
    const auto metrics = context.studio.runs().metrics(folder);
    const auto scalars = metrics ? lastScalars(*metrics) : decltype(lastScalars({})){};
    const bool isDamaged = !metrics && !run->checkpoints.empty();
    if (context.terminal.isJson) {
        Json json = toJson(*run);
        if (isDamaged) json["damage"] = toJson(metrics.error());
        json["scalars"] = scalarsJson(scalars);
        context.terminal.out << line(json);
        return ExitCode::Ok;
    }
    const Json described = toJson(*run);
    Facts facts{
        {"Run", run->name},
        {"Folder", run->folder},
        {"State", described["state"].get<std::string>()},
        {"Step", std::to_string(run->step) + (run->seconds > 0 ? ", " + durationText(run->seconds) : "")},
        {"Made", dateText(run->createdUnixSeconds)},
        {"Checkpoints", joined(run->checkpoints, ", ")},
        {"Recipe", "limner-cli " + run->recipe.kind + " " + valuesText(run->recipe.values)}};
    std::string last;
    for (const auto& [scalar, value] : scalars)
        last += (last.empty() ? "" : ", ") + scalar + " " + numberText(value);
    if (!last.empty()) facts.emplace_back("Last", last);
    if (isDamaged) facts.emplace_back("Damage", metrics.error().text());
    print(context, facts);
    return ExitCode::Ok;
}

/// A tokenizer is longer than a terminal.
std::string beginning(const std::string& text) {
    constexpr size_t kMost = 1000;
    if (text.size() <= kMost) return text;
    size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "… (" + std::to_string(text.size()) + " bytes; --json prints all)";
}

ExitCode infoOfWeights(const fs::path& file, Context& context) {
    const auto header = readWeightsHeader(file);
    if (!header) return context.terminal.fail(header.error());
    if (context.terminal.isJson) {
        Json json{{"file", file.string()}, {"format", "safetensors"}, {"metadata", header->metadata}};
        json["tensors"] = Json::array();
        for (const auto& tensor : header->tensors)
            json["tensors"].push_back(
                {{"name", tensor.name}, {"type", tensor.type}, {"shape", tensor.shape}});
        context.terminal.out << line(json);
        return ExitCode::Ok;
    }
    Facts facts{{"File", file.string()},
                {"Format", "safetensors, " + std::to_string(header->tensors.size()) + " tensors, " +
                               std::to_string(header->numberCount()) + " numbers"}};
    for (const auto& [key, text] : header->metadata) facts.emplace_back(key, beginning(text));
    for (const auto& tensor : header->tensors)
        facts.emplace_back("  " + tensor.name, tensor.type + " [" + joined(tensor.shape, " × ") + "]");
    print(context, facts);
    return ExitCode::Ok;
}

Result<std::vector<std::byte>> bytesOf(const fs::path& file) {
    std::error_code failure;
    const auto size = fs::file_size(file, failure);
    std::ifstream stream(file, std::ios::binary);
    std::vector<std::byte> bytes(failure || size > kMostPictureBytes ? 0 : size);
    if (failure ||
        !stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())))
        return Error{.code = ErrorCode::NotFound,
                     .message = {LIMNER_TR("core", "“%1” cannot be read."), {file.string()}},
                     .hint = LIMNER_TR("core", "Check its permissions.")};
    return bytes;
}

ExitCode infoOfPicture(const fs::path& file, Context& context) {
    const auto bytes = bytesOf(file);
    if (!bytes) return context.terminal.fail(bytes.error());
    const auto picture = context.host.probe(*bytes);
    if (!picture)
        return context.terminal.fail(
            {.code = ErrorCode::Unsupported,
             .message = {LIMNER_TR("core", "“%1” is not something Limner knows."), {file.string()}},
             .hint = LIMNER_TR("core", "It reads pictures, safetensors files and run folders.")});
    const TextFields fields = context.host.textFields(*bytes);
    if (context.terminal.isJson) {
        Json json{{"file", file.string()},
                  {"format", picture->format},
                  {"width", picture->width},
                  {"height", picture->height}};
        for (const auto& [keyword, text] : fields) {
            const Json parsed = Json::parse(text, nullptr, false);
            json["text"][keyword] = parsed.is_discarded() ? Json(text) : parsed;
        }
        context.terminal.out << line(json);
        return ExitCode::Ok;
    }
    Facts facts{{"File", file.string()},
                {"Picture", std::to_string(picture->width) + " × " + std::to_string(picture->height) + ", " +
                                picture->format}};
    for (const auto& [keyword, text] : fields) facts.emplace_back(keyword, text);
    print(context, facts);
    return ExitCode::Ok;
}

}  // namespace

ExitCode runInfo(const CommandLine& line, Context& context) {
    const auto word = onlyWord(line, "a file or a run folder");
    if (!word) return context.terminal.fail(word.error());
    const fs::path path = fs::absolute(*word).lexically_normal();
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return infoOfRun(path.string(), context);
    if (!fs::exists(path, ignored))
        return context.terminal.fail({.code = ErrorCode::NotFound,
                                      .message = {LIMNER_TR("core", "There is no “%1”."), {path.string()}},
                                      .hint = LIMNER_TR("core", "Check the path.")});
    return path.extension() == ".safetensors" ? infoOfWeights(path, context) : infoOfPicture(path, context);
}

ExitCode runVerify(const CommandLine& line, Context& context) {
    const auto word = onlyWord(line, "a run folder");
    if (!word) return context.terminal.fail(word.error());
    const auto checks = context.studio.runs().verify(fs::absolute(*word).lexically_normal().string());
    if (!checks) return context.terminal.fail(checks.error());
    size_t bad = 0;
    for (const FileCheck& check : *checks) {
        bad += check.isGood ? 0 : 1;
        if (context.terminal.isJson) {
            Json json{{"file", check.path}, {"good", check.isGood}};
            if (!check.isGood) json["error"] = toJson(check.error);
            context.terminal.out << cli::line(json);
        } else {
            context.terminal.out << (check.isGood ? "good  " : "BAD   ") << check.path
                                 << (check.isGood ? "" : ": " + check.error.text()) << "\n";
        }
    }
    if (!context.terminal.isJson)
        context.terminal.out << (bad == 0 ? "All " + std::to_string(checks->size()) + " files are good.\n"
                                          : std::to_string(bad) + " of " + std::to_string(checks->size()) +
                                                " files are damaged or missing.\n");
    return bad == 0 ? ExitCode::Ok : ExitCode::Failed;
}

}  // namespace limner::cli
