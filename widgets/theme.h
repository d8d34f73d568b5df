// The look shared by every widget: colour tokens of the dark and the light tone, type sizes, and the scale.
#pragma once

#include <QColor>
#include <QFont>
#include <array>

class QApplication;

namespace limner::widgets {

enum class Tone { Dark, Light };

/// Colours by role. Which token may stand on which background is held by the contrast test.
struct Tokens {
    QColor canvas;   ///< around pictures
    QColor base;     ///< window
    QColor panel;    ///< rail, inspector, job bar, pop-ups
    QColor field;    ///< typed values, segment trough
    QColor control;  ///< buttons, combos, chips
    QColor hover;    ///< under the pointer, read-outs, tool tips
    QColor line;     ///< 1-px dividers; carries no meaning
    QColor edge;     ///< slider fill, check box, pop-up outline
    QColor text;
    QColor text2;   ///< row labels, second text
    QColor text3;   ///< 11-px labels; not on hover or accentDim
    QColor accent;  ///< what the person changed, chose or can start
    QColor onAccent;
    QColor accentDim;  ///< selected row, current chip
    QColor ok, warn, error;
    QColor warnDim, errorDim;
    QColor onPic;                ///< frame on a picture, with 1 px black outside it
    QColor trough;               ///< unfilled part of sliders and bars
    std::array<QColor, 6> plot;  ///< lines, never text; D or the first run takes [0], G or the second [1]
    QColor tint;                 ///< token surprise, used with an alpha
};

const Tokens& tokens();
const Tokens& tokensOf(Tone tone);
Tone tone();

/// Sets style, palette and font. Every widget gets StyleChange and PaletteChange and repaints.
/// @param scale  1.0 is 100 %; clamped to 0.75..3
void applyTheme(QApplication& app, Tone tone, double scale);

double uiScale();
/// A length of the design in logical pixels at the current scale, rounded, at least 1 for positive lengths.
int px(double at100Percent);

enum class TextRole { Welcome, Lead, Title, Body, Strong, Section, Number, Label, Mono, Editor };
QFont font(TextRole role);
/// Line height that belongs to the role, scaled.
int lineHeight(TextRole role);

}  // namespace limner::widgets
