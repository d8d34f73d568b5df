#include "plot_export.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSaveFile>
#include <charconv>
#include <cmath>

#include "core/types/text.h"
#include "plot_library.h"

namespace limner::widgets {
namespace {

template <typename Number>
void appendNumber(QByteArray& out, Number value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    out.append(text, end - text);
}

void appendField(QByteArray& out, double value) {
    out.append(',');
    if (!std::isnan(value)) appendNumber(out, value);
}

/// Names are snake case, but a file must be right whatever comes.
void appendName(QByteArray& out, const std::string& name) {
    out.append(',');
    if (name.find_first_of(",\"\r\n") == std::string::npos) {
        out.append(name.data(), static_cast<qsizetype>(name.size()));
        return;
    }
    out.append('"').append(QByteArray::fromStdString(name).replace("\"", "\"\"")).append('"');
}

Error writeError(const QSaveFile& file, const QString& path) {
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return {.code = isFull ? ErrorCode::NoSpace : ErrorCode::NotWritable,
            .message = {LIMNER_TR("core", "“%1” could not be written."), {path.toStdString()}},
            .hint = {isFull ? LIMNER_TR("core", "Free some space or choose another drive.")
                            : LIMNER_TR("core", "Choose a folder in which you may write.")},
            .details = file.errorString().toStdString()};
}

Result<void> writeWhole(const QByteArray& bytes, const QString& path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return writeError(file, path);
    }
    return {};
}

}  // namespace

QByteArray metricsCsv(const MetricTable& table) {
    QByteArray out("step,epoch,seconds");
    for (const std::string& name : table.names) appendName(out, name);
    out.append("\r\n");
    for (const auto& block : table.blocks) {
        for (size_t row = 0; row < block->step.size(); ++row) {
            appendNumber(out, block->step[row]);
            appendField(out, block->epoch[row]);
            appendField(out, block->seconds[row]);
            for (const auto& column : block->scalars) appendField(out, column[row]);
            out.append("\r\n");
        }
    }
    return out;
}

Result<void> saveCsv(const MetricTable& table, const QString& path) {
    return writeWhole(metricsCsv(table), path);
}

Result<void> savePng(QCustomPlot& plot, const QString& path) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    plot.toPixmap(plot.width(), plot.height(), 2.0).save(&buffer, "PNG");
    return writeWhole(bytes, path);
}

Result<void> savePdf(QCustomPlot& plot, const QString& path) {
    constexpr int kDotsPerInch = 96;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setPageSize(QPageSize(QSizeF(plot.size()) * 72.0 / kDotsPerInch, QPageSize::Point));
        writer.setPageMargins({});
        QCPPainter painter(&writer);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        plot.toPainter(&painter, plot.width(), plot.height());
    }
    return writeWhole(bytes, path);
}

}  // namespace limner::widgets
