#include "plot_canvas.h"

#include <QRubberBand>
#include <algorithm>
#include <cmath>

#include "accessible.h"
#include "plot_axes.h"
#include "plot_marks.h"
#include "scalar_graph.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr double kGhostOpacity = 0.28;
constexpr double kNarrow = 760;  ///< below this width the left margin is small

QPen dashed(const QColor& colour, double width, Qt::PenStyle style) {
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (style == Qt::DashLine) pen.setDashPattern({5, 2.5});
    if (style == Qt::DotLine) pen.setDashPattern({2, 2});
    return pen;
}

void fill(QCPGraph& graph, const std::vector<SeriesPoint>& points) {
    QVector<QCPGraphData> data;
    data.reserve(static_cast<qsizetype>(points.size()));
    for (const SeriesPoint& point : points) {
        data.append({point.step, std::isfinite(point.value) ? point.value : qQNaN()});
    }
    graph.data()->set(data, true);
}

}  // namespace

PlotCanvas::PlotCanvas(QWidget* parent) : QCustomPlot(parent) {
    setObjectName(QStringLiteral("lossPlot.canvas"));
    setAccessibleName(tr("Losses over steps"));
    setAccessible(*this, QAccessible::Chart);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setupLayers();
    applyLook();
}

void PlotCanvas::setupLayers() {
    addLayer(QStringLiteral("ghosts"), layer(QStringLiteral("main")), QCustomPlot::limBelow);
    addLayer(QStringLiteral("marks"), layer(QStringLiteral("legend")), QCustomPlot::limAbove);
    m_ghostLayer = layer(QStringLiteral("ghosts"));
    m_marksLayer = layer(QStringLiteral("marks"));
    m_marksLayer->setMode(QCPLayer::lmBuffered);
    m_marks = new PlotMarks(this, QStringLiteral("marks"));
    setNoAntialiasingOnDrag(false);
    setPlottingHint(QCP::phFastPolylines, true);
    axisRect()->setAutoMargins(QCP::msNone);
    setSelectionRectMode(QCP::srmNone);
    xAxis->setRange(0, 1);
    yAxis->setRange(0, 1);
    connect(this, &QCustomPlot::beforeReplot, this, [this] {
        if (m_isStale) refresh();
    });
}

void PlotCanvas::applyLook() {
    const Tokens& t = tokens();
    setBackground(t.base);
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelFont(widgets::font(TextRole::Label));
        axis->setTickLabelColor(t.text3);
        axis->setTickLabelPadding(px(6));
        axis->grid()->setPen(QPen(t.line, px(1)));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    xAxis->grid()->setVisible(false);
    QLocale grouped;
    grouped.setNumberOptions(QLocale::DefaultNumberOptions);
    setLocale(grouped);
    xAxis->setNumberFormat(QStringLiteral("f"));
    xAxis->setNumberPrecision(0);
    yAxis->setNumberFormat(QStringLiteral("g"));
    yAxis->setNumberPrecision(6);
    updateMargins();
    schedule();
}

/// @param isBand  where points are dense a line is a band, on which smooth edges and a wide pen cost much and
///                show nothing
void PlotCanvas::applyGraphLook(PlotScalar& scalar, bool isBand) const {
    const QColor colour = tokens().plot[static_cast<size_t>(scalar.style.colour - 1)];
    QColor faint = colour;
    faint.setAlphaF(static_cast<float>(kGhostOpacity));
    scalar.ghost->setPen(QPen(faint, px(1)));
    scalar.line->setPen(dashed(colour, isBand ? 1 : 1.75 * uiScale(), scalar.style.pen));
    scalar.line->setAntialiased(!isBand);
    const QPen ring(tokens().base, px(2));
    scalar.line->setScatterStyle(scalar.series.isSparse(m_steps.size())
                                     ? QCPScatterStyle(QCPScatterStyle::ssCircle, ring, colour, px(8))
                                     : QCPScatterStyle());
}

void PlotCanvas::updateMargins() {
    const int left = px(width() < kNarrow * uiScale() ? 44 : 60);
    axisRect()->setMargins({left, px(10), px(16), px(24)});
}

QSize PlotCanvas::areaSize() const {
    const QMargins margins = axisRect()->margins();
    return viewport().size().shrunkBy(margins).expandedTo({1, 1});
}

std::pair<int, int> PlotCanvas::axisEnds() const {
    const QMargins margins = axisRect()->margins();
    return {margins.left(), width() - margins.right()};
}

bool PlotCanvas::continues(const MetricTable& table) const {
    if (table.names.size() != m_scalars.size() || table.rowCount() < m_steps.size()) return false;
    for (size_t i = 0; i < m_scalars.size(); ++i) {
        if (QString::fromStdString(table.names[i]) != m_scalars[i].id) return false;
    }
    if (m_steps.empty()) return true;
    size_t row = m_steps.size() - 1;
    for (const auto& block : table.blocks) {
        if (row < block->step.size()) {
            return static_cast<double>(block->step[row]) == m_steps.back() &&
                   static_cast<double>(table.blocks.front()->step.front()) == m_steps.front();
        }
        row -= block->step.size();
    }
    return false;
}

