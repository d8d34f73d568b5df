#include "command_palette.h"

#include <QAbstractItemDelegate>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "command_model.h"
#include "icon.h"
#include "key_caps.h"
#include "label.h"
#include "paint.h"
#include "scrim.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kRowsShown = 8;

/// A row: icon, name with the matched letters in the accent colour, place, value or key caps at the right.
class CommandDelegate : public QAbstractItemDelegate {
public:
    explicit CommandDelegate(const CommandModel* model, QObject* parent)
        : QAbstractItemDelegate(parent), m_model(model) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {px(200), px(36)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QAction* action = m_model->action(index.row());
        if (action == nullptr) return;
        const Tokens& t = tokens();
        const PainterScope scope(*painter);
        const bool current = option.state & QStyle::State_Selected;
        const bool hovered = option.state & QStyle::State_MouseOver;
        if (current || hovered) fillRounded(*painter, option.rect, px(6), current ? t.accentDim : t.control);
        QRect rect = option.rect.adjusted(px(12), 0, -px(12), 0);

        drawIcon(*painter, QRect(rect.left(), rect.top(), px(18), rect.height()), action->icon().name(),
                 current ? t.accent : t.text2, px(18));
        rect.setLeft(rect.left() + px(30));
        rect.setRight(paintRight(*painter, rect, *action, current));
        const int textEnd = paintName(*painter, rect, index.row());
        painter->setPen(t.text2);
        painter->setFont(widgets::font(TextRole::Body));
        rect.setLeft(textEnd + px(12));
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, action->property("where").toString());
    }

private:
    /// Returns where the space for the name ends.
    static int paintRight(QPainter& painter, const QRect& rect, const QAction& action, bool current) {
        QStringList caps = keyCaps(action.shortcut());
        const QString value = action.property("value").toString();
        if (caps.isEmpty() && current) caps.append(QCoreApplication::translate("limner::widgets", "Enter"));
        drawKeyCaps(painter, rect, caps);
        int right = rect.right() - keyCapsWidth(caps) - (caps.isEmpty() ? 0 : px(16));
        if (!value.isEmpty()) {
            painter.setFont(widgets::font(TextRole::Body));
            painter.setPen(tokens().text2);
            painter.drawText(QRect(rect.left(), rect.top(), right - rect.left(), rect.height()),
                             Qt::AlignVCenter | Qt::AlignRight, value);
            right -= painter.fontMetrics().horizontalAdvance(value) + px(16);
        }
        return right;
    }

    /// Draws stretches of matched and other letters; returns where the text ends.
    int paintName(QPainter& painter, const QRect& rect, int row) const {
        const QString text = m_model->text(row);
        const auto& letters = m_model->match(row).letters;
        const auto matched = [&](qsizetype i) {
            return std::binary_search(letters.begin(), letters.end(), i);
        };
        int x = rect.left();
        for (qsizetype from = 0; from < text.size();) {
            qsizetype to = from + 1;
            while (to < text.size() && matched(to) == matched(from)) ++to;
            QFont runFont = widgets::font(TextRole::Body);
            if (matched(from)) runFont.setWeight(QFont::Medium);
            painter.setFont(runFont);
            painter.setPen(matched(from) ? tokens().accent : tokens().text);
            const QString run = text.mid(from, to - from);
            painter.drawText(QRect(x, rect.top(), rect.right() - x, rect.height()),
                             Qt::AlignVCenter | Qt::AlignLeft, run);
            x += painter.fontMetrics().horizontalAdvance(run);
            from = to;
        }
        return x;
    }

    const CommandModel* m_model;
};

}  // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QWidget(window), m_scrim(new Scrim(window)), m_model(new CommandModel(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setupField();
    setupList();
    setupFoot();
    connect(m_scrim, &Scrim::dismissed, this, &CommandPalette::close);
    m_scrim->setCard(this, px(96));
    applyLook();
}

