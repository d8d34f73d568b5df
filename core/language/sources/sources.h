// The texts Limner can open, one function each; see registry.cpp for the rows.
#pragma once

#include <string>

#include "core/language/text_source.h"

namespace limner::language {

/// The file in "text_path", or all text files below that folder, by name.
Result<Text> openTextFiles(const ParamValues& values);

/// Bibles as SWORD modules: a line each verse, a document each chapter. "text_tags" puts the kind of book
/// before each: law, history, wisdom, psalm, prophecy, gospel, letter.
Result<Text> openKingJames(const ParamValues& values);
Message kingJamesUnavailable();
Result<Text> openWorldEnglish(const ParamValues& values);
Message worldEnglishUnavailable();

/// 300 Tang and 100 Song poems, a document each, with title and author. "text_tags" puts "tang" or "song"
/// before each.
Result<Text> openChinesePoems(const ParamValues& values);
Message chinesePoemsUnavailable();

/// Adds a document: its text, a blank line between it and the one before, and a tag in a line of its own
/// unless that is empty.
void addDocument(Text& text, std::string_view utf8, std::string_view tag);

}  // namespace limner::language
