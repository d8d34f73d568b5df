#include "application.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>
#include <algorithm>
#include <memory>
#include <string_view>

#include "app_log.h"
#include "core_loader.h"
#include "core_text.h"
#include "language.h"
#include "look.h"
#include "main_window.h"
#include "measure.h"
#include "measure_drag.h"
#include "measure_typing.h"
#include "quit_signals.h"
#include "real_core.h"
#include "widgets/focus_ring.h"
#include "widgets/icon.h"

namespace limner::app {
namespace {

struct Options {
    std::unique_ptr<Settings> settings;
    int measureSeconds = 0;
    int dragSeconds = 0;
    int typingSeconds = 0;
    QStringList values;
};

/// @throws nothing; wrong arguments end the program with a message, as QCommandLineParser does
Options parseArguments(const QCoreApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "A studio for generative models."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption file(QStringLiteral("settings"),
                                  QApplication::translate("main", "Keep settings in FILE."),
                                  QStringLiteral("FILE"));
    const QCommandLineOption measure(
        QStringLiteral("measure"),
        QApplication::translate("main", "Train for SECONDS, print how smooth the window stayed, and quit."),
        QStringLiteral("SECONDS"));
    const QCommandLineOption drag(
        QStringLiteral("measure-drag"),
        QApplication::translate(
            "main",
            "Drag a slider of Explore for SECONDS, print how soon the picture followed, and "
            "quit; with --set also while training."),
        QStringLiteral("SECONDS"));
    const QCommandLineOption typing(
        QStringLiteral("measure-typing"),
        QApplication::translate("main",
                                "Type for SECONDS while a model writes, in a project of its own, print how "
                                "soon each key was on the screen, and quit."),
        QStringLiteral("SECONDS"));
    const QCommandLineOption set(
        QStringLiteral("set"),
        QApplication::translate("main", "A value of the measured run, ID=VALUE; repeatable."),
        QStringLiteral("ID=VALUE"));
    parser.addOptions({file, measure, drag, typing, set});
    parser.process(application);
    Options options;
    options.settings =
        parser.isSet(file) ? std::make_unique<Settings>(parser.value(file)) : std::make_unique<Settings>();
    options.measureSeconds = parser.value(measure).toInt();
    options.dragSeconds = parser.value(drag).toInt();
    options.typingSeconds = parser.value(typing).toInt();
    options.values = parser.values(set);
    return options;
}

/// Help and version are for terminals too, where there may be no display.
bool wantsWordsOnly(int argc, char** argv) {
    static constexpr std::string_view kWords[] = {"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc, [](const char* argument) {
        return std::find(std::begin(kWords), std::end(kWords), argument) != std::end(kWords);
    });
}

}  // namespace

int runApplication(int argc, char** argv) {
    setRuntimeEnvironment(0);  // before any other thread reads the environment
    QApplication::setApplicationName(QStringLiteral("limner"));
    QApplication::setApplicationDisplayName(QStringLiteral("Limner"));
    QApplication::setOrganizationName(QStringLiteral("Limner"));
    QApplication::setApplicationVersion(QStringLiteral(LIMNER_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("limner"));
    if (wantsWordsOnly(argc, argv)) parseArguments(QCoreApplication(argc, argv));
    QApplication application(argc, argv);
    Options options = parseArguments(application);
    const QTemporaryDir ownProject;  // what is typed to measure is nobody's text
    if (options.typingSeconds > 0) {
        options.settings = std::make_unique<Settings>(ownProject.filePath(QStringLiteral("limner.ini")));
        options.settings->setText("project_folder", ownProject.path());
    }
    startLog(standardLogFolder());
    qInfo("Limner %s begins", LIMNER_VERSION);
    installLanguage(application, options.settings->text("language"));
    applyLook(application, *options.settings);
    widgets::installFocusRing(application);
    QApplication::setWindowIcon(widgets::icon(QStringLiteral("logo")));
    int code = 0;
    {
        MainWindow window(*options.settings, &openRealCore);
        if (options.measureSeconds > 0) new Measure(window, options.measureSeconds, options.values);
        const QuitSignals quit;
        QObject::connect(&quit, &QuitSignals::quitAsked, &window, &MainWindow::saveAndClose);
        if (options.dragSeconds > 0) new MeasureDrag(window, options.dragSeconds, options.values);
        if (options.typingSeconds > 0) new MeasureTyping(window, options.typingSeconds);
        window.show();
        code = QApplication::exec();
    }
    stopLog();
    return code;
}

}  // namespace limner::app
