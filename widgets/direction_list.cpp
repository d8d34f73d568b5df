#include "direction_list.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "accessible.h"
#include "direction_item.h"
#include "icon.h"
#include "label.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kDirectionRow = 28;
constexpr int kShareColumn = 30;

int rowHeight() {
    return px(kDirectionRow);
}

}  // namespace

DirectionList::DirectionList(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("directionList"));
    setAccessible(*this, QAccessible::List, tr("Directions"));
    m_spec.kind = ParamKind::Real;
    m_spec.standard = 0.0;
    setRange(-4, 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(px(4));
    setupFilter();
    setupArea();
}

void DirectionList::setupFilter() {
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("directionList.filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter by name or number"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->hide();
    m_none = new Label(tr("Nothing has this in its name."), TextRole::Body, Ink::Text2, this);
    m_none->hide();
    layout()->addWidget(m_filter);
    layout()->addWidget(m_none);
    connect(m_filter, &QLineEdit::textChanged, this, &DirectionList::applyFilter);
}

void DirectionList::setupArea() {
    m_area = new QScrollArea(this);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    m_page = new QWidget;
    m_page->setAutoFillBackground(false);
    m_page->installEventFilter(this);
    m_area->setWidget(m_page);
    m_page->setAutoFillBackground(false);  // setWidget turns it on
    m_area->viewport()->installEventFilter(this);
    m_area->verticalScrollBar()->setSingleStep(rowHeight());
    connect(m_area->verticalScrollBar(), &QScrollBar::valueChanged, this, &DirectionList::showVisible);
    static_cast<QVBoxLayout*>(layout())->addWidget(m_area, 1);
}

void DirectionList::setRange(double low, double high) {
    m_spec.range = {low, high, Scale::Linear, 0.01};
    for (const auto& [index, item] : m_items) item->deleteLater();
    m_items.clear();
    if (m_area != nullptr) showVisible();
}

void DirectionList::setRows(std::vector<DirectionRow> rows) {
    m_rows = std::move(rows);
    m_hasShares = std::any_of(m_rows.begin(), m_rows.end(), [](const auto& row) { return row.share >= 0; });
    applyFilter();
}

void DirectionList::setFilterShown(bool isShown) {
    m_filter->setVisible(isShown);
    if (!isShown) m_filter->clear();
}

void DirectionList::setFilter(const QString& text) {
    m_filter->setText(text);
}

void DirectionList::applyFilter() {
    const QString wanted = m_filter->text().trimmed();
    m_shown.clear();
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) {
        const QString& name = m_rows[static_cast<size_t>(i)].name;
        if (wanted.isEmpty() || name.contains(wanted, Qt::CaseInsensitive)) m_shown.push_back(i);
    }
    m_none->setVisible(m_shown.empty() && !m_rows.empty());
    measure();
}

void DirectionList::measure() {
    const QFontMetrics metrics(widgets::font(TextRole::Body));
    int widest = 0;
    for (const DirectionRow& row : m_rows) widest = std::max(widest, metrics.horizontalAdvance(row.name));
    m_nameWidth = std::max(widest + px(2), DirectionItem::leastNameWidth());
    m_page->setMinimumHeight(static_cast<int>(m_shown.size()) * rowHeight());
    updateGeometry();
    showVisible();
}

bool DirectionList::isKnown(int index) const {
    return index >= 0 && index < static_cast<int>(m_rows.size());
}

int DirectionList::placeOf(int index) const {
    const auto at = std::lower_bound(m_shown.begin(), m_shown.end(), index);
    return at != m_shown.end() && *at == index ? static_cast<int>(at - m_shown.begin()) : -1;
}

void DirectionList::showVisible() {
    const int top = m_area->verticalScrollBar()->value(), height = m_area->viewport()->height();
    // One more at each end, so that Tab has somewhere to go.
    const int first = std::max(0, top / rowHeight() - 1);
    const int last = std::min(static_cast<int>(m_shown.size()) - 1, (top + height) / rowHeight() + 1);
    for (auto at = m_items.begin(); at != m_items.end();) {
        const int place = placeOf(at->first);
        // What has the keyboard or the mouse lives on while it is out of sight.
        const bool isInUse = place >= 0 && at->second->isAncestorOf(focusWidget());
        if (isInUse || (place >= first && place <= last)) {
            ++at;
            continue;
        }
        at->second->hide();
        at->second->deleteLater();
        at = m_items.erase(at);
    }
    for (int place = first; place <= last; ++place) itemAt(m_shown[static_cast<size_t>(place)]);
    for (const auto& [index, item] : m_items) {
        item->setGeometry(0, placeOf(index) * rowHeight(), m_page->width(), rowHeight());
        item->setColumns(m_hasShares ? px(kShareColumn) : 0, m_nameWidth);
        updateItem(index);
    }
    orderFocus();
}

