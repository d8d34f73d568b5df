#include "fuzzy.h"

#include <QStringList>
#include <algorithm>

namespace limner::widgets {
namespace {

bool beginsWord(const QString& text, qsizetype at) {
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// The word as one piece; its best place is at the beginning of a word.
std::optional<FuzzyMatch> matchPiece(const QString& word, const QString& text) {
    std::optional<FuzzyMatch> best;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        FuzzyMatch match;
        match.score =
            static_cast<int>(word.size()) * 10 + (beginsWord(text, at) ? 40 : 0) + (at == 0 ? 20 : 0);
        for (qsizetype i = 0; i < word.size(); ++i) match.letters.push_back(at + i);
        if (!best || match.score > best->score) best = match;
    }
    return best;
}

enum class Prefer { Next, WordStarts };

/// Where this letter comes next, or -1.
qsizetype findLetter(const QString& text, QChar letter, qsizetype from, Prefer prefer) {
    const qsizetype next = text.indexOf(letter, from, Qt::CaseInsensitive);
    if (prefer == Prefer::Next) return next;
    for (qsizetype at = next; at >= 0; at = text.indexOf(letter, at + 1, Qt::CaseInsensitive))
        if (beginsWord(text, at)) return at;
    return next;
}

/// The letters of the word in order; the first stands at the beginning of a word.
std::optional<FuzzyMatch> matchLetters(const QString& word, const QString& text, Prefer prefer) {
    std::optional<FuzzyMatch> best;
    for (qsizetype start = 0; start < text.size(); ++start) {
        if (!beginsWord(text, start) || text[start].toLower() != word[0].toLower()) continue;
        FuzzyMatch match;
        qsizetype at = start;
        for (const QChar letter : word) {
            at = findLetter(text, letter, at, prefer);
            if (at < 0) break;
            match.score += beginsWord(text, at) ? 8 : 2;
            match.letters.push_back(at++);
        }
        if (at >= 0 && (!best || match.score > best->score)) best = match;
    }
    return best;
}

}  // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& query, const QString& text) {
    FuzzyMatch all;
    for (const QString& word : query.split(u' ', Qt::SkipEmptyParts)) {
        auto match = matchPiece(word, text);
        if (!match) match = matchLetters(word, text, Prefer::WordStarts);
        if (!match) match = matchLetters(word, text, Prefer::Next);
        if (!match) return std::nullopt;
        all.score += match->score;
        all.letters.insert(all.letters.end(), match->letters.begin(), match->letters.end());
    }
    std::sort(all.letters.begin(), all.letters.end());
    all.letters.erase(std::unique(all.letters.begin(), all.letters.end()), all.letters.end());
    // Of two equal matches a much shorter text is nearer to what was typed; else the given order stands.
    if (!all.letters.empty()) all.score -= static_cast<int>(std::min<qsizetype>(text.size(), 100)) / 40;
    return all;
}

}  // namespace limner::widgets
