#include "search_view.h"

#include <QLocale>
#include <QVBoxLayout>
#include <optional>

#include "widgets/button.h"
#include "widgets/image_convert.h"
#include "widgets/job_text.h"
#include "widgets/label.h"
#include "widgets/picture_view.h"

namespace limner::app {

using widgets::Button;
using widgets::Label;
using widgets::PictureView;
using widgets::px;

namespace {

PictureView* addPicture(QHBoxLayout* row, const QString& title, const QString& name) {
    auto* picture = new PictureView;
    picture->setObjectName(name);
    picture->setAccessibleName(title);
    picture->setAlignment(Qt::AlignHCenter | Qt::AlignBottom);
    auto* caption = new Label(title, widgets::TextRole::Body, widgets::Ink::Text2);
    caption->setAlignment(Qt::AlignCenter);
    caption->setWordWrap(true);
    auto* column = new QVBoxLayout;
    column->setSpacing(px(8));
    column->addWidget(picture, 1);
    column->addWidget(caption);
    row->addLayout(column, 1);
    return picture;
}

std::optional<double> newestLoss(const Snapshot& snapshot) {
    if (!snapshot.metrics || snapshot.metrics->rowCount() == 0) return std::nullopt;
    return snapshot.metrics->blocks.back()->scalars.front().back();
}

}  // namespace

SearchView::SearchView(QWidget* parent) : QWidget(parent) {
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(px(16));
    m_own = addPicture(pictures, tr("Your picture"), QStringLiteral("explore.search.own"));
    m_best = addPicture(pictures, tr("The best so far"), QStringLiteral("explore.search.best"));
    m_facts = new Label({}, widgets::TextRole::Label, widgets::Ink::Text3);
    m_facts->setObjectName(QStringLiteral("explore.search.facts"));
    m_facts->setAlignment(Qt::AlignCenter);
    m_facts->setWordWrap(true);
    m_keep = new Button(tr("Go on from the best"), {}, {});
    m_keep->setObjectName(QStringLiteral("explore.search.keep"));
    auto* cancel = new Button(tr("Cancel"), {}, QStringLiteral("quiet"));
    cancel->setObjectName(QStringLiteral("explore.search.cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    buttons->addStretch();
    buttons->addWidget(m_keep);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addLayout(pictures, 1);
    column->addWidget(m_facts);
    column->addLayout(buttons);
    connect(m_keep, &QPushButton::clicked, this, &SearchView::keepRequested);
    connect(cancel, &QPushButton::clicked, this, &SearchView::cancelRequested);
}

void SearchView::begin(const QString& sentence) {
    m_own->setPicture({});
    m_best->setPicture({});
    m_facts->setText(sentence);
    m_keep->setEnabled(false);
}

void SearchView::setSnapshot(const Snapshot& snapshot) {
    if (!snapshot.samples || snapshot.samples->count < 2) return;
    m_own->setPicture(widgets::toQImage(snapshot.samples->tile(0)));
    m_best->setPicture(widgets::toQImage(snapshot.samples->tile(1)));
    m_keep->setEnabled(true);
    const QString steps = widgets::doneText(snapshot.progress);
    const auto difference = newestLoss(snapshot);
    m_facts->setText(difference ? tr("%1, difference %2").arg(steps, QLocale().toString(*difference, 'g', 3))
                                : steps);
}

}  // namespace limner::app
