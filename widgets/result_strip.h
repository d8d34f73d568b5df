// Results in a row, the newest first: small pictures with a caption, one of them shown.
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>
#include <vector>

namespace limner::widgets {

struct ResultItem {
    qint64 id = 0;
    QString caption;      ///< "Strength 0.95"
    QImage picture = {};  ///< null: not read yet
    bool isWaiting = false;
    bool isGrowing = false;
};

/// Click or Enter shows one, arrows, Home and End move, Delete asks to remove, a drag takes the picture out,
/// the wheel scrolls.
class ResultStrip : public QWidget {
    Q_OBJECT

public:
    explicit ResultStrip(QWidget* parent = nullptr);

    /// Pictures may be of any size; small copies are kept.
    void setResults(std::vector<ResultItem> results);
    const std::vector<ResultItem>& results() const { return m_results; }
    void setPicture(qint64 id, const QImage& picture);
    /// The one that is shown now; 0 for none. Does not emit.
    void setCurrent(qint64 id);
    qint64 current() const { return m_current; }
    void setEmptyText(const QString& text);
    /// In widget coordinates; null if there is no such result.
    QRectF pictureRect(qint64 id) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(qint64 id);
    void removeRequested(qint64 id);
    /// The person pulls at a result.
    void dragRequested(qint64 id);
    void menuRequested(qint64 id, const QPoint& globalPlace);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    int indexOf(qint64 id) const;
    int indexAt(QPointF place) const;
    QRectF cellRect(int index) const;
    int stride() const;
    void scrollTo(int offset);
    void bringIntoSight(int index);
    void paintCell(QPainter& painter, int index) const;
    QString captionOf(const ResultItem& item) const;

    std::vector<ResultItem> m_results;
    QString m_empty;
    qint64 m_current = 0;
    int m_focused = 0;
    int m_hovered = -1;
    int m_offset = 0;
    int m_pressed = -1;
    QPointF m_pressedAt;
};

}  // namespace limner::widgets
