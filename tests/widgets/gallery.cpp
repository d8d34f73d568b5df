// Lays out every control in both themes and saves the pictures: gallery FOLDER [SCALE].
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QVBoxLayout>
#include <cstdio>

#include "sample_table.h"
#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/choice_combo.h"
#include "widgets/command_palette.h"
#include "widgets/empty_state.h"
#include "widgets/icon.h"
#include "widgets/label.h"
#include "widgets/notice.h"
#include "widgets/number_field.h"
#include "widgets/param_form.h"
#include "widgets/rail.h"
#include "widgets/segment.h"
#include "widgets/theme.h"
#include "widgets/toast.h"
#include "widgets/tool_tip.h"

using namespace limner;
using namespace limner::widgets;

namespace {

QString text(const char* ascii) {
    return QString::fromUtf8(ascii);
}

/// A line of the sheet: its name at the left, a divider above.
QHBoxLayout* addLine(QVBoxLayout* sheet, const char* name) {
    auto* divider = new QFrame;
    divider->setFrameShape(QFrame::HLine);
    divider->setFrameShadow(QFrame::Plain);
    QPalette lines = divider->palette();
    lines.setColor(QPalette::WindowText, tokens().line);
    divider->setPalette(lines);
    sheet->addWidget(divider);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, px(10), 0, px(10));
    row->setSpacing(px(8));
    auto* label = new Label(text(name), TextRole::Label, Ink::Text3);
    label->setFixedWidth(px(80));
    row->addWidget(label, 0, Qt::AlignTop);
    sheet->addLayout(row);
    return row;
}

void addButtons(QVBoxLayout* sheet) {
    auto* row = addLine(sheet, "Button");
    row->addWidget(new Button(text("Apply"), {}, text("primary")));
    row->addWidget(new Button(text("Pause")));
    row->addWidget(new Button(text("Remove"), text("trash"), text("danger")));
    auto* off = new Button(text("Step"));
    off->setEnabled(false);
    row->addWidget(off);
    row->addWidget(new Button(text("Copy"), text("copy"), text("quiet")));
    row->addWidget(makeIconButton(text("undo"), text("Undo")));
    row->addWidget(new Button(text("Train your first model"), text("play"), text("primary big")));
    row->addStretch(1);
}

void addForm(QVBoxLayout* sheet) {
    auto* row = addLine(sheet, "Form row");
    auto* form = new ParamForm;
    form->setTable(tests::rowsOfEveryKind(), tests::changedValues());
    form->setFixedWidth(px(320));
    auto* locked = new ParamForm;
    locked->setTable(tests::rowsOfEveryKind(), tests::changedValues());
    locked->setRunning(true);
    locked->setFixedWidth(px(264));
    locked->setCompact(true);
    row->addWidget(form, 0, Qt::AlignTop);
    row->addWidget(locked, 0, Qt::AlignTop);
    row->addStretch(1);
}

void addFields(QVBoxLayout* sheet) {
    auto* row = addLine(sheet, "Combo, field");
    auto* combo = new ChoiceCombo;
    combo->setChoices({{"a", "Saturating BCE"}, {"b", "Non-saturating BCE"}, {"c", "Hinge"}});
    combo->setCurrentId(text("b"));
    row->addWidget(combo);
    auto* field = new NumberField;
    ParamSpec rate{.id = "rate", .kind = ParamKind::Real, .standard = 4e-4, .range = {1e-6, 1, Scale::Log}};
    field->setSpec(rate);
    field->setValue(4e-4);
    row->addWidget(field);
    auto* wrong = new NumberField;
    wrong->setSpec(rate);
    wrong->setValue(12);
    wrong->setProperty("invalid", true);
    row->addWidget(wrong);
    auto* error = new Label(refusalText(rate, text("12")), TextRole::Number, Ink::Error);
    row->addWidget(error);
    row->addStretch(1);
}

void addSwitches(QVBoxLayout* sheet) {
    auto* row = addLine(sheet, "Check, switch");
    auto* flip = new QCheckBox(text("Flip"));
    flip->setChecked(true);
    row->addWidget(flip);
    row->addWidget(new QCheckBox(text("Greyscale")));
    auto* segment = new Segment;
    segment->setItems({{text("ema"), text("EMA")}, {text("raw"), text("Raw")}});
    row->addWidget(segment);
    auto* tabs = new QTabBar;
    tabs->setDrawBase(false);
    for (const char* name : {"Editor", "Chat", "Measures"}) tabs->addTab(text(name));
    row->addWidget(tabs);
    row->addStretch(1);
}

