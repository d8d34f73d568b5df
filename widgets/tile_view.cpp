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
    m_picture = new PictureView(this);
    connect(m_picture, &PictureView::zoomChanged, this, &TileView::updateZoomText);
    setupSide();
    setupFilm();
    setFocusProxy(m_picture);
}

void TileView::setupSide() {
    m_side = new QWidget(this);
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins({});
    m_caption = new Label({}, TextRole::Label, Ink::Text3, m_side);
    m_zoom = new Label({}, TextRole::Label, Ink::Text3, m_side);
    auto* captions = new QHBoxLayout;
    captions->addWidget(m_caption, 1);
    captions->addWidget(m_zoom);
    m_facts = new QWidget(m_side);
    auto* grid = new QGridLayout(m_facts);
    grid->setContentsMargins({});
    grid->setColumnStretch(0, 1);
    m_facts->hide();
    m_copy = new Button(tr("Copy"), QStringLiteral("copy"), {}, m_side);
    m_copy->setObjectName(QStringLiteral("tileView.copy"));
    m_save = new Button(tr("Save as…"), QStringLiteral("save"), {}, m_side);
    m_save->setObjectName(QStringLiteral("tileView.save"));
    auto* close = makeIconButton(QStringLiteral("close"), tr("Back to the whole grid (Esc)"), m_side);
    close->setObjectName(QStringLiteral("tileView.close"));
    auto* actions = new QHBoxLayout;
    actions->addWidget(m_copy);
    actions->addWidget(m_save);
    actions->addStretch(1);
    actions->addWidget(close);
    column->addLayout(captions);
    column->addWidget(m_facts);
    column->addLayout(actions);
    column->addStretch(1);
    connect(m_copy, &Button::clicked, this, &TileView::copyRequested);
    connect(m_save, &Button::clicked, this, &TileView::saveRequested);
    connect(close, &Button::clicked, this, &TileView::closeRequested);
}

void TileView::setupFilm() {
    m_filmTitle = new Label(tr("This sample through training"), TextRole::Label, Ink::Text3, this);
    m_film = new FilmStrip(this);
    m_filmTitle->hide();
    m_film->hide();
    connect(m_film, &FilmStrip::stepClicked, this, &TileView::filmStepClicked);
}

void TileView::arrange() {
    const int gap = px(8);
    m_side->layout()->setSpacing(gap);
    int bottom = height();
    if (!m_film->isHidden()) {
        const int film = m_film->sizeHint().height(), title = m_filmTitle->sizeHint().height();
        m_film->setGeometry(0, bottom - film, width(), film);
        m_filmTitle->setGeometry(0, bottom - film - title, width(), title);
        bottom -= film + title + gap;
    }
    const int words = m_side->sizeHint().height();
    const bool isWide = width() - bottom >= m_side->sizeHint().width() + px(24);
    const QSize room = isWide ? QSize(bottom, bottom) : QSize(width(), bottom - words - gap);
    const QSize shown = m_picture->fittingSize(room.expandedTo(m_picture->minimumSizeHint()));
    m_picture->setGeometry(QRect(QPoint(0, 0), shown));
    if (isWide) m_side->setGeometry(shown.width() + px(24), 0, width() - shown.width() - px(24), bottom);
    if (!isWide) m_side->setGeometry(0, shown.height() + gap, width(), words);
}

void TileView::setTile(const Image& tile, const QString& caption) {
    m_picture->setPicture(toQImage(tile));
    m_picture->setAccessibleName(caption);
    m_caption->setText(caption);
    updateZoomText();
    arrange();
}

void TileView::setFilm(const Film& film) {
    FilmStrip::Frames frames;
    for (const auto& [step, picture] : film) frames.emplace_back(step, toQImage(picture));
    m_film->setFrames(std::move(frames));
    m_filmTitle->setVisible(!film.empty());
    m_film->setVisible(!film.empty());
    arrange();
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
    arrange();
}

/// "9×": device pixels for one pixel of the sample; "0.5×" for a picture larger than its room.
void TileView::updateZoomText() {
    const double zoom = m_picture->zoom();
    const int decimals = zoom == std::floor(zoom) ? 0 : 1;
    m_zoom->setText(zoom <= 0 ? QString() : tr("%1×").arg(QLocale().toString(zoom, 'f', decimals)));
}

bool TileView::event(QEvent* event) {
    // The words inside changed their size: there is no layout that would notice.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange) arrange();
    return QWidget::event(event);
}

void TileView::resizeEvent(QResizeEvent*) {
    arrange();
}

void TileView::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) return event->ignore();
    Q_EMIT closeRequested();
}

QSize TileView::sizeHint() const {
    return {px(520), px(468)};
}

QSize TileView::minimumSizeHint() const {
    return {m_side->minimumSizeHint().width(), px(240)};
}

}  // namespace limner::widgets
