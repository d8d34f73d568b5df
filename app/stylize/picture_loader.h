// Pictures from files, read on other threads by the one decoder of the program.
#pragma once

#include <QImage>
#include <QObject>
#include <QSize>
#include <QString>

#include "core/types/result.h"

namespace limner::app {

class PictureLoader : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// `loaded` or `failed` follows with the number that this returns.
    /// @param edge  the longest side that is wanted, in pixels; 0 for the whole picture
    qint64 load(const QString& file, int edge);

    /// Reads now, on this thread. Errors: NotFound, Unsupported, Damaged.
    static Result<QImage> read(const QString& file);

Q_SIGNALS:
    /// @param size  of the file's picture, before it was made smaller
    void loaded(qint64 request, const QImage& picture, const QSize& size);
    void failed(qint64 request, const limner::Error& error);

private:
    qint64 m_requests = 0;
};

}  // namespace limner::app
