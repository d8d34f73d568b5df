// How hand and keyboard move through the loss plot.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "plot_canvas.h"
#include "plot_marks.h"
#include "theme.h"

namespace limner::widgets {

bool PlotCanvas::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) applyLook();
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showFlagTip(help->pos(), help->globalPos());
        return true;
    }
    return QCustomPlot::event(event);
}

void PlotCanvas::showFlagTip(const QPoint& place, const QPoint& globalPlace) {
    const int flag = m_marks->flagAt(place);
    QToolTip::showText(globalPlace, flag < 0 ? QString() : m_edits[static_cast<size_t>(flag)].text, this);
}

void PlotCanvas::showEvent(QShowEvent* event) {
    QCustomPlot::showEvent(event);
    schedule();
}

void PlotCanvas::resizeEvent(QResizeEvent* event) {
    updateMargins();
    m_isStale = true;
    QCustomPlot::resizeEvent(event);
    if (m_lastEnds == axisEnds()) return;
    m_lastEnds = axisEnds();
    Q_EMIT axisEndsChanged(m_lastEnds.first, m_lastEnds.second);
}

void PlotCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    m_dragFrom = event->position().toPoint();
    m_hasMoved = false;
    m_drag = event->modifiers() & Qt::ShiftModifier ? Drag::Zoom : Drag::Pan;
    m_dragRange = xAxis->range();
}

void PlotCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPoint place = event->position().toPoint();
    if (m_drag == Drag::None) {
        QWidget::setCursor(m_marks->flagAt(place) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        const bool isInside = axisRect()->rect().contains(place);
        return moveCursor(isInside ? std::max(0.0, xAxis->pixelToCoord(place.x())) : -1);
    }
    if ((place - m_dragFrom).manhattanLength() >= 3) m_hasMoved = true;
    if (!m_hasMoved) return;
    if (m_drag == Drag::Pan) {
        const double perPixel = m_dragRange.size() / axisRect()->width();
        const double shift = (m_dragFrom.x() - place.x()) * perPixel;
        return changeRange({m_dragRange.lower + shift, m_dragRange.upper + shift});
    }
    if (!m_band) m_band = new QRubberBand(QRubberBand::Rectangle, this);
    m_band->setGeometry(QRect(m_dragFrom, place).normalized() & axisRect()->rect());
    m_band->show();
}

void PlotCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_drag == Drag::None) return event->ignore();
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Zoom && m_hasMoved && m_band) {
        const QRect band = m_band->geometry();
        delete m_band;
        return zoomToRubberBand(band);
    }
    if (m_hasMoved) return;
    const int flag = m_marks->flagAt(event->position());
    if (flag < 0) return;
    const PlotEdit& edit = m_edits[static_cast<size_t>(flag)];
    Q_EMIT editClicked(edit.id, edit.step);
}

void PlotCanvas::mouseDoubleClickEvent(QMouseEvent*) {
    fit();
}

void PlotCanvas::zoomToRubberBand(const QRect& band) {
    if (band.width() < 4 || band.height() < 4) return;
    m_yIsManual = true;
    yAxis->setRange(yAxis->pixelToCoord(band.bottom()), yAxis->pixelToCoord(band.top()));
    changeRange({xAxis->pixelToCoord(band.left()), xAxis->pixelToCoord(band.right())});
    schedule();
}

void PlotCanvas::zoomX(double factor, double about) {
    const QCPRange range = xAxis->range();
    changeRange({about - (about - range.lower) * factor, about + (range.upper - about) * factor});
}

void PlotCanvas::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (notches == 0) return event->ignore();
    const double factor = std::pow(0.8, notches);
    if (event->modifiers() & Qt::ControlModifier) {
        m_yIsManual = true;
        yAxis->scaleRange(factor, yAxis->pixelToCoord(event->position().y()));
        schedule();
    } else {
        // At the newest step the right edge stays, so that zooming does not end following.
        const bool isAtEdge = m_followsLive && event->position().x() > axisRect()->right() - px(40);
        zoomX(factor, isAtEdge ? xAxis->range().upper : xAxis->pixelToCoord(event->position().x()));
    }
    event->accept();
}

void PlotCanvas::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    moveCursor(-1);
}

void PlotCanvas::stepCursor(int rows) {
    if (m_steps.empty()) return;
    const double from = m_marks->cursor().value_or(xAxis->range().upper);
    const auto at = std::lower_bound(m_steps.begin(), m_steps.end(), from) - m_steps.begin();
    const auto last = static_cast<std::ptrdiff_t>(m_steps.size()) - 1;
    moveCursor(m_steps[static_cast<size_t>(std::clamp<std::ptrdiff_t>(at + rows, 0, last))]);
}

void PlotCanvas::keyPressEvent(QKeyEvent* event) {
    const QCPRange range = xAxis->range();
    // One press crosses about four pixels, whatever the zoom; at least one row.
    const double rowsShown =
        static_cast<double>(m_steps.size()) * range.size() / std::max(1.0, wholeRange().size());
    const int rows = std::max(1, static_cast<int>(4 * rowsShown / std::max(1, axisRect()->width())));
    const int stride = event->modifiers() & Qt::ShiftModifier ? 10 * rows : rows;
    switch (event->key()) {
        case Qt::Key_Left:
            return stepCursor(-stride);
        case Qt::Key_Right:
            return stepCursor(stride);
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomX(0.8, m_marks->cursor().value_or(range.center()));
        case Qt::Key_Minus:
            return zoomX(1.25, m_marks->cursor().value_or(range.center()));
        case Qt::Key_Home:
            return fit();
        case Qt::Key_End:
            return followLive();
        case Qt::Key_Escape:
            if (m_marks->cursor()) return moveCursor(-1);
            break;
        default:
            break;
    }
    event->ignore();
}

}  // namespace limner::widgets
