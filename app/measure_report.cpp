#include "measure_report.h"

#include <QJsonDocument>
#include <algorithm>
#include <cstdio>

namespace limner::app {
namespace {

double quantile(const std::vector<double>& sorted, double share) {
    if (sorted.empty()) return 0;
    return sorted[std::min(sorted.size() - 1,
                           static_cast<size_t>(share * static_cast<double>(sorted.size())))];
}

}  // namespace

QJsonObject latencyFacts(const QString& counted, std::vector<double> milliseconds) {
    std::ranges::sort(milliseconds);
    return {{counted, static_cast<qint64>(milliseconds.size())},
            {QStringLiteral("p50_ms"), quantile(milliseconds, 0.5)},
            {QStringLiteral("p99_ms"), quantile(milliseconds, 0.99)},
            {QStringLiteral("longest_ms"), quantile(milliseconds, 1)}};
}

void printReport(const QJsonObject& report) {
    std::printf("%s\n", QJsonDocument(report).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

}  // namespace limner::app
