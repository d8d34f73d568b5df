// Drives the real window as a person would: clicks by object name, keys, and what is on the screen.
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "app/language.h"
#include "app/look.h"
#include "app/main_window.h"
#include "fake_studio.h"

namespace limner::test {

constexpr JobId kFirst{1};

inline QString qs(const char* text) {
    return QString::fromLatin1(text);
}

/// A window on a fake studio, with settings of its own, shown and ready.
class WindowDriver {
public:
    explicit WindowDriver(QSize size = {1440, 900}) {
        settings = std::make_unique<app::Settings>(folder.filePath(QStringLiteral("settings.ini")));
        settings->setText("project_folder", folder.filePath(QStringLiteral("project")));
        app::applyLook(*qApp, *settings);
        open(size);
    }

    /// @param size  none: as the window itself chooses
    void open(QSize size = {1440, 900}) {
        window = std::make_unique<app::MainWindow>(
            *settings,
            [this](const StudioOptions&, const std::function<void()>&) -> Result<std::shared_ptr<Studio>> {
                return std::shared_ptr<Studio>(studio);
            });
        if (size.isValid()) window->resize(size);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get())) qFatal("the window does not become active");
        waitFor([this] { return window->bridge().isOpen(); });
    }

    /// LIMNER_TEST_PICTURES names a folder that gets a picture of how each test left the window.
    ~WindowDriver() {
        const QString pictures = qEnvironmentVariable("LIMNER_TEST_PICTURES");
        if (pictures.isEmpty()) return;
        QApplication::processEvents();
        const QString name = QString::fromLatin1(QTest::currentTestFunction());
        window->grab().save(pictures + QLatin1Char('/') + name + QStringLiteral(".png"));
    }

    template <typename Condition>
    static bool waitFor(Condition condition) {
        return QTest::qWaitFor(condition, 5000);
    }

    template <typename Widget = QWidget>
    Widget* find(const char* name) const {
        return window->findChild<Widget*>(QString::fromLatin1(name));
    }

    void click(const char* name) const {
        QWidget* widget = find(name);
        if (!widget || !widget->isVisible()) qFatal("no visible widget called %s", name);
        QTest::mouseClick(widget, Qt::LeftButton);
    }

    void press(const QString& keys) const {
        const QKeySequence sequence(keys);
        const QKeyCombination combination = sequence[0];
        QWidget* focused = window->focusWidget() ? window->focusWidget() : window.get();
        QTest::keyClick(focused, combination.key(), combination.keyboardModifiers());
    }

    /// Presses the button of the welcome page and lets the run come this far.
    void startFirst(int64_t steps = 400) const {
        click("welcome.trainButton");
        if (!wasCalled("start 1")) qFatal("nothing started");
        studio->publishMany(kFirst, steps);
        look();
    }

    /// Whether a label that can be seen has these words.
    bool isSaid(const QString& words) const {
        const auto labels = window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    /// Lets the bridge see what the studio did.
    void look() const { window->bridge().look(); }

    bool wasCalled(const std::string& call) const {
        const auto calls = studio->calls();
        return std::find(calls.begin(), calls.end(), call) != calls.end();
    }

    QTemporaryDir folder;
    std::shared_ptr<FakeStudio> studio = std::make_shared<FakeStudio>();
    std::unique_ptr<app::Settings> settings;
    std::unique_ptr<app::MainWindow> window;
};

/// The main function of a program of window tests, in English.
template <typename Test>
int runWindowTest(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("limner-test"));
    app::installLanguage(application, QStringLiteral("en_US"));
    Test test;
    return QTest::qExec(&test, argc, argv);
}

}  // namespace limner::test
