// Fetches one file over the network into a folder. What has come stays when the connection breaks or the
// person stops it, and the next attempt goes on from there.
#pragma once

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include "core/types/result.h"

namespace limner::app {

class Download : public QObject {
    Q_OBJECT

public:
    /// @param folder  made when the first bytes come; the file is named as in the address
    Download(const QUrl& address, const QString& folder, QObject* parent = nullptr);
    /// Keeps what has come.
    ~Download() override;

    /// Begins, or goes on where an earlier attempt ended. Does nothing while it runs.
    void start();
    /// Stops and keeps what has come; `paused` follows.
    void pause();
    /// Stops and deletes what has come.
    void discard();

    bool isRunning() const { return m_reply != nullptr; }
    /// Bytes that are here; total is 0 while nobody said it.
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }
    QString file() const { return m_path; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void paused();
    void finished(const QString& file);
    /// What has come is kept. NotFound (no such address), NoSpace, NotWritable, Damaged (ended early).
    void failed(const limner::Error& error);

private:
    QString partPath() const { return m_path + QStringLiteral(".part"); }
    void readHead();
    void take();
    void end();
    void stop();
    void fail(Error error);

    QNetworkAccessManager m_network;
    QUrl m_address;
    QString m_path;
    QFile m_part;
    QPointer<QNetworkReply> m_reply;
    bool m_hasHead = false;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

}  // namespace limner::app
