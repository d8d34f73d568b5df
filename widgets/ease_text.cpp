#include "ease_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace limner::widgets {
namespace {

struct EaseText {
    Ease ease;
    const char *title, *word;
};

const std::vector<EaseText>& easeTexts() {
    static const std::vector<EaseText> rows = {
        {Ease::Linear, QT_TRANSLATE_NOOP("limner::widgets", "Linear"),
         QT_TRANSLATE_NOOP("limner::widgets", "linear")},
        {Ease::InOut, QT_TRANSLATE_NOOP("limner::widgets", "Ease"),
         QT_TRANSLATE_NOOP("limner::widgets", "ease")},
        {Ease::In, QT_TRANSLATE_NOOP("limner::widgets", "Ease in"),
         QT_TRANSLATE_NOOP("limner::widgets", "ease in")},
        {Ease::Out, QT_TRANSLATE_NOOP("limner::widgets", "Ease out"),
         QT_TRANSLATE_NOOP("limner::widgets", "ease out")},
        {Ease::Hold, QT_TRANSLATE_NOOP("limner::widgets", "Hold"),
         QT_TRANSLATE_NOOP("limner::widgets", "hold")},
    };
    return rows;
}

const EaseText& textOf(Ease ease) {
    const auto& rows = easeTexts();
    return *std::find_if(rows.begin(), rows.end(), [ease](const EaseText& row) { return row.ease == ease; });
}

}  // namespace

const std::vector<Ease>& allEases() {
    static const std::vector<Ease> eases = [] {
        std::vector<Ease> all;
        for (const EaseText& row : easeTexts()) all.push_back(row.ease);
        return all;
    }();
    return eases;
}

QString easeTitle(Ease ease) {
    return QCoreApplication::translate("limner::widgets", textOf(ease).title);
}

QString easeWord(Ease ease) {
    return QCoreApplication::translate("limner::widgets", textOf(ease).word);
}

}  // namespace limner::widgets