DirectionItem* DirectionList::itemAt(int index) {
    DirectionItem*& item = m_items[index];
    if (item != nullptr) return item;
    item = new DirectionItem(m_spec, m_page);
    item->setObjectName(QStringLiteral("direction.%1").arg(index));
    item->setRenamable(m_isRenamable);
    connect(item, &DirectionItem::valueChanged, this, [this, index](double value, bool final) {
        m_rows[static_cast<size_t>(index)].value = value;
        Q_EMIT valueChanged(index, value, final);
    });
    connect(item, &DirectionItem::lockChanged, this, [this, index](bool isLocked) {
        m_rows[static_cast<size_t>(index)].isLocked = isLocked;
        Q_EMIT lockChanged(index, isLocked);
    });
    connect(item, &DirectionItem::renamed, this, [this, index](const QString& name) {
        m_rows[static_cast<size_t>(index)].name = name;
        measure();
        Q_EMIT renamed(index, name);
    });
    item->show();
    return item;
}

/// Tab goes down the screen, whatever the order in which rows were made.
void DirectionList::orderFocus() {
    QWidget* before = m_filter;
    for (const auto& [index, item] : m_items) {
        for (const char* part :
             {"direction.slider", "direction.field", "direction.lock", "direction.reset"}) {
            auto* next = item->findChild<QWidget*>(QString::fromLatin1(part), Qt::FindDirectChildrenOnly);
            setTabOrder(before, next);
            before = next;
        }
    }
}

void DirectionList::updateItem(int index) {
    const auto at = m_items.find(index);
    if (at != m_items.end()) at->second->setRow(m_rows[static_cast<size_t>(index)]);
}

void DirectionList::setValue(int index, double value) {
    if (!isKnown(index)) return;
    m_rows[static_cast<size_t>(index)].value = value;
    updateItem(index);
}

void DirectionList::setValues(const std::vector<double>& values) {
    for (size_t i = 0; i < std::min(values.size(), m_rows.size()); ++i) m_rows[i].value = values[i];
    for (const auto& [index, item] : m_items) updateItem(index);
}

void DirectionList::setLocked(int index, bool isLocked) {
    if (!isKnown(index)) return;
    m_rows[static_cast<size_t>(index)].isLocked = isLocked;
    updateItem(index);
}

void DirectionList::setRenamable(bool isRenamable) {
    m_isRenamable = isRenamable;
    for (const auto& [index, item] : m_items) item->setRenamable(isRenamable);
}

void DirectionList::setRowsWanted(int rows) {
    m_rowsWanted = std::max(1, rows);
    updateGeometry();
}

void DirectionList::scrollTo(int index) {
    const int place = placeOf(index);
    if (place < 0) return;
    m_area->ensureVisible(0, place * rowHeight() + rowHeight() / 2, 0, rowHeight());
    showVisible();
}

void DirectionList::startRename(int index) {
    if (!isKnown(index)) return;
    if (placeOf(index) < 0) m_filter->clear();
    scrollTo(index);
    itemAt(index)->startRename();
}

bool DirectionList::eventFilter(QObject* object, QEvent* event) {
    const bool isRoom = object == m_page || object == m_area->viewport();
    if (isRoom && event->type() == QEvent::Resize) showVisible();
    return QWidget::eventFilter(object, event);
}

void DirectionList::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_area != nullptr) measure();
}

void DirectionList::keyPressEvent(QKeyEvent* event) {
    const bool isFiltering = m_filter->hasFocus();
    if (event->matches(QKeySequence::Find) && m_filter->isVisible()) return m_filter->setFocus();
    if (isFiltering && event->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        return m_filter->clear();
    }
    if (isFiltering && event->key() == Qt::Key_Down && !m_shown.empty()) {
        scrollTo(m_shown.front());
        auto* slider = itemAt(m_shown.front())->findChild<QWidget*>(QStringLiteral("direction.slider"));
        return slider->setFocus(Qt::ShortcutFocusReason);
    }
    event->ignore();
}

void DirectionList::contextMenuEvent(QContextMenuEvent* event) {
    const QPoint place = event->globalPos();
    for (const auto& [index, item] : m_items) {
        if (!item->rect().contains(item->mapFromGlobal(place))) continue;
        Q_EMIT menuRequested(index, place);
        return;
    }
    event->ignore();
}

QSize DirectionList::sizeHint() const {
    const int rows = std::min(m_rowsWanted, std::max(1, static_cast<int>(m_shown.size())));
    const int filter = m_filter->isHidden() ? 0 : m_filter->sizeHint().height() + px(4);
    return {px(292), rows * rowHeight() + filter};
}

QSize DirectionList::minimumSizeHint() const {
    return {px(220), std::min(sizeHint().height(), rowHeight() * 3)};
}

}  // namespace limner::widgets
