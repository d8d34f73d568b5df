// limner-cli plot --run RUN --out FILE
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>
#include <span>
#include <sstream>

#include "commands.h"
#include "json_text.h"
#include "option_help.h"
#include "option_reader.h"
#include "plot.h"

namespace limner::cli {
namespace {

const QString kMark = QStringLiteral("limner:plot");  ///< a text in the PNG: the run that it shows

const KindInfo& plotTable() {
    static const KindInfo table{
        .id = "plot",
        .label = "Plot",
        .help = "Draws the scalars of a run as a PNG.",
        .params = {
            {.id = "run", .label = "Run", .help = "The run folder.", .kind = ParamKind::Run, .standard = ""},
            {.id = "out",
             .label = "Picture",
             .help = "The PNG to write.",
             .kind = ParamKind::File,
             .standard = ""},
            {.id = "scalars",
             .label = "Scalars",
             .help = "Names with commas between; empty draws all losses.",
             .kind = ParamKind::Text,
             .standard = ""},
            {.id = "smoothing",
             .label = "Smoothing",
             .help = "How much the past counts in the drawn line.",
             .kind = ParamKind::Real,
             .standard = 0.9,
             .range = {0, 0.999},
             .zeroText = "off"},
            {.id = "log", .label = "Log scale", .kind = ParamKind::Toggle, .standard = false},
            {.id = "width", .label = "Width", .unit = "px", .standard = int64_t{1600}, .range = {200, 8192}},
            {.id = "height", .label = "Height", .unit = "px", .standard = int64_t{900}, .range = {150, 8192}},
            {.id = "overwrite",
             .label = "Overwrite",
             .help = "Replaces a file that is no plot of Limner; a plot is replaced in any case.",
             .kind = ParamKind::Toggle,
             .standard = false},
        }};
    return table;
}

std::vector<std::string> namesIn(const std::string& text) {
    std::vector<std::string> names;
    std::istringstream stream(text);
    for (std::string name; std::getline(stream, name, ',');) names.push_back(name);
    return names;
}

Error missing(const std::string& option) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "%1 is needed."), {option}},
            .hint = LIMNER_TR("core", "limner-cli plot --run RUN --out FILE")};
}

/// Asked of the host: QImageReader::text cuts a key at its colon.
bool isPlot(const QString& path, const Host& host) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return false;
    const QByteArray bytes = file.readAll();
    const TextFields fields = host.textFields(std::as_bytes(std::span(bytes.constData(), bytes.size())));
    return std::ranges::find(fields, kMark.toStdString(), &TextFields::value_type::first) != fields.end();
}

/// A plot may be drawn again; any other file is a person's own, or a part of a run.
Result<void> checkReplacing(const std::string& path, const Host& host) {
    const QString file = QString::fromStdString(path);
    if (!QFileInfo(file).isFile() || isPlot(file, host)) return {};
    return Error{
        .code = ErrorCode::InvalidArgument,
        .message = {LIMNER_TR("core", "“%1” is there already, and it is no plot of Limner."), {path}},
        .hint = LIMNER_TR("core", "Choose another name, or turn on Overwrite (--overwrite).")};
}

Result<void> writePicture(const QImage& image, const std::string& path) {
    QSaveFile file(QString::fromStdString(path));
    if (file.open(QIODevice::WriteOnly) && image.save(&file, "PNG") && file.commit()) return {};
    return Error{.code = ErrorCode::NotWritable,
                 .message = {LIMNER_TR("core", "“%1” cannot be written."), {path}},
                 .hint = {LIMNER_TR("core", "Check the folder and the space on the disk (%1)."),
                          {file.errorString().toStdString()}}};
}

}  // namespace

ExitCode runPlot(const CommandLine& line, Context& context) {
    const ParamTable& table = plotTable().params;
    const auto given = readOptions(table, line.words);
    if (!given) return context.terminal.fail(given.error());
    if (line.asksHelp) return printKindHelp(plotTable(), *given, context.terminal);
    const auto values = completeValues(table, *given);
    if (!values) return context.terminal.fail(values.error());
    const std::string& run = textOf(*values, "run");
    const std::string& out = textOf(*values, "out");
    if (run.empty() || out.empty()) return context.terminal.fail(missing(run.empty() ? "--run" : "--out"));

    const auto isFree = boolOf(*values, "overwrite") ? Result<void>{} : checkReplacing(out, context.host);
    if (!isFree) return context.terminal.fail(isFree.error());

    const auto info = context.studio.runs().open(run);
    if (!info) return context.terminal.fail(info.error());
    const auto metrics = context.studio.runs().metrics(run);
    if (!metrics) return context.terminal.fail(metrics.error());
    const PlotOptions options{.width = static_cast<int>(intOf(*values, "width")),
                              .height = static_cast<int>(intOf(*values, "height")),
                              .smoothing = realOf(*values, "smoothing"),
                              .isLog = boolOf(*values, "log"),
                              .title = info->name,
                              .scalars = namesIn(textOf(*values, "scalars"))};
    const auto series = plotSeries(*metrics, options);
    if (series.empty())
        return context.terminal.fail(
            {.code = ErrorCode::NotFound,
             .message = LIMNER_TR("core", "There is nothing to plot in this run."),
             .hint = LIMNER_TR("core", "Check --scalars, or train a few steps first.")});
    QImage picture = drawPlot(series, options);
    picture.setText(kMark, QString::fromStdString(run));
    const auto written = writePicture(picture, out);
    if (!written) return context.terminal.fail(written.error());
    if (context.terminal.isJson) {
        context.terminal.out << cli::line({{"event", "ended"}, {"state", "finished"}, {"file", out}});
    } else {
        context.terminal.out << "Wrote " << out << "\n";
    }
    return ExitCode::Ok;
}

}  // namespace limner::cli
