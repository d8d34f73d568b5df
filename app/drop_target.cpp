#include "drop_target.h"

#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <QMimeDatabase>
#include <QPointer>
#include <QThreadPool>

#include "notices.h"
#include "recipe_text.h"
#include "studio_bridge.h"

namespace limner::app {
namespace {

QStringList localPaths(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    return paths;
}

bool looksLikePicture(const QString& path) {
    static const QList<QByteArray> endings = QImageReader::supportedImageFormats();
    return endings.contains(QFileInfo(path).suffix().toLower().toLatin1());
}

bool looksLikeText(const QString& path) {
    return QMimeDatabase().mimeTypeForFile(path).inherits(QStringLiteral("text/plain"));
}

}  // namespace

DropTarget::DropTarget(const Shell& shell, QWidget* window) : QObject(window), m_shell(shell) {
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool DropTarget::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto* drop = static_cast<QDropEvent*>(event);
        const QStringList paths = localPaths(drop->mimeData());
        const bool isFromHere = drop->source() != nullptr;  // a picture pulled out and let go again
        if (paths.isEmpty() || isFromHere) return false;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop) take(paths);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

/// The first one says what they are.
void DropTarget::take(const QStringList& paths) {
    const QPointer<DropTarget> self(this);
    QThreadPool::globalInstance()->start(
        [self, paths, path = paths.front(), studio = m_shell.bridge.studio()] {
            const QFileInfo info(path);
            std::function<void(DropTarget*)> say = [](DropTarget* target) {
                target->m_shell.notices.warn(
                    tr("That is nothing Limner can open: drop a run, weights, pictures or a folder of them, "
                       "or a text."));
            };
            if (info.isDir() && QDir(path).exists(QStringLiteral("recipe.json")))
                say = [path](DropTarget* target) { Q_EMIT target->runDropped(path); };
            else if (info.isDir())
                say = [path](DropTarget* target) { Q_EMIT target->picturesDropped(path); };
            else if (info.suffix() == QLatin1String("safetensors"))
                say = [path](DropTarget* target) { Q_EMIT target->weightsDropped(path); };
            else if (const auto recipe = studio ? recipeOfPicture(path, studio->catalog()) : std::nullopt)
                say = [recipe](DropTarget* target) { Q_EMIT target->recipeDropped(*recipe); };
            else if (const auto written = studio ? recipeOfText(path, studio->catalog()) : std::nullopt)
                say = [written](DropTarget* target) { Q_EMIT target->recipeDropped(*written); };
            else if (looksLikePicture(path))
                say = [paths](DropTarget* target) {
                    QStringList photos = paths;
                    photos.removeIf([](const QString& each) { return !looksLikePicture(each); });
                    Q_EMIT target->photosDropped(photos);
                };
            else if (looksLikeText(path))
                say = [path](DropTarget* target) { Q_EMIT target->textDropped(path); };
            QMetaObject::invokeMethod(
                self, [self, say] { say(self); }, Qt::QueuedConnection);
        });
}

}  // namespace limner::app
