#include "tile_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QVBoxLayout>
#include <cmath>

#include "accessible.h"
#include "button.h"
#include "film_strip.h"
#include "image_convert.h"
#include "label.h"
#include "picture_view.h"
#include "theme.h"

namespace limner::widgets {

TileView::TileView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("tileView"));
    setAccessibleName(tr("Chosen sample"));
    setAccessible(*this, QAccessible::Grouping);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(px(8));
    setupPicture();
    setupActions();
    setupFilm();
    setFocusProxy(m_picture);
}

void TileView::setupPicture() {
    m_picture = new PictureView(this);
    m_caption = new Label({}, TextRole::Label, Ink::Text3, this);
    m_zoom = new Label({}, TextRole::Label, Ink::Text3, this);
    auto* captions = new QHBoxLayout;
    captions->addWidget(m_caption, 1);
    captions->addWidget(m_zoom);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(m_picture, 1);
    column->addLayout(captions);
    connect(m_picture, &PictureView::zoomChanged, this, &TileView::updateZoomText);
}

void TileView::setupActions() {
    m_facts = new QWidget(this);
    auto* grid = new QGridLayout(m_facts);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(0);
    m_facts->hide();
    m_copy = new Button(tr("Copy"), QStringLiteral("copy"), {}, this);
    m_copy->setObjectName(QStringLiteral("tileView.copy"));
    m_save = new Button(tr("Save as…"), QStringLiteral("save"), {}, this);
    m_save->setObjectName(QStringLiteral("tileView.save"));
    auto* close = makeIconButton(QStringLiteral("x"), tr("Back to the whole grid (Esc)"), this);
    close->setObjectName(QStringLiteral("tileView.close"));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(m_copy);
    row->addWidget(m_save);
    row->addStretch(1);
    row->addWidget(close);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(m_facts);
    column->addLayout(row);
    connect(m_copy, &Button::clicked, this, &TileView::copyRequested);
    connect(m_save, &Button::clicked, this, &TileView::saveRequested);
    connect(close, &Button::clicked, this, &TileView::closeRequested);
}

void TileView::setupFilm() {
    m_filmTitle = new Label(tr("This sample through training"), TextRole::Label, Ink::Text3, this);
    m_film = new FilmStrip(this);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(m_filmTitle);
    column->addWidget(m_film);
    m_filmTitle->hide();
    m_film->hide();
    connect(m_film, &FilmStrip::stepClicked, this, &TileView::filmStepClicked);
}

void TileView::setTile(const Image& tile, const QString& caption) {
    m_picture->setPicture(toQImage(tile));
    m_picture->setAccessibleName(caption);
    m_caption->setText(caption);
    updateZoomText();
}

void TileView::setFilm(const Film& film) {
    FilmStrip::Frames frames;
    for (const auto& [step, picture] : film) frames.emplace_back(step, toQImage(picture));
    m_film->setFrames(std::move(frames));
    m_filmTitle->setVisible(!film.empty());
    m_film->setVisible(!film.empty());
}

void TileView::setFacts(const Facts& facts) {
    auto* grid = static_cast<QGridLayout*>(m_facts->layout());
    while (QLayoutItem* item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (size_t i = 0; i < facts.size(); ++i) {
        const int row = static_cast<int>(i);
        grid->addWidget(new Label(facts[i].first, TextRole::Number, Ink::Text3, m_facts), row, 0);
        auto* number = new Label(facts[i].second, TextRole::Number, Ink::Text, m_facts);
        grid->addWidget(number, row, 1, Qt::AlignRight);
    }
    m_facts->setVisible(!facts.empty());
}

/// "9×": device pixels for one pixel of the sample; "0.5×" for a picture larger than its room.
void TileView::updateZoomText() {
    const double zoom = m_picture->zoom();
    const int decimals = zoom == std::floor(zoom) ? 0 : 1;
    m_zoom->setText(zoom <= 0 ? QString() : tr("%1×").arg(QLocale().toString(zoom, 'f', decimals)));
}

void TileView::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) return event->ignore();
    Q_EMIT closeRequested();
}

void TileView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) layout()->setSpacing(px(8));
}

QSize TileView::sizeHint() const {
    return {px(520), px(468)};
}

}  // namespace limner::widgets
