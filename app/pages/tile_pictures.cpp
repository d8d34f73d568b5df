#include "tile_pictures.h"

#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QTextLayout>
#include <cmath>

#include "widgets/paint.h"
#include "widgets/theme.h"
#include "widgets/token_marks.h"

/// The resources of a static library are not there by themselves. Outside any namespace, as Qt wants it.
static void initTileResources() {
    Q_INIT_RESOURCE(limner_app);
}

namespace limner::app {

using widgets::px;
using widgets::TextRole;
using widgets::tokens;

namespace {

QString resource(const char* file) {
    initTileResources();
    return QStringLiteral(":/limner/") + QString::fromLatin1(file);
}

/// Whole multiples of a pixel, cut at the edges.
void paintPixels(QPainter& painter, const QRect& room, const QImage& picture) {
    if (picture.isNull()) return;
    const QSize size = picture.size();
    const int times = std::max(1, (room.width() + size.width() - 1) / size.width());
    painter.drawImage(QRect(room.topLeft(), size * times), picture);
}

struct Words {
    QString text;
    std::vector<widgets::TokenMark> marks;
};

/// A line of JSON for each token; what a person typed has no log_probability.
Words readWords(const QString& path) {
    Words words;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return words;
    while (!file.atEnd()) {
        const QJsonObject token = QJsonDocument::fromJson(file.readLine()).object();
        const QString text = token[QLatin1String("text")].toString();
        const QJsonValue logProbability = token[QLatin1String("log_probability")];
        if (logProbability.isDouble())
            words.marks.push_back({.start = static_cast<int>(words.text.size()),
                                   .length = static_cast<int>(text.size()),
                                   .probability = std::exp(logProbability.toDouble())});
        words.text += text;
    }
    return words;
}

void paintTints(QPainter& painter, const QPoint& corner, const QTextLine& line,
                const std::vector<widgets::TokenMark>& marks) {
    for (const widgets::TokenMark& mark : marks) {
        const int begin = std::max(mark.start, line.textStart());
        const int end = std::min(mark.end(), line.textStart() + line.textLength());
        if (begin >= end) continue;
        const double from = line.cursorToX(begin), to = line.cursorToX(end);
        QColor fill = tokens().tint;
        fill.setAlphaF(static_cast<float>(widgets::surpriseAlpha(widgets::surpriseLevel(mark.probability))));
        widgets::fillRounded(
            painter, QRectF(corner.x() + from, corner.y() + line.y(), to - from, line.height()), px(2), fill);
    }
}

}  // namespace

void paintGarments(QPainter& painter, const QRect& room) {
    static const QImage picture(resource("welcome-sheet.png"));
    paintPixels(painter, room, picture);
}

void paintFaces(QPainter& painter, const QRect& room) {
    static const QImage picture(resource("welcome-faces.png"));
    paintPixels(painter, room, picture);
}

void paintStyle(QPainter& painter, const QRect& room) {
    static const QImage picture(resource("welcome-style.jpg"));
    if (picture.isNull()) return;
    const QSize whole = picture.size().scaled(room.size(), Qt::KeepAspectRatioByExpanding);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(room.center() - QPoint(whole.width() / 2, whole.height() / 2), whole), picture);
}

void paintWords(QPainter& painter, const QRect& room) {
    static const Words words = readWords(resource("welcome-words.jsonl"));
    const QRect inner = room.adjusted(px(16), px(16), -px(16), -px(8));
    const int height = px(24);
    QTextLayout layout(words.text, widgets::font(TextRole::Lead));
    layout.beginLayout();
    int y = 0;
    for (QTextLine line = layout.createLine(); line.isValid() && y + height <= inner.height();
         line = layout.createLine(), y += height) {
        line.setLineWidth(inner.width());
        line.setPosition({0, y + (height - line.height()) / 2});
        paintTints(painter, inner.topLeft(), line, words.marks);
        painter.setPen(tokens().text);
        line.draw(&painter, inner.topLeft());
    }
    layout.endLayout();
}

}  // namespace limner::app
