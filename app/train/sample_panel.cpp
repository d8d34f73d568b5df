#include "sample_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLocale>
#include <QVBoxLayout>

#include "app/core_text.h"
#include "app/notices.h"
#include "app/sample_file.h"
#include "app/write/written_words.h"
#include "run_session.h"
#include "widgets/image_convert.h"
#include "widgets/label.h"
#include "widgets/sample_grid.h"
#include "widgets/segment.h"
#include "widgets/text_editor.h"
#include "widgets/tile_view.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {
constexpr size_t kFilmFrames = 9;
}

SamplePanel::SamplePanel(RunSession& session, Notices& notices, QWidget* parent)
    : Surface(&widgets::Tokens::canvas, {}, parent), m_session(session), m_notices(notices) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), 0, px(20), px(12));
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_grid = new widgets::SampleGrid;
    m_grid->setObjectName(QStringLiteral("train.samples"));
    m_grid->setAccessibleName(tr("Samples"));
    m_grid->setEmptyText(tr("The first samples come with the first preview."));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(32));
    row->addWidget(m_grid, 1);
    setupTile();
    row->addWidget(m_tile, 1);
    m_text = new widgets::TextEditor;
    m_text->setObjectName(QStringLiteral("train.writing"));
    m_text->setAccessibleName(tr("What the model writes by now"));
    m_text->setReadOnly(true);
    m_text->setSurpriseShown(true);
    m_text->hide();
    row->addWidget(m_text, 1);
    column->addLayout(row, 1);
    connect(&session, &RunSession::sheetChanged, this, &SamplePanel::showSheet);
    connect(&session, &RunSession::writingChanged, this, &SamplePanel::showWriting);
    connect(&session, &RunSession::metricsChanged, this, &SamplePanel::showStep);
    connect(&session, &RunSession::positionChanged, this, &SamplePanel::showStep);
    connect(&session, &RunSession::sheetsChanged, this, &SamplePanel::showFilm);
    connect(m_grid, &widgets::SampleGrid::tileSelected, this, &SamplePanel::openTile);
    connect(m_grid, &widgets::SampleGrid::tileCleared, this, &SamplePanel::closeTile);
    closeTile();
}

QWidget* SamplePanel::makeHead() {
    auto* head = new QWidget;
    head->setFixedHeight(px(40));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_step = new Label({}, TextRole::Strong);
    m_step->setObjectName(QStringLiteral("train.step"));
    m_detail = new Label({}, TextRole::Body, Ink::Text3);
    m_weights = new widgets::Segment;
    m_weights->setObjectName(QStringLiteral("train.weights"));
    m_weights->setAccessibleName(tr("Weights"));
    m_weights->setItems(
        {{QStringLiteral("average"), tr("EMA"), {}, tr("Averaged weights: calmer, usually better")},
         {QStringLiteral("raw"), tr("Raw"), {}, tr("The weights of this very step")}});
    m_weights->setCurrent(0);
    row->addWidget(m_step);
    row->addWidget(m_detail);
    row->addStretch();
    row->addWidget(m_weights);
    connect(m_weights, &widgets::Segment::chosen, this, [this](const QString& id) {
        m_session.setShowsAverage(id == QLatin1String("average"));
        showStep();
    });
    return head;
}

void SamplePanel::setupTile() {
    m_tile = new widgets::TileView;
    m_tile->setObjectName(QStringLiteral("train.tile"));
    connect(m_tile, &widgets::TileView::closeRequested, this, [this] {
        m_grid->selectTile(-1);
        m_grid->setFocus();
    });
    connect(m_tile, &widgets::TileView::filmStepClicked, this,
            [this](qint64 step) { m_session.scrubTo(step); });
    connect(m_tile, &widgets::TileView::copyRequested, this, &SamplePanel::copyTile);
    connect(m_tile, &widgets::TileView::saveRequested, this, &SamplePanel::saveTile);
}

void SamplePanel::toggleAverage() {
    if (!m_session.hasRaw()) return;
    m_weights->setCurrent(1 - m_weights->current());
    m_session.setShowsAverage(m_weights->current() == 0);
    showStep();
}

void SamplePanel::showSheet() {
    m_grid->setSheet(m_session.sheet());
    fitGrid();
    showStep();
    showTile();
}

