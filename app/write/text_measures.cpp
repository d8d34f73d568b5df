#include "text_measures.h"

#include <QSet>
#include <QStringList>
#include <QTextBoundaryFinder>

namespace limner::app {
namespace {

QStringList wordsIn(const QString& text) {
    QStringList words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    qsizetype begin = 0;
    while (finder.toNextBoundary() >= 0) {
        const QString word = text.mid(begin, finder.position() - begin);
        begin = finder.position();
        const bool isWord = std::any_of(word.begin(), word.end(),
                                        [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
        if (isWord) words.append(word.toLower());
    }
    return words;
}

}  // namespace

int wordCount(const QString& text) {
    return static_cast<int>(wordsIn(text).size());
}

double repeatedFourGrams(const QString& text) {
    const QStringList words = wordsIn(text);
    if (words.size() < 5) return 0;
    QSet<QString> seen;
    qsizetype repeated = 0;
    const qsizetype count = words.size() - 3;
    for (qsizetype i = 0; i < count; ++i) {
        const QString four = words.mid(i, 4).join(u' ');
        if (seen.contains(four)) ++repeated;
        seen.insert(four);
    }
    return static_cast<double>(repeated) / static_cast<double>(count);
}

}  // namespace limner::app
