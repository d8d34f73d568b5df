#include "path_picker.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>

#include "button.h"
#include "theme.h"

namespace limner::widgets {

PathPicker::PathPicker(ParamKind kind, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_field(new QLineEdit(this)) {
    const QString tip = kind == ParamKind::File     ? tr("Look for a file")
                        : kind == ParamKind::Folder ? tr("Look for a folder")
                                                    : tr("Look for a run");
    m_browse = makeIconButton(QStringLiteral("folder"), tip, this);
    m_field->setPlaceholderText(kind == ParamKind::Run ? tr("none") : QString());
    m_field->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_field);
    setAcceptDrops(true);
    connect(m_field, &QLineEdit::editingFinished, this, &PathPicker::commit);
    connect(m_browse, &QPushButton::clicked, this, &PathPicker::browse);
}

void PathPicker::setPath(const QString& path) {
    m_shown = path;
    m_field->setText(path);
    m_field->setCursorPosition(0);
    m_field->setToolTip(path);
}

QString PathPicker::path() const {
    return m_field->text();
}

void PathPicker::commit() {
    const QString typed = path().trimmed();
    if (typed == m_shown) return;
    setPath(typed);
    Q_EMIT pathChosen(typed);
}

void PathPicker::browse() {
    const QString start = path().isEmpty() ? m_startFolder : path();
    auto* dialog = new QFileDialog(this, m_browse->toolTip(), start);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_kind == ParamKind::File ? QFileDialog::ExistingFile : QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly, m_kind != ParamKind::File);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& chosen) {
        m_field->setText(chosen);
        commit();
    });
    dialog->open();
}

void PathPicker::dragEnterEvent(QDragEnterEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) event->acceptProposedAction();
}

void PathPicker::dropEvent(QDropEvent* event) {
    m_field->setText(event->mimeData()->urls().first().toLocalFile());
    commit();
}

void PathPicker::resizeEvent(QResizeEvent*) {
    const int side = px(24);
    const int top = (height() - side) / 2;
    m_browse->setGeometry(width() - side, top, side, side);
    m_field->setGeometry(0, top, width() - side - px(2), side);
}

}  // namespace limner::widgets
