#include "history_strip.h"

#include <QFileDialog>
#include <QVBoxLayout>

#include "app/core_text.h"
#include "app/notices.h"
#include "run_session.h"
#include "widgets/image_convert.h"
#include "widgets/loss_plot.h"
#include "widgets/time_line.h"

namespace limner::app {

using widgets::LossPlot;
using widgets::PlotFormat;
using widgets::TimeLine;

namespace {

/// The first two by two samples: enough to see how far a run was, at the size of a thumbnail.
QImage thumbnailOf(const SampleSheet& sheet) {
    const int columns = std::min(2, sheet.columns);
    const int rows = sheet.count > sheet.columns ? 2 : 1;
    return widgets::toQImage(sheet.sheet).copy(0, 0, columns * sheet.tileWidth, rows * sheet.tileHeight);
}

struct FormatRow {
    PlotFormat format;
    const char* suffix;
};
constexpr FormatRow kFormats[] = {
    {PlotFormat::Png, "png"}, {PlotFormat::Pdf, "pdf"}, {PlotFormat::Csv, "csv"}};

}  // namespace

HistoryStrip::HistoryStrip(RunSession& session, Notices& notices, QWidget* parent)
    : Surface(&widgets::Tokens::base, {}, parent), m_session(session), m_notices(notices) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_plot = new LossPlot;
    m_plot->setObjectName(QStringLiteral("train.plot"));
    m_timeLine = new TimeLine;
    m_timeLine->setObjectName(QStringLiteral("train.timeLine"));
    column->addWidget(m_plot, 1);
    column->addWidget(m_timeLine);
    tie();
}

void HistoryStrip::tie() {
    connect(m_plot, &LossPlot::rangeChanged, m_timeLine, &TimeLine::setRange);
    connect(m_plot, &LossPlot::axisEndsChanged, m_timeLine, &TimeLine::setAxisEnds);
    connect(m_plot, &LossPlot::exportRequested, this, &HistoryStrip::exportPlot);
    connect(m_plot, &LossPlot::editClicked, this, [this](const QString& id) { Q_EMIT parameterClicked(id); });
    connect(m_timeLine, &TimeLine::scrubbedTo, this, [this](qint64 step) { m_session.scrubTo(step); });
    connect(m_timeLine, &TimeLine::liveRequested, &m_session, &RunSession::goLive);
    connect(&m_session, &RunSession::metricsChanged, this, &HistoryStrip::showMetrics);
    connect(&m_session, &RunSession::editsChanged, this, &HistoryStrip::showEdits);
    connect(&m_session, &RunSession::marksChanged, this, &HistoryStrip::showMarks);
    connect(&m_session, &RunSession::positionChanged, this, &HistoryStrip::showPosition);
    connect(&m_session, &RunSession::sheetsChanged, this, &HistoryStrip::showThumbnails);
    const auto [left, right] = m_plot->axisEnds();
    m_timeLine->setAxisEnds(left, right);
}

void HistoryStrip::setThumbnailsShown(bool areShown) {
    m_timeLine->setThumbnailsShown(areShown);
}

void HistoryStrip::showMetrics() {
    m_plot->setTable(m_session.metrics());
    m_timeLine->setLiveStep(m_session.liveStep());
    const auto [low, high] = m_plot->range();
    m_timeLine->setRange(low, high);
}

void HistoryStrip::showEdits() {
    std::vector<widgets::PlotEdit> edits;
    for (const RecordedEdit& edit : m_session.edits()) {
        const QString id = fromUtf8(edit.id);
        edits.push_back({edit.step, id, m_describe ? m_describe(edit) : id});
    }
    m_plot->setEdits(std::move(edits));
}

void HistoryStrip::showMarks() {
    const RunInfo& info = m_session.info();
    std::map<int64_t, widgets::TimeMark> marks;
    for (const int64_t step : info.samples) marks[step].step = step;
    for (const int64_t step : info.checkpoints) marks[step] = {.step = step, .isCheckpoint = true};
    if (info.best && marks.contains(*info.best)) marks[*info.best].isBest = true;
    std::vector<widgets::TimeMark> inOrder;
    for (const auto& [step, mark] : marks) inOrder.push_back(mark);
    m_timeLine->setMarks(std::move(inOrder));
}

void HistoryStrip::showPosition() {
    m_timeLine->setPosition(m_session.position());
    m_plot->setCursorStep(m_session.position().value_or(-1));
}

void HistoryStrip::showThumbnails() {
    TimeLine::Thumbnails thumbnails;
    for (const auto& [step, sheet] : m_session.knownSheets())
        thumbnails.emplace_back(step, thumbnailOf(*sheet));
    m_timeLine->setThumbnails(std::move(thumbnails));
}

void HistoryStrip::exportPlot(PlotFormat format) {
    const auto* row = std::find_if(std::begin(kFormats), std::end(kFormats),
                                   [format](const FormatRow& r) { return r.format == format; });
    const QString suffix = QString::fromLatin1(row->suffix);
    const QString name = m_session.title() + QLatin1Char('.') + suffix;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export"), name,
                                                      tr("%1 file (*.%2)").arg(suffix.toUpper(), suffix));
    if (path.isEmpty()) return;
    if (const Result<void> done = m_plot->exportTo(format, path); done)
        m_notices.tell(tr("Saved as %1").arg(path));
    else
        m_notices.showError(tr("The plot was not saved"), done.error());
}

}  // namespace limner::app
