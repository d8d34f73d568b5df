// Porter's stemmer: what is left of an English word without its endings.
#pragma once

#include <string>
#include <string_view>

namespace limner::language {

/// The stem of a word in small letters, as nltk's PorterStemmer with its extensions gives it: "flies" and
/// "fly" become "fli", "dying" "die". Letters that are not a to z count as consonants. Source: Porter 1980,
/// "An algorithm for suffix stripping"; nltk/stem/porter.py.
std::string porterStem(std::string_view word);

}  // namespace limner::language
