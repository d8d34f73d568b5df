// Downloads from a server on this machine that breaks off, goes on, and refuses.
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include "app/download.h"

using namespace limner;
using app::Download;

namespace {

/// Serves one file as small web servers do.
class FileServer : public QTcpServer {
public:
    explicit FileServer(QByteArray bytes) : m_bytes(std::move(bytes)) {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(socket); });
        });
    }
    QUrl address() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/net.pth").arg(serverPort())); }

    qint64 breaksAfter = -1;  ///< bytes of the next answer; negative: never
    bool knowsRanges = true;
    bool staysOpen = false;  ///< after a break
    int status = 0;          ///< instead of the file
    QList<QByteArray> ranges;

private:
    void answer(QTcpSocket* socket) {
        const QByteArray request = socket->readAll();
        qint64 from = 0;
        for (const QByteArray& line : request.split('\n')) {
            if (!line.startsWith("Range: bytes=")) continue;
            ranges << line.trimmed();
            if (knowsRanges) from = line.mid(13).split('-').first().toLongLong();
        }
        const QByteArray rest = m_bytes.mid(from);
        if (from > m_bytes.size()) status = 416;
        const QByteArray head = status > 0
                                    ? "HTTP/1.1 " + QByteArray::number(std::exchange(status, 0)) + " No"
                                : from > 0 ? QByteArrayLiteral("HTTP/1.1 206 Partial Content")
                                           : QByteArrayLiteral("HTTP/1.1 200 OK");
        const bool hasBody = head.contains("206") || head.contains("200");
        socket->write(head + "\r\nContent-Length: " + QByteArray::number(hasBody ? rest.size() : 0) +
                      "\r\nConnection: close\r\n\r\n");
        if (!hasBody) return socket->disconnectFromHost();
        const qint64 most = std::exchange(breaksAfter, -1);
        socket->write(most < 0 ? rest : rest.first(most));
        if (most < 0 || !staysOpen) socket->disconnectFromHost();
    }

    QByteArray m_bytes;
};

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class DownloadTest : public QObject {
    Q_OBJECT

    QByteArray m_bytes;
    QTemporaryDir m_folder;
    QString file() const { return m_folder.filePath(QStringLiteral("models/net.pth")); }
    QString part() const { return file() + QStringLiteral(".part"); }
    QString models() const { return m_folder.filePath(QStringLiteral("models")); }

private Q_SLOTS:
    void initTestCase() {
        for (int i = 0; i < 300'000; ++i) m_bytes += static_cast<char>(i * 7 / 3);
    }
    void cleanup() { QDir(models()).removeRecursively(); }

    void arrivesWhole() {
        FileServer server(m_bytes);
        Download download(server.address(), models());
        QSignalSpy finished(&download, &Download::finished);
        QSignalSpy progressed(&download, &Download::progressed);
        download.start();
        QVERIFY(finished.wait());
        QCOMPARE(contents(file()), m_bytes);
        QVERIFY(!QFile::exists(part()));
        QCOMPARE(progressed.last().at(1).toLongLong(), m_bytes.size());
        QVERIFY(server.ranges.isEmpty());
    }

    void aBrokenConnectionKeepsWhatHasComeAndGoesOnFromThere() {
        FileServer server(m_bytes);
        server.breaksAfter = 100'000;
        Download download(server.address(), models());
        QSignalSpy failed(&download, &Download::failed), finished(&download, &Download::finished);
        download.start();
        QVERIFY(failed.wait());
        QVERIFY(!failed.first().first().value<Error>().kept.isEmpty());
        QCOMPARE(contents(part()), m_bytes.first(100'000));
        QVERIFY(!QFile::exists(file()));

        Download again(server.address(), models());  // as after a restart of the program
        QCOMPARE(again.done(), 100'000);
        QSignalSpy arrived(&again, &Download::finished);
        again.start();
        QVERIFY(arrived.wait());
        QCOMPARE(server.ranges, QList<QByteArray>{"Range: bytes=100000-"});
        QCOMPARE(contents(file()), m_bytes);
    }

    void aServerWithoutRangesBeginsAnew() {
        FileServer server(m_bytes);
        server.knowsRanges = false;
        server.breaksAfter = 1000;
        Download download(server.address(), models());
        QSignalSpy failed(&download, &Download::failed), finished(&download, &Download::finished);
        download.start();
        QVERIFY(failed.wait());
        download.start();
        QVERIFY(finished.wait());
        QCOMPARE(contents(file()), m_bytes);
    }

    void aPauseKeepsAndADiscardDeletes() {
        FileServer server(m_bytes);
        server.breaksAfter = 50'000;
        server.staysOpen = true;
        Download download(server.address(), models());
        QSignalSpy paused(&download, &Download::paused), failed(&download, &Download::failed);
        download.start();
        QTRY_COMPARE(download.done(), 50'000);
        download.pause();
        QCOMPARE(paused.size(), 1);
        QVERIFY(!download.isRunning());
        QCOMPARE(QFileInfo(part()).size(), 50'000);
        download.discard();
        QVERIFY(!QFile::exists(part()));
        QCOMPARE(failed.size(), 0);
    }

    void moreThanThereIsIsThrownAway() {
        QDir().mkpath(models());
        QFile longer(part());
        QVERIFY(longer.open(QIODevice::WriteOnly));
        longer.write(m_bytes + m_bytes);
        longer.close();
        FileServer server(m_bytes);
        Download download(server.address(), models());
        QSignalSpy finished(&download, &Download::finished);
        download.start();
        QVERIFY(finished.wait());
        QCOMPARE(contents(file()), m_bytes);
    }

    void aRefusalIsSaidWithItsNumber() {
        FileServer server(m_bytes);
        server.status = 404;
        Download download(server.address(), models());
        QSignalSpy failed(&download, &Download::failed);
        download.start();
        QVERIFY(failed.wait());
        QVERIFY(failed.first().first().value<Error>().text().find("404") != std::string::npos);
        QVERIFY(!QFile::exists(file()));
    }
};

QTEST_GUILESS_MAIN(DownloadTest)
#include "download_test.moc"
