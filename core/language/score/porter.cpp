#include "porter.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "core/language/utf8.h"

namespace limner::language {
namespace {

using Stem = std::u32string;
using StemView = std::u32string_view;

constexpr std::array<std::pair<StemView, StemView>, 16> kIrregular{{{U"sky", U"sky"},
                                                                    {U"skies", U"sky"},
                                                                    {U"dying", U"die"},
                                                                    {U"lying", U"lie"},
                                                                    {U"tying", U"tie"},
                                                                    {U"news", U"news"},
                                                                    {U"innings", U"inning"},
                                                                    {U"inning", U"inning"},
                                                                    {U"outings", U"outing"},
                                                                    {U"outing", U"outing"},
                                                                    {U"cannings", U"canning"},
                                                                    {U"canning", U"canning"},
                                                                    {U"howe", U"howe"},
                                                                    {U"proceed", U"proceed"},
                                                                    {U"exceed", U"exceed"},
                                                                    {U"succeed", U"succeed"}}};

/// Which letters are consonants: not a, e, i, o, u, nor a y after a consonant.
std::vector<bool> consonantsOf(StemView word) {
    std::vector<bool> consonants;
    for (const char32_t letter : word) {
        const bool isVowel = StemView(U"aeiou").find(letter) != StemView::npos;
        const bool isVowelY = letter == U'y' && !consonants.empty() && consonants.back();
        consonants.push_back(!isVowel && !isVowelY);
    }
    return consonants;
}

/// The m of the paper: how often a vowel is followed by a consonant.
int measureOf(StemView word) {
    const std::vector<bool> consonants = consonantsOf(word);
    int measure = 0;
    for (size_t i = 1; i < consonants.size(); ++i) measure += !consonants[i - 1] && consonants[i] ? 1 : 0;
    return measure;
}

bool hasVowel(StemView word) {
    const std::vector<bool> consonants = consonantsOf(word);
    return std::find(consonants.begin(), consonants.end(), false) != consonants.end();
}

bool endsInDouble(StemView word) {
    return word.size() >= 2 && word.back() == word[word.size() - 2] && consonantsOf(word).back();
}

/// *o of the paper: consonant, vowel, consonant other than w, x, y; or a vowel and a consonant alone.
bool endsInShortSyllable(StemView word) {
    const std::vector<bool> consonants = consonantsOf(word);
    const size_t size = word.size();
    if (size == 2) return !consonants[0] && consonants[1];
    return size >= 3 && consonants[size - 3] && !consonants[size - 2] && consonants[size - 1] &&
           StemView(U"wxy").find(word.back()) == StemView::npos;
}

struct Ending {
    StemView from, to;
};

/// Replaces the first of these endings that the word has, if what comes before it measures more than
/// `measure`.
void replaceEnding(Stem& word, std::span<const Ending> endings, int measure) {
    for (const auto& [from, to] : endings) {
        if (!word.ends_with(from)) continue;
        const StemView begin = StemView(word).substr(0, word.size() - from.size());
        // The l of "logi" counts as part of what comes before it.
        const StemView measured = from == U"logi" ? StemView(word).substr(0, word.size() - 3) : begin;
        const bool isIon = from == U"ion";
        const bool mayGo = !isIon || begin.ends_with(U's') || begin.ends_with(U't');
        if (measureOf(measured) > measure && mayGo) word = Stem(begin).append(to);
        return;
    }
}

void dropPlural(Stem& word) {
    if (word.ends_with(U"ies") && word.size() == 4) {
        word.pop_back();
    } else if (word.ends_with(U"sses") || word.ends_with(U"ies")) {
        word.resize(word.size() - 2);
    } else if (word.ends_with(U's') && !word.ends_with(U"ss")) {
        word.pop_back();
    }
}

/// After -ed and -ing went: hop(p), fil(e), conflat(e).
void mendAfterPast(Stem& word) {
    if (word.ends_with(U"at") || word.ends_with(U"bl") || word.ends_with(U"iz")) {
        word += U'e';
    } else if (endsInDouble(word)) {
        if (StemView(U"lsz").find(word.back()) == StemView::npos) word.pop_back();
    } else if (measureOf(word) == 1 && endsInShortSyllable(word)) {
        word += U'e';
    }
}

void dropPast(Stem& word) {
    if (word.ends_with(U"ied")) {
        word.resize(word.size() - (word.size() == 4 ? 1 : 2));
        return;
    }
    if (word.ends_with(U"eed")) {
        if (measureOf(StemView(word).substr(0, word.size() - 3)) > 0) word.pop_back();
        return;
    }
    for (const StemView ending : {StemView(U"ed"), StemView(U"ing")}) {
        if (!word.ends_with(ending) || !hasVowel(StemView(word).substr(0, word.size() - ending.size())))
            continue;
        word.resize(word.size() - ending.size());
        mendAfterPast(word);
        return;
    }
}

void turnY(Stem& word) {
    if (!word.ends_with(U'y') || word.size() <= 2) return;
    if (consonantsOf(word)[word.size() - 2]) word.back() = U'i';
}

constexpr std::array<Ending, 22> kSecond{
    {{U"ational", U"ate"}, {U"tional", U"tion"}, {U"enci", U"ence"}, {U"anci", U"ance"}, {U"izer", U"ize"},
     {U"bli", U"ble"},     {U"alli", U"al"},     {U"entli", U"ent"}, {U"eli", U"e"},     {U"ousli", U"ous"},
     {U"ization", U"ize"}, {U"ation", U"ate"},   {U"ator", U"ate"},  {U"alism", U"al"},  {U"iveness", U"ive"},
     {U"fulness", U"ful"}, {U"ousness", U"ous"}, {U"aliti", U"al"},  {U"iviti", U"ive"}, {U"biliti", U"ble"},
     {U"fulli", U"ful"},   {U"logi", U"log"}}};

constexpr std::array<Ending, 7> kThird{{{U"icate", U"ic"},
                                        {U"ative", U""},
                                        {U"alize", U"al"},
                                        {U"iciti", U"ic"},
                                        {U"ical", U"ic"},
                                        {U"ful", U""},
                                        {U"ness", U""}}};

constexpr std::array<Ending, 19> kFourth{{{U"al", U""},
                                          {U"ance", U""},
                                          {U"ence", U""},
                                          {U"er", U""},
                                          {U"ic", U""},
                                          {U"able", U""},
                                          {U"ible", U""},
                                          {U"ant", U""},
                                          {U"ement", U""},
                                          {U"ment", U""},
                                          {U"ent", U""},
                                          {U"ion", U""},
                                          {U"ou", U""},
                                          {U"ism", U""},
                                          {U"ate", U""},
                                          {U"iti", U""},
                                          {U"ous", U""},
                                          {U"ive", U""},
                                          {U"ize", U""}}};

void dropSecond(Stem& word) {
    // "-alli" becomes "-al" before anything else, which may then end in another ending of this step.
    while (word.ends_with(U"alli") && measureOf(StemView(word).substr(0, word.size() - 4)) > 0)
        word.resize(word.size() - 2);
    replaceEnding(word, kSecond, 0);
}

void dropE(Stem& word) {
    if (!word.ends_with(U'e')) return;
    const StemView begin = StemView(word).substr(0, word.size() - 1);
    const int measure = measureOf(begin);
    if (measure > 1 || (measure == 1 && !endsInShortSyllable(begin))) word.pop_back();
}

}  // namespace

std::string porterStem(std::string_view utf8) {
    Stem word = codePointsOf(utf8);
    const auto irregular = std::find_if(kIrregular.begin(), kIrregular.end(),
                                        [&word](const auto& each) { return each.first == word; });
    if (irregular != kIrregular.end()) {
        word = irregular->second;
    } else if (word.size() > 2) {
        dropPlural(word);
        dropPast(word);
        turnY(word);
        dropSecond(word);
        replaceEnding(word, kThird, 0);
        replaceEnding(word, kFourth, 1);
        dropE(word);
        if (word.ends_with(U"ll") && measureOf(StemView(word).substr(0, word.size() - 1)) > 1)
            word.pop_back();
    }
    std::string stem;
    for (const char32_t letter : word) appendCharacter(stem, letter);
    return stem;
}

}  // namespace limner::language
