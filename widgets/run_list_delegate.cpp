#include "run_list_delegate.h"

#include <QLineEdit>
#include <QPainter>
#include <algorithm>

#include "paint.h"
#include "run_list_model.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kRow = 64;
constexpr int kThumb = 48;
constexpr int kPad = 8;

paint::ChipLook lookOf(RunListModel::RowState state) {
    const Tokens& t = tokens();
    switch (state) {
        case RunListModel::RowState::Training:
            return {t.accentDim, t.text, QStringLiteral("play")};
        case RunListModel::RowState::Finished:
            return {t.control, t.text2, QStringLiteral("check")};
        case RunListModel::RowState::Unfinished:
            return {t.warnDim, t.warn, QStringLiteral("pause")};
        case RunListModel::RowState::Failed:
            return {t.errorDim, t.error, QStringLiteral("error")};
        case RunListModel::RowState::Fresh:
            break;
    }
    return {t.control, t.text2, {}};
}

/// What a row is made of, all in the coordinates of the view.
struct RowParts {
    QRect thumb, name, chip, detail, numbers;
};

RowParts partsOf(const QRect& row, const QString& stateText, bool hasIcon) {
    RowParts parts;
    const int pad = px(kPad), line = px(18);
    parts.thumb =
        QRect(row.left() + pad, row.top() + (row.height() - px(kThumb)) / 2, px(kThumb), px(kThumb));
    const int left = parts.thumb.right() + 1 + px(12), right = row.right() - pad;
    const int chip = paint::chipWidth(stateText, hasIcon);
    const int top = row.top() + (row.height() - 3 * line) / 2;
    parts.chip = QRect(right - chip, top - px(1), chip, px(20));
    parts.name = QRect(left, top, parts.chip.left() - px(8) - left, line);
    parts.detail = QRect(left, top + line, right - left, line);
    parts.numbers = parts.detail.translated(0, line);
    return parts;
}

void paintThumb(QPainter& painter, const QRect& rect, const QImage& picture) {
    if (picture.isNull()) {
        fillRounded(painter, rect, px(2), tokens().canvas);
        return paint::icon(painter, rect, QStringLiteral("picture"), tokens().text3, 18);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, picture.width() > rect.width());
    painter.drawImage(rect, picture);
}

void paintLine(QPainter& painter, const QRect& rect, TextRole role, const QColor& colour,
               const QString& text) {
    painter.setFont(font(role));
    painter.setPen(colour);
    const QString fitting = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, fitting);
}

}  // namespace

void RunListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const QRectF fill = QRectF(option.rect).adjusted(px(1), px(1), -px(1), -px(1));
    if (isSelected || isHovered) {
        fillRounded(*painter, fill, px(6), isSelected ? tokens().accentDim : tokens().hover);
    }
    const QString state = index.data(RunListModel::StateTextRole).toString();
    paint::ChipLook look =
        lookOf(static_cast<RunListModel::RowState>(index.data(RunListModel::StateRole).toInt()));
    if (isSelected && look.fill == tokens().accentDim) look.fill = tokens().control;
    const RowParts parts = partsOf(option.rect, state, !look.iconName.isEmpty());
    paintThumb(*painter, parts.thumb, index.data(RunListModel::ThumbnailRole).value<QImage>());
    paint::chip(*painter, parts.chip, state, look);
    // text3 has too little contrast on a selected or hovered row.
    const QColor second = isSelected || isHovered ? tokens().text2 : tokens().text3;
    paintLine(*painter, parts.name, TextRole::Body, tokens().text, index.data().toString());
    paintLine(*painter, parts.detail, TextRole::Label, second,
              index.data(RunListModel::DetailRole).toString());
    paintLine(*painter, parts.numbers, TextRole::Label, second,
              index.data(RunListModel::NumbersRole).toString());
}

QSize RunListDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {px(200), px(kRow)};
}

QWidget* RunListDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                       const QModelIndex&) const {
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("runList.nameEditor"));
    editor->setAccessibleName(tr("Name of the run"));
    return editor;
}

void RunListDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex& index) const {
    const RowParts parts = partsOf(option.rect, index.data(RunListModel::StateTextRole).toString(), true);
    editor->setGeometry(parts.name.adjusted(-px(6), -px(3), 0, px(3)));
}

}  // namespace limner::widgets
