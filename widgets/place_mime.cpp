#include "place_mime.h"

#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <QUrl>

namespace limner::widgets {

const char* const kPlaceMime = "application/x-limner-place";

QMimeData* placeMimeData(const QString& id) {
    auto* data = new QMimeData;
    data->setData(QString::fromLatin1(kPlaceMime), id.toUtf8());
    return data;
}

QString placeIdOf(const QMimeData& data) {
    return QString::fromUtf8(data.data(QString::fromLatin1(kPlaceMime)));
}

QString pictureFileOf(const QMimeData& data) {
    const QList<QByteArray> endings = QImageReader::supportedImageFormats();
    for (const QUrl& url : data.urls()) {
        if (!url.isLocalFile()) continue;
        const QString file = url.toLocalFile();
        if (endings.contains(QFileInfo(file).suffix().toLower().toLatin1())) return file;
    }
    return {};
}

}  // namespace limner::widgets
