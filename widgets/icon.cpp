#include "icon.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QSvgRenderer>

#include "theme.h"

// Resources of a static library are dropped by the linker unless something asks for them; the macro must
// stand outside any namespace.
static void needResources() {
    Q_INIT_RESOURCE(limner_widgets);
}

namespace limner::widgets {
namespace {

QString pathOf(const QString& name) {
    needResources();
    return QStringLiteral(":/limner/icons/%1.svg").arg(name);
}

/// The drawing with its colours filled in, and strokes that stay equally wide at every icon size.
QByteArray tinted(const QString& name, const QColor& colour, int logicalSize) {
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QString svg = QString::fromUtf8(file.readAll());
    const double grid = svg.contains(QStringLiteral("0 0 24 24")) ? 24 : 20;
    const double factor = grid * uiScale() / logicalSize;
    static const QRegularExpression stroke(QStringLiteral("stroke-width=\"([0-9.]+)\""));
    QString scaled;
    qsizetype from = 0;
    for (auto matches = stroke.globalMatch(svg); matches.hasNext();) {
        const auto match = matches.next();
        scaled += svg.mid(from, match.capturedStart(1) - from);
        scaled += QString::number(match.captured(1).toDouble() * factor, 'f', 3);
        from = match.capturedEnd(1);
    }
    scaled += svg.mid(from);
    scaled.replace(QStringLiteral("currentColor"), colour.name());
    scaled.replace(QStringLiteral("\"accent\""), QStringLiteral("\"%1\"").arg(tokens().accent.name()));
    return scaled.toUtf8();
}

class ThemeIconEngine : public QIconEngine {
public:
    explicit ThemeIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal dpr = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, draw(rect.size(), dpr, mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return draw(size, 1, mode, state);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        return draw(size / scale, scale, mode, state);
    }

    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QIconEngine* clone() const override { return new ThemeIconEngine(m_name); }

private:
    QPixmap draw(const QSize& size, qreal dpr, QIcon::Mode mode, QIcon::State state) const {
        const Tokens& t = tokens();
        QColor colour = t.text2;
        if (mode == QIcon::Disabled) colour = t.text3;
        if (mode == QIcon::Selected || mode == QIcon::Active || state == QIcon::On) colour = t.text;
        return iconPixmap(m_name, colour, std::min(size.width(), size.height()), dpr);
    }

    QString m_name;
};

}  // namespace

QIcon icon(const QString& name) {
    return QFile::exists(pathOf(name)) ? QIcon(new ThemeIconEngine(name)) : QIcon();
}

QPixmap iconPixmap(const QString& name, const QColor& colour, int logicalSize, qreal dpr) {
    if (logicalSize <= 0) return {};
    const QString key = QStringLiteral("limner/%1/%2/%3/%4/%5/%6")
                            .arg(name, colour.name(), tokens().accent.name())
                            .arg(logicalSize)
                            .arg(dpr)
                            .arg(uiScale());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    const int side = qCeil(logicalSize * dpr);
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(tinted(name, colour, logicalSize));
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    pixmap.setDevicePixelRatio(dpr);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QStringList iconNames() {
    needResources();
    QStringList names =
        QDir(QStringLiteral(":/limner/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files);
    for (QString& name : names) name.chop(4);
    names.sort();
    return names;
}

}  // namespace limner::widgets
