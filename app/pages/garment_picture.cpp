#include "garment_picture.h"

#include <QPainter>

#include "widgets/theme.h"

/// The resources of a static library are not there by themselves. Outside any namespace, as Qt wants it.
static void initResources() {
    Q_INIT_RESOURCE(limner_app);
}

namespace limner::app {

using widgets::px;

namespace {

constexpr int kWidth = 462;  ///< at 100 %: twice the picture

QImage picture() {
    initResources();
    return QImage(QStringLiteral(":/limner/welcome.png"));
}

}  // namespace

GarmentPicture::GarmentPicture(QWidget* parent) : QWidget(parent), m_picture(picture()) {
    m_captions = m_picture.text(QStringLiteral("captions")).split(QLatin1Char('|'), Qt::SkipEmptyParts);
    setAccessibleName(tr("Samples of a model as it learns, from noise to garments"));
    setFixedSize(sizeHint());
}

QSize GarmentPicture::sizeHint() const {
    if (m_picture.isNull()) return {0, 0};
    const int height = px(kWidth) * m_picture.height() / m_picture.width();
    return {px(kWidth), height + px(8) + widgets::lineHeight(widgets::TextRole::Label)};
}

void GarmentPicture::paintEvent(QPaintEvent*) {
    if (m_picture.isNull()) return;
    QPainter painter(this);
    const int height = width() * m_picture.height() / m_picture.width();
    painter.drawImage(QRect(0, 0, width(), height), m_picture);
    painter.setFont(widgets::font(widgets::TextRole::Label));
    painter.setPen(widgets::tokens().text3);
    const auto count = static_cast<int>(m_captions.size());
    const QRect line(0, height + px(8), width(), widgets::lineHeight(widgets::TextRole::Label));
    for (int i = 0; i < count; ++i) {
        const int x = count > 1 ? width() * i / count : 0;
        painter.drawText(line.adjusted(x, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("Step %1").arg(m_captions[i]));
    }
}

}  // namespace limner::app
