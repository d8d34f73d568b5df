#include "choice_combo.h"

#include <QAbstractItemDelegate>
#include <QAbstractItemView>
#include <QPainter>
#include <QStandardItemModel>
#include <QWheelEvent>

#include "core_text.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kReasonRole = Qt::UserRole + 1;

/// Rows of the pop-up: a check at the current one; the reason below the name of one that is not available.
class ChoiceDelegate : public QAbstractItemDelegate {
public:
    explicit ChoiceDelegate(QComboBox* combo) : QAbstractItemDelegate(combo), m_combo(combo) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const QString reason = index.data(kReasonRole).toString();
        if (reason.isEmpty()) return {px(80), px(26)};
        return {px(80), px(26) + reasonRect(QRect(), reason).height() + px(4)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Tokens& t = tokens();
        const PainterScope scope(*painter);
        const QString reason = index.data(kReasonRole).toString();
        const bool enabled = index.flags() & Qt::ItemIsEnabled;
        if (enabled && (option.state & QStyle::State_Selected))
            fillRounded(*painter, option.rect, px(4), t.accentDim);
        QRect rect = option.rect.adjusted(px(8), 0, -px(8), 0);
        rect.setHeight(px(26));
        if (index.row() == m_combo->currentIndex())
            drawIcon(*painter, QRect(rect.left(), rect.top(), px(14), rect.height()), QStringLiteral("check"),
                     t.accent, px(14));
        rect.setLeft(rect.left() + px(22));
        painter->setFont(font(TextRole::Number));
        painter->setPen(enabled ? t.text : t.text3);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
        if (reason.isEmpty()) return;
        painter->setFont(font(TextRole::Label));
        painter->drawText(reasonRect(rect, reason), Qt::TextWordWrap, reason);
    }

    /// Where the reason stands below the name; wraps at a width that the pop-up always has.
    static QRect reasonRect(const QRect& name, const QString& reason) {
        const QFontMetrics metrics(font(TextRole::Label));
        const QRect text =
            metrics.boundingRect(QRect(0, 0, reasonWidth(), px(400)), Qt::TextWordWrap, reason);
        return {name.left(), name.top() + px(24), reasonWidth(), text.height()};
    }

    static int reasonWidth() { return px(240); }

private:
    QComboBox* m_combo;
};

}  // namespace

ChoiceCombo::ChoiceCombo(QWidget* parent) : QComboBox(parent) {
    setItemDelegate(new ChoiceDelegate(this));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaxVisibleItems(16);
    setProperty("focusRadius", 4);
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT chosen(currentId()); });
}

void ChoiceCombo::setChoices(const std::vector<Choice>& choices) {
    clear();
    auto* rows = qobject_cast<QStandardItemModel*>(model());
    for (const Choice& choice : choices) {
        auto* item = new QStandardItem(coreText(choice.label));
        item->setData(QString::fromStdString(choice.id), kIdRole);
        item->setToolTip(coreText(choice.help));
        if (!choice.unavailable.isEmpty()) {
            item->setData(coreText(choice.unavailable), kReasonRole);
            item->setEnabled(false);
        }
        rows->appendRow(item);
    }
}

void ChoiceCombo::setCurrentId(const QString& id) {
    const int index = findData(id, kIdRole);
    if (index >= 0) setCurrentIndex(index);
}

QString ChoiceCombo::currentId() const {
    return currentData(kIdRole).toString();
}

int ChoiceCombo::popUpWidth() const {
    const QFontMetrics metrics(font());
    int widest = width();
    for (int i = 0; i < count(); ++i) {
        widest = std::max(widest, metrics.horizontalAdvance(itemText(i)) + px(22 + 8 + 16));
        if (!itemData(i, kReasonRole).toString().isEmpty())
            widest = std::max(widest, ChoiceDelegate::reasonWidth() + px(22 + 8 + 16));
    }
    return widest;
}

void ChoiceCombo::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void ChoiceCombo::showPopup() {
    view()->setMinimumWidth(popUpWidth());
    QComboBox::showPopup();
}

}  // namespace limner::widgets
