// Writes plots and metric tables to files.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/types/metric_table.h"
#include "core/types/result.h"

class QCustomPlot;

namespace limner::widgets {

/// All rows and columns as RFC 4180 text: "step,epoch,seconds" and one column per scalar, CRLF line ends,
/// shortest decimals that read back the same, an empty field where nothing was measured.
QByteArray metricsCsv(const MetricTable& table);

/// Errors of all three: NotWritable, NoSpace. The file appears whole or not at all.
Result<void> saveCsv(const MetricTable& table, const QString& path);
Result<void> savePng(QCustomPlot& plot, const QString& path);
Result<void> savePdf(QCustomPlot& plot, const QString& path);

}  // namespace limner::widgets
