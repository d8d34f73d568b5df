#include "drawn_pictures.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace limner::app {
namespace {

/// The same numbers on every machine (Numerical Recipes' generator); library distributions differ.
class Draws {
public:
    explicit Draws(uint32_t seed) : m_state(seed) {}
    /// In [0, 1).
    double next() {
        m_state = m_state * 1664525u + 1013904223u;
        return (m_state >> 8) / 16777216.0;
    }
    double between(double low, double high) { return low + (high - low) * next(); }

private:
    uint32_t m_state;
};

QImage plainGround(int width, int height, const QColor& ground) {
    QImage picture(width, height, QImage::Format_RGB32);
    picture.fill(ground);
    return picture;
}

/// A line of hills from edge to edge, filled down to the bottom.
QPainterPath hills(Draws& draws, QSize size, double base, double height) {
    std::array<double, 4> phases{};
    for (double& phase : phases) phase = draws.between(0, 2 * std::numbers::pi);
    QPainterPath path(QPointF(0, size.height()));
    for (int x = 0; x <= size.width(); x += 4) {
        double rise = 0;
        for (size_t i = 0; i < phases.size(); ++i) {
            const double times = static_cast<double>(i + 1);
            rise += std::sin(x * times * 0.011 + phases[i]) / (times * times);
        }
        path.lineTo(x, base - height * rise);
    }
    path.lineTo(size.width(), size.height());
    return path;
}

void drawTrees(QPainter& painter, Draws& draws, QSize size) {
    painter.setBrush(QColor(18, 32, 34));
    for (int i = 0; i < 46; ++i) {
        const double x = draws.between(-10, size.width()), share = std::abs(x / size.width() - 0.5) * 2;
        const double tall = draws.between(20, 50) + 80 * share * share, foot = size.height() + 4;
        QPainterPath tree(QPointF(x, foot - tall));
        for (int tier = 1; tier <= 4; ++tier) {
            const double y = foot - tall * (1 - tier / 4.0), wide = tall * 0.055 * tier;
            tree.lineTo(x + wide, y);
            tree.lineTo(x + wide * 0.5, y);
        }
        for (int tier = 4; tier >= 1; --tier) {
            const double y = foot - tall * (1 - tier / 4.0), wide = tall * 0.055 * tier;
            tree.lineTo(x - wide * 0.5, y);
            tree.lineTo(x - wide, y);
        }
        painter.drawPath(tree);
    }
}

struct Fruit {
    QPointF middle;
    double radius;
    QColor bright, dark;
};

void drawPiece(QPainter& painter, const Fruit& fruit) {
    painter.setBrush(QColor(30, 20, 16, 110));
    painter.drawEllipse(fruit.middle + QPointF(fruit.radius * 0.35, fruit.radius * 0.82), fruit.radius * 1.05,
                        fruit.radius * 0.28);
    QRadialGradient light(fruit.middle - QPointF(fruit.radius * 0.4, fruit.radius * 0.45),
                          fruit.radius * 1.5);
    light.setColorAt(0, fruit.bright.lighter(125));
    light.setColorAt(0.4, fruit.bright);
    light.setColorAt(1, fruit.dark);
    painter.setBrush(light);
    painter.drawEllipse(fruit.middle, fruit.radius, fruit.radius * 0.95);
}

/// Where the current flows at a place of a 512-pixel picture, in radians.
double currentAt(QPointF place) {
    constexpr std::array<std::array<double, 3>, 4> eddies{
        {{140, 130, 1}, {380, 170, -1}, {230, 330, 1}, {420, 430, -1}}};
    double x = 0.7, y = 0.15;
    for (const auto& [left, top, turn] : eddies) {
        const double dx = place.x() - left, dy = place.y() - top,
                     near = std::exp(-(dx * dx + dy * dy) / 12000);
        x += -dy * turn * near * 0.06;
        y += dx * turn * near * 0.06;
    }
    return std::atan2(y, x);
}

}  // namespace

QImage drawLake() {
    const QSize size(640, 427);
    QImage picture = plainGround(size.width(), size.height(), Qt::black);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    Draws draws(11);
    QLinearGradient sky(0, 0, 0, 260);
    sky.setColorAt(0, QColor(78, 118, 170));
    sky.setColorAt(0.6, QColor(196, 182, 178));
    sky.setColorAt(1, QColor(244, 208, 150));
    painter.fillRect(0, 0, size.width(), 270, sky);
    painter.setPen(Qt::NoPen);
    QRadialGradient sun(QPointF(430, 150), 90);
    sun.setColorAt(0, QColor(255, 244, 206));
    sun.setColorAt(0.18, QColor(255, 226, 160, 200));
    sun.setColorAt(1, QColor(255, 214, 150, 0));
    painter.setBrush(sun);
    painter.drawEllipse(QPointF(430, 150), 90, 90);
    const std::array<QColor, 3> ranges{QColor(146, 146, 176), QColor(98, 110, 142), QColor(52, 84, 92)};
    for (size_t i = 0; i < ranges.size(); ++i) {
        painter.setBrush(ranges[i]);
        painter.drawPath(
            hills(draws, size, 175 + 34.0 * static_cast<double>(i), 34 - 6.0 * static_cast<double>(i)));
    }
    QLinearGradient water(0, 262, 0, size.height());
    water.setColorAt(0, QColor(196, 176, 164));
    water.setColorAt(1, QColor(54, 82, 110));
    painter.fillRect(0, 262, size.width(), size.height() - 262, water);
    for (int i = 0; i < 240; ++i) {
        const double y = draws.between(266, size.height()), x = draws.between(0, size.width());
        const bool isLit = std::abs(x - 430) < 30 + (y - 262) * 0.4;
        painter.fillRect(QRectF(x, y, draws.between(10, 60), 1.5),
                         isLit ? QColor(255, 232, 182, 130) : QColor(40, 62, 86, 60));
    }
    drawTrees(painter, draws, size);
    return picture;
}

