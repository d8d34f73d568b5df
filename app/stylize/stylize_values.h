// What the values of a stylize recipe mean to the page: its pictures, its method, and the rows of its form.
#pragma once

#include <QString>
#include <vector>

#include "core/types/param.h"

namespace limner::app {

/// One style of a recipe.
struct StyleChoice {
    QString file;
    double weight = 1;
    friend bool operator==(const StyleChoice&, const StyleChoice&) = default;
};

inline constexpr int kMostStyles = 4;

/// The text of a value; empty where it is not given.
QString textOr(const ParamValues& values, const std::string& id);
/// The styles that have a file, in order.
std::vector<StyleChoice> stylesOf(const ParamValues& values);
/// The same values with these styles; a weight of 1 is left out. @pre at most kMostStyles
ParamValues withStyles(ParamValues values, const std::vector<StyleChoice>& styles);

/// The chosen method, else the standard one; empty if the table has none.
QString methodOf(const ParamTable& table, const ParamValues& values);
/// The rows that the form shows: those in force without the ones that the page shows elsewhere (pictures,
/// weights, method, region, output), and without those that count only where there is no content. Standards
/// are those of the chosen method; what all methods share comes first.
ParamTable formTable(const ParamTable& table, const ParamValues& values);
/// Only values of rows in force: what a job can be started with.
ParamValues activeValues(const ParamTable& table, const ParamValues& values);
/// Values without what belongs to one result alone: where it was written, what it went on from.
ParamValues settingsOf(ParamValues values);

/// "lake × night-swirl"; empty without pictures.
QString titleOf(const ParamValues& values);
/// What changed from one result to the next in a few words: "Strength 0.95", "ember", else the method's name.
QString changeText(const ParamTable& table, const ParamValues& before, const ParamValues& after);

}  // namespace limner::app