void PlotCanvas::reset(const std::vector<std::string>& names) {
    std::vector<std::pair<QString, bool>> shownBefore;
    for (const PlotScalar& scalar : m_scalars) shownBefore.emplace_back(scalar.id, scalar.isShown);
    clearGraphs();
    m_scalars.clear();
    m_steps.clear();
    for (size_t i = 0; i < names.size(); ++i) {
        PlotScalar scalar;
        scalar.id = QString::fromStdString(names[i]);
        scalar.style = scalarStyle(scalar.id, static_cast<int>(i));
        scalar.series.setSmoothing(m_smoothing);
        scalar.ghost = new ScalarGraph(xAxis, yAxis);
        scalar.ghost->setLayer(m_ghostLayer);
        scalar.line = new ScalarGraph(xAxis, yAxis);
        scalar.isShown = scalar.style.isShownAtFirst;
        for (const auto& [id, isShown] : shownBefore) {
            if (id == scalar.id) scalar.isShown = isShown;
        }
        applyGraphLook(scalar, false);
        m_scalars.push_back(std::move(scalar));
    }
    m_followsLive = m_isWhole = true;
    m_yIsManual = false;
    m_marks->setCursor({}, {});
}

void PlotCanvas::takeRows(const MetricTable& table) {
    size_t skip = m_steps.size();
    for (const auto& block : table.blocks) {
        const size_t rows = block->step.size();
        for (size_t row = std::min(skip, rows); row < rows; ++row) {
            const auto step = static_cast<double>(block->step[row]);
            m_steps.push_back(step);
            for (size_t i = 0; i < m_scalars.size(); ++i)
                m_scalars[i].series.append(step, block->scalars[i][row]);
        }
        skip -= std::min(skip, rows);
    }
}

bool PlotCanvas::setTable(const std::shared_ptr<const MetricTable>& table) {
    static const MetricTable kNothing;
    const MetricTable& rows = table ? *table : kNothing;
    const bool isOther = !continues(rows);
    if (!isOther && rows.rowCount() == m_steps.size()) return false;
    if (isOther) reset(rows.names);
    takeRows(rows);
    if (m_followsLive) followLive();
    schedule();
    return isOther;
}

void PlotCanvas::setEdits(std::vector<PlotEdit> edits) {
    m_edits = std::move(edits);
    std::vector<PlotMarks::Flag> flags;
    for (const PlotEdit& edit : m_edits) flags.push_back({static_cast<double>(edit.step), edit.text});
    m_marks->setFlags(std::move(flags));
    m_marksLayer->replot();
}

void PlotCanvas::setShown(const QString& id, bool isShown) {
    for (PlotScalar& scalar : m_scalars) {
        if (scalar.id == id) scalar.isShown = isShown;
    }
    m_yIsManual = false;
    schedule();
}

void PlotCanvas::setSmoothing(double weight) {
    m_smoothing = std::clamp(weight, 0.0, 0.99);
    for (PlotScalar& scalar : m_scalars) scalar.series.setSmoothing(m_smoothing);
    schedule();
}

