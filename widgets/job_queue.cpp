#include "job_queue.h"

#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "label.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kJobRole = Qt::UserRole;

JobId idOf(const QListWidgetItem& item) {
    return static_cast<JobId>(item.data(kJobRole).toULongLong());
}

}  // namespace

QueueList::QueueList(QWidget* parent) : QListWidget(parent) {
    setObjectName(QStringLiteral("jobBar.queueList"));
    setAccessibleName(tr("Waiting jobs"));
    setDragDropMode(QAbstractItemView::InternalMove);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void QueueList::setJobs(const std::vector<JobInfo>& jobs) {
    bool isSame = static_cast<int>(jobs.size()) == count();
    for (int i = 0; isSame && i < count(); ++i) isSame = idOf(*item(i)) == jobs[static_cast<size_t>(i)].id;
    if (isSame) return;
    const JobId chosen = currentItem() ? idOf(*currentItem()) : JobId::None;
    clear();
    for (const JobInfo& job : jobs) {
        auto* row = new QListWidgetItem(QString::fromStdString(job.title), this);
        row->setData(kJobRole, static_cast<qulonglong>(job.id));
        row->setSizeHint({0, px(32)});
        if (job.id == chosen) setCurrentItem(row);
    }
    if (!currentItem()) setCurrentRow(0);
    updateGeometry();
}

void QueueList::move(int from, int to) {
    if (from < 0 || to < 0 || to >= count() || from == to) return;
    QListWidgetItem* row = takeItem(from);
    insertItem(to, row);
    setCurrentItem(row);
    Q_EMIT reordered(idOf(*row), to);
}

void QueueList::keyPressEvent(QKeyEvent* event) {
    const bool isAlt = event->modifiers() & Qt::AltModifier;
    if (isAlt && event->key() == Qt::Key_Up) return move(currentRow(), currentRow() - 1);
    if (isAlt && event->key() == Qt::Key_Down) return move(currentRow(), currentRow() + 1);
    if (event->key() != Qt::Key_Delete) return QListWidget::keyPressEvent(event);
    if (!currentItem()) return;
    const JobId job = idOf(*currentItem());
    delete takeItem(currentRow());
    Q_EMIT removed(job);
}

void QueueList::dropEvent(QDropEvent* event) {
    QListWidgetItem* dragged = currentItem();
    QListWidget::dropEvent(event);
    if (dragged) Q_EMIT reordered(idOf(*dragged), row(dragged));
}

QSize QueueList::sizeHint() const {
    return {px(280), std::clamp(count(), 1, 8) * px(32) + px(4)};
}

QueueChip::QueueChip(QWidget* parent) : Chip({}, Look::Plain, {}, parent) {
    setObjectName(QStringLiteral("jobBar.queue"));
    setClickable(true);
    m_popup = new QFrame(this, Qt::Popup);
    m_popup->setObjectName(QStringLiteral("jobBar.queuePopup"));
    auto* column = new QVBoxLayout(m_popup);
    column->setContentsMargins(px(8), px(8), px(8), px(8));
    column->setSpacing(px(4));
    m_list = new QueueList(m_popup);
    column->addWidget(new Label(tr("Waiting"), TextRole::Section, Ink::Text, m_popup));
    column->addWidget(m_list);
    column->addWidget(
        new Label(tr("Drag or Alt+↑ ↓ to move, Delete to remove"), TextRole::Label, Ink::Text3, m_popup));
    connect(this, &Chip::clicked, this, &QueueChip::openList);
    connect(m_list, &QueueList::reordered, this, &QueueChip::reordered);
    connect(m_list, &QueueList::removed, this, &QueueChip::removed);
    hide();
}

void QueueChip::setJobs(const std::vector<JobInfo>& jobs) {
    m_count = jobs.size();
    m_list->setJobs(jobs);
    updateText();
    setVisible(m_count > 0);
    if (m_count == 0) m_popup->hide();
}

void QueueChip::setCompact(bool isCompact) {
    m_isCompact = isCompact;
    updateText();
}

void QueueChip::updateText() {
    const int count = static_cast<int>(m_count);
    const QString words = tr("%n waiting", nullptr, count);
    setText(m_isCompact ? QString::number(count) : words);
    setAccessibleName(words);
    setToolTip(words);
}

void QueueChip::openList() {
    m_popup->adjustSize();
    const QPoint corner = mapToGlobal(QPoint(width(), 0));
    m_popup->move(corner.x() - m_popup->width(), corner.y() - m_popup->height() - px(8));
    m_popup->show();
    m_list->setFocus();
}

}  // namespace limner::widgets
