#include "welcome_page.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "app/commands.h"
#include "app/core_text.h"
#include "app/run_reader.h"
#include "app/studio_bridge.h"
#include "app/surface.h"
#include "garment_picture.h"
#include "tile_pictures.h"
#include "widgets/button.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "workspace_tile.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

constexpr size_t kRecentRuns = 3;

struct TileRow {
    const char* command;
    const char* icon;
    const char* sentence;
    void (*paintPicture)(QPainter& painter, const QRect& room);
};
constexpr TileRow kTiles[] = {
    {"go.train", "train",
     QT_TRANSLATE_NOOP("welcome",
                       "A model of your own pictures or text. See every step, change it while it runs."),
     &paintGarments},
    {"go.explore", "explore",
     QT_TRANSLATE_NOOP("welcome", "Drag through what a model knows, set keys, render the path."),
     &paintFaces},
    {"go.stylize", "stylize",
     QT_TRANSLATE_NOOP("welcome", "A picture and a style go in, a new picture grows."), &paintStyle},
    {"go.write", "write",
     QT_TRANSLATE_NOOP("welcome", "A model continues your sentence and shows what else it thought of."),
     &paintWords},
};

/// A way to begin with something of one's own.
struct OwnRow {
    const char* objectName;
    const char* label;  ///< context "welcome"
    const char* icon;
    void (WelcomePage::*requested)();
};
constexpr OwnRow kOwn[] = {
    {"welcome.picturesButton", QT_TRANSLATE_NOOP("welcome", "Folder of pictures…"), "folder",
     &WelcomePage::picturesRequested},
    {"welcome.textButton", QT_TRANSLATE_NOOP("welcome", "Text file…"), "write", &WelcomePage::textRequested},
    {"welcome.runButton", QT_TRANSLATE_NOOP("welcome", "Run folder…"), "library",
     &WelcomePage::runFolderRequested},
    {"welcome.modelButton", QT_TRANSLATE_NOOP("welcome", "Model file…"), "explore",
     &WelcomePage::modelFileRequested},
};

void addCentred(QVBoxLayout* column, const QString& text, Ink ink) {
    auto* label = new Label(text, TextRole::Body, ink);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    column->addWidget(label);
}

}  // namespace

WelcomePage::WelcomePage(const Shell& shell, QWidget* parent) : Page(parent), m_shell(shell) {
    setObjectName(QStringLiteral("welcome"));
    auto* sheet = new QWidget;
    auto* column = m_column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, px(64), 0, px(32));
    column->setSpacing(px(12));
    column->addWidget(makeHero());
    column->addSpacing(px(40));
    column->addWidget(new Label(tr("Workspaces"), TextRole::Strong));
    column->addWidget(makeTiles());
    column->addSpacing(px(28));
    auto* foot = m_foot = new QHBoxLayout;
    foot->setSpacing(px(16));
    foot->addWidget(makeRecent(), 1);
    foot->addWidget(makeOwn(), 1);
    column->addLayout(foot);
    column->addStretch();

    setScrollingSheet(sheet, 1168);
    connect(&shell.bridge, &StudioBridge::opened, this, &WelcomePage::showReadiness);
    setRuns({});
    showReadiness();
}

QWidget* WelcomePage::makeHero() {
    auto* hero = new QWidget;
    auto* row = new QHBoxLayout(hero);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(32));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(8));
    words->addStretch();
    auto* title = new Label(tr("Teach a model to make pictures."), TextRole::Welcome);
    title->setWordWrap(true);
    words->addWidget(title);
    auto* lead = new Label({}, TextRole::Lead, Ink::Text2);
    lead->setParagraph(
        tr("Watch it learn, walk through what it has learned, and make things with it.\nEverything stays on "
           "this computer."));
    words->addWidget(lead);
    words->addSpacing(px(16));
    m_train = new Button(tr("Train your first model"), QStringLiteral("play"), QStringLiteral("primary big"));
    m_train->setObjectName(QStringLiteral("welcome.trainButton"));
    connect(m_train, &QPushButton::clicked, this, &WelcomePage::trainFirstRequested);
    words->addWidget(m_train, 0, Qt::AlignLeft);
    words->addSpacing(px(8));
    words->addWidget(makeNote());
    words->addStretch();
    row->addLayout(words, 1);
    m_picture = new GarmentPicture;
    row->addWidget(m_picture, 0, Qt::AlignTop);
    setFocusProxy(m_train);
    return hero;
}

QWidget* WelcomePage::makeNote() {
    auto* note = new QWidget;
    auto* row = new QHBoxLayout(note);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    auto* icon = new widgets::IconView(QStringLiteral("info"), Ink::Text3);
    m_note = new Label({}, TextRole::Body, Ink::Text3);
    m_note->setObjectName(QStringLiteral("welcome.note"));
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(m_note, 1);
    return note;
}

