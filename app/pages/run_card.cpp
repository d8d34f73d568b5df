#include "run_card.h"

#include <QDateTime>
#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core_text.h"
#include "app/scroll_room.h"
#include "app/surface.h"
#include "app/train/train_texts.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/sample_grid.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

constexpr int kSamples = 236;  ///< edge at 100 %: eight tiles of 28 px at their own size, with gaps and frame

/// A long name without spaces may break after each hyphen.
QString breakable(QString name) {
    return name.replace(QLatin1Char('-'), QStringLiteral("-\u200B"));
}

}  // namespace

RunCard::RunCard(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("library.card"));
    setAccessibleName(tr("Chosen run"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(new ScrollRoom(makeBody()), 1);
    column->addWidget(makeFoot());
    clear({});
}

QWidget* RunCard::makeHead() {
    auto* head = new Surface(&widgets::Tokens::panel, Qt::BottomEdge);
    head->setFixedHeight(px(48));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(px(16), 0, px(12), 0);
    row->addWidget(new Label(tr("Run"), TextRole::Strong));
    return head;
}

QWidget* RunCard::makeBody() {
    auto* body = new Surface(&widgets::Tokens::panel);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(px(16), px(16), px(4), px(16));  // the scroll bar has the other 8
    column->setSpacing(px(4));
    m_samples = new widgets::SampleGrid;
    m_samples->setObjectName(QStringLiteral("library.samples"));
    m_samples->setAccessibleName(tr("Newest samples"));
    m_samples->setFocusPolicy(Qt::NoFocus);
    m_samples->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_samples->setAlignment(Qt::AlignCenter);
    m_samples->setEmptyText(tr("No samples yet"));
    m_samples->setFixedHeight(px(kSamples));
    m_name = new Label({}, TextRole::Title);
    m_name->setObjectName(QStringLiteral("library.name"));
    m_name->setWordWrap(true);
    m_detail = new Label({}, TextRole::Label, Ink::Text3);
    m_detail->setWordWrap(true);
    m_facts = new QWidget;
    m_factRows = new QGridLayout(m_facts);
    m_factRows->setContentsMargins(0, px(12), 0, 0);
    m_factRows->setHorizontalSpacing(px(16));
    m_factRows->setVerticalSpacing(px(8));
    m_factRows->setColumnStretch(1, 1);
    m_steps = addFact(tr("Steps"));
    m_steps.value->setObjectName(QStringLiteral("library.steps"));
    m_seconds = addFact(tr("Trained for"));
    m_begun = addFact(tr("Begun"));
    m_checkpoints = addFact(tr("Checkpoints"));
    m_best = addFact(tr("Best at step"));
    m_folder = addFact(tr("Folder"));
    m_checks = new Label({}, TextRole::Body, Ink::Text2);
    m_checks->setObjectName(QStringLiteral("library.checks"));
    m_checks->setWordWrap(true);
    column->addWidget(m_samples);
    column->addSpacing(px(12));
    column->addWidget(m_name);
    column->addWidget(m_detail);
    column->addWidget(m_facts);
    column->addSpacing(px(12));
    column->addWidget(m_checks);
    column->addStretch();
    return body;
}

RunCard::Fact RunCard::addFact(const QString& name) {
    auto* label = new Label(name, TextRole::Body, Ink::Text3);
    auto* value = new Label({}, TextRole::Body, Ink::Text2);
    value->setWordWrap(true);
    const int line = m_factRows->rowCount();
    m_factRows->addWidget(label, line, 0, Qt::AlignTop);
    m_factRows->addWidget(value, line, 1, Qt::AlignTop);
    return {label, value};
}

QWidget* RunCard::makeFoot() {
    auto* foot = new Surface(&widgets::Tokens::panel, Qt::TopEdge);
    auto* grid = new QGridLayout(foot);
    grid->setContentsMargins(px(16), px(12), px(12), px(12));
    grid->setSpacing(px(8));
    makeButton("open", tr("Open"), QStringLiteral("eye"), QStringLiteral("primary"), &RunCard::openClicked);
    Button* resume = makeButton("resume", tr("Resume"), QStringLiteral("play"), {}, &RunCard::resumeClicked);
    Button* verify =
        makeButton("verify", tr("Check files"), QStringLiteral("shield"), {}, &RunCard::verifyClicked);
    makeButton("reveal", tr("Show folder"), QStringLiteral("folder"), {}, &RunCard::revealClicked);
    makeButton("rename", tr("Rename…"), QStringLiteral("edit"), {}, &RunCard::renameClicked);
    Button* trash = makeButton("delete", tr("Trash…"), QStringLiteral("trash"), QStringLiteral("danger"),
                               &RunCard::deleteClicked);
    verify->setToolTip(tr("Reads every file and compares it with its hash"));
    trash->setToolTip(tr("Asks, then moves the run to the trash"));
    m_whenIdle = {resume, trash};
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i)
        grid->addWidget(m_buttons[static_cast<size_t>(i)], i / 2, i % 2);
    return foot;
}

