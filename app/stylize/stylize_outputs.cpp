#include "stylize_outputs.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QDrag>
#include <QFileDialog>
#include <QMimeData>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

#include "app/core_text.h"
#include "app/host/qt_host.h"
#include "app/notices.h"
#include "app/recipe_text.h"
#include "app/sample_file.h"
#include "app/studio_bridge.h"
#include "picture_loader.h"
#include "stylize_session.h"
#include "widgets/image_convert.h"

namespace limner::app {
namespace {

Error notWritten(const QString& path, const QString& why) {
    return {.code = ErrorCode::NotWritable,
            .message = {LIMNER_TR("core", "%1 cannot be written."), {toUtf8(path)}},
            .hint = LIMNER_TR("core", "Choose another folder, or make room on the disk."),
            .details = toUtf8(why)};
}

bool isPng(const QString& path) {
    return path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
}

Result<void> writeBytes(const QByteArray& bytes, const QString& path) {
    QSaveFile file(path);
    const bool isDone = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!isDone) return notWritten(path, file.errorString());
    return {};
}

constexpr std::pair<const char*, const char*> kFormatOfEnding[] = {
    {"jpg", "jpeg"}, {"jpeg", "jpeg"}, {"webp", "webp"}, {"tif", "tiff"}, {"tiff", "tiff"}};

Result<void> writeOtherFormat(const QImage& picture, const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    for (const auto& [known, format] : kFormatOfEnding) {
        if (ending != QLatin1String(known)) continue;
        const auto bytes = QtHost().encode(widgets::fromQImage(picture), format, {});
        if (!bytes) return bytes.error();
        return writeBytes(
            {reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size())}, path);
    }
    return Error{.code = ErrorCode::Unsupported,
                 .message = {LIMNER_TR("core", "“%1” is no format that pictures can be saved in here."),
                             {toUtf8(ending)}},
                 .hint = LIMNER_TR("core", "Use png, jpg, webp or tif.")};
}

}  // namespace

StylizeOutputs::StylizeOutputs(const Shell& shell, StylizeSession& session, QObject* parent)
    : QObject(parent), m_shell(shell), m_session(session) {}

const StylizeResult* StylizeOutputs::wanted(qint64 id) const {
    const StylizeResult* result = id == 0 ? m_session.shown() : m_session.result(id);
    return result != nullptr && (!result->picture.isNull() || !result->file.isEmpty()) ? result : nullptr;
}

Recipe StylizeOutputs::recipeOf(const StylizeResult& result) const {
    Recipe recipe{.kind = "stylize", .values = result.values};
    recipe.origin.programVersion = m_shell.bridge.studio()->facts().programVersion;
    return recipe;
}

void StylizeOutputs::copy() {
    const StylizeResult* result = wanted(0);
    if (result == nullptr) return;
    QApplication::clipboard()->setImage(result->picture);
    m_shell.notices.tell(tr("The picture is in the clipboard"));
}

/// A PNG of the job is copied byte by byte: its recipe says more than this page knows, such as which weights
/// were used.
Result<void> StylizeOutputs::saveTo(const StylizeResult& result, const QString& path) const {
    if (isPng(path) && isPng(result.file) && result.isOver) {
        QFile file(result.file);
        if (file.open(QIODevice::ReadOnly)) return writeBytes(file.readAll(), path);
    }
    QImage picture = result.picture;
    if (result.isOver && !result.file.isEmpty()) {  // in the history it is a small copy
        const auto whole = PictureLoader::read(result.file);
        if (!whole) return whole.error();
        picture = *whole;
    }
    if (isPng(path)) return writePicture(widgets::fromQImage(picture), recipeFields(recipeOf(result)), path);
    return writeOtherFormat(picture, path);
}

void StylizeOutputs::save(qint64 id) {
    const StylizeResult* result = wanted(id);
    if (result == nullptr) return;
    const StylizeResult kept = *result;  // it may grow on while the person looks for a folder
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    QString name = titleOf(kept.values) + QStringLiteral(".png");
    auto* dialog = new QFileDialog(qApp->activeWindow(), tr("Save the picture"),
                                   folder.filePath(name.replace(QLatin1Char('/'), QLatin1Char('-'))),
                                   QStringLiteral("PNG (*.png);;JPEG (*.jpg);;WebP (*.webp);;TIFF (*.tif)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, kept](const QString& path) {
        if (const auto saved = saveTo(kept, path); !saved)
            m_shell.notices.showError(tr("The picture was not saved"), saved.error());
        else
            m_shell.notices.tell(isPng(path)
                                     ? tr("Saved as %1, with its recipe").arg(QFileInfo(path).fileName())
                                     : tr("Saved as %1").arg(QFileInfo(path).fileName()));
    });
    dialog->open();
}

void StylizeOutputs::dragOut(qint64 id, QWidget* source) {
    const StylizeResult* result = wanted(id);
    if (result == nullptr) return;
    QString path = result->file;
    if (path.isEmpty()) {
        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::TempLocation));
        path = folder.filePath(QStringLiteral("limner-%1.png").arg(QDateTime::currentMSecsSinceEpoch()));
        if (const auto saved = saveTo(*result, path); !saved)
            return m_shell.notices.showError(tr("The picture was not saved"), saved.error());
    }
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(path)});
    auto* drag = new QDrag(source);
    drag->setMimeData(data);
    drag->setPixmap(
        QPixmap::fromImage(result->picture.scaled(96, 96, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    drag->exec(Qt::CopyAction);
}

void StylizeOutputs::showFolder(qint64 id) {
    const StylizeResult* result = wanted(id);
    if (result == nullptr || result->file.isEmpty()) return;
    const QString folder = QFileInfo(result->file).absolutePath();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_shell.notices.warn(tr("No file manager answered. The folder is %1").arg(folder));
}

}  // namespace limner::app
