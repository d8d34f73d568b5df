// The real window on the real core, with a project of its own: what a person does with it, and what they see.
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "app/look.h"
#include "app/main_window.h"
#include "app/real_core.h"
#include "app/train/run_session.h"
#include "app/train/train_page.h"

namespace limner::test {

/// Settings and project outlive the window, so that it can be closed and opened again as the program would.
class RealWindow {
public:
    RealWindow() {
        settings = std::make_unique<app::Settings>(folder.filePath(QStringLiteral("settings.ini")));
        settings->setText("project_folder", folder.filePath(QStringLiteral("project")));
        app::applyLook(*qApp, *settings);
    }

    /// False if the window or the core did not open.
    bool open() {
        window = std::make_unique<app::MainWindow>(*settings, &app::openRealCore);
        window->resize(1440, 900);
        window->show();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get()) && waitFor([this] { return bridge().isOpen(); });
    }

    /// Lets the window live until the condition holds, within a limit that a loaded machine keeps too.
    template <typename Condition>
    static bool waitFor(Condition condition) {
        return QTest::qWaitFor(condition, 120'000);
    }

    template <typename Widget = QWidget>
    Widget* find(const char* name) const {
        return window->findChild<Widget*>(QString::fromLatin1(name));
    }

    /// False where there is no such button, or nobody could press it.
    bool click(const char* name) const {
        auto* button = find<QAbstractButton>(name);
        if (!button || !button->isVisible() || !button->isEnabled()) return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        QWidget* focused = window->focusWidget() ? window->focusWidget() : window.get();
        QTest::keyClick(focused, key, modifiers);
    }

    app::StudioBridge& bridge() const { return window->bridge(); }
    app::RunSession& session() const { return window->trainPage()->session(); }
    bool isInState(JobState state) const {
        const auto job = session().jobInfo();
        return job && job->state == state;
    }

    QTemporaryDir folder;
    std::unique_ptr<app::Settings> settings;
    std::unique_ptr<app::MainWindow> window;
};

}  // namespace limner::test
