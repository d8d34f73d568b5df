#include "canvas_panel.h"

#include <QCryptographicHash>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <cmath>

#include "app/commands.h"
#include "app/core_text.h"
#include "app/notices.h"
#include "input_panel.h"
#include "picture_loader.h"
#include "sample_pictures.h"
#include "stylize_session.h"
#include "widgets/button.h"
#include "widgets/compare_view.h"
#include "widgets/empty_state.h"
#include "widgets/job_text.h"
#include "widgets/label.h"
#include "widgets/mask_canvas.h"
#include "widgets/param_slider.h"
#include "widgets/segment.h"

namespace limner::app {

using widgets::Button;
using widgets::CompareView;
using widgets::Ink;
using widgets::Label;
using widgets::MaskCanvas;
using widgets::px;
using widgets::TextRole;

namespace {

constexpr std::pair<const char*, CompareView::Mode> kModes[] = {{"divider", CompareView::Mode::Divider},
                                                                {"both", CompareView::Mode::SideBySide},
                                                                {"result", CompareView::Mode::Result}};

}  // namespace

CanvasPanel::CanvasPanel(const Shell& shell, StylizeSession& session, InputPanel& inputs, QWidget* parent)
    : Surface(&widgets::Tokens::canvas, {}, parent), m_shell(shell), m_session(session), m_inputs(inputs) {
    m_compare = new CompareView;
    m_compare->setObjectName(QStringLiteral("stylize.canvas"));
    m_compare->setAccessibleName(tr("Result"));
    m_mask = new MaskCanvas;
    m_mask->setObjectName(QStringLiteral("stylize.mask"));
    m_empty = new widgets::EmptyState;
    m_empty->setObjectName(QStringLiteral("stylize.empty"));
    m_empty->button()->setObjectName(QStringLiteral("stylize.try"));
    m_empty->setContent(
        tr("Give a picture the style of another"),
        tr("Drop a picture and a style here. The result grows before your eyes, and needs no download."),
        tr("Try it with sample pictures"), QStringLiteral("stylize"));
    m_views = new QStackedWidget;
    for (QWidget* view :
         {static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_compare), static_cast<QWidget*>(m_mask)})
        m_views->addWidget(view);
    m_heads = new QStackedWidget;
    m_heads->addWidget(makeHead());
    m_heads->addWidget(makeMaskHead());
    m_heads->setFixedHeight(px(28));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(10), px(16), px(16));
    column->setSpacing(px(10));
    column->addWidget(m_heads);
    column->addWidget(m_views, 1);
    tie();
    showView();
}

QWidget* CanvasPanel::makeHead() {
    auto* head = new QWidget;
    m_place = new Label({}, TextRole::Strong);
    m_place->setObjectName(QStringLiteral("stylize.place"));
    m_steps = new Label({}, TextRole::Body, Ink::Text3);
    m_zoom = new Label({}, TextRole::Body, Ink::Text3);
    m_modes = new widgets::Segment;
    m_modes->setObjectName(QStringLiteral("stylize.modes"));
    m_modes->setAccessibleName(tr("What is shown"));
    m_modes->setItems({{QStringLiteral("divider"), tr("Divider"), QStringLiteral("compare")},
                       {QStringLiteral("both"), tr("Side by side")},
                       {QStringLiteral("result"), tr("Result")}});
    m_hold = new Button(tr("Hold to see the original"), QStringLiteral("eye"), QStringLiteral("quiet"));
    m_hold->setObjectName(QStringLiteral("stylize.hold"));
    m_hold->setToolTip(tr("Hold to see the original (O)"));
    m_paint = new Button(tr("Paint region"), QStringLiteral("stylize"), QStringLiteral("quiet"));
    m_paint->setObjectName(QStringLiteral("stylize.paint"));
    m_paint->setToolTip(tr("Paint where the picture may change"));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    row->addWidget(m_place);
    row->addWidget(m_steps);
    row->addStretch();
    row->addWidget(m_modes);
    row->addWidget(m_hold);
    row->addWidget(m_paint);
    row->addWidget(m_zoom);
    return head;
}