void CommandPalette::setupField() {
    m_query = new QLineEdit(this);
    m_query->setObjectName(QStringLiteral("commandPalette.query"));
    m_query->setAccessibleName(tr("Search commands"));
    m_query->setPlaceholderText(tr("Type a command"));
    m_query->setProperty("bare", true);
    m_query->installEventFilter(this);
    m_count = new Label({}, TextRole::Label, Ink::Text2, this);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(48), 0, px(16), 0);
    row->addWidget(m_query, 1);
    row->addWidget(m_count);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::search);
}

void CommandPalette::setupList() {
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("commandPalette.list"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    auto* around = new QVBoxLayout;
    around->setContentsMargins(px(8), px(8), px(8), px(8));
    around->addWidget(m_list);
    static_cast<QVBoxLayout*>(layout())->addLayout(around);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::setupFoot() {
    m_footLeft = new Label(tr("↑ ↓ choose      Enter run"), TextRole::Label, Ink::Text2, this);
    m_footRight = new Label(tr("Ctrl+K change its shortcut"), TextRole::Label, Ink::Text2, this);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->addWidget(m_footLeft, 1);
    row->addWidget(m_footRight);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void CommandPalette::open(const QList<QAction*>& actions) {
    m_model->setActions(actions);
    if (!isOpen()) m_query->clear();
    search(m_query->text());
    m_scrim->cover();
    m_query->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::close() {
    if (!isOpen()) return;
    m_scrim->uncover();
    Q_EMIT closed();
}

bool CommandPalette::isOpen() const {
    return m_scrim->isVisible();
}

QStringList CommandPalette::shownTexts() const {
    QStringList texts;
    for (int row = 0; row < m_model->rowCount(); ++row) texts.append(m_model->text(row));
    return texts;
}

void CommandPalette::search(const QString& query) {
    m_model->search(query);
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_count->setText(tr("%1 of %2").arg(m_model->rowCount()).arg(m_model->total()));
    applyLook();
}

void CommandPalette::runCurrent() {
    const QPointer<QAction> action = m_model->action(m_list->currentIndex().row());
    close();
    if (action != nullptr) action->trigger();
}

bool CommandPalette::handleKey(int key, Qt::KeyboardModifiers modifiers) {
    const int row = m_list->currentIndex().row();
    const auto moveTo = [this](int wanted) {
        const int last = m_model->rowCount() - 1;
        m_list->setCurrentIndex(m_model->index(std::clamp(wanted, 0, std::max(0, last)), 0));
        return true;
    };
    switch (key) {
        case Qt::Key_Down:
            return moveTo(row + 1);
        case Qt::Key_Up:
            return moveTo(row - 1);
        case Qt::Key_PageDown:
            return moveTo(row + kRowsShown);
        case Qt::Key_PageUp:
            return moveTo(row - kRowsShown);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_K:
            if (!(modifiers & Qt::ControlModifier)) return false;
            if (QAction* action = m_model->action(row)) {
                close();
                Q_EMIT shortcutChangeRequested(action);
            }
            return true;
        default:
            return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_query && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (handleKey(key->key(), key->modifiers())) return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    fillRounded(painter, rect(), px(8), t.panel, t.edge, px(1));
    drawIcon(painter, QRect(px(18), 0, px(20), px(48)), QStringLiteral("search"), t.text2, px(18));
    painter.fillRect(QRect(px(1), px(48), width() - 2 * px(1), px(1)), t.line);
    painter.fillRect(QRect(px(1), height() - px(32), width() - 2 * px(1), px(1)), t.line);
}

void CommandPalette::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyLook();
}

void CommandPalette::applyLook() {
    if (m_footRight == nullptr) return;  // still being set up
    QFont queryFont = widgets::font(TextRole::Lead);
    m_query->setFont(queryFont);
    m_query->setFixedHeight(px(48));
    const int rows = std::clamp(m_model->rowCount(), 1, kRowsShown);
    m_list->setFixedHeight(rows * px(36));
    m_footLeft->setFixedHeight(px(32));
    setFixedWidth(std::min(px(640), std::max(px(320), m_scrim->parentWidget()->width() - px(48))));
    updateGeometry();
}

}  // namespace limner::widgets
