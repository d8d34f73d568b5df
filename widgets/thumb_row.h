// A lettered group of small pictures: places are dropped into it, and clicked out of it.
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>
#include <vector>

namespace limner::widgets {

/// A click takes a picture out; so do Delete and Backspace the one with the frame, which Left, Right, Home
/// and End move. A place can be dropped (see place_mime.h). Pictures that do not fit go on in the next line.
class ThumbRow : public QWidget {
    Q_OBJECT

public:
    /// @param letter  that stands before the pictures: "A"
    explicit ThumbRow(const QString& letter, QWidget* parent = nullptr);

    struct Thumb {
        QString name = {};  ///< tool tip
        QImage picture = {};
    };
    void setThumbs(std::vector<Thumb> thumbs);
    const std::vector<Thumb>& thumbs() const { return m_thumbs; }
    /// Stands there while there are no pictures; goes on in the next line if it is long.
    void setEmptyText(const QString& text);
    /// Empty for an index outside.
    QRect thumbRect(int index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void removeRequested(int index);
    /// @param id  of the place, as in place_mime.h
    void placeDropped(const QString& id);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    int columnsIn(int width) const;
    int count() const { return static_cast<int>(m_thumbs.size()); }
    int thumbAt(QPoint place) const;
    QRect emptyTextRect(int width) const;
    void setHovered(int index);
    void setDropping(bool isDropping);

    QString m_letter, m_emptyText;
    std::vector<Thumb> m_thumbs;
    int m_hovered = -1;
    int m_current = 0;  ///< what the keyboard is at
    bool m_isDropping = false;
};

}  // namespace limner::widgets