QWidget* CanvasPanel::makeMaskHead() {
    auto* head = new QWidget;
    m_tool = new widgets::Segment;
    m_tool->setObjectName(QStringLiteral("stylize.maskTool"));
    m_tool->setAccessibleName(tr("Brush"));
    m_tool->setItems({{QStringLiteral("paint"), tr("Paint")},
                      {QStringLiteral("erase"), tr("Erase"), {}, tr("Erase (E)")}});
    m_brush = new widgets::ParamSlider;
    m_brush->setObjectName(QStringLiteral("stylize.brush"));
    m_brush->setAccessibleName(tr("Brush size"));
    m_brush->setToolTip(tr("Brush size ([ and ])"));
    m_brush->setSpec({.kind = ParamKind::Integer,
                      .standard = int64_t{48},
                      .range = {MaskCanvas::kSmallestBrush, MaskCanvas::kLargestBrush, Scale::Log, 4}});
    m_brush->setValue(m_mask->brushSize());
    m_brush->setFixedWidth(px(96));
    auto* clear = new Button(tr("Clear"), QStringLiteral("trash"), QStringLiteral("quiet"));
    clear->setObjectName(QStringLiteral("stylize.maskClear"));
    auto* invert = new Button(tr("Invert"), QStringLiteral("loop"), QStringLiteral("quiet"));
    invert->setObjectName(QStringLiteral("stylize.maskInvert"));
    auto* done = new Button(tr("Done"), QStringLiteral("check"), {});
    done->setObjectName(QStringLiteral("stylize.maskDone"));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    row->addWidget(m_tool);
    row->addWidget(m_brush);
    row->addStretch();
    for (Button* button : {clear, invert, done}) row->addWidget(button);
    connect(clear, &QPushButton::clicked, m_mask, &MaskCanvas::clear);
    connect(invert, &QPushButton::clicked, m_mask, &MaskCanvas::invert);
    connect(done, &QPushButton::clicked, this, [this] { setMasking(false); });
    return head;
}

void CanvasPanel::tie() {
    connect(m_modes, &widgets::Segment::chosen, this, [this](const QString& id) {
        for (const auto& [name, mode] : kModes)
            if (id == QLatin1String(name)) m_compare->setMode(mode);
    });
    connect(m_hold, &QPushButton::pressed, this, [this] { m_compare->setOriginalShown(true); });
    connect(m_hold, &QPushButton::released, this, [this] { m_compare->setOriginalShown(false); });
    QAction* paint = m_shell.commands.action(QStringLiteral("stylize.mask"));
    connect(m_paint, &QPushButton::clicked, paint, &QAction::trigger);
    connect(m_compare, &widgets::PictureView::zoomChanged, this, [this](double zoom) {
        m_zoom->setText(zoom > 0 ? QStringLiteral("%1 %").arg(std::lround(zoom * 100)) : QString());
    });
    connect(m_tool, &widgets::Segment::chosen, this,
            [this](const QString& id) { m_mask->setErasing(id == QLatin1String("erase")); });
    connect(m_mask, &MaskCanvas::erasingChanged, this,
            [this](bool isErasing) { m_tool->setCurrent(isErasing ? 1 : 0); });
    connect(m_brush, &widgets::ParamSlider::valueChanged, this,
            [this](double size) { m_mask->setBrushSize(static_cast<int>(size)); });
    connect(m_mask, &MaskCanvas::brushSizeChanged, this, [this](int size) { m_brush->setValue(size); });
    connect(m_mask, &MaskCanvas::maskChanged, this, &CanvasPanel::keepMask);
    connect(m_mask, &MaskCanvas::closeRequested, this, [this] { setMasking(false); });
    connect(&m_inputs, &InputPanel::contentChanged, this, &CanvasPanel::showContent);
    connect(&m_session, &StylizeSession::shownChanged, this, &CanvasPanel::showResult);
    connect(&m_session, &StylizeSession::valuesChanged, this, &CanvasPanel::showMask);
}

void CanvasPanel::addExtra(QWidget* extra) {
    m_views->addWidget(extra);
}

void CanvasPanel::showExtra(QWidget* extra) {
    m_extra = extra;
    m_isMasking = m_isMasking && extra == nullptr;
    showView();
}

void CanvasPanel::showPreview(const QImage& preview) {
    m_compare->setAfter(preview);
    m_compare->setBefore(m_inputs.content());
    m_placeText = tr("Preview");
    m_steps->setText(QStringLiteral("%1 × %2").arg(preview.width()).arg(preview.height()));
    fitHead();
    showView();
}

bool CanvasPanel::isMasking() const {
    return m_isMasking;
}

void CanvasPanel::setMasking(bool isMasking) {
    const bool canMask = !m_inputs.content().isNull();
    if (isMasking && !canMask)
        return m_shell.notices.tell(tr("Drop a content picture first; the region is painted over it."));
    m_isMasking = isMasking;
    if (isMasking) m_extra = nullptr;
    showMask();
    showView();
    (isMasking ? static_cast<QWidget*>(m_mask) : m_compare)->setFocus();
    Q_EMIT maskingChanged(isMasking);
}

void CanvasPanel::cycleMode() {
    const int next = (m_modes->current() + 1) % static_cast<int>(std::size(kModes));
    m_modes->setCurrent(next);
    m_compare->setMode(kModes[next].second);
}

