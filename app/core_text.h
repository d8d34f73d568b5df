// Texts and paths between the core (UTF-8 std::string) and Qt (QString). For translated texts see
// widgets/core_text.h.
#pragma once

#include <QString>

#include "widgets/core_text.h"

namespace limner::app {

using widgets::coreText;

inline QString fromUtf8(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string toUtf8(const QString& text) {
    return text.toStdString();
}

}  // namespace limner::app