void PlotCanvas::setLogarithmic(bool isLogarithmic) {
    m_isLogarithmic = isLogarithmic;
    m_yIsManual = false;
    yAxis->setScaleType(isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    schedule();
}

std::optional<double> PlotCanvas::nearestStep(double step) const {
    if (m_steps.empty()) return {};
    const auto right = std::lower_bound(m_steps.begin(), m_steps.end(), step);
    if (right == m_steps.begin()) return *right;
    if (right == m_steps.end()) return m_steps.back();
    return step - right[-1] <= *right - step ? right[-1] : *right;
}

void PlotCanvas::schedule() {
    m_isStale = true;
    if (isVisible()) replot(QCustomPlot::rpQueuedReplot);
}

void PlotCanvas::flush() {
    if (!isVisible()) setViewport(rect());
    updateMargins();
    m_isStale = true;
    replot(QCustomPlot::rpImmediateRefresh);
}

void PlotCanvas::prepare(PlotScalar& scalar, ScalarSeries::View view, Extent& lines, Extent& ghosts) {
    const bool isSparse = scalar.series.isSparse(m_steps.size());
    const bool hasGhost = scalar.isShown && !isSparse && m_smoothing > 0;
    scalar.line->setVisible(scalar.isShown);
    scalar.ghost->setVisible(hasGhost);
    if (!scalar.isShown) return;
    scalar.series.thin(isSparse ? ScalarSeries::Line::Raw : ScalarSeries::Line::Smooth, view, m_points);
    fill(*scalar.line, m_points);
    lines.take(m_points, m_isLogarithmic);
    applyGraphLook(scalar, m_points.size() > 2 * static_cast<size_t>(view.columns));
    if (!hasGhost) return;
    scalar.series.thin(ScalarSeries::Line::Raw, view, m_points);
    fill(*scalar.ghost, m_points);
    ghosts.take(m_points, m_isLogarithmic);
    scalar.ghost->setAntialiased(m_points.size() <= static_cast<size_t>(view.columns));
}

/// Thins what is shown to the pixels there are, then fits the y range and the ticks to it.
void PlotCanvas::refresh() {
    m_isStale = false;
    const QSize area = areaSize();
    const auto halfPixel = [&] { return m_isLogarithmic ? 0 : 0.5 * yAxis->range().size() / area.height(); };
    double flat = halfPixel();
    // A second time only if the y range became so much finer that the first thinning was too coarse for it.
    for (int turn = 0; turn < 2; ++turn) {
        const ScalarSeries::View view{xAxis->range().lower, xAxis->range().upper, area.width(), flat};
        Extent lines, ghosts;
        for (PlotScalar& scalar : m_scalars) prepare(scalar, view, lines, ghosts);
        if (!m_yIsManual) yAxis->setRange(yRangeFor(lines, ghosts, m_isLogarithmic));
        if (flat <= 2 * halfPixel()) break;
        flat = halfPixel();
    }
    setLinearTicks(*xAxis, area.width() / double(px(110)), 1);
    if (m_isLogarithmic) setLogTicks(*yAxis);
    if (!m_isLogarithmic) setLinearTicks(*yAxis, std::clamp(area.height() / double(px(22)), 2.0, 8.0), 0);
    refreshMarks();
}

void PlotCanvas::refreshMarks() {
    const auto cursor = m_marks->cursor();
    if (!cursor) return;
    std::vector<PlotMarks::Value> values;
    for (const PlotScalar& scalar : m_scalars) {
        if (!scalar.isShown || scalar.series.size() == 0) continue;
        const size_t i = scalar.series.nearest(*cursor);
        const bool isSparse = scalar.series.isSparse(m_steps.size());
        values.push_back(
            {scalar.style.colour, isSparse ? scalar.series.rawAt(i) : scalar.series.smoothAt(i)});
    }
    m_marks->setCursor(cursor, std::move(values));
}

QCPRange PlotCanvas::wholeRange() const {
    if (m_steps.empty()) return {0, 1};
    const double first = m_steps.front(), last = m_steps.back();
    // The first row comes one interval after the start; a branch begins far from it.
    const double interval = m_steps.size() > 1 ? m_steps[1] - first : first;
    const double low = first <= std::max(0.1 * last, interval) ? 0 : first;
    return {low, std::max(low + 1, last)};
}

void PlotCanvas::changeRange(QCPRange range) {
    const QCPRange whole = wholeRange();
    const double width = std::clamp(range.size(), std::min(2.0, whole.size()), whole.size());
    range.lower = std::clamp(range.lower, whole.lower, whole.upper - width);
    range.upper = range.lower + width;
    m_followsLive = range.upper >= whole.upper - 1e-9 * whole.size();
    m_isWhole = m_followsLive && range.lower <= whole.lower;
    if (range == xAxis->range()) return;
    xAxis->setRange(range);
    schedule();
    Q_EMIT rangeChanged(range.lower, range.upper);
}

void PlotCanvas::setRange(double low, double high) {
    const QSignalBlocker quiet(this);
    changeRange(QCPRange(low, high));
}

void PlotCanvas::fit() {
    m_yIsManual = false;
    changeRange(wholeRange());
    schedule();
}

void PlotCanvas::followLive() {
    const QCPRange whole = wholeRange();
    const double width = m_isWhole ? whole.size() : std::min(xAxis->range().size(), whole.size());
    changeRange({whole.upper - width, whole.upper});
}

void PlotCanvas::setCursorStep(double step) {
    const auto row = step < 0 ? std::nullopt : nearestStep(step);
    if (row == m_marks->cursor()) return;
    m_marks->setCursor(row, {});
    refreshMarks();
    m_marksLayer->replot();
    setAccessibleDescription(row ? tr("Step %1").arg(locale().toString(static_cast<qlonglong>(*row)))
                                 : QString());
}

void PlotCanvas::moveCursor(double step) {
    const auto before = m_marks->cursor();
    setCursorStep(step);
    if (m_marks->cursor() == before) return;
    Q_EMIT cursorMoved(m_marks->cursor() ? static_cast<qint64>(*m_marks->cursor()) : -1);
}

QSize PlotCanvas::sizeHint() const {
    return {px(720), px(160)};
}
QSize PlotCanvas::minimumSizeHint() const {
    return {px(240), px(96)};
}

}  // namespace limner::widgets
