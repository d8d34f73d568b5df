#include "theme.h"

#include <QApplication>
#include <QPalette>
#include <QStringList>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "focus_ring.h"
#include "style.h"

namespace limner::widgets {
namespace {

struct Look {
    Tone tone = Tone::Dark;
    double scale = 1.0;
};

/// The one look of the process: Qt's own style, palette and font are per process too.
Look& look() {
    static Look current;
    return current;
}

Tokens darkTokens() {
    return {.canvas = 0x17181A,
            .base = 0x1F2124,
            .panel = 0x26282C,
            .field = 0x1A1B1E,
            .control = 0x34373C,
            .hover = 0x3E4248,
            .line = 0x34373D,
            .edge = 0x737982,
            .text = 0xE8E9EB,
            .text2 = 0xB4B8BE,
            .text3 = 0x9CA1A9,
            .accent = 0x4FC3B0,
            .onAccent = 0x0B1F1C,
            .accentDim = 0x23423E,
            .ok = 0x8FCB72,
            .warn = 0xE8B65A,
            .error = 0xF58A84,
            .warnDim = 0x3A3323,
            .errorDim = 0x43292A,
            .onPic = 0x4FC3B0,
            .trough = 0x3E4248,
            .plot = {QColor(0x21BDF7), QColor(0xE4851D), QColor(0x328749), QColor(0xB8849E), QColor(0xD1FC7F),
                     QColor(0x8064EF)},
            .tint = 0xF0923B};
}

Tokens lightTokens() {
    return {.canvas = 0xDADDE1,
            .base = 0xECEDEF,
            .panel = 0xF6F7F8,
            .field = 0xFFFFFF,
            .control = 0xE1E4E7,
            .hover = 0xD5D9DD,
            .line = 0xD2D5DA,
            .edge = 0x757B84,
            .text = 0x1B1D20,
            .text2 = 0x454A51,
            .text3 = 0x565C64,
            .accent = 0x08695D,
            .onAccent = 0xFFFFFF,
            .accentDim = 0xC6E3DE,
            .ok = 0x2C6619,
            .warn = 0x775000,
            .error = 0xAB2119,
            .warnDim = 0xF3E8CF,
            .errorDim = 0xF6DEDC,
            .onPic = 0x4FC3B0,
            .trough = 0xB9BEC5,
            .plot = {QColor(0x2D83C6), QColor(0xAD5C11), QColor(0x003F13), QColor(0x620C5E), QColor(0x897964),
                     QColor(0x4C159A)},
            .tint = 0xC4680A};
}

QPalette paletteOf(const Tokens& t) {
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, t.panel},
        {QPalette::WindowText, t.text},
        {QPalette::Base, t.field},
        {QPalette::AlternateBase, t.base},
        {QPalette::Text, t.text},
        {QPalette::Button, t.control},
        {QPalette::ButtonText, t.text},
        {QPalette::Light, t.hover},
        {QPalette::Midlight, t.hover},
        {QPalette::Mid, t.edge},
        {QPalette::Dark, t.line},
        {QPalette::Shadow, t.line},
        {QPalette::Highlight, t.accentDim},
        {QPalette::HighlightedText, t.text},
        {QPalette::Link, t.accent},
        {QPalette::LinkVisited, t.accent},
        {QPalette::ToolTipBase, t.hover},
        {QPalette::ToolTipText, t.text},
        {QPalette::PlaceholderText, t.text3},
        {QPalette::BrightText, t.error},
    };
    QPalette palette;
    for (const auto& [role, colour] : roles) palette.setColor(role, colour);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, t.text3);
    return palette;
}

struct TextStyle {
    double size;
    double line;
    QFont::Weight weight;
    double spacing;  ///< extra space between letters
};

TextStyle textStyle(TextRole role) {
    switch (role) {
        case TextRole::Welcome:
            return {28, 36, QFont::DemiBold, -0.3};
        case TextRole::Lead:
            return {15, 24, QFont::Normal, 0};
        case TextRole::Title:
            return {15, 20, QFont::DemiBold, 0};
        case TextRole::Body:
            return {13, 20, QFont::Normal, 0};
        case TextRole::Strong:
            return {13, 20, QFont::DemiBold, 0};
        case TextRole::Section:
            return {12, 16, QFont::DemiBold, 0};
        case TextRole::Number:
            return {12, 16, QFont::Normal, 0};
        case TextRole::Label:
            return {11, 16, QFont::Normal, 0};
        case TextRole::Mono:
            return {12, 18, QFont::Normal, 0};
        case TextRole::Editor:
            return {16, 30, QFont::Normal, 0};
    }
    return {};
}

/// Families in order of preference; the system fills in scripts that none of them has.
QStringList families(TextRole role) {
    if (role == TextRole::Mono)
        return {QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono"),
                QStringLiteral("monospace")};
    return {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC"),
            QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif")};
}

}  // namespace

const Tokens& tokensOf(Tone tone) {
    static const Tokens dark = darkTokens();
    static const Tokens light = lightTokens();
    return tone == Tone::Dark ? dark : light;
}

const Tokens& tokens() {
    return tokensOf(look().tone);
}
Tone tone() {
    return look().tone;
}
double uiScale() {
    return look().scale;
}

int px(double at100Percent) {
    if (at100Percent <= 0) return static_cast<int>(std::lround(at100Percent * look().scale));
    return std::max(1, static_cast<int>(std::lround(at100Percent * look().scale)));
}

QFont font(TextRole role) {
    const TextStyle style = textStyle(role);
    QFont result;
    result.setFamilies(families(role));
    result.setPixelSize(px(style.size));
    result.setWeight(style.weight);
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setStyleHint(role == TextRole::Mono ? QFont::Monospace : QFont::SansSerif);
    if (style.spacing != 0) result.setLetterSpacing(QFont::AbsoluteSpacing, style.spacing * look().scale);
    return result;
}

int lineHeight(TextRole role) {
    return px(textStyle(role).line);
}

void applyTheme(QApplication& app, Tone tone, double scale) {
    look() = {tone, std::clamp(scale, 0.75, 3.0)};
    QApplication::setFont(font(TextRole::Body));
    QApplication::setPalette(paletteOf(tokens()));
    QToolTip::setFont(font(TextRole::Number));
    QToolTip::setPalette(paletteOf(tokens()));
    QApplication::setStyle(new LimnerStyle);
    installFocusRing(app);
}

}  // namespace limner::widgets
