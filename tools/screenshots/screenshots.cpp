// Renders every page of the window offscreen, in both themes and several sizes, on the real core:
//   QT_QPA_PLATFORM=offscreen limner-screenshots FOLDER [--seconds N] [--scale PERCENT] [--language zh_CN]
//                                                [--set ID=VALUE]… [--only PREFIX] [--import WEIGHTS]…
// A run is trained for N seconds in a temporary project, so that nothing on the pictures is invented.
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <functional>

#include "app/core_loader.h"
#include "app/language.h"
#include "app/look.h"
#include "app/main_window.h"
#include "app/pages/library_page.h"
#include "app/real_core.h"
#include "app/recipe_text.h"
#include "app/stylize/input_panel.h"
#include "app/stylize/stylize_page.h"
#include "app/stylize/stylize_session.h"
#include "app/train/run_session.h"
#include "app/train/train_page.h"
#include "app/write/chat_panel.h"
#include "app/write/editor_panel.h"
#include "app/write/write_page.h"
#include "app/write/write_session.h"
#include "widgets/command_palette.h"
#include "widgets/focus_ring.h"
#include "widgets/notice.h"
#include "widgets/param_form.h"
#include "widgets/sample_grid.h"
#include "widgets/text_editor.h"
#include "widgets/token_popup.h"