QImage drawFruit() {
    QImage picture = plainGround(512, 512, QColor(92, 104, 112));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QLinearGradient wall(0, 0, 512, 300);
    wall.setColorAt(0, QColor(132, 146, 150));
    wall.setColorAt(1, QColor(66, 74, 84));
    painter.fillRect(0, 0, 512, 300, wall);
    QLinearGradient table(0, 290, 0, 512);
    table.setColorAt(0, QColor(150, 104, 66));
    table.setColorAt(1, QColor(98, 62, 40));
    painter.fillRect(0, 290, 512, 222, table);
    drawPiece(painter, {QPointF(180, 300), 92, QColor(214, 62, 46), QColor(96, 16, 22)});
    drawPiece(painter, {QPointF(336, 316), 84, QColor(240, 160, 52), QColor(148, 72, 14)});
    drawPiece(painter, {QPointF(262, 372), 66, QColor(150, 176, 62), QColor(62, 82, 20)});
    painter.setPen(QPen(QColor(60, 42, 26), 6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(182, 222), QPointF(198, 186));
    return picture;
}

QImage drawCurrent() {
    QImage picture = plainGround(512, 512, QColor(28, 46, 96));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    Draws draws(5);
    const std::array<QColor, 7> paints{QColor(26, 48, 104),   QColor(44, 84, 150),   QColor(86, 136, 190),
                                       QColor(150, 186, 206), QColor(236, 206, 110), QColor(250, 232, 176),
                                       QColor(18, 30, 70)};
    for (int i = 0; i < 5200; ++i) {
        QPointF place(draws.between(-20, 532), draws.between(-20, 532));
        const double depth =
            std::sin(place.x() * 0.017 + 1) + std::cos(place.y() * 0.014) + draws.between(-1, 1);
        const auto paint = static_cast<size_t>(std::clamp((depth + 2.2) / 4.4 * 7, 0.0, 6.0));
        QColor colour = paints[paint].lighter(static_cast<int>(draws.between(88, 114)));
        painter.setPen(QPen(colour, draws.between(2.5, 5.5), Qt::SolidLine, Qt::RoundCap));
        QPolygonF stroke{place};
        for (int step = 0; step < 7; ++step) {
            const double angle = currentAt(place);
            place += QPointF(std::cos(angle), std::sin(angle)) * 4;
            stroke << place;
        }
        painter.drawPolyline(stroke);
    }
    return picture;
}

QImage drawWoodcut() {
    QImage picture = plainGround(512, 512, QColor(238, 228, 206));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    Draws draws(23);
    for (int row = 0; row < 92; ++row)
        for (int column = 0; column < 40; ++column) {
            const QPointF place(column * 13.2 + draws.between(-3, 3), row * 5.7 + draws.between(-1, 1));
            const double tone = 0.5 + 0.5 * std::sin(place.x() * 0.019) * std::cos(place.y() * 0.016 + 0.6);
            const double angle = 0.5 * std::sin(place.x() * 0.008) + 0.5 * std::sin(place.y() * 0.011);
            const QPointF reach(std::cos(angle) * 9, std::sin(angle) * 9);
            painter.setPen(QPen(QColor(26, 22, 24), 0.8 + 4.4 * tone * tone, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(place - reach, place + reach);
        }
    return picture;
}

QImage drawMosaic() {
    QImage picture = plainGround(512, 512, QColor(60, 52, 48));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    Draws draws(41);
    const std::array<QColor, 6> stones{QColor(196, 74, 52),  QColor(226, 158, 62), QColor(238, 218, 168),
                                       QColor(58, 118, 128), QColor(36, 66, 98),   QColor(120, 148, 92)};
    for (int ring = 0; ring < 40; ++ring) {
        const double radius = 8 + ring * 10.5, count = std::floor(2 * std::numbers::pi * radius / 12);
        for (int i = 0; i < static_cast<int>(count); ++i) {
            const double angle = i / count * 2 * std::numbers::pi + ring * 0.37;
            const QPointF middle(256 + radius * std::cos(angle), 256 + radius * std::sin(angle));
            const double band =
                std::sin(radius * 0.045) + 0.7 * std::sin(angle * 3) + draws.between(-0.35, 0.35);
            const auto stone = static_cast<size_t>(std::clamp((band + 1.9) / 3.8 * 6, 0.0, 5.0));
            painter.save();
            painter.translate(middle);
            painter.rotate(angle * 180 / std::numbers::pi + draws.between(-7, 7));
            painter.setBrush(stones[stone].lighter(static_cast<int>(draws.between(86, 116))));
            painter.drawRoundedRect(QRectF(-4.6, -5.2, 9.2 + draws.between(-1, 1), 10.4), 1.6, 1.6);
            painter.restore();
        }
    }
    return picture;
}

}  // namespace limner::app