void SamplePanel::showWriting() {
    const auto& writing = m_session.writing();
    m_text->setVisible(writing != nullptr);
    m_grid->setVisible(writing == nullptr);
    if (!writing) return;
    QString text;
    std::vector<widgets::TokenMark> marks;
    for (const WrittenWord& word : WordReader().read(writing->tokens)) {
        marks.push_back({static_cast<int>(text.size()), static_cast<int>(word.text.size()), word.probability,
                         word.entropyBits});
        text += word.text;
    }
    showStep();
    if (text != m_text->toPlainText()) m_text->begin(text, marks);
}

void SamplePanel::showStep() {
    const QLocale locale;
    const auto& sheet = m_session.sheet();
    if (!m_session.isOpen() || !sheet) {
        const bool isPast = m_session.writing() && m_session.writingStep() != m_session.liveStep();
        m_step->setText(m_session.isOpen()
                            ? tr("Step %1").arg(locale.toString(m_session.writing() ? m_session.writingStep()
                                                                                    : m_session.liveStep()))
                            : QString());
        m_detail->setText(!m_session.writing() ? QString()
                          : isPast             ? tr("what it wrote then")
                                               : tr("what it writes by now"));
        m_weights->hide();
        return;
    }
    const bool isPast = m_session.position().has_value();
    m_step->setText(tr("Step %1").arg(locale.toString(sheet->step)));
    const QString weights = !m_session.hasRaw() || isPast ? QString()
                            : m_session.showsAverage()    ? tr(", EMA weights")
                                                          : tr(", raw weights");
    m_detail->setText(tr("%n fixed samples", nullptr, sheet->count) + weights);
    m_weights->setVisible(m_session.hasRaw() && !isPast);
}

void SamplePanel::openTile(int) {
    m_tile->show();
    m_grid->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    fitGrid();
    m_session.wantSheets(kFilmFrames);
    showTile();
    showFilm();
}

void SamplePanel::closeTile() {
    m_tile->hide();
    m_grid->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    fitGrid();
}

void SamplePanel::fitGrid() {
    const bool isBeside = m_tile->isVisibleTo(this);
    const int wanted = m_grid->widthForHeight(m_grid->height());
    const int half = (width() - px(72)) * 3 / 5;
    m_grid->setMaximumWidth(isBeside && wanted > 0 ? std::min(wanted, half) : QWIDGETSIZE_MAX);
}

void SamplePanel::resizeEvent(QResizeEvent* event) {
    Surface::resizeEvent(event);
    fitGrid();
}

void SamplePanel::showTile() {
    const auto& sheet = m_session.sheet();
    const int index = m_grid->selectedTile();
    if (!sheet || index < 0 || index >= sheet->count || !m_tile->isVisibleTo(this)) return;
    m_tile->setTile(sheet->tile(index),
                    tr("Sample %1, step %2").arg(index + 1).arg(QLocale().toString(sheet->step)));
}

void SamplePanel::showFilm() {
    const int index = m_grid->selectedTile();
    if (index < 0 || !m_tile->isVisibleTo(this)) return;
    widgets::TileView::Film film;
    for (const auto& [step, sheet] : m_session.knownSheets())
        if (index < sheet->count) film.emplace_back(step, sheet->tile(index));
    m_tile->setFilm(film);
}

void SamplePanel::copyTile() {
    const auto& sheet = m_session.sheet();
    if (!sheet || m_grid->selectedTile() < 0) return;
    QApplication::clipboard()->setImage(widgets::toQImage(sheet->tile(m_grid->selectedTile())));
    m_notices.tell(tr("The sample is on the clipboard."));
}

void SamplePanel::saveTile() {
    const auto& sheet = m_session.sheet();
    const int index = m_grid->selectedTile();
    if (!sheet || index < 0) return;
    const QString name =
        QStringLiteral("%1-%2-%3.png").arg(m_session.title()).arg(sheet->step).arg(index + 1);
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the sample"), name, tr("Pictures (*.png)"));
    if (path.isEmpty()) return;
    writeTile(index, path);
}

void SamplePanel::writeTile(int index, const QString& path) {
    const auto& sheet = m_session.sheet();
    const QString source = sheetFile(fromUtf8(m_session.folder()), sheet->step);
    const Result<RecipeKept> kept = writeSample(sheet->tile(index), source, path);
    if (!kept)
        m_notices.showError(tr("The sample was not saved"), kept.error());
    else if (*kept == RecipeKept::Yes)
        m_notices.tell(tr("Saved as %1, with its recipe").arg(path));
    else
        m_notices.warn(
            tr("Saved as %1, without a recipe: the sheet of this step is not on the disk").arg(path));
}

}  // namespace limner::app
