// limner-cli: everything Limner does, without a display.
#include <signal.h>
#include <unistd.h>

#include <QDir>
#include <QGuiApplication>
#include <QStandardPaths>
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/core_loader.h"
#include "app/host/qt_host.h"
#include "commands.h"

namespace {

/// The same standard as the studio's, so that runs made here are in its list.
std::string projectFolder(const std::string& given) {
    if (!given.empty()) return std::filesystem::absolute(given).lexically_normal().string();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).filePath(QStringLiteral("Limner")).toStdString();
}

/// Qt's own remarks (a missing runtime folder, a missing font) mean nothing to who reads a terminal.
void onlySeriousMessages(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtCriticalMsg || type == QtFatalMsg) std::cerr << text.toStdString() << "\n";
}

int run(int argc, char** argv) {
    using namespace limner;
    using namespace limner::cli;

    Terminal terminal{.out = std::cout, .err = std::cerr, .isLive = isatty(STDOUT_FILENO) != 0};
    const auto line = readCommandLine(argc, argv);
    if (!line) {
        terminal.isJson =
            std::any_of(argv, argv + argc, [](const char* word) { return word == std::string("--json"); });
        return static_cast<int>(terminal.fail(line.error()));
    }
    terminal.isJson = line->isJson;
    if (line->asksVersion) {
        std::cout << "limner-cli " LIMNER_VERSION "\n";
        return static_cast<int>(ExitCode::Ok);
    }

    restartWithRuntimeEnvironment(argv);
    signal(SIGPIPE, SIG_IGN);  // a closed pipe must not end a training
    StopSignals stop;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(&onlySeriousMessages);
    const QGuiApplication fonts(argc, argv);  // plots need them
    QtHost host;
    StudioOptions options = line->studio;
    options.projectFolder = projectFolder(options.projectFolder);
    const auto studio = openCore(host, options);
    if (!studio) return static_cast<int>(terminal.fail(studio.error()));
    Context context{**studio, host, terminal, stop};
    return static_cast<int>(runCommand(*line, context));
}

}  // namespace

int main(int argc, char** argv) {
    return run(argc, argv);
}
