#include "short_forms.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "option_reader.h"

namespace limner::cli {
namespace {

/// Holds for every kind that has the row and lacks one of the short name.
struct ShortForm {
    std::string id;                 ///< of the short name
    std::string row;                ///< what it stands for
    std::vector<std::string> full;  ///< what is typed instead; a value that follows stays behind it
};

const std::vector<ShortForm>& shortForms() {
    static const std::vector<ShortForm> rows{{"model", "run", {"--run"}},
                                             {"greedy", "decoding", {"--decoding", "greedy"}}};
    return rows;
}

bool hasRow(const KindInfo& kind, const std::string& id) {
    return std::ranges::find(kind.params, id, &ParamSpec::id) != kind.params.end();
}

/// The file of a model or a network of the library; empty if there is none of that name.
std::string fileOf(const std::string& name, const ModelLibrary& library) {
    for (const LibraryModel& model : library.list())
        if (model.id == name) return model.file;
    for (const LibraryNetwork& network : library.networks())
        if (network.isHere() && (network.id == name || network.architecture == name)) return network.file;
    return {};
}

}  // namespace

std::vector<std::string> inFull(const KindInfo& kind, std::vector<std::string> words) {
    std::vector<std::string> full;
    for (std::string& word : words) {
        const std::string name = word.substr(0, word.find('='));
        const auto form = std::ranges::find_if(shortForms(), [&](const ShortForm& each) {
            return optionName(each.id) == name && hasRow(kind, each.row) && !hasRow(kind, each.id);
        });
        if (form == shortForms().end()) {
            full.push_back(std::move(word));
            continue;
        }
        full.insert(full.end(), form->full.begin(), form->full.end());
        if (name.size() < word.size()) full.push_back(word.substr(name.size() + 1));
    }
    return full;
}

void findByName(const KindInfo& kind, ParamValues& values, const ModelLibrary& library) {
    const auto run = values.find("run");
    std::error_code ignored;
    if (!hasRow(kind, "run") || run == values.end()) return;
    const std::filesystem::path given(std::get<std::string>(run->second));
    if (given.empty() || std::filesystem::exists(given, ignored)) return;
    const std::string file = fileOf(given.filename().string(), library);
    if (!file.empty()) run->second = file;
}

void readTexts(const KindInfo& kind, ParamValues& values, std::istream& input) {
    for (const ParamSpec& row : kind.params) {
        const auto value = values.find(row.id);
        const bool isAsked = row.kind == ParamKind::Text && value != values.end() &&
                             value->second == ParamValue(std::string("-"));
        if (!isAsked) continue;
        value->second = std::string(std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>());
    }
}

}  // namespace limner::cli