void CanvasPanel::setCompact(bool isCompact) {
    m_hold->setText(isCompact ? QString() : tr("Hold to see the original"));
    m_isCompact = isCompact;
    showMask();
    m_modes->setItems({{QStringLiteral("divider"), isCompact ? QString() : tr("Divider"),
                        QStringLiteral("compare"), tr("Divider")},
                       {QStringLiteral("both"), isCompact ? QString() : tr("Side by side"),
                        isCompact ? QStringLiteral("grid") : QString(), tr("Side by side")},
                       {QStringLiteral("result"), isCompact ? QString() : tr("Result"),
                        isCompact ? QStringLiteral("picture") : QString(), tr("Result")}});
    for (size_t i = 0; i < std::size(kModes); ++i)
        if (kModes[i].second == m_compare->mode()) m_modes->setCurrent(static_cast<int>(i));
    fitHead();
}

/// Empty only while there is nothing at all: no content, no style, no result.
void CanvasPanel::showView() {
    const bool isEmpty =
        m_session.content().isEmpty() && m_session.styles().empty() && m_session.shown() == nullptr;
    QWidget* view = m_extra       ? m_extra
                    : m_isMasking ? static_cast<QWidget*>(m_mask)
                    : isEmpty     ? static_cast<QWidget*>(m_empty)
                                  : m_compare;
    m_views->setCurrentWidget(view);
    m_heads->setCurrentIndex(m_isMasking ? 1 : 0);
    m_heads->setVisible(view == m_compare || view == m_mask);
}

void CanvasPanel::showContent() {
    if (m_inputs.content().isNull() && m_isMasking) setMasking(false);
    m_mask->setPicture(m_inputs.content());
    m_region.clear();
    showMask();
    showResult();
}

void CanvasPanel::showResult() {
    const StylizeResult* shown = m_session.shown();
    m_compare->setAfter(shown ? shown->picture : QImage());
    const bool isOfContent = !shown || textOr(shown->values, "content") == m_session.content();
    m_compare->setBefore(isOfContent ? m_inputs.content() : QImage());
    m_compare->setEmptyText(m_session.content().isEmpty() ? tr("Now drop a content picture at the left.")
                                                          : tr("The picture is being read."));
    showPlace(shown);
    showView();
}

/// Where the job is; of a result that is done, what it is called.
void CanvasPanel::showPlace(const StylizeResult* shown) {
    const bool isGrowing = shown != nullptr && !shown->isOver;
    const auto progress = isGrowing ? shown->progress : std::nullopt;
    const QString place = progress ? coreText(progress->place) : QString();
    m_placeText = !isGrowing                    ? (shown ? shown->caption : QString())
                  : m_session.isWaiting(*shown) ? tr("Waiting for its turn")
                  : place.isEmpty()             ? tr("Getting ready")
                                                : place.left(1).toUpper() + place.mid(1);
    m_steps->setText(progress ? widgets::doneText(*progress) : QString());
    fitHead();
}

/// The words give way to the buttons: first the steps, then the end of the place.
void CanvasPanel::fitHead() {
    const QWidgetList fixed{m_modes, m_hold, m_paint, m_zoom};
    int room = m_heads->width();
    for (const QWidget* part : fixed) room -= part->sizeHint().width() + px(8);
    const int steps = m_steps->sizeHint().width() + px(8);
    const int words = m_place->fontMetrics().horizontalAdvance(m_placeText) + px(4);
    m_steps->setVisible(!m_steps->text().isEmpty() && words + steps <= room);
    m_place->setText(m_place->fontMetrics().elidedText(m_placeText, Qt::ElideRight, std::max(px(40), room)));
    m_place->setToolTip(m_placeText);
}

void CanvasPanel::resizeEvent(QResizeEvent* event) {
    Surface::resizeEvent(event);
    fitHead();
}

void CanvasPanel::showMask() {
    showView();
    const QString region = textOr(m_session.values(), "region");
    m_paint->setText(m_isCompact ? QString() : region.isEmpty() ? tr("Paint region") : tr("Edit region"));
    m_paint->setRole(region.isEmpty() ? QStringLiteral("quiet") : QString());
    fitHead();
    if (region == m_region && !(region.isEmpty() && !m_mask->mask().isNull())) return;
    m_region = region;
    const auto mask = region.isEmpty() ? Result<QImage>(QImage()) : PictureLoader::read(region);
    m_mask->setMask(mask ? *mask : QImage());
    if (!mask) m_shell.notices.showError(tr("The region cannot be read"), mask.error());
}

/// Each stroke is a file of its own, so that undo and old recipes find theirs.
void CanvasPanel::keepMask(const QImage& mask) {
    if (mask.isNull()) return m_session.set("region", std::string());
    const QByteArray pixels(reinterpret_cast<const char*>(mask.constBits()), mask.sizeInBytes());
    const QByteArray hash = QCryptographicHash::hash(pixels, QCryptographicHash::Sha256).toHex().left(12);
    m_region =
        keepInput(mask, QStringLiteral("region-") + QString::fromLatin1(hash), m_session.projectFolder());
    if (m_region.isEmpty()) return m_shell.notices.warn(tr("The region could not be put into the project."));
    m_session.set("region", toUtf8(m_region));
}

}  // namespace limner::app
