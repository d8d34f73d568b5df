#include "token_label.h"

namespace limner::widgets {

QString tokenLabel(const QString& token) {
    const QString words = token.trimmed();
    if (!words.isEmpty()) return words;
    QString shown;
    for (const QChar c : token) {
        if (c == u'\n')
            shown += u'\u21B5';
        else if (c == u'\t')
            shown += u'\u21E5';
        else if (c.isSpace())
            shown += u'\u2423';
    }
    return shown.isEmpty() ? QStringLiteral("\u2205") : shown;
}

}  // namespace limner::widgets
