// Text files as they are: UTF-8 with or without a byte order mark, line ends of Unix or of Windows.
#pragma once

#include <QDateTime>
#include <QString>

#include "core/types/result.h"

namespace limner::app {

/// How a file was written, so that saving changes only what was edited.
struct TextForm {
    bool hasMark = false;    ///< begins with a byte order mark
    bool isWindows = false;  ///< lines end with CR LF
    friend bool operator==(const TextForm&, const TextForm&) = default;
};

struct TextFile {
    QString text;  ///< line ends as "\n"
    TextForm form;
    qint64 replaced = 0;  ///< bytes or characters that were no text and stand as U+FFFD now
};

inline constexpr qint64 kLargestTextBytes = 16 * 1024 * 1024;

/// Errors: NotFound; Unsupported for a file over kLargestTextBytes or a folder.
Result<TextFile> readTextFile(const QString& path);
/// Puts the file in place whole. Errors: NotWritable.
Result<void> writeTextFile(const QString& path, const QString& text, const TextForm& form);

/// What a file looked like when it was read or written last, to see whether somebody else changed it.
struct FileStamp {
    QDateTime changed;
    qint64 sizeBytes = -1;  ///< −1: no file
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};
FileStamp stampOf(const QString& path);

}  // namespace limner::app
