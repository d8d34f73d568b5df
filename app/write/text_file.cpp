#include "text_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>

#include "app/core_text.h"

namespace limner::app {
namespace {

constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF", 3);

Error notRead(const QString& path, const QString& why) {
    return {.code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "%1 cannot be read."), {toUtf8(QFileInfo(path).fileName())}},
            .hint = LIMNER_TR("core", "Check that the file is there and that you may read it."),
            .details = toUtf8(path + QStringLiteral(": ") + why)};
}

Error tooLarge(const QString& path, qint64 bytes) {
    return {.code = ErrorCode::Unsupported,
            .message = {LIMNER_TR("core", "%1 has %2 MB; the editor takes texts of up to %3 MB."),
                        {toUtf8(QFileInfo(path).fileName()), std::to_string(bytes / (1024 * 1024)),
                         std::to_string(kLargestTextBytes / (1024 * 1024))}},
            .hint = LIMNER_TR("core", "Open a part of it. For training, texts may be as long as you like.")};
}

}  // namespace

Result<TextFile> readTextFile(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return notRead(path, file.errorString());
    if (file.size() > kLargestTextBytes) return tooLarge(path, file.size());
    const QByteArray bytes = file.read(kLargestTextBytes + 1);  // some files say they have no size
    if (bytes.size() > kLargestTextBytes) return tooLarge(path, bytes.size());
    TextFile read;
    read.form.hasMark = bytes.startsWith(kByteOrderMark);
    const auto utf16 = QStringConverter::encodingForData(bytes);
    const bool isUtf8 = !utf16 || *utf16 == QStringConverter::Utf8;
    QStringDecoder decoder(isUtf8 ? QStringConverter::Utf8 : *utf16);
    read.text = decoder.decode(QByteArrayView(bytes));
    if (read.text.startsWith(QChar::ByteOrderMark)) read.text.remove(0, 1);
    if (decoder.hasError()) read.replaced = read.text.count(QChar(QChar::ReplacementCharacter));
    read.replaced += read.text.count(QChar(u'\0'));
    read.text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    const qsizetype windows = read.text.count(QStringLiteral("\r\n"));
    read.form.isWindows = windows > 0 && 2 * windows >= read.text.count(u'\n');
    read.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    read.text.replace(u'\r', u'\n');
    return read;
}

Result<void> writeTextFile(const QString& path, const QString& text, const TextForm& form) {
    QString whole = text;
    if (form.isWindows) whole.replace(u'\n', QStringLiteral("\r\n"));
    QByteArray bytes = whole.toUtf8();
    if (form.hasMark) bytes.prepend(kByteOrderMark.data(), kByteOrderMark.size());
    QSaveFile file(path);
    const bool isDone = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (isDone) return {};
    return Error{.code = ErrorCode::NotWritable,
                 .message = {LIMNER_TR("core", "%1 cannot be written."), {toUtf8(path)}},
                 .hint = LIMNER_TR("core", "Choose another folder, or make room on the disk."),
                 .details = toUtf8(file.errorString())};
}

FileStamp stampOf(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists()) return {};
    return {info.lastModified(), info.size()};
}

}  // namespace limner::app
