// A switch of two or more short choices in one trough; one is on.
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

namespace limner::widgets {

class Segment : public QWidget {
    Q_OBJECT
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged USER true)

public:
    struct Item {
        QString id;
        QString label;
        QString iconName = {};
        QString toolTip = {};
        bool enabled = true;
    };

    explicit Segment(QWidget* parent = nullptr);

    void setItems(std::vector<Item> items);
    const std::vector<Item>& items() const { return m_items; }
    int current() const { return m_current; }
    QString currentId() const;
    /// Shows without emitting `chosen`. An unknown index or id is ignored.
    void setCurrent(int index);
    void setCurrentId(const QString& id);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChanged(int index);
    /// The person chose; not emitted by setCurrent.
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect itemRect(int index) const;
    int itemWidth(const Item& item) const;
    int itemAt(const QPoint& position) const;
    void choose(int index);
    void paintItem(QPainter& painter, int index) const;

    std::vector<Item> m_items;
    int m_current = -1;
    int m_hovered = -1;
};

}  // namespace limner::widgets
