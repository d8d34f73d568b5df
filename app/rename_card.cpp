#include "rename_card.h"

#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/scrim.h"

namespace limner::app {

using widgets::px;

RenameCard::RenameCard(QWidget* window, const QString& name) : m_scrim(new widgets::Scrim(window)) {
    setObjectName(QStringLiteral("rename"));
    setFixedWidth(px(420));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->setSpacing(px(12));
    column->addWidget(new widgets::Label(tr("Rename this run"), widgets::TextRole::Title));
    m_name = new QLineEdit(name);
    m_name->setObjectName(QStringLiteral("rename.field"));
    m_name->setAccessibleName(tr("New name"));
    m_name->selectAll();
    column->addWidget(m_name);
    auto* row = new QHBoxLayout;
    auto* keep = new widgets::Button(tr("Keep the old name"));
    auto* apply = new widgets::Button(tr("Rename"), {}, QStringLiteral("primary"));
    apply->setObjectName(QStringLiteral("rename.apply"));
    row->addStretch();
    row->addWidget(keep);
    row->addWidget(apply);
    column->addLayout(row);
    connect(keep, &QPushButton::clicked, this, [this] { finish(false); });
    connect(apply, &QPushButton::clicked, this, [this] { finish(true); });
    connect(m_name, &QLineEdit::returnPressed, this, [this] { finish(true); });
    connect(m_scrim, &widgets::Scrim::dismissed, this, [this] { finish(false); });
    m_scrim->setCard(this);
    m_scrim->cover();
    m_name->setFocus();
}

void RenameCard::finish(bool isAccepted) {
    const QString name = m_name->text().trimmed();
    m_scrim->uncover();
    if (isAccepted && !name.isEmpty()) Q_EMIT accepted(name);
    m_scrim->deleteLater();
}

void RenameCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(widgets::tokens().edge);
    painter.setBrush(widgets::tokens().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8));
}

}  // namespace limner::app
