#include "coming_page.h"

#include <QEvent>
#include <QVBoxLayout>

#include "app/surface.h"
#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/icon.h"
#include "widgets/label.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

QWidget* makeHead(const ComingPage::Content& content) {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    row->addWidget(new Label(content.name, TextRole::Welcome));
    row->addWidget(new widgets::Chip(ComingPage::tr("not there yet")), 0, Qt::AlignVCenter);
    row->addStretch();
    return head;
}

}  // namespace

ComingPage::ComingPage(const Content& content, QWidget* parent) : Page(parent) {
    auto* card = new QWidget;
    card->setMaximumWidth(px(560));
    auto* column = new QVBoxLayout(card);
    column->setSpacing(px(8));
    column->addWidget(makeHead(content));
    auto* sentence = new Label(content.sentence, TextRole::Lead, Ink::Text2);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    column->addSpacing(px(8));
    for (const QString& point : content.points) {
        auto* line = new Label(QStringLiteral("•  ") + point, TextRole::Body, Ink::Text2);
        line->setWordWrap(true);
        column->addWidget(line);
    }
    column->addSpacing(px(16));
    auto* button = new widgets::Button(tr("Train a model meanwhile"), QStringLiteral("train"),
                                       QStringLiteral("primary"));
    button->setObjectName(QStringLiteral("coming.trainButton"));
    connect(button, &QPushButton::clicked, this, &ComingPage::trainRequested);
    column->addWidget(button, 0, Qt::AlignLeft);

    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(px(40), px(40), px(40), px(40));
    outer->addStretch(2);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    setFocusProxy(button);
}

}  // namespace limner::app