QWidget* WelcomePage::makeTiles() {
    auto* tiles = new QWidget;
    m_tiles = new QGridLayout(tiles);
    m_tiles->setContentsMargins(0, 0, 0, 0);
    m_tiles->setSpacing(px(16));
    for (const TileRow& tile : kTiles) {
        const QString id = QString::fromLatin1(tile.command);
        const QAction* command = m_shell.commands.action(id);
        auto* button = new WorkspaceTile({.name = command->text(),
                                          .iconName = QString::fromLatin1(tile.icon),
                                          .sentence = QCoreApplication::translate("welcome", tile.sentence),
                                          .keys = command->shortcut(),
                                          .paintPicture = tile.paintPicture});
        button->setObjectName(QStringLiteral("welcome.") + id);
        connect(button, &QAbstractButton::clicked, this, [this, id] { Q_EMIT workspaceRequested(id); });
        m_tileButtons.push_back(button);
    }
    arrangeTiles(4);
    return tiles;
}

void WelcomePage::arrangeTiles(int columns) {
    for (int i = 0; i < static_cast<int>(m_tileButtons.size()); ++i)
        m_tiles->addWidget(m_tileButtons[static_cast<size_t>(i)], i / columns, i % columns);
    for (int column = 0; column < 4; ++column) m_tiles->setColumnStretch(column, column < columns ? 1 : 0);
}

QWidget* WelcomePage::makeRecent() {
    auto* recent = new QWidget;
    recent->setObjectName(QStringLiteral("welcome.recent"));
    auto* column = new QVBoxLayout(recent);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(new Label(tr("Recent"), TextRole::Strong));
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(px(8));
    column->addLayout(m_recent);
    column->addStretch();
    return recent;
}

QWidget* WelcomePage::makeOwn() {
    auto* own = new QWidget;
    auto* column = new QVBoxLayout(own);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(new Label(tr("Begin with your own"), TextRole::Strong));
    auto* grid = new QGridLayout;
    grid->setSpacing(px(8));
    for (const OwnRow& way : kOwn) {
        auto* button =
            new Button(QCoreApplication::translate("welcome", way.label), QString::fromLatin1(way.icon), {});
        button->setObjectName(QString::fromLatin1(way.objectName));
        button->setMinimumHeight(px(44));
        button->setProperty("leading", true);
        connect(button, &QPushButton::clicked, this, way.requested);
        grid->addWidget(button, grid->count() / 2, grid->count() % 2);
    }
    column->addLayout(grid);
    column->addStretch();
    return own;
}

void WelcomePage::setRuns(const std::vector<RunInfo>& runs) {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (runs.empty()) {
        auto* empty = new Surface(&widgets::Tokens::base);
        empty->setDashed(true);
        empty->setMinimumHeight(px(96));
        auto* column = new QVBoxLayout(empty);
        column->setSpacing(px(4));
        column->addStretch();
        addCentred(column, tr("Nothing yet. Runs appear here."), Ink::Text2);
        addCentred(column, tr("Drop pictures, a text, a run or a Limner picture anywhere in this window."),
                   Ink::Text3);
        column->addStretch();
        m_recent->addWidget(empty);
        return;
    }
    for (size_t i = 0; i < std::min(kRecentRuns, runs.size()); ++i) {
        const RunInfo& run = runs[i];
        const QString folder = fromUtf8(run.folder);
        auto* button = new Button(tr("%1, step %2").arg(fromUtf8(run.name), QLocale().toString(run.step)),
                                  QStringLiteral("train"), {});
        button->setObjectName(QStringLiteral("welcome.recent%1").arg(i));
        button->setMinimumHeight(px(36));
        button->setProperty("leading", true);
        connect(button, &QPushButton::clicked, this, [this, folder] { Q_EMIT openRunRequested(folder); });
        m_recent->addWidget(button);
    }
}

const Choice* WelcomePage::firstData() const {
    for (const Choice& choice : choicesOf(m_shell.bridge.trainTable(), "data")) {
        const bool needsFolder =
            std::any_of(choice.rows.begin(), choice.rows.end(), [](const ParamSpec& row) {
                return row.kind == ParamKind::Folder && std::get<std::string>(row.standard).empty();
            });
        if (choice.unavailable.isEmpty() && !needsFolder) return &choice;
    }
    return nullptr;
}

void WelcomePage::showReadiness() {
    const auto& choices = choicesOf(m_shell.bridge.trainTable(), "data");
    const Choice* first = firstData();
    m_train->setEnabled(first != nullptr);
    if (!m_shell.bridge.isOpen()) {
        m_note->setParagraph(tr("Getting ready…"));
        return;
    }
    const auto wanted =
        std::find_if(choices.begin(), choices.end(), [](const Choice& c) { return c.id == "fashion-mnist"; });
    QString note;
    if (wanted != choices.end() && !wanted->unavailable.isEmpty()) note = coreText(wanted->unavailable);
    if (first && note.isEmpty() && first->id == "fashion-mnist")
        note = tr(
            "Learns to draw garments from 60,000 small pictures.\nFirst shapes after a few hundred steps.");
    else if (first)
        note += tr("\nThe button trains on %1 instead.").arg(coreText(first->label));
    else
        note += tr("\nOr choose a folder of pictures below.");
    m_note->setParagraph(note.trimmed());
}

void WelcomePage::entered() {
    m_shell.reader.list();
    showReadiness();
}

void WelcomePage::setCompaction(const Compaction& compaction) {
    m_picture->setVisible(!compaction.isInspectorDrawer);
    m_column->setContentsMargins(0, px(compaction.isLow ? 24 : 64), 0, px(32));
    arrangeTiles(compaction.isInspectorDrawer ? 2 : 4);
    m_foot->setDirection(compaction.isInspectorDrawer ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

}  // namespace limner::app
