#include "garment_picture.h"

#include <QPainter>

#include "widgets/theme.h"

namespace limner::app {

using widgets::px;

namespace {

constexpr int kWidth = 464;      // at 100 %
constexpr int kTrainedFrom = 4;  // columns of eight

QImage load() {
    return QImage(QStringLiteral(":/limner/welcome.png"));
}

}  // namespace

GarmentPicture::GarmentPicture(QWidget* parent) : QWidget(parent), m_picture(load()) {
    m_captions = m_picture.text(QStringLiteral("captions")).split(QLatin1Char('|'), Qt::SkipEmptyParts);
    setAccessibleName(tr("Samples of a model as it learns, from noise to garments"));
    setFixedSize(sizeHint());
}

QSize GarmentPicture::sizeHint() const {
    if (m_picture.isNull()) return {0, 0};
    const int height = px(kWidth) * m_picture.height() / m_picture.width();
    return {px(kWidth), height + px(8) + widgets::lineHeight(widgets::TextRole::Label)};
}

QImage GarmentPicture::lastColumns() {
    const QImage picture = load();
    if (picture.isNull()) return picture;
    const int from = picture.width() * kTrainedFrom / 8;
    return picture.copy(from, 0, picture.width() - from, picture.height());
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
