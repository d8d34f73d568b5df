// Texts and paths between the core (UTF-8 std::string, English sources) and Qt (QString, the person's
// language).
#pragma once

#include <QString>

#include "core/types/result.h"
#include "core/types/text.h"

namespace limner::app {

inline QString fromUtf8(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string toUtf8(const QString& text) {
    return text.toStdString();
}

/// A label or help text of the core in the person's language.
QString coreText(const std::string& source);
/// A sentence of the core with its arguments in place.
QString coreText(const Message& message);

}  // namespace limner::app
