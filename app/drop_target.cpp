#include "drop_target.h"

#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPointer>
#include <QThreadPool>

#include "notices.h"
#include "recipe_text.h"
#include "studio_bridge.h"

namespace limner::app {
namespace {

QString firstPath(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) return url.toLocalFile();
    return {};
}

}  // namespace

DropTarget::DropTarget(const Shell& shell, QWidget* window) : QObject(window), m_shell(shell) {
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool DropTarget::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto* drop = static_cast<QDropEvent*>(event);
        const QString path = firstPath(drop->mimeData());
        if (path.isEmpty()) return false;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop) take(path);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void DropTarget::take(const QString& path) {
    const QPointer<DropTarget> self(this);
    QThreadPool::globalInstance()->start([self, path, studio = m_shell.bridge.studio()] {
        const QFileInfo info(path);
        std::function<void(DropTarget*)> say = [](DropTarget* target) {
            target->m_shell.notices.warn(
                tr("That is nothing Limner can open: drop a run, weights, a folder of pictures or a picture "
                   "made by Limner."));
        };
        if (info.isDir() && QDir(path).exists(QStringLiteral("recipe.json")))
            say = [path](DropTarget* target) { Q_EMIT target->runDropped(path); };
        else if (info.isDir())
            say = [path](DropTarget* target) { Q_EMIT target->picturesDropped(path); };
        else if (info.suffix() == QLatin1String("safetensors"))
            say = [path](DropTarget* target) { Q_EMIT target->weightsDropped(path); };
        else if (const auto recipe = studio ? recipeOfPicture(path, studio->catalog()) : std::nullopt)
            say = [recipe](DropTarget* target) { Q_EMIT target->recipeDropped(*recipe); };
        QMetaObject::invokeMethod(
            self, [self, say] { say(self); }, Qt::QueuedConnection);
    });
}

}  // namespace limner::app