void addChips(QVBoxLayout* sheet) {
    auto* row = addLine(sheet, "Chip");
    row->addWidget(new Chip(text("keep")));
    row->addWidget(new Chip(text("2 changed"), Chip::Look::Accent));
    row->addWidget(new Chip(text("1 finding"), Chip::Look::Warn, text("warning")));
    row->addWidget(new Chip(text("Refused"), Chip::Look::Error, text("error")));
    for (const char* key : {"Ctrl", "Shift", "P"}) row->addWidget(new Chip(text(key), Chip::Look::Key));
    row->addStretch(1);
}

void addBars(QVBoxLayout* sheet) {
    auto* row = addLine(sheet, "Progress");
    const std::pair<const char*, int> bars[] = {{"", 487}, {"warn", 487}, {"error", 220}};
    for (const auto& [state, value] : bars) {
        auto* bar = new QProgressBar;
        bar->setRange(0, 1000);
        bar->setValue(value);
        bar->setProperty("state", text(state));
        bar->setFixedWidth(px(120));
        row->addWidget(bar);
    }
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setValue(60);
    slider->setFixedWidth(px(80));
    row->addWidget(slider);
    auto* scroll = new QScrollBar(Qt::Horizontal);
    scroll->setRange(0, 100);
    scroll->setPageStep(40);
    scroll->setFixedWidth(px(80));
    row->addWidget(scroll);
    row->addStretch(1);
}

void addEmpty(QVBoxLayout* sheet) {
    auto* row = addLine(sheet, "Empty state");
    auto* empty = new EmptyState;
    empty->setContent(text("Nothing to explore yet"),
                      text("Explore shows what a trained model can draw. Three small models are ready."),
                      text("Open the emoji model"));
    empty->setFixedHeight(px(112));
    row->addWidget(empty, 1);
}

void addIcons(QVBoxLayout* sheet) {
    auto* row = addLine(sheet, "Icons");
    auto* grid = new QGridLayout;
    grid->setSpacing(px(9));
    int at = 0;
    for (const QString& name : iconNames()) {
        auto* picture = new QLabel;
        picture->setPixmap(iconPixmap(name, tokens().text2, px(18), 1));
        picture->setToolTip(name);
        grid->addWidget(picture, at / 21, at % 21);
        ++at;
    }
    row->addLayout(grid);
    row->addStretch(1);
}

QWidget* makeSheet(const QString& name) {
    auto* page = new QWidget;
    auto* sheet = new QVBoxLayout(page);
    sheet->setContentsMargins(px(24), px(20), px(24), px(20));
    sheet->setSpacing(0);
    sheet->addWidget(new Label(name, TextRole::Title));
    addButtons(sheet);
    addForm(sheet);
    addFields(sheet);
    addSwitches(sheet);
    addChips(sheet);
    addBars(sheet);
    addEmpty(sheet);
    addIcons(sheet);
    sheet->addStretch(1);
    return page;
}

bool save(QWidget& page, const QSize& size, const QString& path) {
    page.resize(size);
    page.show();
    QApplication::processEvents();
    return page.grab().save(path);
}

/// A window with a rail and something over it: the palette, or an error.
QWidget* makeWindow() {
    auto* window = new QWidget;
    auto* row = new QHBoxLayout(window);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* rail = new Rail;
    rail->setItems({{text("train"), text("train"), text("Train")},
                    {text("explore"), text("explore"), text("Explore")},
                    {text("stylize"), text("stylize"), text("Stylize")},
                    {text("write"), text("write"), text("Write")}},
                   {{text("library"), text("library"), text("Library")},
                    {text("settings"), text("settings"), text("Settings")}});
    rail->setCurrent(text("train"));
    rail->setRunning(text("write"));
    row->addWidget(rail);
    row->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* form = new ParamForm;
    form->setTable(tests::rowsOfEveryKind(), tests::changedValues());
    area->setWidget(form);
    area->setFixedWidth(px(320));
    row->addWidget(area);
    return window;
}

