// What lies over the window: palette, error, toast; and the rail beside it.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "widgets/button.h"
#include "widgets/command_palette.h"
#include "widgets/empty_state.h"
#include "widgets/fuzzy.h"
#include "widgets/key_caps.h"
#include "widgets/notice.h"
#include "widgets/rail.h"
#include "widgets/scrim.h"
#include "widgets/theme.h"
#include "widgets/toast.h"

using namespace limner::widgets;

namespace {

QString str(const char* ascii) {
    return QString::fromUtf8(ascii);
}

struct Window {
    Window() {
        widget.resize(1000, 700);
        button = new Button(str("Behind"), &widget);
        widget.show();
        (void)QTest::qWaitForWindowActive(&widget);
        button->setFocus();
    }
    QAction* add(const char* text) {
        auto* action = new QAction(str(text), &widget);
        actions.append(action);
        return action;
    }
    QWidget widget;
    Button* button = nullptr;
    QList<QAction*> actions;
};

NoticeCard::Content fullDisk() {
    return {.title = str("Checkpoint 8,214 was not saved"),
            .happened = str("The drive of this project is full."),
            .kept = str("Nothing in memory was lost."),
            .toDo = str("Save elsewhere, or remove old checkpoints."),
            .details = str("io/safe_replace: no space left (28)"),
            .choices = {{str("remove"), str("Remove 6 and save"), {}, str("trash"), true},
                        {str("elsewhere"), str("Save elsewhere…"), str("primary")}}};
}

}  // namespace

class OverlayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Tone::Dark, 1.0); }

    void fuzzyFindsPiecesBeforeScatteredLetters() {
        const auto piece = fuzzyMatch(str("learn"), str("Show learning rate"));
        const auto letters = fuzzyMatch(str("slr"), str("Show learning rate"));
        QVERIFY(piece && letters);
        QVERIFY(piece->score > letters->score);
        QCOMPARE(letters->letters, (std::vector<qsizetype>{0, 5, 14}));
        QVERIFY(!fuzzyMatch(str("xyz"), str("Show learning rate")));
        QVERIFY(fuzzyMatch(str("rate learn"), str("Show learning rate")));
    }

    void paletteFindsAndRunsACommand() {
        Window window;
        window.add("Save now");
        QAction* pause = window.add("Pause training");
        window.add("Show the log");
        QSignalSpy ran(pause, &QAction::triggered);
        CommandPalette palette(&window.widget);
        palette.open(window.actions);
        QCOMPARE(palette.shownTexts().size(), 3);
        QVERIFY(palette.queryField()->hasFocus());
        QTest::keyClicks(palette.queryField(), str("pau"));
        QCOMPARE(palette.shownTexts(), QStringList{str("Pause training")});
        QTest::keyClick(palette.queryField(), Qt::Key_Return);
        QCOMPARE(ran.size(), 1);
        QVERIFY(!palette.isOpen());
        QVERIFY(window.button->hasFocus());
    }

    void paletteMovesWithArrowsAndLeavesWithEscape() {
        Window window;
        QAction* first = window.add("Alpha");
        QAction* second = window.add("Beta");
        QSignalSpy ranFirst(first, &QAction::triggered);
        QSignalSpy ranSecond(second, &QAction::triggered);
        CommandPalette palette(&window.widget);
        palette.open(window.actions);
        QTest::keyClick(palette.queryField(), Qt::Key_Down);
        QTest::keyClick(palette.queryField(), Qt::Key_Return);
        QCOMPARE(ranSecond.size(), 1);
        palette.open(window.actions);
        QTest::keyClick(palette.queryField(), Qt::Key_Escape);
        QVERIFY(!palette.isOpen());
        QCOMPARE(ranFirst.size(), 0);
    }

    void paletteLeavesOutWhatCannotBeDone() {
        Window window;
        window.add("Save now")->setEnabled(false);
        window.add("")->setSeparator(true);
        window.add("Pause")->setProperty("keywords", str("halt"));
        CommandPalette palette(&window.widget);
        palette.open(window.actions);
        QCOMPARE(palette.shownTexts(), QStringList{str("Pause")});
        palette.queryField()->setText(str("halt"));
        QCOMPARE(palette.shownTexts(), QStringList{str("Pause")});
        palette.queryField()->setText(str("nothing like it"));
        QVERIFY(palette.shownTexts().isEmpty());
        QTest::keyClick(palette.queryField(), Qt::Key_Return);  // must do nothing
    }

    void paletteDimsTheWindowByFortyTwoPercent() {
        Window window;
        QPalette white = window.widget.palette();
        white.setColor(QPalette::Window, Qt::white);
        window.widget.setPalette(white);
        CommandPalette palette(&window.widget);
        palette.open({});
        const QColor dimmed = window.widget.grab().toImage().pixelColor(5, 690);
        QVERIFY(std::abs(dimmed.red() - 148) <= 1);  // 255 × (1 − 107/255)
    }

    void noticeFocusesTheChoiceThatDestroysNothing() {
        Window window;
        NoticeCard notice(&window.widget);
        notice.show(fullDisk());
        QCOMPARE(QApplication::focusWidget()->objectName(), str("noticeCard.choice.elsewhere"));
        QSignalSpy chosen(&notice, &NoticeCard::chosen);
        QSignalSpy closed(&notice, &NoticeCard::closed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(0).toString(), str("elsewhere"));
        QCOMPARE(closed.size(), 1);
        QVERIFY(!notice.isOpen());
    }

    void noticeEscapesWithoutAChoice() {
        Window window;
        NoticeCard notice(&window.widget);
        notice.show(fullDisk());
        QSignalSpy chosen(&notice, &NoticeCard::chosen);
        QSignalSpy closed(&notice, &NoticeCard::closed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(chosen.size(), 0);
        QCOMPARE(closed.size(), 1);
        QVERIFY(window.button->hasFocus());
    }

    void anErrorStandsWithItsNamesAndSentencesOnOneLine() {
        Window window;
        NoticeCard notice(&window.widget);
        notice.show(fullDisk());
        QApplication::processEvents();
        const auto topOf = [&notice](const QString& words) {
            for (const QLabel* label : notice.findChildren<QLabel*>())
                if (label->text().contains(words)) return label->mapTo(&notice, QPoint()).y();
            return -1;
        };
        QVERIFY(topOf(str("What happened")) > 0);
        QCOMPARE(topOf(str("What happened")), topOf(str("The drive of this project is full.")));
        QCOMPARE(notice.geometry().center().x(), window.widget.rect().center().x());
    }

    void aQuestionSaysNothingOfErrors() {
        Window window;
        NoticeCard notice(&window.widget);
        NoticeCard::Content question = fullDisk();
        question.kind = NoticeCard::Kind::Question;
        notice.show(question);
        QStringList texts;
        for (const QLabel* label : notice.findChildren<QLabel*>())
            if (label->isVisible()) texts << label->text();
        QVERIFY(!texts.contains(str("What happened")));
        QVERIFY(texts.join(u' ').contains(str("The drive of this project is full.")));
    }

    void noticeCopiesItsDetails() {
        Window window;
        NoticeCard notice(&window.widget);
        notice.show(fullDisk());
        QTest::mouseClick(notice.findChild<Button*>(str("noticeCard.copy")), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), str("io/safe_replace: no space left (28)"));
        QVERIFY(notice.isOpen());
    }

    void noticeKeepsTabInside() {
        Window window;
        NoticeCard notice(&window.widget);
        notice.show(fullDisk());
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(notice.isAncestorOf(QApplication::focusWidget()));
        }
    }

    void noticeFitsASmallWindow() {
        Window window;
        window.widget.resize(420, 600);
        NoticeCard notice(&window.widget);
        notice.show(fullDisk());
        QCoreApplication::processEvents();
        QVERIFY(notice.width() <= 420 - 16);
        QVERIFY(notice.geometry().bottom() < 600);
    }

    void toastGoesAboveTheJobBarAndTakesNoFocus() {
        Window window;
        Toast toast(&window.widget);
        toast.setBottomMargin(64);
        QSignalSpy acted(&toast, &Toast::actionTriggered);
        toast.show(str("Run renamed."), Toast::Look::Ok, str("Undo"));
        QVERIFY(toast.isVisible());
        QCOMPARE(toast.geometry().bottom() + 1, 700 - 64);
        QVERIFY(window.button->hasFocus());
        QTest::mouseClick(toast.findChild<QPushButton*>(str("toast.action")), Qt::LeftButton);
        QCOMPARE(acted.size(), 1);
        QVERIFY(!toast.isVisible());
    }

    void railChoosesByMouseAndKeys() {
        Rail rail;
        rail.setItems(
            {{str("train"), str("train"), str("Train")}, {str("explore"), str("explore"), str("Explore")}},
            {{str("settings"), str("settings"), str("Settings")}});
        rail.resize(64, 600);
        QSignalSpy spy(&rail, &Rail::chosen);
        QTest::mouseClick(&rail, Qt::LeftButton, {}, QPoint(32, 52 + 56 + 20));
        QCOMPARE(spy.last().at(0).toString(), str("explore"));
        QTest::mouseClick(&rail, Qt::LeftButton, {}, QPoint(32, 600 - 30));
        QCOMPARE(spy.last().at(0).toString(), str("settings"));
        QTest::keyClick(&rail, Qt::Key_Home);
        QTest::keyClick(&rail, Qt::Key_Return);
        QCOMPARE(spy.last().at(0).toString(), str("train"));
        QCOMPARE(rail.sizeHint().width(), 64);
        rail.setCompact(true);
        QCOMPARE(rail.sizeHint().width(), 48);
    }

    void emptyStateOffersOneButton() {
        EmptyState empty;
        empty.setContent(str("Nothing to explore yet"), str("Train a model first."), str("Train"));
        QSignalSpy spy(&empty, &EmptyState::activated);
        QTest::mouseClick(empty.button(), Qt::LeftButton);
        QCOMPARE(spy.size(), 1);
    }

    void keyCapsSplitAShortcut() {
        QCOMPARE(keyCaps(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)),
                 (QStringList{str("Ctrl"), str("Shift"), str("P")}));
        QCOMPARE(keyCaps(QKeySequence(Qt::CTRL | Qt::Key_Plus)), (QStringList{str("Ctrl"), str("+")}));
        QVERIFY(keyCaps({}).isEmpty());
    }
};

QTEST_MAIN(OverlayTest)
#include "overlay_test.moc"
