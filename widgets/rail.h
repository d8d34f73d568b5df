// The workspaces at the left edge of the window: icon and name, a marker at the current one, a dot where a
// job runs.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace limner::widgets {

class Rail : public QWidget {
    Q_OBJECT

public:
    struct Item {
        QString id;
        QString iconName;
        QString label;
        QString toolTip = {};  ///< shortcut and the like; the label is added
    };

    explicit Rail(QWidget* parent = nullptr);

    void setItems(std::vector<Item> top, std::vector<Item> bottom);
    void setCurrent(const QString& id);
    QString current() const { return m_current; }
    /// The item with a running job gets a dot (not while it is the current one); empty for none.
    void setRunning(const QString& id);
    /// 48 wide, icons only, labels as tool tips.
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& id);
    /// The mark at the top was clicked.
    void logoClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    std::vector<const Item*> all() const;
    QRect itemRect(int index) const;
    QRect logoRect() const;
    int itemAt(const QPoint& position) const;
    void paintItem(QPainter& painter, int index) const;

    std::vector<Item> m_top;
    std::vector<Item> m_bottom;
    QString m_current;
    QString m_running;
    int m_hovered = -1;
    int m_focused = 0;
    bool m_compact = false;
};

}  // namespace limner::widgets