Button* RunCard::makeButton(const char* name, const QString& text, const QString& icon, const QString& role,
                            void (RunCard::*clicked)()) {
    auto* button = new Button(text, icon, role);
    button->setObjectName(QStringLiteral("library.") + QString::fromLatin1(name));
    connect(button, &QPushButton::clicked, this, clicked);
    m_buttons.push_back(button);
    return button;
}

void RunCard::clear(const QString& sentence) {
    m_name->setText(sentence);
    for (QWidget* part : std::initializer_list<QWidget*>{m_detail, m_facts, m_checks, m_samples})
        part->hide();
    for (Button* button : m_buttons) button->setEnabled(false);
}

void RunCard::setRun(const RunInfo& run, const QString& detail, bool isTraining) {
    m_name->setText(breakable(fromUtf8(run.name)));
    m_detail->setText(detail);
    m_checks->hide();
    m_detail->show();
    m_facts->show();
    m_samples->show();
    showFacts(run);
    for (Button* button : m_buttons) button->setEnabled(true);
    for (Button* button : m_whenIdle) button->setEnabled(!isTraining);
}

void RunCard::showFacts(const RunInfo& run) {
    const QLocale locale;
    setProgress(run.step, run.seconds);
    const QDateTime begun = QDateTime::fromSecsSinceEpoch(run.createdUnixSeconds);
    m_begun.value->setText(locale.toString(begun, QLocale::ShortFormat));
    m_checkpoints.value->setText(locale.toString(static_cast<qulonglong>(run.checkpoints.size())));
    m_best.value->setText(run.best ? locale.toString(static_cast<qlonglong>(*run.best)) : QString());
    for (Label* part : {m_best.name, m_best.value}) part->setVisible(run.best.has_value());
    m_folder.value->setText(breakable(QFileInfo(fromUtf8(run.folder)).fileName()));
}

void RunCard::setProgress(int64_t step, double seconds) {
    m_steps.value->setText(QLocale().toString(static_cast<qlonglong>(step)));
    m_seconds.value->setText(durationText(seconds));
}

void RunCard::setSheet(const std::shared_ptr<const SampleSheet>& sheet) {
    m_samples->setSheet(sheet);
}

void RunCard::setChecks(const std::vector<FileCheck>& checks) {
    const auto bad = std::find_if(checks.begin(), checks.end(), [](const FileCheck& c) { return !c.isGood; });
    m_checks->setInk(bad == checks.end() ? Ink::Ok : Ink::Error);
    m_checks->setText(
        bad == checks.end()
            ? tr("All %n files are whole and match their hashes.", nullptr, static_cast<int>(checks.size()))
            : breakable(fromUtf8(bad->path)) + QStringLiteral(": ") + coreText(bad->error.message));
    m_checks->show();
}

}  // namespace limner::app