void addAction(QList<QAction*>& actions, QObject* owner, const char* iconName, const char* name,
               const char* where, const QKeySequence& shortcut) {
    auto* action = new QAction(icon(text(iconName)), text(name), owner);
    action->setProperty("where", text(where));
    action->setShortcut(shortcut);
    actions.append(action);
}

void showPalette(QWidget* window) {
    auto* palette = new CommandPalette(window);
    QList<QAction*> actions;
    addAction(actions, window, "settings", "Set learning rate D…", "Parameter, live", {});
    actions.last()->setProperty("value", text("4e-4"));
    addAction(actions, window, "undo", "Undo: learning rate D 2e-4 → 4e-4", "Edit",
              QKeySequence(Qt::CTRL | Qt::Key_Z));
    addAction(actions, window, "train", "Show learning rate in the plot", "Train",
              QKeySequence(Qt::CTRL | Qt::Key_L));
    addAction(actions, window, "save", "Save a checkpoint now", "Train", QKeySequence(Qt::CTRL | Qt::Key_S));
    addAction(actions, window, "info", "Help: learning rate", "What it does, range, default",
              QKeySequence(Qt::Key_F1));
    palette->open(actions);
    palette->queryField()->setText(text("learning rate"));
}

void showNotice(QWidget* window) {
    auto* notice = new NoticeCard(window);
    notice->show(
        {.title = text("Checkpoint 8,214 was not saved"),
         .happened =
             text("The drive of this project is full. The checkpoint needs 41.2 MB; 12.6 MB are free."),
         .kept =
             text("Training is paused; nothing in memory was lost. Checkpoint 8,000 is whole and verified. "
                  "The half-written file was removed."),
         .toDo = text("Save this checkpoint elsewhere, or remove the 6 oldest of this run that are neither "
                      "pinned nor best (frees 247 MB for good). Training then goes on from step 8,214."),
         .details = text("io/safe_replace: write failed: no space left (28)\nfile  checkpoints/008214/"
                         "model.safetensors, 12.6 of 13.8 MB\nlimner 0.1.0, LibTorch 2.13.0 (CPU)"),
         .choices = {{text("remove"), text("Remove 6 and save"), {}, text("trash"), true},
                     {text("keep"), text("Keep paused")},
                     {text("elsewhere"), text("Save elsewhere…"), text("primary")}}});
    auto* toast = new Toast(window);
    toast->setBottomMargin(24);
    toast->show(text("Run renamed to “boots”."), Toast::Look::Ok, text("Undo"));
}

/// The open list of a combo, over its own window.
bool savePopUp(const QString& path) {
    ChoiceCombo combo;
    combo.setChoices(tests::rowsOfEveryKind().front().choices);
    combo.setFixedWidth(px(176));
    combo.show();
    combo.showPopup();
    QApplication::processEvents();
    return combo.view()->window()->grab().save(path);
}

bool savePages(const QDir& folder, const QString& theme, double scale) {
    const auto scaled = [scale](int width, int height) {
        return QSize(qRound(width * scale), qRound(height * scale));
    };
    const std::unique_ptr<QWidget> sheet(makeSheet(theme));
    bool saved = save(*sheet, scaled(720, 1120), folder.filePath(text("components-%1.png").arg(theme)));
    for (const bool error : {false, true}) {
        const std::unique_ptr<QWidget> window(makeWindow());
        window->resize(scaled(1100, 700));
        window->show();
        error ? showNotice(window.get()) : showPalette(window.get());
        const QString name = (error ? text("error-%1.png") : text("palette-%1.png")).arg(theme);
        saved = save(*window, scaled(1100, 700), folder.filePath(name)) && saved;
    }
    return savePopUp(folder.filePath(text("popup-%1.png").arg(theme))) && saved;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QStringList args = QApplication::arguments();
    if (args.size() < 2) {
        std::fputs("gallery FOLDER [SCALE]\n", stderr);
        return 2;
    }
    const double scale = args.size() > 2 ? args[2].toDouble() : 1.0;
    const QDir folder(args[1]);
    folder.mkpath(text("."));
    bool saved = true;
    for (const Tone tone : {Tone::Dark, Tone::Light}) {
        applyTheme(app, tone, scale);
        saved = savePages(folder, tone == Tone::Dark ? text("dark") : text("light"), scale) && saved;
    }
    return saved ? 0 : 1;
}
