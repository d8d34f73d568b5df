// The window itself, driven by mouse and keys on a fake studio: what is there at once, palette, theme, sizes,
// focus.
#include <QLabel>

#include <QLineEdit>
#include <QScreen>

#include "app/language.h"
#include "app/train/train_page.h"
#include "widgets/command_palette.h"
#include "widgets/theme.h"
#include "window_driver.h"

using namespace limner;
using test::kFirst;
using test::qs;
using test::WindowDriver;

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void atTwiceTheSizeTheWindowStillFitsTheScreen();
    void theWindowIsThereBeforeTheCore();
    void thePaletteRunsACommand();
    void theThemeSwitches();
    void theWindowComesBackWhereItWasLeft();
    void smallWindowsGiveWayInOrder();
    void f6GoesThroughEveryArea();
    void spaceOnAButtonPressesTheButton();
    void aSmallWindowCanStartARun();
    void wordsOfPagesToComeAreNotCut();
    void pluralsAreEnglishForEveryLanguageThatDoesNotShip();
};

void WindowTest::atTwiceTheSizeTheWindowStillFitsTheScreen() {
    WindowDriver driver;
    widgets::applyTheme(*qApp, widgets::Tone::Dark, 2.0);
    driver.open({});
    const QSize screen = driver.window->screen()->availableSize();
    const QSize size = driver.window->size();
    widgets::applyTheme(*qApp, widgets::Tone::Dark, 1.0);
    QVERIFY2(size.width() <= screen.width() && size.height() <= screen.height(), "part of it cannot be seen");
}

void WindowTest::theWindowIsThereBeforeTheCore() {
    QTemporaryDir folder;
    app::Settings settings(folder.filePath(qs("s.ini")));
    bool wasPainted = false, paintedFirst = false;
    const auto studio = std::make_shared<test::FakeStudio>();
    app::MainWindow window(settings, [&](const StudioOptions&, const std::function<void()>&) {
        paintedFirst = wasPainted;
        return Result<std::shared_ptr<Studio>>(std::shared_ptr<Studio>(studio));
    });
    connect(&window, &app::MainWindow::firstPainted, this, [&] { wasPainted = true; });
    window.show();
    QVERIFY(!window.findChild<QAbstractButton*>(qs("welcome.trainButton"))->isEnabled());
    QVERIFY(WindowDriver::waitFor([&] { return window.bridge().isOpen(); }));
    QVERIFY(paintedFirst);
    QVERIFY(window.findChild<QAbstractButton*>(qs("welcome.trainButton"))->isEnabled());
}

void WindowTest::thePaletteRunsACommand() {
    WindowDriver driver;
    driver.press(qs("Ctrl+Shift+P"));
    auto* palette = driver.window->findChild<widgets::CommandPalette*>();
    QVERIFY(palette->isOpen());
    QTest::keyClicks(palette->queryField(), qs("settings"));
    QTest::keyClick(palette->queryField(), Qt::Key_Return);
    QVERIFY(!palette->isOpen());
    QCOMPARE(driver.window->currentPage(), qs("go.settings"));
}

void WindowTest::theThemeSwitches() {
    WindowDriver driver;
    QCOMPARE(widgets::tone(), widgets::Tone::Dark);
    driver.press(qs("Ctrl+Shift+D"));
    QCOMPARE(widgets::tone(), widgets::Tone::Light);
    const QImage picture = driver.window->grab().toImage();
    QCOMPARE(picture.pixelColor(picture.width() / 2, 4), widgets::tokensOf(widgets::Tone::Light).base);
    driver.press(qs("Ctrl+Shift+D"));
    QCOMPARE(widgets::tone(), widgets::Tone::Dark);
}

void WindowTest::theWindowComesBackWhereItWasLeft() {
    WindowDriver driver;
    driver.press(qs("Ctrl+L"));
    driver.window->resize(1300, 800);
    driver.window->close();
    driver.open({1300, 800});
    QCOMPARE(driver.window->currentPage(), qs("go.library"));
}

void WindowTest::smallWindowsGiveWayInOrder() {
    WindowDriver driver;
    driver.startFirst();
    auto* rail = driver.find("rail");
    auto* inspector = driver.find("inspector");
    QCOMPARE(rail->width(), 64);
    driver.window->resize(1200, 800);
    QApplication::processEvents();
    QCOMPARE(rail->width(), 48);
    QVERIFY(inspector->isVisible());
    driver.window->resize(1024, 640);
    QApplication::processEvents();
    QCOMPARE(inspector->width(), 264);
    driver.window->resize(900, 640);
    QApplication::processEvents();
    QVERIFY(!inspector->isVisible());
    driver.press(qs("F9"));
    QVERIFY(inspector->isVisible());
    driver.press(qs("F9"));
    QVERIFY(!inspector->isVisible());
}

void WindowTest::f6GoesThroughEveryArea() {
    WindowDriver driver;
    driver.startFirst();
    driver.find("rail")->setFocus();
    QSet<QWidget*> seen;
    for (int i = 0; i < 8; ++i) {
        driver.press(qs("F6"));
        seen << driver.window->focusWidget();
    }
    QVERIFY(seen.contains(driver.find("train.samples")));
    QVERIFY(seen.contains(driver.find("train.timeLine")));
    QVERIFY(seen.contains(driver.find("rail")));
    QVERIFY(seen.size() >= 6);
}

void WindowTest::spaceOnAButtonPressesTheButton() {
    WindowDriver driver;
    driver.startFirst();
    auto* button = driver.find<QAbstractButton>("train.run.new");
    button->setFocus();
    driver.press(qs("Space"));
    QVERIFY(!driver.wasCalled("pause 1"));
    QVERIFY(driver.window->trainPage()->showsNewRun());
}

void WindowTest::aSmallWindowCanStartARun() {
    WindowDriver driver({900, 640});
    driver.press(qs("Ctrl+1"));
    QVERIFY(!driver.find("train.startButton")->isVisible());
    driver.click("train.run.start");
    QVERIFY(driver.wasCalled("start 1"));
    driver.click("train.view.inspector");
    QVERIFY(driver.find("inspector")->isVisible());
}

void WindowTest::wordsOfPagesToComeAreNotCut() {
    WindowDriver driver({1024, 640});
    for (const char* keys : {"Ctrl+2", "Ctrl+3", "Ctrl+4"}) {
        driver.press(qs(keys));
        for (const QLabel* label : driver.window->findChildren<QLabel*>()) {
            if (!label->isVisible()) continue;
            const int needed =
                label->wordWrap() ? label->heightForWidth(label->width()) : label->minimumSizeHint().height();
            QVERIFY2(label->height() >= needed, qPrintable(label->text()));
        }
    }
}

void WindowTest::pluralsAreEnglishForEveryLanguageThatDoesNotShip() {
    for (const char* language : {"C", "en_GB", "fr_FR"}) {
        app::installLanguage(*qApp, qs(language));
        QCOMPARE(QCoreApplication::translate("limner::app::LibraryPage", "%n run(s)", nullptr, 1),
                 qs("1 run"));
        QCOMPARE(QCoreApplication::translate("limner::app::LibraryPage", "%n run(s)", nullptr, 2),
                 qs("2 runs"));
    }
    app::installLanguage(*qApp, qs("zh_CN"));
    QVERIFY(!QCoreApplication::translate("limner::app::LibraryPage", "%n run(s)", nullptr, 2)
                 .contains(qs("run")));
    app::installLanguage(*qApp, qs("en_US"));
}

int main(int argc, char** argv) {
    return test::runWindowTest<WindowTest>(argc, argv);
}
#include "window_test.moc"
