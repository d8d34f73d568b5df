#include "picture_loader.h"

#include <QFile>
#include <QPointer>
#include <QThreadPool>
#include <span>

#include "app/core_text.h"
#include "app/host/qt_host.h"
#include "widgets/image_convert.h"

namespace limner::app {
namespace {

constexpr qint64 kMostFileBytes = qint64{1} << 30;

}  // namespace

Result<QImage> PictureLoader::read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostFileBytes)
        return Error{.code = ErrorCode::NotFound,
                     .message = {LIMNER_TR("core", "The picture %1 cannot be opened."), {toUtf8(path)}},
                     .hint = LIMNER_TR("core", "It may have been moved or taken away. Choose it again.")};
    const QByteArray bytes = file.readAll();
    const auto picture =
        QtHost().decode(std::as_bytes(std::span(bytes.constData(), static_cast<size_t>(bytes.size()))));
    if (!picture) return picture.error();
    return widgets::toQImage(*picture);
}

qint64 PictureLoader::load(const QString& path, int edge) {
    const qint64 request = ++m_requests;
    const QPointer<PictureLoader> self(this);
    QThreadPool::globalInstance()->start([self, request, path, edge] {
        const auto read = PictureLoader::read(path);
        const QSize size = read ? read->size() : QSize();
        QImage picture = read ? *read : QImage();
        if (read && edge > 0 && std::max(size.width(), size.height()) > edge)
            picture = picture.scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        const auto put = [self, request, picture, size, read] {
            if (!self) return;
            if (read)
                Q_EMIT self->loaded(request, picture, size);
            else
                Q_EMIT self->failed(request, read.error());
        };
        if (self) QMetaObject::invokeMethod(self, put, Qt::QueuedConnection);
    });
    return request;
}

}  // namespace limner::app
