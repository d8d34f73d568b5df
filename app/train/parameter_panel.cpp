#include "parameter_panel.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "app/scroll_room.h"
#include "app/surface.h"
#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/label.h"
#include "widgets/param_form.h"
#include "widgets/theme.h"

namespace limner::app {

using widgets::Label;
using widgets::px;
using widgets::TextRole;

ParameterPanel::ParameterPanel(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    setupForm(column);
    m_foot = new Surface(&widgets::Tokens::panel, Qt::TopEdge);
    auto* inside = new QVBoxLayout(m_foot);
    inside->setContentsMargins(px(16), px(12), px(12), px(12));
    m_foot->hide();
    column->addWidget(m_foot);
}

QWidget* ParameterPanel::makeHead() {
    auto* head = new Surface(&widgets::Tokens::panel, Qt::BottomEdge);
    head->setFixedHeight(px(48));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(px(16), 0, px(12), 0);
    row->setSpacing(px(4));
    m_title = new Label(tr("Parameters"), TextRole::Strong);
    m_changed = new widgets::Chip({}, widgets::Chip::Look::Accent);
    m_changed->hide();
    auto* search = widgets::makeIconButton(QStringLiteral("search"), tr("Find a parameter"));
    search->setObjectName(QStringLiteral("parameters.search"));
    auto* reset = widgets::makeIconButton(QStringLiteral("reset"), tr("Set everything back to standard"));
    reset->setObjectName(QStringLiteral("parameters.reset"));
    m_reset = reset;
    row->addWidget(m_title);
    row->addSpacing(px(4));
    row->addWidget(m_changed);
    row->addStretch();
    row->addWidget(search);
    row->addWidget(reset);
    connect(search, &QPushButton::clicked, this, [this] {
        if (m_searchRoom->isHidden()) {
            startSearch();
            return;
        }
        m_search->clear();
        m_searchRoom->hide();
    });
    connect(reset, &QPushButton::clicked, this, [this] { m_form->resetAll(); });
    return head;
}

void ParameterPanel::setupForm(QVBoxLayout* column) {
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("parameters.filter"));
    m_search->setPlaceholderText(tr("Name or word of a help text"));
    m_search->setAccessibleName(tr("Find a parameter"));
    m_search->setClearButtonEnabled(true);
    m_searchRoom = new QWidget;
    m_searchRoom->hide();
    auto* roomRow = new QHBoxLayout(m_searchRoom);
    roomRow->setContentsMargins(px(16), px(8), px(12), 0);
    roomRow->addWidget(m_search);
    column->addWidget(m_searchRoom);
    m_form = new widgets::ParamForm;
    m_form->setObjectName(QStringLiteral("parameters.form"));
    auto* content = new QWidget;
    m_sections = new QVBoxLayout(content);
    m_sections->setContentsMargins(0, 0, 0, 0);
    m_sections->setSpacing(0);
    m_sections->addWidget(m_form, 1);
    m_scroll = new ScrollRoom(content);
    column->addWidget(m_scroll, 1);
    connect(m_search, &QLineEdit::textChanged, m_form, &widgets::ParamForm::setFilter);
    connect(m_form, &widgets::ParamForm::changedCountChanged, this, [this](int count) {
        m_changed->setVisible(count > 0);
        m_changed->setText(tr("%n changed", nullptr, count));
    });
}

void ParameterPanel::setTitle(const QString& title) {
    m_title->setText(title);
}

void ParameterPanel::addSection(QWidget* section) {
    m_sections->setStretchFactor(m_form, 0);
    if (QLayoutItem* last = m_sections->itemAt(m_sections->count() - 1); last->spacerItem() != nullptr)
        delete m_sections->takeAt(m_sections->count() - 1);
    m_sections->addWidget(section);
    m_sections->addStretch(1);
}

void ParameterPanel::setFoot(QWidget* foot) {
    QLayout* inside = m_foot->layout();
    while (QLayoutItem* item = inside->takeAt(0)) {
        item->widget()->hide();
        delete item;
    }
    if (foot) inside->addWidget(foot), foot->show();
    m_foot->setVisible(foot != nullptr);
}

void ParameterPanel::setCompact(bool isCompact) {
    m_form->setCompact(isCompact);
}

void ParameterPanel::startSearch() {
    m_searchRoom->show();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

}  // namespace limner::app
