#include "own_picture.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>

#include "app/core_text.h"
#include "app/notices.h"
#include "app/studio_bridge.h"

namespace limner::app {

OwnPicture::OwnPicture(const Shell& shell, ExploreSession& session, QObject* parent)
    : QObject(parent), m_shell(shell), m_session(session), m_requester(StudioBridge::newRequester()) {
    connect(&shell.bridge, &StudioBridge::eventArrived, this, &OwnPicture::takeEvent);
    connect(&shell.bridge, &StudioBridge::snapshotChanged, this, [this](JobId job) {
        if (isSearching() && job == m_search) Q_EMIT searchMoved(m_shell.bridge.latest(job));
    });
    connect(&shell.bridge, &StudioBridge::answered, this,
            [this](RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer) {
                if (requester != m_requester) return;
                if (!answer->picture)
                    m_shell.notices.showError(tr("The picture was not encoded"), answer->picture.error());
                else if (!answer->picture->latents.empty())
                    go(answer->picture->latents.front());
            });
}

void OwnPicture::bring(const QString& file) {
    if (!m_session.facts()) return;
    m_model = m_session.model();
    if (m_session.facts()->encodes)
        encodeNow(file);
    else
        search(file);
}

void OwnPicture::paste() {
    const QMimeData* data = QApplication::clipboard()->mimeData();
    if (data->hasUrls() && data->urls().front().isLocalFile())
        return bring(data->urls().front().toLocalFile());
    const QImage image = QApplication::clipboard()->image();
    if (image.isNull()) {
        m_shell.notices.tell(tr("There is no picture in the clipboard"));
        return;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::TempLocation);
    const QString path = QDir(folder).filePath(QStringLiteral("limner-pasted.png"));
    if (image.save(path))
        bring(path);
    else
        m_shell.notices.warn(tr("%1 cannot be written: the picture was not pasted.").arg(path));
}

void OwnPicture::encodeNow(const QString& file) {
    ParamValues values = m_model.values;
    values["image"] = toUtf8(file);
    m_shell.bridge.ask({.requester = m_requester, .what = "encode", .job = m_model.job, .values = values});
}

void OwnPicture::search(const QString& file) {
    cancel();
    m_model = m_session.model();
    Recipe recipe{.kind = "encode", .values = m_model.values};
    recipe.values["image"] = toUtf8(file);
    const Result<JobId> job = m_shell.bridge.start(recipe);
    if (!job) {
        m_shell.notices.showError(tr("The picture was not encoded"), job.error());
        return;
    }
    m_search = *job;
    Q_EMIT searchBegan();
}

void OwnPicture::keepBest() {
    if (isSearching()) stop();  // its Saved event brings the point
}

void OwnPicture::cancel() {
    if (!isSearching()) return;
    stop();
    end();
}

void OwnPicture::stop() {
    m_shell.bridge.studio()->stop(m_search);
    m_shell.bridge.wake();
}

void OwnPicture::end() {
    m_search = JobId::None;
    Q_EMIT searchEnded();
}

void OwnPicture::takeEvent(const Event& event) {
    if (!isSearching() || event.job != m_search) return;
    if (event.kind == EventKind::Saved) takeLatent(fromUtf8(event.folder));
    if (event.kind == EventKind::StateChanged && isOver(event.state)) end();
}

void OwnPicture::takeLatent(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return;
    const QJsonArray numbers =
        QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("latent")].toArray();
    Latent latent;
    for (const QJsonValue& number : numbers) latent.push_back(static_cast<float>(number.toDouble()));
    if (!latent.empty()) go(latent);
}

/// A point means nothing to another model.
void OwnPicture::go(const Latent& latent) {
    if (m_session.model() == m_model)
        m_session.move(placeOfLatent(latent), tr("Own picture"));
    else
        m_shell.notices.tell(
            tr("Your picture was found in %1; open that model and bring it in again to see it.")
                .arg(m_model.title));
}

}  // namespace limner::app
