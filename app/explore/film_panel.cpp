#include "film_panel.h"

#include <QActionGroup>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core_text.h"
#include "core/types/movie_format.h"
#include "explore_session.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/param_form.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

struct Format {
    const char* suffix;
    const char* name;   ///< context "limner::app::FilmPanel"
    const char* brief;  ///< the same on the button
};

constexpr Format kFormats[] = {{"mp4", QT_TRANSLATE_NOOP("limner::app::FilmPanel", "MP4"), "MP4"},
                               {"webm", QT_TRANSLATE_NOOP("limner::app::FilmPanel", "WebM"), "WebM"},
                               {"gif", QT_TRANSLATE_NOOP("limner::app::FilmPanel", "GIF"), "GIF"},
                               {"webp", QT_TRANSLATE_NOOP("limner::app::FilmPanel", "WebP"), "WebP"},
                               {"png", QT_TRANSLATE_NOOP("limner::app::FilmPanel", "PNG frames"), "PNG"}};

}  // namespace

FilmPanel::FilmPanel(ExploreSession& session, QWidget* parent) : QWidget(parent), m_session(session) {
    setObjectName(QStringLiteral("explore.film"));
    m_form = new widgets::ParamForm;
    m_form->hide();
    m_frames = new Label({}, TextRole::Label, Ink::Text3);
    m_problem = new Label({}, TextRole::Label, Ink::Error);
    m_problem->setObjectName(QStringLiteral("explore.renderProblem"));
    m_problem->hide();
    m_render = new Button(tr("Render path"), QStringLiteral("film"), QStringLiteral("primary"));
    m_render->setObjectName(QStringLiteral("explore.render"));
    m_options = widgets::makeIconButton(QStringLiteral("settings"), tr("Size and quality"));
    m_options->setObjectName(QStringLiteral("explore.renderOptions"));
    m_options->setCheckable(true);
    m_format = new Button({}, {}, QStringLiteral("quiet"));
    m_format->setObjectName(QStringLiteral("explore.renderFormat"));
    m_format->setToolTip(tr("Format of the film"));
    auto* menu = new QMenu(this);
    auto* formats = new QActionGroup(this);
    for (const Format& row : kFormats) {
        QAction* format = menu->addAction(tr(row.name), this, [this, suffix = QLatin1String(row.suffix)] {
            m_suffix = suffix;
            showFacts();
        });
        format->setCheckable(true);
        format->setChecked(m_suffix == QLatin1String(row.suffix));
        formats->addAction(format);
    }
    m_format->setMenu(menu);
    auto* facts = new QHBoxLayout;
    facts->setContentsMargins(0, 0, px(4), 0);
    facts->addWidget(m_format);
    facts->addStretch();
    facts->addWidget(m_frames);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    buttons->addWidget(m_render, 1);
    buttons->addWidget(m_options);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    column->addWidget(m_form);
    column->addLayout(facts);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    connect(m_options, &QPushButton::toggled, this, [this](bool isOn) {
        m_form->setVisible(isOn);
        showFacts();
    });
    connect(m_render, &QPushButton::clicked, this, [this] { Q_EMIT renderRequested(m_suffix); });
    connect(m_form, &widgets::ParamForm::valueChanged, this, &FilmPanel::showFacts);
    connect(&session, &ExploreSession::timelineChanged, this, &FilmPanel::showFacts);
    connect(&session, &ExploreSession::modelChanged, this, &FilmPanel::showFacts);
    connect(&session, &ExploreSession::factsChanged, this, &FilmPanel::showFacts);
    showFacts();
}

void FilmPanel::setTable(const ParamTable& table) {
    ParamTable rows;
    for (const ParamSpec& row : table)
        if (row.id == "size" || row.id == "scaling" || row.id == "quality") rows.push_back(row);
    m_form->setTable(rows, {});
    showFacts();
}

ParamValues FilmPanel::values() const {
    return m_form->given();
}

void FilmPanel::showFacts() {
    const Timeline& timeline = m_session.record().timeline;
    QString format;
    for (const Format& row : kFormats)
        if (m_suffix == QLatin1String(row.suffix)) format = tr(row.brief);
    const ParamValues shown = m_form->complete();
    const auto size = shown.find("size");
    int64_t side = size == shown.end() ? 0 : std::get<int64_t>(size->second);
    if (side == 0 && m_session.facts()) side = m_session.facts()->size;
    m_format->setText(side > 0 ? QStringLiteral("%1, %2 × %2").arg(format).arg(side) : format);
    m_format->setAccessibleName(tr("Format: %1").arg(format));
    const bool hasFilm = timeline.keys.size() >= 2;
    m_frames->setText(hasFilm ? tr("%n frames", nullptr, static_cast<int>(frameCount(timeline)))
                              : tr("needs two keys"));
    m_render->setEnabled(hasFilm);
    showProblems(static_cast<int>(side));
}

void FilmPanel::showProblems(int side) {
    const std::string ending = '.' + toUtf8(m_suffix);
    const auto format = std::ranges::find(movieFormats(), ending, &MovieFormat::ending);
    QString size, rate;
    if (format != movieFormats().end()) {
        const auto sentence = [](const Result<void>& fits) {
            if (fits) return QString();
            return coreText(fits.error().message) + QLatin1Char(' ') + coreText(fits.error().hint);
        };
        if (side > 0) size = sentence(checkFrameSize(*format, side, side));
        rate = sentence(checkFrameRate(*format, m_session.record().timeline.rateHz));
    }
    m_form->setRowError(QStringLiteral("size"), size);
    // Beside the field if that can be seen, else where the button is.
    const QString elsewhere = m_form->isVisible() || size.isEmpty() ? rate : size;
    m_problem->setParagraph(elsewhere);
    m_problem->setVisible(!elsewhere.isEmpty());
    if (!size.isEmpty() || !rate.isEmpty()) m_render->setEnabled(false);
}

}  // namespace limner::app
