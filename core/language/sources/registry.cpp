// Every text Limner can learn from. One row each; order is the order in the menu.
#include <algorithm>

#include "sources.h"

namespace limner::language {
namespace {

Message alwaysThere() {
    return {};
}

ParamTable tagsRow(const char* help) {
    return {{.id = "text_tags",
             .label = LIMNER_TR("core", "Tag each passage"),
             .help = help,
             .group = LIMNER_TR("core", "Data"),
             .kind = ParamKind::Toggle,
             .standard = false}};
}

ParamTable pathRow() {
    return {
        {.id = "text_path",
         .label = LIMNER_TR("core", "Text"),
         .help = LIMNER_TR("core",
                           "A text file, or a folder of them, up to 256 MB: UTF-8, UTF-16 or GB18030. Lines "
                           "such as <|tag:letter|> say what kind of passage follows."),
         .group = LIMNER_TR("core", "Data"),
         .kind = ParamKind::File,
         .standard = ""}};
}

ParamTable bookTagsRow() {
    return tagsRow(
        LIMNER_TR("core",
                  "Puts the kind of book before each chapter: law, history, wisdom, psalm, prophecy, "
                  "gospel or letter. Write can then ask for one."));
}

std::vector<TextSource> makeRows() {
    return {
        {.id = "bible-kjv",
         .label = LIMNER_TR("core", "King James Bible"),
         .help = LIMNER_TR("core", "4.2 MB of English of 1611, a chapter a passage; public domain."),
         .rows = bookTagsRow(),
         .unavailable = &kingJamesUnavailable,
         .open = &openKingJames},
        {.id = "bible-web",
         .label = LIMNER_TR("core", "World English Bible"),
         .help = LIMNER_TR("core", "4.9 MB of today's English, a chapter a passage; public domain."),
         .rows = bookTagsRow(),
         .unavailable = &worldEnglishUnavailable,
         .open = &openWorldEnglish},
        {.id = "poems-zh",
         .label = LIMNER_TR("core", "Tang and Song poems"),
         .help = LIMNER_TR("core", "About 400 Chinese poems with title and author."),
         .rows = tagsRow(
             LIMNER_TR("core", "Puts “tang” or “song” before each poem. Write can then ask for one.")),
         .unavailable = &chinesePoemsUnavailable,
         .open = &openChinesePoems},
        {.id = "text",
         .label = LIMNER_TR("core", "Your own text"),
         .help = LIMNER_TR("core", "A file, or a folder of files."),
         .rows = pathRow(),
         .unavailable = &alwaysThere,
         .open = &openTextFiles},
    };
}

}  // namespace

const std::vector<TextSource>& textSourceRegistry() {
    static const std::vector<TextSource> rows = makeRows();
    return rows;
}

const TextSource* findTextSource(std::string_view id) {
    const auto& rows = textSourceRegistry();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [id](const TextSource& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<Choice> textSourceChoices() {
    std::vector<Choice> choices;
    for (const TextSource& source : textSourceRegistry()) {
        choices.push_back({.id = source.id,
                           .label = source.label,
                           .help = source.help,
                           .rows = source.rows,
                           .unavailable = source.unavailable(),
                           .domain = "text"});
    }
    return choices;
}

Result<Text> openText(const ParamValues& values) {
    const std::string& id = limner::textOf(values, "data");
    const TextSource* source = findTextSource(id);
    if (source != nullptr) return source->open(values);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = {LIMNER_TR("core", "There is no text “%1”."), {id}}};
}

}  // namespace limner::language
