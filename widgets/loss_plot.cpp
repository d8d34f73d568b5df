#include "loss_plot.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QResizeEvent>
#include <QVBoxLayout>

#include "button.h"
#include "label.h"
#include "param_slider.h"
#include "plot_canvas.h"
#include "plot_export.h"
#include "scalar_legend.h"
#include "segment.h"
#include "theme.h"

namespace limner::widgets {
namespace {

/// The slider's range as a row, so that it is the same slider as in every form.
ParamSpec smoothingSpec() {
    return {.id = "smoothing",
            .label = LIMNER_TR("core", "Smoothing"),
            .kind = ParamKind::Real,
            .standard = 0.9,
            .range = {0, 0.99, Scale::Linear, 0.01}};
}

}  // namespace

LossPlot::LossPlot(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("lossPlot"));
    setAccessibleName(tr("Losses"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    setupHeader();
    setupCanvas();
    column->addWidget(m_header);
    column->addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);
    fitHeader();
}

LossPlot::~LossPlot() = default;

void LossPlot::setupHeader() {
    m_header = new QWidget(this);
    auto* row = new QHBoxLayout(m_header);
    m_title = new Label(tr("Losses"), TextRole::Section, Ink::Text, m_header);
    m_legend = new ScalarLegend(m_header);
    m_smoothingLabel = new Label(tr("Smoothing"), TextRole::Label, Ink::Text3, m_header);
    m_smoothing = new ParamSlider(m_header);
    m_smoothing->setObjectName(QStringLiteral("lossPlot.smoothing"));
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setSpec(smoothingSpec());
    m_scale = new Segment(m_header);
    m_scale->setObjectName(QStringLiteral("lossPlot.scale"));
    m_scale->setAccessibleName(tr("Scale"));
    m_scale->setItems({{QStringLiteral("log"), tr("Log")}, {QStringLiteral("linear"), tr("Linear")}});
    m_scale->setCurrentId(QStringLiteral("linear"));
    setupMenu();
    row->addWidget(m_title);
    row->addWidget(m_legend, 1);
    for (QWidget* part : {static_cast<QWidget*>(m_smoothingLabel), static_cast<QWidget*>(m_smoothing),
                          static_cast<QWidget*>(m_scale), static_cast<QWidget*>(m_more)}) {
        row->addWidget(part);
    }
    connect(m_smoothing, &ParamSlider::valueChanged, this,
            [this](double value, bool) { setSmoothing(value); });
    connect(m_smoothing, &ParamSlider::resetRequested, this, [this] { setSmoothing(0.9); });
    connect(m_scale, &Segment::chosen, this, [this](const QString& id) { setLogarithmic(id == u"log"); });
}

void LossPlot::setupMenu() {
    m_more = makeIconButton(QStringLiteral("more"), tr("More about the plot"), m_header);
    m_more->setObjectName(QStringLiteral("lossPlot.more"));
    m_menu = new QMenu(m_more);
    m_menu->addAction(tr("Fit"), this, &LossPlot::fit);
    m_menu->addAction(tr("Follow the newest step"), this, &LossPlot::followLive);
    m_menu->addSeparator();
    const std::pair<QString, PlotFormat> formats[] = {{tr("Export as PNG…"), PlotFormat::Png},
                                                      {tr("Export as PDF…"), PlotFormat::Pdf},
                                                      {tr("Export numbers as CSV…"), PlotFormat::Csv}};
    for (const auto& [text, format] : formats) {
        m_menu->addAction(text, this, [this, wanted = format] { Q_EMIT exportRequested(wanted); });
    }
    connect(m_more, &Button::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void LossPlot::setupCanvas() {
    m_canvas = new PlotCanvas(this);
    m_smoothing->setValue(m_canvas->smoothing());
    connect(m_canvas, &PlotCanvas::rangeChanged, this, &LossPlot::rangeChanged);
    connect(m_canvas, &PlotCanvas::axisEndsChanged, this, &LossPlot::axisEndsChanged);
    connect(m_canvas, &PlotCanvas::cursorMoved, this, &LossPlot::cursorMoved);
    connect(m_canvas, &PlotCanvas::editClicked, this, &LossPlot::editClicked);
    connect(m_legend, &ScalarLegend::toggled, this, [this](const QString& id, bool isShown) {
        m_canvas->setShown(id, isShown);
        Q_EMIT shownScalarsChanged(shownScalars());
    });
}

void LossPlot::setTable(std::shared_ptr<const MetricTable> table) {
    m_table = std::move(table);
    if (m_canvas->setTable(m_table)) rebuildLegend();
}

void LossPlot::rebuildLegend() {
    std::vector<LegendEntry> entries;
    for (const PlotScalar& scalar : m_canvas->scalars()) {
        entries.push_back({scalar.id, scalar.style.label, scalar.style.colour, scalar.isShown});
    }
    m_legend->setEntries(std::move(entries));
}

void LossPlot::setEdits(std::vector<PlotEdit> edits) {
    m_canvas->setEdits(std::move(edits));
}

QStringList LossPlot::shownScalars() const {
    QStringList ids;
    for (const PlotScalar& scalar : m_canvas->scalars()) {
        if (scalar.isShown) ids.append(scalar.id);
    }
    return ids;
}

void LossPlot::setShownScalars(const QStringList& ids) {
    QStringList all;
    for (const PlotScalar& scalar : m_canvas->scalars()) all.append(scalar.id);
    for (const QString& id : std::as_const(all)) {
        m_canvas->setShown(id, ids.contains(id));
        m_legend->setShown(id, ids.contains(id));
    }
}

double LossPlot::smoothing() const {
    return m_canvas->smoothing();
}

void LossPlot::setSmoothing(double weight) {
    if (weight == m_canvas->smoothing()) return;
    m_canvas->setSmoothing(weight);
    m_smoothing->setValue(m_canvas->smoothing());
    Q_EMIT smoothingChanged(m_canvas->smoothing());
}

bool LossPlot::isLogarithmic() const {
    return m_canvas->isLogarithmic();
}

void LossPlot::setLogarithmic(bool isLogarithmic) {
    if (isLogarithmic == m_canvas->isLogarithmic()) return;
    m_canvas->setLogarithmic(isLogarithmic);
    m_scale->setCurrentId(isLogarithmic ? QStringLiteral("log") : QStringLiteral("linear"));
    Q_EMIT logarithmicChanged(isLogarithmic);
}

bool LossPlot::followsLive() const {
    return m_canvas->followsLive();
}

std::pair<double, double> LossPlot::range() const {
    const QCPRange range = m_canvas->xAxis->range();
    return {range.lower, range.upper};
}

std::pair<int, int> LossPlot::axisEnds() const {
    return m_canvas->axisEnds();
}
void LossPlot::setRange(double low, double high) {
    m_canvas->setRange(low, high);
}
void LossPlot::setCursorStep(qint64 step) {
    m_canvas->setCursorStep(static_cast<double>(step));
}
void LossPlot::fit() {
    m_canvas->fit();
}
void LossPlot::followLive() {
    m_canvas->followLive();
}

Result<void> LossPlot::exportTo(PlotFormat format, const QString& path) {
    if (format == PlotFormat::Csv) return saveCsv(m_table ? *m_table : MetricTable{}, path);
    m_canvas->flush();
    return format == PlotFormat::Png ? savePng(*m_canvas, path) : savePdf(*m_canvas, path);
}

void LossPlot::fitHeader() {
    const bool isNarrow = width() < px(760);
    m_header->setFixedHeight(px(isNarrow ? 28 : 36));
    const int side = px(isNarrow ? 12 : 16);
    m_header->layout()->setContentsMargins(side, 0, px(isNarrow ? 4 : 8), 0);
    m_header->layout()->setSpacing(px(8));
    m_smoothing->setFixedWidth(px(64));
    m_title->setVisible(!isNarrow);
    m_smoothingLabel->setVisible(!isNarrow);
}

void LossPlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHeader();
}

void LossPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) fitHeader();
}

void LossPlot::setHeaderShown(bool isShown) {
    m_header->setVisible(isShown);
    m_canvas->setMinimumHeight(isShown ? 0 : px(56));
    updateGeometry();
}

QSize LossPlot::sizeHint() const {
    return {px(720), px(197)};
}
QSize LossPlot::minimumSizeHint() const {
    return {px(320), px(m_header->isHidden() ? 56 : 132)};
}

}  // namespace limner::widgets
