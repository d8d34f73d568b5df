// Renders every page of the window offscreen, in both themes and several sizes, on the real core:
//   QT_QPA_PLATFORM=offscreen limner-screenshots FOLDER [--seconds N] [--set ID=VALUE]…
// A run is trained for N seconds in a temporary project, so that nothing on the pictures is invented.
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <functional>

#include "app/core_loader.h"
#include "app/look.h"
#include "app/main_window.h"
#include "app/real_core.h"
#include "app/recipe_text.h"
#include "app/train/run_session.h"
#include "app/train/train_page.h"
#include "widgets/command_palette.h"
#include "widgets/sample_grid.h"

namespace limner {
namespace {

struct Shot {
    const char* name;
    std::function<void(app::MainWindow&)> prepare;
};

struct Format {
    const char* suffix;
    QSize size;
    int scalePercent;
    const char* theme;
};
const Format kFormats[] = {{"", {1440, 900}, 100, "dark"},
                           {"-light", {1440, 900}, 100, "light"},
                           {"-1024", {1024, 640}, 100, "dark"},
                           {"-1024-light", {1024, 640}, 100, "light"}};

template <typename Condition>
bool waitFor(Condition condition, int seconds) {
    return QTest::qWaitFor(condition, seconds * 1000);
}

void save(app::MainWindow& window, const QDir& folder, const QString& name) {
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

/// In this order: the later ones need the run.
std::vector<Shot> shots(const QStringList& recipe, int seconds) {
    return {
        {"welcome", [](auto& w) { goTo(w, "go.welcome"); }},
        {"new-run",
         [](auto& w) {
             goTo(w, "go.train");
             w.trainPage()->showNewRun();
             QTest::qWait(2000);
         }},
        {"train",
         [recipe, seconds](auto& w) {
             goTo(w, "go.train");
             if (!w.bridge().current()) {
                 w.trainPage()->startWith(app::valuesOfPairs(w.bridge().trainTable(), recipe).value());
                 waitFor([&w] { return w.trainPage()->session().sheet() != nullptr; }, 60);
                 QTest::qWait(seconds * 1000);
             } else {
                 w.trainPage()->showJob(w.bridge().current()->id);
             }
             grid(w)->selectTile(-1);
         }},
        {"train-tile", [](auto& w) { goTo(w, "go.train"), grid(w)->selectTile(18); }},
        {"palette", [](auto& w) { w.commands().action(QStringLiteral("app.palette"))->trigger(); }},
        {"library",
         [](auto& w) {
             w.template findChild<widgets::CommandPalette*>()->close();
             goTo(w, "go.library");
             QTest::qWait(500);
         }},
        {"settings", [](auto& w) { goTo(w, "go.settings"); }},
        {"explore", [](auto& w) { goTo(w, "go.explore"); }},
        {"stylize", [](auto& w) { goTo(w, "go.stylize"); }},
        {"write", [](auto& w) { goTo(w, "go.write"); }},
        {"closing",
         [](auto& w) {
             goTo(w, "go.train");
             w.close();
         }},
    };
}

int render(const QDir& folder, const QStringList& recipe, int seconds, int scalePercent) {
    QTemporaryDir place;
    app::Settings settings(place.filePath(QStringLiteral("settings.ini")));
    settings.setText("project_folder", place.filePath(QStringLiteral("project")));
    settings.set("scale", int64_t{scalePercent});
    app::applyLook(*qApp, settings);
    app::MainWindow window(settings, &app::openRealCore);
    window.resize(1440, 900);
    window.show();
    if (!waitFor([&window] { return window.bridge().isOpen(); }, 60)) {
        std::fprintf(stderr, "the core did not open\n");
        return 1;
    }
    for (const Format& format : kFormats) {
        settings.setText("theme", QString::fromLatin1(format.theme));
        window.resize(format.size * scalePercent / 100);
        const QString scale = scalePercent == 100 ? QString() : QStringLiteral("-%1").arg(scalePercent);
        for (const Shot& shot : shots(recipe, seconds)) {
            shot.prepare(window);
            save(window, folder, QString::fromLatin1(shot.name) + scale + QString::fromLatin1(format.suffix));
        }
        window.setFocus();
        QTest::keyClick(&window, Qt::Key_Escape);
    }
    if (const auto job = window.bridge().current()) window.bridge().studio()->stop(job->id);
    return 0;
}

}  // namespace
}  // namespace limner

int main(int argc, char** argv) {
    limner::setOpenMpEnvironment(0);
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where the pictures go."));
    parser.addOption({QStringLiteral("seconds"), QStringLiteral("How long to train."), QStringLiteral("N"),
                      QStringLiteral("60")});
    parser.addOption({QStringLiteral("scale"), QStringLiteral("Of the interface."), QStringLiteral("PERCENT"),
                      QStringLiteral("100")});
    parser.addOption(
        {QStringLiteral("set"), QStringLiteral("A value of the run."), QStringLiteral("ID=VALUE")});
    parser.addHelpOption();
    parser.process(application);
    const QDir folder(parser.positionalArguments().value(0, QStringLiteral("screenshots")));
    folder.mkpath(QStringLiteral("."));
    QStringList recipe = parser.values(QStringLiteral("set"));
    if (recipe.isEmpty()) recipe << QStringLiteral("model=dcgan");
    return limner::render(folder, recipe, parser.value(QStringLiteral("seconds")).toInt(),
                          parser.value(QStringLiteral("scale")).toInt());
}
