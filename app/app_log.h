// The log of the window: a small rotating file that takes every Qt message.
#pragma once

#include <QString>

namespace limner::app {

/// Sends qDebug, qInfo, qWarning and qCritical to `folder`/limner.log as well as to standard error (warnings
/// and worse). The file is renamed to limner.1.log when it passes `maxBytes`; three old ones are kept. A
/// folder that cannot be written is said once on standard error.
void startLog(const QString& folder, qint64 maxBytes = 512 * 1024);
/// Puts Qt's own message handler back and closes the file.
void stopLog();
/// The file being written; empty before startLog.
QString logFile();
/// The standard place, by QStandardPaths.
QString standardLogFolder();

}  // namespace limner::app
