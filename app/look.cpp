#include "look.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>

#include "settings.h"
#include "widgets/theme.h"

namespace limner::app {
namespace {

/// The system's own choice, read once before the theme replaces the palette. Qt tells it directly only
/// from 6.5 on.
bool isSystemDark(const QApplication& application) {
    static const bool isDark =
        application.style()->standardPalette().color(QPalette::Window).lightness() < 128;
    return isDark;
}

}  // namespace

void applyLook(QApplication& application, const Settings& settings) {
    const bool systemDark = isSystemDark(application);
    const QString theme = settings.text("theme");
    const bool isDark = theme == QLatin1String("dark") || (theme == QLatin1String("system") && systemDark);
    static const double scale = settings.integer("scale") / 100.0;  // a change waits for the next start
    application.setProperty("reducedMotion", settings.flag("reduced_motion"));
    widgets::applyTheme(application, isDark ? widgets::Tone::Dark : widgets::Tone::Light, scale);
}

}  // namespace limner::app
