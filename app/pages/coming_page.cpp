#include "coming_page.h"

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

/// A dot and a sentence that wraps beside it.
QWidget* makePoint(const QString& sentence) {
    auto* point = new QWidget;
    auto* row = new QHBoxLayout(point);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    auto* words = new Label({}, TextRole::Body, Ink::Text2);
    words->setParagraph(sentence);
    auto* dot = new Label({}, TextRole::Body, Ink::Text3);
    dot->setParagraph(QStringLiteral("•"));
    row->addWidget(dot, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    return point;
}

}  // namespace

ComingPage::ComingPage(const Content& content, QWidget* parent) : Page(parent) {
    auto* sheet = new QWidget;
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, px(40), 0, px(40));
    column->setSpacing(px(8));
    column->addStretch(2);
    column->addWidget(makeHead(content));
    auto* sentence = new Label({}, TextRole::Lead, Ink::Text2);
    sentence->setParagraph(content.sentence);
    column->addWidget(sentence);
    column->addSpacing(px(8));
    for (const QString& point : content.points) column->addWidget(makePoint(point));
    column->addSpacing(px(16));
    auto* button = new widgets::Button(tr("Train a model meanwhile"), QStringLiteral("train"),
                                       QStringLiteral("primary"));
    button->setObjectName(QStringLiteral("coming.trainButton"));
    connect(button, &QPushButton::clicked, this, &ComingPage::trainRequested);
    column->addWidget(button, 0, Qt::AlignLeft);
    column->addStretch(3);
    setScrollingSheet(sheet, 560);
    setFocusProxy(button);
}

}  // namespace limner::app
