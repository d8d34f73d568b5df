// How pictures spread over classes: a name, a bar and a count for each.
#pragma once

#include <QString>
#include <QWidget>
#include <utility>
#include <vector>

namespace limner::widgets {

class ClassBars : public QWidget {
    Q_OBJECT

public:
    explicit ClassBars(QWidget* parent = nullptr);
    void setCounts(std::vector<std::pair<QString, double>> counts);
    /// Of one class, in widget coordinates; its width shows the count's share of the largest.
    QRectF barRect(size_t index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// In as many columns as fit side by side.
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int columnsIn(int width) const;
    QRect lineRect(size_t index) const;
    int nameWidth() const;
    int countWidth() const;

    std::vector<std::pair<QString, double>> m_counts;
    double m_largest = 1;
};

}  // namespace limner::widgets