namespace limner {
namespace {

struct Shot {
    const char* name;
    std::function<void(app::MainWindow&)> prepare;
    std::function<void(app::MainWindow&)> leave = {};  ///< after the picture
};

/// Sizes are those of the screen: at --scale 200 a window of 1440×900 holds half as much.
struct Format {
    const char* suffix;
    QSize size;
    const char* theme;
};
const Format kFormats[] = {
    {"", {1440, 900}, "dark"},      {"-light", {1440, 900}, "light"},      {"-1180", {1180, 720}, "dark"},
    {"-1024", {1024, 640}, "dark"}, {"-1024-light", {1024, 640}, "light"}, {"-1920", {1920, 1080}, "dark"}};
/// At twice the scale nothing smaller than this is promised to work.
constexpr int kLeastWidthAt100 = 640;

struct Plan {
    QStringList recipe;
    int seconds = 60;
    int scalePercent = 100;
    QString language;
    QString only;         ///< how the names of the pictures begin
    QStringList weights;  ///< to take into the library first
};

template <typename Condition>
bool waitFor(Condition condition, int seconds) {
    return QTest::qWaitFor(condition, seconds * 1000);
}

void save(QWidget& window, const QDir& folder, const QString& name) {
    QTest::qWait(300);  // read-outs that follow the next tick
    const QString file = folder.filePath(name + QStringLiteral(".png"));
    window.grab().save(file);
    std::printf("%s\n", qPrintable(file));
}

void goTo(app::MainWindow& window, const char* page) {
    window.showPage(QString::fromLatin1(page));
}

widgets::SampleGrid* grid(app::MainWindow& window) {
    return window.findChild<widgets::SampleGrid*>(QStringLiteral("train.samples"));
}

/// Of what lies over the window, wherever the focus went meanwhile.
void pressEscape(app::MainWindow& window) {
    for (QWidget* scrim : window.findChildren<QWidget*>(QStringLiteral("scrim")))
        if (scrim->isVisible()) QTest::keyClick(scrim, Qt::Key_Escape);
}

/// Starts the run of the pictures, or shows it where it runs already.
void showRun(app::MainWindow& window, const Plan& plan) {
    goTo(window, "go.train");
    if (const auto job = window.bridge().current()) return window.trainPage()->showJob(job->id);
    window.trainPage()->startWith(app::valuesOfPairs(window.bridge().trainTable(), plan.recipe).value());
    waitFor([&window] { return window.trainPage()->session().sheet() != nullptr; }, 60);
    QTest::qWait(plan.seconds * 1000);
}

/// A sample picture in two styles, made once; while a training runs it would have to wait.
void showStylized(app::MainWindow& window) {
    goTo(window, "go.stylize");
    app::StylizePage& page = *window.stylizePage();
    if (page.hasPicture()) return;
    page.inputs().trySamples();
    for (const double strength : {0.4, 0.9}) {
        page.session().set("strength", strength);
        page.start();
    }
    waitFor([&page] { return page.session().results().size() == 2 && page.session().results()[0].isOver; },
            300);
}

/// Another method, as far as it can be chosen here.
void chooseMethod(app::MainWindow& window, const char* method) {
    goTo(window, "go.stylize");
    window.stylizePage()->session().set("method", std::string(method));
    QTest::qWait(500);
}

/// The channels of DeepDream, with pictures for those in sight.
void showChannels(app::MainWindow& window) {
    chooseMethod(window, "dream");
    window.stylizePage()->session().set("layer", std::string("fire4"));
    window.stylizePage()->toggleChannels();
    QTest::qWait(30'000);
}

/// Fast style while the strength is moved.
void showPreview(app::MainWindow& window) {
    chooseMethod(window, "fast");
    auto* form = window.findChild<widgets::ParamForm*>(QStringLiteral("stylize.form"));
    if (form != nullptr) Q_EMIT form->valueChanged(QStringLiteral("strength"), ParamValue(0.8), false);
    QTest::qWait(3000);
}

/// The menu of samples with their small pictures.
void showSamples(app::MainWindow& window) {
    goTo(window, "go.stylize");
    auto* menu = new QMenu(&window);
    menu->setObjectName(QStringLiteral("screenshots.menu"));
    window.stylizePage()->inputs().fillContentMenu(*menu);
    menu->popup(window.mapToGlobal(QPoint(240, 60)));
    QTest::qWait(4000);
}

/// What else might stand at a place of the text.
void showAlternatives(app::WritePage& page, int position) {
    page.session().editor().setCaret(position);
    page.showAlternatives();
    waitFor([&page] { return page.editorPanel().popup()->isOpen(); }, 10);
}

/// Half a sentence that the model has gone on with, a branch of it, and what else might stand in that.
void showWriting(app::MainWindow& window) {
    goTo(window, "go.write");
    app::WritePage& page = *window.writePage();
    if (!waitFor([&page] { return page.canWrite(); }, 10)) return;
    const auto isDone = [&page] { return !page.isWriting(); };
    const auto begun =
        QStringLiteral("And in those days there went out a man of the hill country, and he took with him");
    if (!page.hasBranches()) {
        page.session().editor().insertPlainText(begun);
        page.writeOn();
        waitFor(isDone, 120);
        showAlternatives(page, static_cast<int>(begun.size()) + 120);
        Q_EMIT page.editorPanel().popup()->chosen(1);
        waitFor(isDone, 120);
    }
    showAlternatives(page, static_cast<int>(begun.size()) + 60);
}

/// One question, and what a small model makes of it.
void showChat(app::MainWindow& window) {
    app::WritePage& page = *window.writePage();
    page.showView(QStringLiteral("chat"));
    if (!page.session().record().chat.empty()) return;
    page.chatPanel().line()->setPlainText(QStringLiteral("Whence comest thou?"));
    page.chatPanel().send();
    waitFor([&page] { return !page.isWriting(); }, 120);
}

/// A refusal of the core.
void showError(app::MainWindow& window) {
    window.trainPage()->startWith({{"resume", std::string("/no/such/run")}});
}

/// In this order: the later ones need the run, and each leaves nothing over the window.
std::vector<Shot> shots(const Plan& plan) {
    using Window = app::MainWindow;
    return {
        {"welcome", [](Window& w) { goTo(w, "go.welcome"); }},
        {"new-run",
         [](Window& w) {
             goTo(w, "go.train");
             w.trainPage()->showNewRun();
             QTest::qWait(2000);
         }},
        {"stylize-empty", [](Window& w) { goTo(w, "go.stylize"); }},
        {"stylize", &showStylized},
        {"stylize-both", [](Window& w) { w.stylizePage()->nextView(); },
         [](Window& w) {
             w.stylizePage()->nextView();
             w.stylizePage()->nextView();
         }},
        {"stylize-region", [](Window& w) { w.stylizePage()->toggleMask(); },
         [](Window& w) { w.stylizePage()->toggleMask(); }},
        {"stylize-sweep", [](Window& w) { w.stylizePage()->toggleSweep(); },
         [](Window& w) { w.stylizePage()->toggleSweep(); }},
        {"stylize-samples", &showSamples,
         [](Window& w) { delete w.findChild<QMenu*>(QStringLiteral("screenshots.menu")); }},
        {"stylize-neural", [](Window& w) { chooseMethod(w, "neural"); }},
        {"stylize-fast", &showPreview},
        {"stylize-dream-channels", &showChannels, [](Window& w) { w.stylizePage()->toggleChannels(); }},
        {"stylize-dream-zoom", [](Window& w) { w.stylizePage()->toggleZoom(); },
         [](Window& w) {
             w.stylizePage()->toggleZoom();
             chooseMethod(w, "patches");
         }},
        {"train",
         [plan](Window& w) {
             showRun(w, plan);
             grid(w)->selectTile(-1);
         }},
        {"train-tile", [](Window& w) { grid(w)->selectTile(18); }},
        {"palette", [](Window& w) { w.commands().action(QStringLiteral("app.palette"))->trigger(); },
         &pressEscape},
        {"library",
         [](Window& w) {
             goTo(w, "go.library");
             QTest::qWait(500);
         }},
        {"library-networks",
         [](Window& w) {
             goTo(w, "go.library");
             w.libraryPage()->showNetworks();
             QTest::qWait(800);
         }},
        {"settings", [](Window& w) { goTo(w, "go.settings"); }},
        {"explore", [](Window& w) { goTo(w, "go.explore"); }},
        {"write", &showWriting, [](Window& w) { w.writePage()->editorPanel().popup()->dismiss(); }},
        {"write-columns",
         [](Window& w) {
             w.writePage()->showView(QStringLiteral("compare"));
             w.writePage()->writeOn();
             waitFor([&w] { return !w.writePage()->isWriting(); }, 120);
         }},
        {"write-chat", &showChat, [](Window& w) { w.writePage()->showView(QStringLiteral("editor")); }},
        {"closing",
         [](Window& w) {
             goTo(w, "go.train");
             w.close();
         },
         &pressEscape},
        {"error", &showError, &pressEscape},
    };
}

/// Writing waits for a training to end: its pictures come after all others.
bool isOfWriting(const Shot& shot) {
    return QLatin1String(shot.name).startsWith(QLatin1String("write"));
}

void renderFormat(app::MainWindow& window, const QDir& folder, const Plan& plan, const Format& format,
                  bool showsWriting) {
    window.resize(format.size);
    const QString scale = plan.scalePercent == 100 ? QString() : QStringLiteral("-%1").arg(plan.scalePercent);
    const QString language = plan.language == QLatin1String("en") ? QString() : u'-' + plan.language;
    for (const Shot& shot : shots(plan)) {
        if (isOfWriting(shot) != showsWriting || !QLatin1String(shot.name).startsWith(plan.only)) continue;
        shot.prepare(window);
        auto* menu = window.findChild<QMenu*>(QStringLiteral("screenshots.menu"));  // a window of its own
        save(menu ? static_cast<QWidget&>(*menu) : window, folder,
             QString::fromLatin1(shot.name) + scale + QString::fromLatin1(format.suffix) + language);
        if (shot.leave) shot.leave(window);
    }
}

int render(const QDir& folder, const Plan& plan) {
    QTemporaryDir place;
    app::Settings settings(place.filePath(QStringLiteral("settings.ini")));
    settings.setText("project_folder", place.filePath(QStringLiteral("project")));
    settings.set("scale", int64_t{plan.scalePercent});
    app::installLanguage(*qApp, plan.language);
    app::applyLook(*qApp, settings);
    widgets::installFocusRing(*qApp);
    app::MainWindow window(settings, &app::openRealCore);
    window.show();
    if (!waitFor([&window] { return window.bridge().isOpen(); }, 60)) {
        std::fprintf(stderr, "the core did not open\n");
        return 1;
    }
    for (const QString& file : plan.weights)
        if (window.bridge().start({.kind = "import", .values = {{"file", file.toStdString()}}, .origin = {}}))
            QTest::qWait(1500);
    for (const bool showsWriting : {false, true}) {
        for (const Format& format : kFormats) {
            if (format.size.width() * 100 / plan.scalePercent < kLeastWidthAt100) continue;
            settings.setText("theme", QString::fromLatin1(format.theme));
            renderFormat(window, folder, plan, format, showsWriting);
        }
        if (const auto job = window.bridge().current()) window.bridge().studio()->stop(job->id);
        waitFor([&window] { return !window.bridge().current(); }, 60);
    }
    return 0;
}

}  // namespace
}  // namespace limner

int main(int argc, char** argv) {
    limner::setRuntimeEnvironment(0);
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const auto option = [&parser](const char* name, const char* text, const char* value,
                                  const char* standard) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(text), QString::fromLatin1(value),
                          QString::fromLatin1(standard)});
    };
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where the pictures go."));
    option("seconds", "How long to train.", "N", "60");
    option("scale", "Of the interface.", "PERCENT", "100");
    option("language", "Of the interface: en or zh_CN.", "NAME", "en");
    option("only", "Only pictures whose names begin so.", "PREFIX", "");
    option("import", "Weights to take into the library first; repeatable.", "FILE", "");
    option("set", "A value of the run; repeatable.", "ID=VALUE", "");
    parser.addHelpOption();
    parser.process(application);
    const QDir folder(parser.positionalArguments().value(0, QStringLiteral("screenshots")));
    folder.mkpath(QStringLiteral("."));
    limner::Plan plan{.recipe = parser.values(QStringLiteral("set")),
                      .seconds = parser.value(QStringLiteral("seconds")).toInt(),
                      .scalePercent = parser.value(QStringLiteral("scale")).toInt(),
                      .language = parser.value(QStringLiteral("language")),
                      .only = parser.value(QStringLiteral("only")),
                      .weights = parser.values(QStringLiteral("import"))};
    plan.weights.removeAll(QString());
    if (!parser.isSet(QStringLiteral("set"))) plan.recipe = {QStringLiteral("model=dcgan")};
    return limner::render(folder, plan);
}
