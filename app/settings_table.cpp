// The table of settings. A new one is one more row here.
#include <QDir>
#include <QStandardPaths>

#include "core/types/text.h"
#include "core_text.h"
#include "settings.h"

namespace limner::app {
namespace {

std::string standardProjectFolder() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return toUtf8(QDir(documents).filePath(QStringLiteral("Limner")));
}

ParamSpec session(const char* id, ParamKind kind, ParamValue standard) {
    return {.id = id, .kind = kind, .standard = std::move(standard), .range = {0, 100000}};
}

std::vector<SettingRow> appearance() {
    const std::string group = LIMNER_TR("core", "Appearance");
    return {
        {SettingScope::Preference,
         {.id = "theme",
          .label = LIMNER_TR("core", "Theme"),
          .help = LIMNER_TR("core", "Colours of the window; pictures look best on dark."),
          .group = group,
          .kind = ParamKind::Choice,
          .standard = std::string("dark"),
          .choices = {{.id = "dark", .label = LIMNER_TR("core", "Dark")},
                      {.id = "light", .label = LIMNER_TR("core", "Light")},
                      {.id = "system", .label = LIMNER_TR("core", "As the system")}}}},
        {SettingScope::Preference,
         {.id = "scale",
          .label = LIMNER_TR("core", "Scale"),
          .help = LIMNER_TR("core", "Size of everything in the window, from the next start on."),
          .group = group,
          .unit = "%",
          .kind = ParamKind::Integer,
          .standard = int64_t{100},
          .range = {75, 300, Scale::Linear, 25}}},
        {SettingScope::Preference,
         {.id = "language",
          .label = LIMNER_TR("core", "Language"),
          .help = LIMNER_TR("core", "Language of the window, from the next start on."),
          .group = group,
          .kind = ParamKind::Choice,
          .standard = std::string("system"),
          .choices = {{.id = "system", .label = LIMNER_TR("core", "As the system")},
                      {.id = "en", .label = "English"},
                      {.id = "zh_CN", .label = "简体中文"}}}},
        {SettingScope::Preference,
         {.id = "reduced_motion",
          .label = LIMNER_TR("core", "Reduced motion"),
          .help = LIMNER_TR("core", "Nothing slides or fades."),
          .group = group,
          .kind = ParamKind::Toggle,
          .standard = false}},
    };
}

std::vector<SettingRow> work() {
    const std::string project = LIMNER_TR("core", "Project");
    const std::string computing = LIMNER_TR("core", "Computing");
    return {
        {SettingScope::Preference,
         {.id = "project_folder",
          .label = LIMNER_TR("core", "Project folder"),
          .help = LIMNER_TR("core", "Where runs and outputs are kept, from the next start on."),
          .group = project,
          .kind = ParamKind::Folder,
          .standard = standardProjectFolder()}},
        {SettingScope::Preference,
         {.id = "device",
          .label = LIMNER_TR("core", "Device"),
          .help = LIMNER_TR("core", "What computes, from the next start on; a recipe may name its own."),
          .group = computing,
          .kind = ParamKind::Choice,
          .standard = std::string("auto"),
          .choices = {{.id = "auto", .label = LIMNER_TR("core", "Fastest there is")},
                      {.id = "cpu", .label = LIMNER_TR("core", "Processor")},
                      {.id = "cuda", .label = LIMNER_TR("core", "Graphics card")}}}},
        {SettingScope::Preference,
         {.id = "threads",
          .label = LIMNER_TR("core", "Threads"),
          .help =
              LIMNER_TR("core",
                        "Processor cores used for training, from the next start on; fewer train faster where "
                        "other programs need them too."),
          .group = computing,
          .kind = ParamKind::Integer,
          .standard = int64_t{0},
          .range = {0, 256},
          .zeroText = LIMNER_TR("core", "all cores")}},
    };
}

std::vector<SettingRow> leftOff() {
    const ParamValue empty = std::string();
    return {
        {SettingScope::Session, session("geometry", ParamKind::Text, empty)},
        {SettingScope::Session, session("page", ParamKind::Text, std::string("welcome"))},
        {SettingScope::Session, session("open_run", ParamKind::Text, empty)},
        {SettingScope::Session, session("resume_run", ParamKind::Text, empty)},
        {SettingScope::Session, session("inspector_width", ParamKind::Integer, int64_t{320})},
        {SettingScope::Session, session("canvas_split", ParamKind::Text, empty)},
        {SettingScope::Session, session("folded_groups", ParamKind::Text, empty)},
        {SettingScope::Session, session("explore_smooth", ParamKind::Toggle, true)},
        {SettingScope::Session, session("explore_model", ParamKind::Text, empty)},
        {SettingScope::Session, session("stylize_folded", ParamKind::Text, empty)},
        {SettingScope::Session, session("write_folded", ParamKind::Text, empty)},
        {SettingScope::Session, session("smoothing", ParamKind::Real, 0.9)},
    };
}

std::vector<SettingRow> allRows() {
    std::vector<SettingRow> rows = appearance();
    for (const auto& more : {work(), leftOff()}) rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

}  // namespace

const std::vector<SettingRow>& settingRows() {
    static const std::vector<SettingRow> rows = allRows();
    return rows;
}

const ParamTable& preferenceTable() {
    static const ParamTable table = [] {
        ParamTable preferences;
        for (const SettingRow& row : settingRows())
            if (row.scope == SettingScope::Preference) preferences.push_back(row.spec);
        return preferences;
    }();
    return table;
}

}  // namespace limner::app
