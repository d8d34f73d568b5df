#include "run_list.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include "icon.h"
#include "label.h"
#include "run_list_delegate.h"
#include "run_list_model.h"
#include "theme.h"

namespace limner::widgets {

RunList::RunList(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("runList"));
    setAccessibleName(tr("Runs"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(8), px(8), px(8), px(8));
    column->setSpacing(px(8));
    setupFilter();
    setupList();
    setupActions();
    updateEmptyText();
    updateActions();
}

void RunList::setupFilter() {
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("runList.filter"));
    m_filter->setAccessibleName(tr("Filter runs"));
    m_filter->setPlaceholderText(tr("Filter: name, model, data"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_count = new Label({}, TextRole::Label, Ink::Text3, this);
    m_filter->setMaximumWidth(px(420));
    auto* room = new QHBoxLayout;
    room->setContentsMargins(px(8), px(4), px(8), 0);
    room->setSpacing(px(12));
    room->addWidget(m_filter, 1);
    room->addWidget(m_count);
    room->addStretch();
    static_cast<QVBoxLayout*>(layout())->addLayout(room);
}

void RunList::setupList() {
    m_model = new RunListModel(this);
    m_proxy = new QSortFilterProxyModel(this);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(RunListModel::SearchRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view = new QListView(this);
    m_view->setObjectName(QStringLiteral("runList.view"));
    m_view->setAccessibleName(tr("Runs"));
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(new RunListDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->installEventFilter(this);
    m_empty = new Label({}, TextRole::Body, Ink::Text2, this);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setWordWrap(true);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(m_empty);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setFilterFixedString(text.trimmed());
        updateEmptyText();
    });
    connect(m_view, &QListView::customContextMenuRequested, this, &RunList::openMenu);
    connect(m_view, &QListView::doubleClicked, this, [this] { m_open->trigger(); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        updateActions();
        Q_EMIT currentChanged(currentFolder());
    });
    connect(m_model, &RunListModel::renameRequested, this, &RunList::renameRequested);
    connect(m_model, &RunListModel::thumbnailWanted, this, &RunList::thumbnailWanted);
}

void RunList::setupActions() {
    const auto add = [this](const QString& name, const QString& text, const QString& iconName,
                            const QKeySequence& key) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_view->addAction(action);
        return action;
    };
    m_open = add(QStringLiteral("runList.open"), tr("Open"), QStringLiteral("eye"), Qt::Key_Return);
    m_resume = add(QStringLiteral("runList.resume"), tr("Go on training"), QStringLiteral("play"),
                   Qt::CTRL | Qt::Key_R);
    m_rename = add(QStringLiteral("runList.rename"), tr("Rename"), QStringLiteral("edit"), Qt::Key_F2);
    m_reveal = add(QStringLiteral("runList.reveal"), tr("Show the folder"), QStringLiteral("folder"), {});
    m_delete = add(QStringLiteral("runList.delete"), tr("Move to the trash…"), QStringLiteral("trash"),
                   Qt::Key_Delete);
    connect(m_open, &QAction::triggered, this, [this] { Q_EMIT openRequested(currentFolder()); });
    connect(m_resume, &QAction::triggered, this, [this] { Q_EMIT resumeRequested(currentFolder()); });
    connect(m_rename, &QAction::triggered, this, [this] { m_view->edit(m_view->currentIndex()); });
    connect(m_reveal, &QAction::triggered, this, [this] { Q_EMIT revealRequested(currentFolder()); });
    connect(m_delete, &QAction::triggered, this, [this] { Q_EMIT deleteRequested(currentFolder()); });
}

void RunList::updateActions() {
    const QModelIndex at = m_view->currentIndex();
    const auto state = static_cast<RunListModel::RowState>(at.data(RunListModel::StateRole).toInt());
    const bool isTraining = at.isValid() && state == RunListModel::RowState::Training;
    for (QAction* action : {m_open, m_rename, m_reveal}) action->setEnabled(at.isValid());
    m_resume->setEnabled(at.isValid() && !isTraining);
    m_delete->setEnabled(at.isValid() && !isTraining);
}

void RunList::openMenu(const QPoint& place) {
    const QModelIndex at = m_view->indexAt(place);
    if (!at.isValid()) return;
    m_view->setCurrentIndex(at);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_open, m_resume, m_rename, m_reveal});
    menu->addSeparator();
    menu->addAction(m_delete);
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

void RunList::setRuns(std::vector<RunInfo> runs) {
    const QString chosen = currentFolder();
    m_model->setRuns(std::move(runs));
    if (!chosen.isEmpty()) setCurrentFolder(chosen);
    updateEmptyText();
    updateActions();
}

void RunList::setThumbnail(const QString& folder, const QImage& picture) {
    m_model->setThumbnail(folder, picture);
}
void RunList::setLabels(const QHash<QString, QString>& labels) {
    m_model->setLabels(labels);
}

void RunList::setRunning(const QString& folder) {
    m_model->setRunning(folder);
    updateActions();
}

void RunList::setRunningStep(qint64 step) {
    m_model->setRunningStep(step);
}

void RunList::renameCurrent() {
    m_rename->trigger();
}

QString RunList::currentFolder() const {
    return m_view->currentIndex().data(RunListModel::FolderRole).toString();
}

void RunList::setCurrentFolder(const QString& folder) {
    const int row = m_model->rowOf(folder);
    m_view->setCurrentIndex(row < 0 ? QModelIndex() : m_proxy->mapFromSource(m_model->index(row)));
}

void RunList::updateEmptyText() {
    const int all = m_model->rowCount(), shown = m_proxy->rowCount();
    m_count->setText(tr("%1 of %2").arg(shown).arg(all));
    m_count->setVisible(shown != all);
    m_filter->setVisible(all > 0);
    m_empty->setText(all == 0 ? tr("No runs yet. What you train appears here.")
                              : tr("No run matches the filter."));
    m_empty->setVisible(shown == 0);
    m_view->setVisible(shown > 0);
}

bool RunList::eventFilter(QObject* object, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(object, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (object == m_view && key->matches(QKeySequence::Find)) {
        m_filter->setFocus();
        return true;
    }
    if (object == m_view && key->key() == Qt::Key_Enter) {
        m_open->trigger();
        return true;
    }
    if (object == m_filter && key->key() == Qt::Key_Down) {
        if (!m_view->currentIndex().isValid()) m_view->setCurrentIndex(m_proxy->index(0, 0));
        m_view->setFocus();
        return true;
    }
    if (object == m_filter && key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    return QWidget::eventFilter(object, event);
}

QSize RunList::sizeHint() const {
    return {px(320), px(400)};
}

}  // namespace limner::widgets
