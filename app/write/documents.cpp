#include "documents.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStandardPaths>

#include "app/commands.h"
#include "app/notices.h"
#include "write_session.h"

namespace limner::app {

Documents::Documents(const Shell& shell, WriteSession& session, QObject* parent)
    : QObject(parent), m_shell(shell), m_session(session) {}

void Documents::fill(QMenu& menu) {
    for (const char* id : {"write.new", "write.open", "write.save", "write.saveAs"})
        menu.addAction(m_shell.commands.action(QLatin1String(id)));
    menu.addSeparator();
    for (const char* id : {"write.find", "write.copyAll"})
        menu.addAction(m_shell.commands.action(QLatin1String(id)));
}

/// Ctrl+Z brings the text back; the question is for those who do not know that.
void Documents::ifReplaceable(const std::function<void()>& act) {
    if (m_session.isSaved() || m_session.text().trimmed().isEmpty()) return act();
    m_shell.notices.ask({.title = tr("This text has not been saved"),
                         .text = tr("Another one takes its place in the editor. Undo brings it back."),
                         .yes = tr("Go on without saving"),
                         .no = tr("Stay here")},
                        act);
}

void Documents::startNew() {
    ifReplaceable([this] { m_session.setDocument({}, {}, tr("New text")); });
}

void Documents::pick() {
    auto* dialog =
        new QFileDialog(qApp->activeWindow(), tr("Open a text"), QFileInfo(m_session.file().path).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Texts") + QStringLiteral(" (*.txt *.md *.text)"), tr("All files") + QStringLiteral(" (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &Documents::open);
    dialog->open();
}

void Documents::open(const QString& path) {
    const FileStamp stamp = stampOf(path);  // before it is read: what changes meanwhile is noticed
    const auto read = readTextFile(path);
    if (!read) return m_shell.notices.showError(tr("The text cannot be opened"), read.error());
    ifReplaceable([this, path, stamp, file = *read] {
        m_session.setDocument(file.text, {path, file.form, stamp},
                              tr("Open “%1”").arg(QFileInfo(path).fileName()));
        if (file.replaced > 0)
            m_shell.notices.warn(tr("%n place(s) were no text; “�” stands there now.", nullptr,
                                    static_cast<int>(file.replaced)));
    });
}

void Documents::save() {
    const DocumentFile& file = m_session.file();
    if (file.path.isEmpty()) return saveAs();
    const FileStamp now = stampOf(file.path);
    const bool isSame = now == file.stamp || now.sizeBytes < 0;
    if (isSame) return writeTo(file.path);
    m_shell.notices.ask(
        {.title = tr("“%1” was changed by another program").arg(QFileInfo(file.path).fileName()),
         .text = tr("Saving writes over what stands in the file now."),
         .yes = tr("Write over it"),
         .destroys = true,
         .no = tr("Keep the file")},
        [this, path = file.path] { writeTo(path); });
}

void Documents::saveAs() {
    QString path = m_session.file().path;
    if (path.isEmpty())
        path = QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                   .filePath(tr("Untitled") + QStringLiteral(".txt"));
    auto* dialog = new QFileDialog(qApp->activeWindow(), tr("Save the text"), path);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(path);
    connect(dialog, &QFileDialog::fileSelected, this, &Documents::writeTo);
    dialog->open();
}

void Documents::writeTo(const QString& path) {
    const TextForm form = m_session.file().form;
    if (const auto written = writeTextFile(path, m_session.text(), form); !written)
        return m_shell.notices.showError(tr("The text was not saved"), written.error());
    m_session.wasSavedAs({path, form, stampOf(path)});
    m_shell.notices.tell(tr("Saved as %1").arg(QFileInfo(path).fileName()));
}

}  // namespace limner::app
