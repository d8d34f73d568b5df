// A place for one picture file: shows it, takes a dropped one, asks for another by click.
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

namespace limner::widgets {

/// Click, Enter or Space asks for a file, Delete takes the picture away, a drop brings one. Empty it is a
/// dashed outline with a few words.
class PictureWell : public QWidget {
    Q_OBJECT

public:
    explicit PictureWell(QWidget* parent = nullptr);

    /// What is said while there is no picture: "Drop a picture".
    void setEmptyText(const QString& text);
    /// @param edge  at 100 %; a fixed square, or 0: as wide as there is room, and as high as the picture
    /// wants
    void setEdge(int edge);
    /// How high it is while there is no picture, at 100 %. Standard: 96.
    void setEmptyHeight(int height);
    void setPicture(const QImage& picture);
    const QImage& picture() const { return m_picture; }
    /// There is a file, though it may not be read yet.
    void setFilled(bool isFilled);
    bool isFilled() const { return m_isFilled; }
    /// The file cannot be shown: a mark on the error's colour, the sentence as tool tip.
    void setError(const QString& sentence);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void browseRequested();
    void clearRequested();
    void fileDropped(const QString& path);
    /// Right click or the menu key. @param place  global
    void menuRequested(const QPoint& place);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void fitHeight();
    void paintEmpty(QPainter& painter) const;

    QString m_empty, m_error;
    QImage m_picture;
    int m_edge = 0;
    int m_emptyHeight = 96;
    bool m_isFilled = false;
    bool m_isHovered = false;
    bool m_isDropping = false;
};

}  // namespace limner::widgets
