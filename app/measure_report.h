// What the measuring options of `limner` print: one JSON object, times in milliseconds.
#pragma once

#include <QJsonObject>
#include <vector>

namespace limner::app {

/// How many, the median, the 99th percentile and the longest.
/// @param counted  what they are: "moves"
QJsonObject latencyFacts(const QString& counted, std::vector<double> milliseconds);

/// On one line of the standard output.
void printReport(const QJsonObject& report);

}  // namespace limner::app
