#include "download.h"

#include <QDir>
#include <QFileInfo>

#include "core_text.h"

namespace limner::app {
namespace {

constexpr int kSilenceMs = 30'000;
constexpr int kPartialContent = 206;
constexpr int kRangeNotSatisfiable = 416;

int statusOf(const QNetworkReply& reply) {
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Error notWritable(const QFile& file) {
    return {.code = ErrorCode::NotWritable,
            .message = {LIMNER_TR("core", "“%1” cannot be written."), {toUtf8(file.fileName())}},
            .hint = LIMNER_TR("core", "Choose another folder, or free some space."),
            .details = toUtf8(file.errorString())};
}

Error lost(const QUrl& address, const QString& reason) {
    return {.code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "The connection to %1 was lost (%2)."),
                        {toUtf8(address.host()), toUtf8(reason)}},
            .hint = LIMNER_TR("core", "Try again when it is back."),
            .kept = LIMNER_TR("core", "What has come is kept; it goes on from there.")};
}

}  // namespace

Download::Download(const QUrl& address, const QString& folder, QObject* parent)
    : QObject(parent),
      m_address(address),
      m_path(QDir(folder).filePath(address.fileName())),
      m_part(partPath()),
      m_done(QFileInfo(partPath()).size()) {}

Download::~Download() {
    stop();
}

void Download::start() {
    if (isRunning()) return;
    m_done = QFileInfo(partPath()).size();
    m_hasHead = false;
    QNetworkRequest request(m_address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setTransferTimeout(kSilenceMs);
    // Ranges count the bytes that are sent, so nothing may be compressed on the way.
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_done > 0) request.setRawHeader("Range", "bytes=" + QByteArray::number(m_done) + "-");
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::readyRead, this, &Download::take);
    connect(m_reply, &QNetworkReply::finished, this, &Download::end);
}

void Download::pause() {
    if (!isRunning()) return;
    stop();
    Q_EMIT paused();
}

void Download::discard() {
    stop();
    QFile::remove(partPath());
    m_done = 0;
}

void Download::stop() {
    m_part.close();
    if (!m_reply) return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

/// A server that knows no ranges sends all of it: then it begins anew.
void Download::readHead() {
    m_hasHead = true;
    const bool goesOn = statusOf(*m_reply) == kPartialContent;
    if (!goesOn) m_done = 0;
    m_total = m_done + m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    QDir().mkpath(QFileInfo(m_path).path());
    if (!m_part.open(goesOn ? QIODevice::Append : QIODevice::WriteOnly)) fail(notWritable(m_part));
}

void Download::take() {
    if (m_reply->error() != QNetworkReply::NoError || statusOf(*m_reply) >= 300) return;
    if (!m_hasHead) readHead();
    if (!m_reply) return;
    const QByteArray bytes = m_reply->readAll();
    if (m_part.write(bytes) != bytes.size() || !m_part.flush()) return fail(notWritable(m_part));
    m_done += bytes.size();
    Q_EMIT progressed(m_done, m_total);
}

void Download::end() {
    const int status = statusOf(*m_reply);
    if (status == kRangeNotSatisfiable) {  // more than there is: what lies here is something else
        discard();
        return start();
    }
    if (status >= 400)
        return fail({.code = ErrorCode::NotFound,
                     .message = {LIMNER_TR("core", "%1 does not give this file (%2)."),
                                 {toUtf8(m_address.host()), std::to_string(status)}},
                     .hint = LIMNER_TR("core", "Fetch it by other means, then import it.")});
    if (m_reply->error() != QNetworkReply::NoError) return fail(lost(m_address, m_reply->errorString()));
    take();
    if (!m_reply) return;
    if (m_total > m_done) return fail(lost(m_address, tr("it ended early")));
    stop();
    QFile::remove(m_path);
    if (!QFile::rename(partPath(), m_path)) return fail(notWritable(m_part));
    Q_EMIT finished(m_path);
}

void Download::fail(Error error) {
    stop();
    Q_EMIT failed(error);
}

}  // namespace limner::app
