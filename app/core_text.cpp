#include "core_text.h"

#include <QCoreApplication>

namespace limner::app {

QString coreText(const std::string& source) {
    return source.empty() ? QString() : QCoreApplication::translate("core", source.c_str());
}

QString coreText(const Message& message) {
    // The arguments are filled in after translation, so that a language may change their order.
    return fromUtf8(fillPlaceholders(toUtf8(coreText(message.source)), message.args));
}

}  // namespace limner::app
