// The styles of a picture: up to four, each with a thumbnail and a weight, and a place to drop the next.
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>
#include <vector>

#include "core/types/param.h"

class QVBoxLayout;

namespace limner::widgets {

class Button;
class NameLabel;
class NumberField;
class ParamSlider;
class PictureWell;

/// One style: thumbnail, name, weight. The weight is hidden while it is the only one.
class StyleRow : public QWidget {
    Q_OBJECT

public:
    explicit StyleRow(QWidget* parent = nullptr);
    void setName(const QString& name);
    void setWeight(double weight, bool isShown);
    double weight() const;
    PictureWell* well() const { return m_well; }
    Button* removeButton() const { return m_remove; }

Q_SIGNALS:
    void weightChanged(double weight, bool isFinal);

private:
    PictureWell* m_well = nullptr;
    NameLabel* m_name = nullptr;
    ParamSlider* m_slider = nullptr;
    NumberField* m_field = nullptr;
    Button* m_remove = nullptr;
};

struct StyleItem {
    QString name;
    double weight = 1;
};

class StyleList : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMost = 4;

    explicit StyleList(QWidget* parent = nullptr);

    /// Thumbnails of the places before stay until they are set again. @pre at most kMost
    void setStyles(const std::vector<StyleItem>& styles);
    int count() const { return m_count; }
    /// @pre index < count()
    void setPicture(int index, const QImage& picture);
    void setError(int index, const QString& sentence);
    StyleRow* row(int index) const { return m_rows[static_cast<size_t>(index)]; }
    /// Where the next style is dropped.
    PictureWell* next() const { return m_next; }

Q_SIGNALS:
    /// index == count(): one more.
    void fileDropped(int index, const QString& path);
    void browseRequested(int index);
    void menuRequested(int index, const QPoint& place);
    void removeRequested(int index);
    void weightChanged(int index, double weight, bool isFinal);

private:
    void addRow(QVBoxLayout* column, int index);
    void tieWell(PictureWell* well, int index);

    std::vector<StyleRow*> m_rows;
    PictureWell* m_next = nullptr;
    int m_count = 0;
};

}  // namespace limner::widgets
