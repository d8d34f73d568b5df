#include "sample_thumbs.h"

#include <QAction>
#include <QPainter>

#include "widgets/theme.h"

namespace limner::app {

using widgets::px;

namespace {

QSize thumbSize() {
    return {px(48), px(36)};
}

/// The middle of a picture, filling the size.
QImage cropped(const QImage& picture, QSize size) {
    const QImage scaled = picture.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return scaled.copy((scaled.width() - size.width()) / 2, (scaled.height() - size.height()) / 2,
                       size.width(), size.height());
}

}  // namespace

SampleThumbs::SampleThumbs(QObject* parent) : QObject(parent) {
    m_worker.setMaxThreadCount(1);
}

SampleThumbs::~SampleThumbs() {
    m_worker.clear();
    m_worker.waitForDone();
}

// The destructor waits for the worker, so `this` outlives the work; a queued call dies with the object.
void SampleThumbs::show(const SamplePicture& sample, QAction* action) {
    const auto known = m_icons.find(sample.id);
    if (known == m_icons.end()) {
        QPixmap blank(thumbSize());
        blank.fill(widgets::tokens().control);
        m_icons[sample.id] = QIcon(blank);
        m_worker.start([this, id = sample.id, draw = sample.draw, size = thumbSize()] {
            const QImage picture = draw();
            const QImage thumb = picture.isNull() ? QImage() : cropped(picture, size);
            QMetaObject::invokeMethod(
                this,
                [this, id, thumb] {
                    if (!thumb.isNull()) m_icons[id] = QIcon(QPixmap::fromImage(thumb));
                    Q_EMIT made(id);
                },
                Qt::QueuedConnection);
        });
    }
    action->setIcon(m_icons[sample.id]);
    connect(this, &SampleThumbs::made, action, [this, id = sample.id, action](const QString& done) {
        if (done == id) action->setIcon(m_icons[id]);
    });
}

}  // namespace limner::app
