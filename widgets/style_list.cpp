#include "style_list.h"

#include <QHBoxLayout>

#include "button.h"
#include "name_label.h"
#include "number_field.h"
#include "param_slider.h"
#include "picture_well.h"
#include "theme.h"

namespace limner::widgets {
namespace {

const ParamSpec& weightSpec() {
    static const ParamSpec spec{
        .kind = ParamKind::Real, .standard = 1.0, .range = {0, 1, Scale::Linear, 0.05}};
    return spec;
}

}  // namespace

StyleRow::StyleRow(QWidget* parent) : QWidget(parent) {
    m_well = new PictureWell;
    m_well->setEdge(56);
    m_name = new NameLabel(TextRole::Body);
    m_slider = new ParamSlider;
    m_slider->setSpec(weightSpec());
    m_slider->setAccessibleName(tr("Weight"));
    m_field = new NumberField;
    m_field->setSpec(weightSpec());
    m_field->setFixedWidth(px(48));
    m_field->setAccessibleName(tr("Weight"));
    m_remove = makeIconButton(QStringLiteral("close"), tr("Remove this style"));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(4));
    head->addWidget(m_name, 1);
    head->addWidget(m_remove);
    auto* value = new QHBoxLayout;
    value->setSpacing(px(8));
    value->addWidget(m_slider, 1);
    value->addWidget(m_field);
    auto* side = new QVBoxLayout;
    side->setSpacing(0);
    side->addLayout(head);
    side->addLayout(value);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    row->addWidget(m_well);
    row->addLayout(side, 1);
    connect(m_slider, &ParamSlider::valueChanged, this, [this](double weight, bool isFinal) {
        m_field->setValue(weight);
        Q_EMIT weightChanged(weight, isFinal);
    });
    connect(m_slider, &ParamSlider::resetRequested, this, [this] { Q_EMIT weightChanged(1, true); });
    connect(m_field, &NumberField::valueChanged, this, [this](double weight, bool isFinal) {
        m_slider->setValue(weight);
        Q_EMIT weightChanged(weight, isFinal);
    });
}

void StyleRow::setName(const QString& name) {
    m_name->setName(name);
    m_well->setAccessibleName(tr("Style: %1").arg(name));
    m_remove->setAccessibleName(tr("Remove the style %1").arg(name));
}

void StyleRow::setWeight(double weight, bool isShown) {
    m_slider->setValue(weight);
    m_slider->setChanged(weight != 1);
    m_field->setValue(weight);
    m_field->setChanged(weight != 1);
    m_slider->setVisible(isShown);
    m_field->setVisible(isShown);
}

double StyleRow::weight() const {
    return m_field->value();
}

StyleList::StyleList(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    for (int i = 0; i < kMost; ++i) addRow(column, i);
    m_next = new PictureWell;
    m_next->setObjectName(QStringLiteral("styleList.next"));
    m_next->setEmptyText(tr("Drop a style"));
    m_next->setAccessibleName(tr("Add a style"));
    m_next->setEmptyHeight(44);
    column->addWidget(m_next);
    tieWell(m_next, -1);
    setStyles({});
}

void StyleList::addRow(QVBoxLayout* column, int index) {
    auto* row = new StyleRow;
    row->setObjectName(QStringLiteral("styleList.row%1").arg(index));
    m_rows.push_back(row);
    column->addWidget(row);
    tieWell(row->well(), index);
    connect(row->removeButton(), &QPushButton::clicked, this,
            [this, index] { Q_EMIT removeRequested(index); });
    connect(row, &StyleRow::weightChanged, this,
            [this, index](double weight, bool isFinal) { Q_EMIT weightChanged(index, weight, isFinal); });
}

/// @param index  -1: the place behind the last style
void StyleList::tieWell(PictureWell* well, int index) {
    const auto place = [this, index] { return index < 0 ? m_count : index; };
    connect(well, &PictureWell::fileDropped, this,
            [this, place](const QString& path) { Q_EMIT fileDropped(place(), path); });
    connect(well, &PictureWell::browseRequested, this, [this, place] { Q_EMIT browseRequested(place()); });
    connect(well, &PictureWell::menuRequested, this,
            [this, place](const QPoint& at) { Q_EMIT menuRequested(place(), at); });
    connect(well, &PictureWell::clearRequested, this, [this, place] { Q_EMIT removeRequested(place()); });
}

void StyleList::setStyles(const std::vector<StyleItem>& styles) {
    m_count = static_cast<int>(styles.size());
    for (int i = 0; i < kMost; ++i) {
        StyleRow* shown = row(i);
        const bool isThere = i < m_count;
        shown->setVisible(isThere);
        shown->well()->setFilled(isThere);
        if (!isThere) continue;
        shown->setName(styles[static_cast<size_t>(i)].name);
        shown->setWeight(styles[static_cast<size_t>(i)].weight, m_count > 1);
    }
    m_next->setVisible(m_count < kMost);
}

void StyleList::setPicture(int index, const QImage& picture) {
    row(index)->well()->setPicture(picture);
}

void StyleList::setError(int index, const QString& sentence) {
    row(index)->well()->setError(sentence);
}

}  // namespace limner::widgets
