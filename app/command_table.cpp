// The table of commands. A new action is one more row here and one connection in the window.
#include <QtGlobal>

#include "commands.h"

namespace limner::app {
namespace {

constexpr const char* kGo = QT_TRANSLATE_NOOP("commands", "Go");
constexpr const char* kRun = QT_TRANSLATE_NOOP("commands", "Run");
constexpr const char* kEdit = QT_TRANSLATE_NOOP("commands", "Edit");
constexpr const char* kPlot = QT_TRANSLATE_NOOP("commands", "Plot");
constexpr const char* kExplore = QT_TRANSLATE_NOOP("commands", "Explore");
constexpr const char* kStylize = QT_TRANSLATE_NOOP("commands", "Stylize");
constexpr const char* kWrite = QT_TRANSLATE_NOOP("commands", "Write");
constexpr const char* kView = QT_TRANSLATE_NOOP("commands", "View");
constexpr const char* kApp = QT_TRANSLATE_NOOP("commands", "Limner");

}  // namespace

const std::vector<CommandRow>& commandTable() {
    static const std::vector<CommandRow> rows{
        {"go.train", QT_TRANSLATE_NOOP("commands", "Train"), kGo, "Ctrl+1", "train"},
        {"go.explore", QT_TRANSLATE_NOOP("commands", "Explore"), kGo, "Ctrl+2", "explore"},
        {"go.stylize", QT_TRANSLATE_NOOP("commands", "Stylize"), kGo, "Ctrl+3", "stylize"},
        {"go.write", QT_TRANSLATE_NOOP("commands", "Write"), kGo, "Ctrl+4", "write"},
        {"go.library", QT_TRANSLATE_NOOP("commands", "Library of runs"), kGo, "Ctrl+L", "library"},
        {"go.settings", QT_TRANSLATE_NOOP("commands", "Settings"), kGo, "Ctrl+,", "settings"},
        {"go.welcome", QT_TRANSLATE_NOOP("commands", "Welcome page"), kGo, "Ctrl+0", "info"},

        {"run.new", QT_TRANSLATE_NOOP("commands", "New run"), kRun, "Ctrl+N", "plus"},
        {"run.start", QT_TRANSLATE_NOOP("commands", "Start training"), kRun, "Ctrl+Return", "play"},
        {"run.playPause", QT_TRANSLATE_NOOP("commands", "Pause or resume"), kRun, "Space", "pause"},
        {"run.step", QT_TRANSLATE_NOOP("commands", "One step"), kRun, ".", "step"},
        {"run.stop", QT_TRANSLATE_NOOP("commands", "Stop and keep"), kRun, "Ctrl+.", "stop"},
        {"run.save", QT_TRANSLATE_NOOP("commands", "Save now"), kRun, "Ctrl+S", "save"},
        {"run.resume", QT_TRANSLATE_NOOP("commands", "Resume this run"), kRun, "Ctrl+R", "play"},
        {"run.branch", QT_TRANSLATE_NOOP("commands", "Branch: a new run from these weights"), kRun, "Ctrl+B",
         "branch"},
        {"run.write", QT_TRANSLATE_NOOP("commands", "Write with this model"), kRun, "", "write"},
        {"run.rename", QT_TRANSLATE_NOOP("commands", "Rename this run…"), kRun, "", "edit"},
        {"run.reveal", QT_TRANSLATE_NOOP("commands", "Show the run's folder"), kRun, "", "folder"},
        {"run.delete", QT_TRANSLATE_NOOP("commands", "Move this run to the trash…"), kRun, "", "trash"},
        {"run.open", QT_TRANSLATE_NOOP("commands", "Open a run folder…"), kRun, "Ctrl+O", "folder"},

        {"edit.undo", QT_TRANSLATE_NOOP("commands", "Undo"), kEdit, "Ctrl+Z", "undo"},
        {"edit.redo", QT_TRANSLATE_NOOP("commands", "Redo"), kEdit, "Ctrl+Shift+Z", "redo"},
        {"edit.findParameter", QT_TRANSLATE_NOOP("commands", "Find a parameter"), kEdit, "Ctrl+F", "search"},

        {"samples.average", QT_TRANSLATE_NOOP("commands", "Averaged or raw weights"), kView, "E", "eye"},
        {"samples.live", QT_TRANSLATE_NOOP("commands", "Back to the newest samples"), kView, "L", "pulse"},
        {"plot.log", QT_TRANSLATE_NOOP("commands", "Logarithmic plot"), kPlot, "Ctrl+Shift+L", "train"},
        {"plot.fit", QT_TRANSLATE_NOOP("commands", "Show the whole run in the plot"), kPlot, "Ctrl+Shift+F",
         "train"},
        {"plot.png", QT_TRANSLATE_NOOP("commands", "Export the plot as PNG…"), kPlot, "", "save"},
        {"plot.pdf", QT_TRANSLATE_NOOP("commands", "Export the plot as PDF…"), kPlot, "", "save"},
        {"plot.csv", QT_TRANSLATE_NOOP("commands", "Export the numbers as CSV…"), kPlot, "", "save"},

        {"explore.save", QT_TRANSLATE_NOOP("commands", "Save the picture…"), kExplore, "Ctrl+Shift+S",
         "save"},
        {"explore.copy", QT_TRANSLATE_NOOP("commands", "Copy the picture"), kExplore, "Ctrl+Shift+C", "copy"},
        {"explore.paste", QT_TRANSLATE_NOOP("commands", "Bring in a picture from the clipboard"), kExplore,
         "Ctrl+Shift+V", "picture"},
        {"explore.dice", QT_TRANSLATE_NOOP("commands", "Another seed"), kExplore, "D", "dice"},
        {"explore.key", QT_TRANSLATE_NOOP("commands", "Set a key here"), kExplore, "K", "diamond"},
        {"explore.keep", QT_TRANSLATE_NOOP("commands", "Keep this place"), kExplore, "B", "bookmark"},
        {"explore.markA", QT_TRANSLATE_NOOP("commands", "Mark the picture as A"), kExplore, "Shift+A", ""},
        {"explore.markB", QT_TRANSLATE_NOOP("commands", "Mark the picture as B"), kExplore, "Shift+B", ""},
        {"explore.play", QT_TRANSLATE_NOOP("commands", "Play the film"), kExplore, "P", "film"},
        {"explore.open", QT_TRANSLATE_NOOP("commands", "Explore weights from a file…"), kExplore,
         "Ctrl+Shift+O", "folder"},

        {"stylize.start", QT_TRANSLATE_NOOP("commands", "Make the picture, or queue another"), kStylize,
         "Ctrl+Shift+Return", "play"},
        {"stylize.keepBest", QT_TRANSLATE_NOOP("commands", "Stop and keep the best picture"), kStylize,
         "Ctrl+Alt+K", "stop"},
        {"stylize.goOn", QT_TRANSLATE_NOOP("commands", "Go on from this picture"), kStylize, "Ctrl+Shift+R",
         "arrow-right"},
        {"stylize.openContent", QT_TRANSLATE_NOOP("commands", "Open a content picture…"), kStylize,
         "Ctrl+Alt+O", "picture"},
        {"stylize.addStyle", QT_TRANSLATE_NOOP("commands", "Add a style…"), kStylize, "Ctrl+Alt+T", "plus"},
        {"stylize.paste", QT_TRANSLATE_NOOP("commands", "Paste a picture as content or style"), kStylize,
         "Ctrl+V", "copy"},
        {"stylize.mask", QT_TRANSLATE_NOOP("commands", "Paint the region"), kStylize, "M", "stylize"},
        {"stylize.view", QT_TRANSLATE_NOOP("commands", "Divider, side by side or result"), kStylize, "V",
         "compare"},
        {"stylize.sweep", QT_TRANSLATE_NOOP("commands", "Sweep two parameters"), kStylize, "Ctrl+Alt+W",
         "grid"},
        {"stylize.channels", QT_TRANSLATE_NOOP("commands", "Channels of DeepDream"), kStylize, "Ctrl+Alt+H",
         "eye"},
        {"stylize.zoom", QT_TRANSLATE_NOOP("commands", "Zoom video of DeepDream"), kStylize, "Ctrl+Alt+Z",
         "film"},
        {"stylize.save", QT_TRANSLATE_NOOP("commands", "Save the stylised picture…"), kStylize, "Ctrl+Alt+S",
         "save"},
        {"stylize.copy", QT_TRANSLATE_NOOP("commands", "Copy the stylised picture"), kStylize, "Ctrl+Alt+C",
         "copy"},

        {"write.continue", QT_TRANSLATE_NOOP("commands", "Let the model write on"), kWrite, "Alt+Return",
         "play"},
        {"write.regenerate", QT_TRANSLATE_NOOP("commands", "Write the passage once more"), kWrite,
         "Alt+Shift+Return", "reset"},
        {"write.stop", QT_TRANSLATE_NOOP("commands", "Stop writing"), kWrite, "Alt+.", "stop"},
        {"write.alternatives", QT_TRANSLATE_NOOP("commands", "What else might stand here"), kWrite, "Alt+A",
         "branch"},
        {"write.probability", QT_TRANSLATE_NOOP("commands", "Colour words by probability"), kWrite, "Alt+P",
         "eye"},
        {"write.branches", QT_TRANSLATE_NOOP("commands", "Show or hide the branches"), kWrite, "Alt+B",
         "branch"},
        {"write.keep", QT_TRANSLATE_NOOP("commands", "Keep this branch"), kWrite, "Ctrl+D", "bookmark"},
        {"write.view", QT_TRANSLATE_NOOP("commands", "Editor, side by side or chat"), kWrite, "Alt+V",
         "compare"},
        {"write.new", QT_TRANSLATE_NOOP("commands", "New text"), kWrite, "Ctrl+Alt+N", "plus"},
        {"write.open", QT_TRANSLATE_NOOP("commands", "Open a text…"), kWrite, "Ctrl+Alt+Shift+O", "folder"},
        {"write.save", QT_TRANSLATE_NOOP("commands", "Save the text"), kWrite, "Ctrl+Alt+Shift+S", "save"},
        {"write.saveAs", QT_TRANSLATE_NOOP("commands", "Save the text as…"), kWrite, "", "save"},
        {"write.find", QT_TRANSLATE_NOOP("commands", "Find in the text"), kWrite, "Ctrl+Alt+F", "search"},
        {"write.copyAll", QT_TRANSLATE_NOOP("commands", "Copy the whole text"), kWrite, "", "copy"},

        {"view.inspector", QT_TRANSLATE_NOOP("commands", "Show or hide the inspector"), kView, "F9",
         "settings"},
        {"view.nextArea", QT_TRANSLATE_NOOP("commands", "Next area"), kView, "F6", ""},
        {"view.previousArea", QT_TRANSLATE_NOOP("commands", "Previous area"), kView, "Shift+F6", ""},
        {"view.theme", QT_TRANSLATE_NOOP("commands", "Dark or light"), kView, "Ctrl+Shift+D", "eye"},
        {"view.fullScreen", QT_TRANSLATE_NOOP("commands", "Full screen"), kView, "F11", ""},

        {"app.palette", QT_TRANSLATE_NOOP("commands", "Every command"), kApp, "Ctrl+Shift+P", "search"},
        {"app.log", QT_TRANSLATE_NOOP("commands", "Show the log file"), kApp, "", "folder"},
        {"app.quit", QT_TRANSLATE_NOOP("commands", "Quit"), kApp, "Ctrl+Q", "close"},
    };
    return rows;
}

}  // namespace limner::app
