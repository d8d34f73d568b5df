#include "save_path.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace limner::app {

QString askSavePath(const SaveQuestion& question) {
    const QFileInfo offered(question.file);
    offered.dir().mkpath(QStringLiteral("."));
    QFileDialog dialog(QApplication::activeWindow(), question.title, offered.path());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    // Here and not behind the dialog's back, so that it is this name that the dialog asks about.
    dialog.setDefaultSuffix(question.suffix);
    if (!question.suffix.isEmpty())
        dialog.setNameFilter(question.suffix.toUpper() + QStringLiteral(" (*.%1)").arg(question.suffix));
    dialog.selectFile(offered.fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

}  // namespace limner::app
