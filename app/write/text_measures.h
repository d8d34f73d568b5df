// What can be counted in a text without a model.
#pragma once

#include <QString>

namespace limner::app {

/// Words as the writing system has them; each Chinese or Japanese character that stands for one counts.
int wordCount(const QString& text);
/// The share of four words in a row that stood there before: 0 to 1; 0 for fewer than five words.
double repeatedFourGrams(const QString& text);

}  // namespace limner::app
