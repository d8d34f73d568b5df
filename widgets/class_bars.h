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
    /// Of one row, in widget coordinates; its width shows the count's share of the largest.
    QRectF barRect(size_t row) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int nameWidth() const;
    int countWidth() const;

    std::vector<std::pair<QString, double>> m_counts;
    double m_largest = 1;
};

}  // namespace limner::widgets
