#include "app_log.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMutex>
#include <QStandardPaths>
#include <cstdio>
#include <memory>

namespace limner::app {
namespace {

constexpr int kOldFiles = 3;

/// Messages come from any thread.
class LogWriter {
public:
    LogWriter(const QDir& folder, qint64 maxBytes)
        : m_folder(folder), m_maxBytes(maxBytes), m_file(folder.filePath(QStringLiteral("limner.log"))) {
        if (!m_folder.mkpath(QStringLiteral(".")) || !open())
            std::fprintf(stderr, "The log cannot be written: %s\n", qPrintable(m_file.fileName()));
    }

    void write(const QByteArray& line) {
        const QMutexLocker lock(&m_mutex);
        if (!m_file.isOpen()) return;
        if (m_file.size() + line.size() > m_maxBytes) rotate();
        m_file.write(line);
        m_file.flush();
    }

    QString path() const { return m_file.fileName(); }

private:
    bool open() { return m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Text); }
    QString old(int number) const { return m_folder.filePath(QStringLiteral("limner.%1.log").arg(number)); }

    void rotate() {
        m_file.close();
        QFile::remove(old(kOldFiles));
        for (int number = kOldFiles; number > 1; --number) QFile::rename(old(number - 1), old(number));
        QFile::rename(m_file.fileName(), old(1));
        open();
    }

    QDir m_folder;
    qint64 m_maxBytes;
    QFile m_file;
    QMutex m_mutex;
};

std::unique_ptr<LogWriter> g_writer;  // the one exception to "no global state"

const char* levelName(QtMsgType type) {
    switch (type) {
        case QtDebugMsg:
            return "debug";
        case QtInfoMsg:
            return "info";
        case QtWarningMsg:
            return "warning";
        case QtCriticalMsg:
            return "error";
        case QtFatalMsg:
            return "fatal";
    }
    return "";
}

void handleMessage(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const QString line = QStringLiteral("%1 %2 %3: %4\n")
                             .arg(time, QLatin1String(levelName(type)),
                                  QLatin1String(context.category ? context.category : "default"), message);
    if (g_writer) g_writer->write(line.toUtf8());
    if (type != QtDebugMsg && type != QtInfoMsg) std::fprintf(stderr, "%s\n", qPrintable(message));
}

}  // namespace

void startLog(const QString& folder, qint64 maxBytes) {
    g_writer = std::make_unique<LogWriter>(QDir(folder), maxBytes);
    qInstallMessageHandler(&handleMessage);
}

void stopLog() {
    qInstallMessageHandler(nullptr);
    g_writer.reset();
}

QString logFile() {
    return g_writer ? g_writer->path() : QString();
}

QString standardLogFolder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(QStringLiteral("log"));
}

}  // namespace limner::app
