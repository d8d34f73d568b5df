#include "zoom_panel.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/core_text.h"
#include "app/notices.h"
#include "app/scroll_room.h"
#include "app/studio_bridge.h"
#include "app/train/train_texts.h"
#include "stylize_session.h"
#include "widgets/button.h"
#include "widgets/image_convert.h"
#include "widgets/label.h"
#include "widgets/param_form.h"
#include "widgets/picture_view.h"
#include "widgets/segment.h"

namespace limner::app {

using widgets::Label;
using widgets::px;

namespace {

/// The rows that the panel shows; all others come from the page.
constexpr const char* kOwnRows[] = {"seconds", "rate", "zoom", "turn", "frame_steps", "quality"};

/// Endings of the segments, in order; the last one is a folder.
constexpr const char* kEndings[] = {".mp4", ".webm", ".gif", ".webp", ""};

}  // namespace

ZoomPanel::ZoomPanel(const Shell& shell, StylizeSession& session, QWidget* parent)
    : QWidget(parent), m_shell(shell), m_session(session) {
    setObjectName(QStringLiteral("stylize.zoom"));
    m_form = new widgets::ParamForm;
    m_form->setObjectName(QStringLiteral("stylize.zoomForm"));
    m_room = new ScrollRoom(m_form);
    m_room->setFixedWidth(px(320));
    m_view = new widgets::PictureView;
    m_view->setObjectName(QStringLiteral("stylize.zoomView"));
    m_view->setAccessibleName(tr("Frame"));
    m_view->setScaling(widgets::PictureView::Scaling::Smooth);
    m_view->setAlignment(Qt::AlignCenter);
    m_view->setEmptyText(
        tr("The movie begins with a DeepDream of the content and goes deeper into it, with the settings at "
           "the right. Its frames appear here."));
    auto* body = new QHBoxLayout;
    body->setSpacing(px(16));
    body->addWidget(m_room);
    body->addWidget(m_view, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(makeHead());
    column->addLayout(body, 1);
    connect(&session, &StylizeSession::opened, this, &ZoomPanel::open);
    connect(&session, &StylizeSession::valuesChanged, this, &ZoomPanel::showState);
    connect(m_form, &widgets::ParamForm::valueChanged, this, &ZoomPanel::showState);
    connect(&shell.bridge, &StudioBridge::snapshotChanged, this, &ZoomPanel::takeSnapshot);
    connect(&shell.bridge, &StudioBridge::eventArrived, this, &ZoomPanel::takeEvent);
}

QWidget* ZoomPanel::makeHead() {
    auto* head = new QWidget;
    m_formats = new widgets::Segment;
    m_formats->setObjectName(QStringLiteral("stylize.zoomFormat"));
    m_formats->setAccessibleName(tr("Format"));
    m_formats->setItems({{QStringLiteral("mp4"), QStringLiteral("MP4")},
                         {QStringLiteral("webm"), QStringLiteral("WebM")},
                         {QStringLiteral("gif"), QStringLiteral("GIF")},
                         {QStringLiteral("webp"), QStringLiteral("WebP")},
                         {QStringLiteral("png"), QStringLiteral("PNG"), {}, tr("A folder of PNG frames")}});
    m_facts = new Label({}, widgets::TextRole::Body, widgets::Ink::Text3);
    m_start = new widgets::Button(tr("Make the movie"), QStringLiteral("film"), QStringLiteral("primary"));
    m_start->setObjectName(QStringLiteral("stylize.zoomStart"));
    m_done = new widgets::Button(tr("Done"), QStringLiteral("check"), {});
    m_done->setObjectName(QStringLiteral("stylize.zoomDone"));
    m_done->setToolTip(tr("Done"));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    row->addWidget(m_formats);
    row->addWidget(m_facts);
    row->addStretch();
    row->addWidget(m_start);
    row->addWidget(m_done);
    connect(m_start, &QPushButton::clicked, this, &ZoomPanel::start);
    connect(m_done, &QPushButton::clicked, this, &ZoomPanel::closeRequested);
    return head;
}

void ZoomPanel::setCompact(bool isCompact) {
    m_facts->setVisible(!isCompact);
    m_start->setText(isCompact ? tr("Make") : tr("Make the movie"));
    m_start->setToolTip(tr("Make the movie"));
    m_done->setText(isCompact ? QString() : tr("Done"));
    m_room->setFixedWidth(px(isCompact ? 264 : 320));
    m_form->setCompact(isCompact);
}

void ZoomPanel::open() {
    const KindInfo* kind = m_shell.bridge.catalog().kind("zoom");
    if (kind == nullptr) return;
    m_table = kind->params;
    ParamTable rows;
    for (const ParamSpec& row : m_table)
        if (std::ranges::count(kOwnRows, row.id) > 0) rows.push_back(row);
    m_form->setTable(rows, {});
    showState();
}

void ZoomPanel::showState() {
    const ParamValues own = m_form->complete();
    if (own.empty()) return;
    const double frames =
        std::get<double>(own.at("seconds")) * static_cast<double>(std::get<int64_t>(own.at("rate")));
    m_facts->setText(m_session.content().isEmpty()
                         ? tr("Drop a content picture first.")
                         : tr("%n frames", nullptr, std::max(1, static_cast<int>(std::lround(frames)))));
    m_start->setEnabled(!m_session.content().isEmpty());
}

/// Of the page what a zoom knows too.
ParamValues ZoomPanel::values() const {
    ParamValues values = m_form->given();
    const ParamValues page = activeValues(m_session.table(), m_session.values());
    ParamValues all = values;
    all.insert(page.begin(), page.end());
    for (const ParamSpec* row : activeRows(m_table, all))
        if (const auto given = page.find(row->id); given != page.end()) values.insert(*given);
    return settingsOf(values);
}

void ZoomPanel::take(const ParamValues& values) {
    for (const char* id : kOwnRows)
        if (const auto found = values.find(id); found != values.end())
            m_form->setValue(QString::fromLatin1(id), found->second);
    showState();
}

QString ZoomPanel::unusedFile() const {
    const QDir outputs(QDir(m_session.projectFolder()).filePath(QStringLiteral("outputs")));
    const QString name = QFileInfo(m_session.content()).completeBaseName() + QStringLiteral("-zoom");
    const QString ending = QLatin1String(kEndings[std::max(0, m_formats->current())]);
    QString file = outputs.filePath(name + ending);
    for (int number = 2; QFileInfo::exists(file); ++number)
        file = outputs.filePath(QStringLiteral("%1-%2").arg(name).arg(number) + ending);
    return ending.isEmpty() ? file + QLatin1Char('/') : file;
}

void ZoomPanel::start() {
    ParamValues asked = values();
    asked["out"] = toUtf8(unusedFile());
    const Result<JobId> job = m_shell.bridge.start({.kind = "zoom", .values = asked});
    if (!job) return m_shell.notices.showError(tr("The movie cannot be made"), job.error());
    m_job = *job;
}

void ZoomPanel::takeSnapshot(JobId job) {
    if (job != m_job || job == JobId::None) return;
    const auto snapshot = m_shell.bridge.latest(job);
    if (snapshot && snapshot->samples) m_view->setPicture(widgets::toQImage(snapshot->samples));
}

void ZoomPanel::takeEvent(const Event& event) {
    if (event.job != m_job || m_job == JobId::None || event.kind != EventKind::Saved) return;
    const QFileInfo file(fromUtf8(event.folder));
    m_shell.notices.offer(
        tr("The movie is %1.").arg(file.fileName()), tr("Show"),
        [folder = file.absolutePath()] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

}  // namespace limner::app
