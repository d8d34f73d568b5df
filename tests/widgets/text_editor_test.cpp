// The editor: what a model wrote is marked until it is edited, marks follow undo, lines stand apart.
#include "widgets/text_editor.h"

#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QtTest>

#include "pointer.h"
#include "widgets/entropy_strip.h"
#include "widgets/find_bar.h"
#include "widgets/theme.h"
#include "widgets/token_marks.h"

using namespace limner;
using namespace limner::widgets;

namespace {

QString qs(const char* text) {
    return QString::fromUtf8(text);
}

/// "And he" of a person, then three tokens of a model.
struct Page {
    Page() {
        editor.resize(800, 400);
        editor.begin(qs("And he"));
        editor.setCaret(6);
    }
    void write() {
        editor.startPassage(6, 6);
        editor.write({{qs(" journeyed"), 0.06, 4.1}, {qs(" three"), 0.21, 3}});
        editor.write({{qs(" days"), 0.88, 1}});
        editor.endPassage();
    }
    QStringList marked() const {
        QStringList words;
        const QString text = editor.toPlainText();
        for (const TokenMark& mark : editor.marks().all()) words << text.mid(mark.start, mark.length);
        return words;
    }
    TextEditor editor;
};

}  // namespace

class TestTextEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void surpriseHasFourSteps() {
        QCOMPARE(surpriseLevel(1), 0);
        QCOMPARE(surpriseLevel(0.41), 0);
        QCOMPARE(surpriseLevel(0.3), 1);
        QCOMPARE(surpriseLevel(0.12), 2);
        QCOMPARE(surpriseLevel(0.05), 3);
        QCOMPARE(surpriseLevel(0), 3);
        QCOMPARE(surpriseAlpha(0), 0.0);
        QCOMPARE(surpriseAlpha(3), 0.42);
    }

    void marksMoveWithTheTextAndGoWhenTouched() {
        TokenMarks marks;
        marks.add({{0, 3}, {3, 4}, {10, 2}});
        QVERIFY(marks.change(3, 0, 5).empty());  // between two tokens
        QCOMPARE(marks.all()[1].start, 8);
        QCOMPARE(marks.all()[2].start, 15);
        const auto gone = marks.change(9, 1, 0);  // inside the second
        QCOMPARE(gone.size(), size_t{1});
        QCOMPARE(gone[0].start, 8);
        QCOMPARE(marks.all().size(), size_t{2});
        QCOMPARE(marks.all()[1].start, 14);
        marks.add({{1, 1}});  // takes the place of what it overlaps
        QCOMPARE(marks.all().front().start, 1);
        QCOMPARE(marks.all().size(), size_t{2});
        QVERIFY(marks.at(1) != nullptr && marks.at(2) == nullptr);
    }

    void aPassageIsOneStepHoweverManyTokensItHas() {
        Page page;
        QSignalSpy steps(&page.editor, &TextEditor::stepAdded);
        page.write();
        QCOMPARE(page.editor.toPlainText(), qs("And he journeyed three days"));
        QCOMPARE(steps.size(), 1);
        QCOMPARE(page.marked(), (QStringList{qs(" journeyed"), qs(" three"), qs(" days")}));
        page.editor.undoStep();
        QCOMPARE(page.editor.toPlainText(), qs("And he"));
        QVERIFY(page.editor.marks().all().empty());
        page.editor.redoStep();
        QCOMPARE(page.editor.toPlainText(), qs("And he journeyed three days"));
        QCOMPARE(page.marked().size(), 3);
        QCOMPARE(page.editor.marks().all()[0].probability, 0.06);
    }

    void typingWhileItWritesKeepsItsPlaceAndItsStep() {
        Page page;
        QSignalSpy steps(&page.editor, &TextEditor::stepAdded);
        page.editor.startPassage(6, 6);
        page.editor.write({{qs(" went"), 0.5, 1}});
        page.editor.setCaret(0);
        QTest::keyClicks(&page.editor, qs("Oh. "));
        page.editor.write({{qs(" away"), 0.5, 1}});
        QCOMPARE(page.editor.toPlainText(), qs("Oh. And he went away"));
        QCOMPARE(steps.size(), 3);  // the model, the person, the model
        page.editor.undoStep();
        QVERIFY(!page.editor.isWriting());
        QCOMPARE(page.editor.toPlainText(), qs("Oh. And he went"));
        page.editor.undoStep();
        QCOMPARE(page.editor.toPlainText(), qs("And he went"));
        QCOMPARE(page.marked(), QStringList{qs(" went")});
    }

    void theCaretFollowsTheModelOnlyFromItsPlace() {
        Page page;
        page.write();
        QCOMPARE(page.editor.textCursor().position(), 27);
        page.editor.setCaret(2);
        page.editor.startPassage(27, 27);
        page.editor.write({{qs(" toward"), 0.5, 1}});
        QCOMPARE(page.editor.textCursor().position(), 2);
    }

    void anEditedTokenIsThePersonsAndUndoGivesItBack() {
        Page page;
        page.write();
        page.editor.setCaret(10);
        QTest::keyClicks(&page.editor, qs("xy"));  // inside " journeyed"
        QCOMPARE(page.marked(), (QStringList{qs(" three"), qs(" days")}));
        page.editor.undoStep();
        QCOMPARE(page.marked(), (QStringList{qs(" journeyed"), qs(" three"), qs(" days")}));
        page.editor.selectAll();
        QTest::keyClick(&page.editor, Qt::Key_Delete);
        QVERIFY(page.marked().isEmpty());
        page.editor.undoStep();
        QCOMPARE(page.marked().size(), 3);
    }

    void marksOfSeveralEditsComeBackWhereTheyWere() {
        Page page;
        page.write();
        QTextCursor step(page.editor.document());
        step.beginEditBlock();
        step.setPosition(8);  // inside the first token …
        step.insertText(qs("ZZZ"));
        step.setPosition(28);  // … and inside the last
        step.insertText(qs("Q"));
        step.endEditBlock();
        page.editor.undoStep();
        QCOMPARE(page.marked(), (QStringList{qs(" journeyed"), qs(" three"), qs(" days")}));
    }

    void aClosedStepTakesNoMoreLetters() {
        Page page;
        QSignalSpy steps(&page.editor, &TextEditor::stepAdded);
        QTest::keyClicks(&page.editor, qs("ab"));
        QCOMPARE(steps.size(), 1);
        page.editor.closeStep();
        QTest::keyClicks(&page.editor, qs("c"));
        QCOMPARE(steps.size(), 2);
        page.editor.undoStep();
        QCOMPARE(page.editor.toPlainText(), qs("And heab"));
    }

    void fillingLeavesWhatFollows() {
        Page page;
        page.editor.begin(qs("He went to the city."));
        page.editor.startPassage(8, 14);
        page.editor.write({{qs("into"), 0.5, 1}});
        QCOMPARE(page.editor.toPlainText(), qs("He went into city."));
        page.editor.undoStep();
        QCOMPARE(page.editor.toPlainText(), qs("He went to the city."));
    }

    void undoKeysBelongToTheWindow() {
        Page page;
        QSignalSpy undo(&page.editor, &TextEditor::undoRequested);
        QTest::keyClicks(&page.editor, qs("a"));
        QTest::keyClick(&page.editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.size(), 1);
        QCOMPARE(page.editor.toPlainText(), qs("And hea"));
        QKeyEvent override(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        override.setAccepted(false);
        QApplication::sendEvent(&page.editor, &override);
        QVERIFY(!override.isAccepted());
    }

    void linesStandThirtyPixelsApart() {
        Page page;
        page.editor.begin(qs("one\ntwo\nthree\n") + qs("word ").repeated(120));
        page.editor.show();
        const auto lines = page.editor.visibleLines();
        QVERIFY(lines.size() > 5);
        for (size_t i = 1; i < lines.size(); ++i)
            QVERIFY(std::abs(lines[i].rect.center().y() - lines[i - 1].rect.center().y() - 30) <= 1);
        // a click in the gap above a line goes to the nearest letter, not to the line's beginning
        const QRect letter = page.editor.rectOf(9, 1);  // the first r of "three" is unit 10
        QTest::mouseClick(page.editor.viewport(), Qt::LeftButton, {}, {letter.right() + 1, letter.top() - 3});
        QCOMPARE(page.editor.textCursor().position(), 10);
    }

    void tintsLieBehindWordsAndNeverBehindAPersons() {
        Page page;
        page.write();
        page.editor.show();
        const QImage plain = page.editor.viewport()->grab().toImage();
        const TextEditor& editor = page.editor;
        const auto colourAbove = [&editor](const QImage& shot, int unit) {
            const QRect rect = editor.rectOf(unit, 1);
            return shot.pixelColor(rect.center().x(), rect.center().y() - 11);
        };
        QVERIFY(colourAbove(plain, 10) != tokens().field);  // the faint tint of all that a model wrote
        QCOMPARE(colourAbove(plain, 1), tokens().field);
        page.editor.setSurpriseShown(true);
        const QImage tinted = page.editor.viewport()->grab().toImage();
        QCOMPARE(colourAbove(tinted, 1), tokens().field);
        QVERIFY(colourAbove(tinted, 10).red() > colourAbove(tinted, 19).red());  // journeyed, three
        QCOMPARE(colourAbove(tinted, 25), tokens().field);                       // days was expected
    }

    void theStripShowsTheMeanEntropyOfEachLine() {
        Page page;
        page.editor.begin(qs("mine\nyours all"), {{5, 5, 0.5, 2}, {10, 4, 0.5, 4}});
        page.editor.show();
        const auto lines = page.editor.visibleLines();
        QVERIFY(!lines[0].entropyBits);
        QCOMPARE(*lines[1].entropyBits, 3.0);
        page.editor.begin(qs("mine\nyours"), {{5, 5, 0.5, 0}});  // nobody knows how undecided it was
        QVERIFY(!page.editor.visibleLines()[1].entropyBits);
        page.editor.begin(qs("mine\nyours all"), {{5, 5, 0.5, 2}, {10, 4, 0.5, 4}});
        QCOMPARE(EntropyStrip::barWidth(3), 18);
        auto* strip = page.editor.findChild<EntropyStrip*>();
        QVERIFY(!strip->accessibleName().isEmpty());
        const QImage shot = strip->grab().toImage();
        const auto at = [&](int line) {
            return shot.pixelColor(3, lines[static_cast<size_t>(line)].rect.center().y() - strip->y());
        };
        QVERIFY(at(1) != at(0));
    }

    void alternativesAreAskedForByRestAndByKey() {
        Page page;
        page.editor.show();
        QSignalSpy wanted(&page.editor, &TextEditor::alternativesWanted);
        const QPoint letter = page.editor.rectOf(1, 1).center();
        pointer::move(*page.editor.viewport(), letter);
        QVERIFY(wanted.wait(2000));
        QCOMPARE(wanted[0][0].toInt(), 1);
        QCOMPARE(wanted[0][1].toBool(), false);
        pointer::move(*page.editor.viewport(), QPoint(letter.x() + 500, letter.y()));
        QCOMPARE(wanted.last()[0].toInt(), -1);
        QTest::keyClick(&page.editor, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(wanted.last()[0].toInt(), 6);
        QCOMPARE(wanted.last()[1].toBool(), true);
    }

    void damagedMarksAreLeftOut() {
        Page page;
        page.editor.begin(qs("short"), {{-1, 2}, {0, 2}, {3, 9}, {2147483647, 2147483647}, {2, 0}});
        QCOMPARE(page.editor.marks().all().size(), size_t{1});
    }

    void filesAreNotForTheText() {
        Page page;
        QMimeData files;
        files.setUrls({QUrl(QStringLiteral("file:///tmp/a.txt"))});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &files, Qt::LeftButton, {});
        QApplication::sendEvent(page.editor.viewport(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    void findingGoesRoundAndReplacingAllIsOneStep() {
        Page page;
        page.editor.begin(qs("a cat, a Cat, a dog"));
        FindBar bar(page.editor);
        bar.open(true);
        auto* words = bar.findChild<QLineEdit*>(qs("find.words"));
        words->setText(qs("cat"));
        QCOMPARE(bar.found(), 2);
        QCOMPARE(page.editor.textCursor().selectionStart(), 2);  // typing finds the first one already
        bar.go(1);
        QCOMPARE(page.editor.textCursor().selectionStart(), 9);
        bar.go(1);
        QCOMPARE(page.editor.textCursor().selectionStart(), 2);
        bar.go(-1);
        QCOMPARE(page.editor.textCursor().selectionStart(), 9);
        bar.findChild<QLineEdit*>(qs("find.others"))->setText(qs("cats"));
        QSignalSpy steps(&page.editor, &TextEditor::stepAdded);
        bar.replaceAll();
        QCOMPARE(page.editor.toPlainText(), qs("a cats, a cats, a dog"));
        QCOMPARE(steps.size(), 1);
        page.editor.undoStep();
        QCOMPARE(page.editor.toPlainText(), qs("a cat, a Cat, a dog"));
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(bar.isHidden());
    }

    void aLongTextIsWrittenAtItsEndWithoutLayingOutTheRest() {
        Page page;
        page.editor.begin(qs("A line of an old book.\n").repeated(20000));
        page.editor.show();
        const int end = page.editor.document()->characterCount() - 1;
        page.editor.setCaret(end);
        page.editor.startPassage(end, end);
        for (int i = 0; i < 200; ++i) page.editor.write({{qs(" on"), 0.5, 1}});
        QCOMPARE(page.editor.marks().all().size(), size_t{200});
        QVERIFY(page.editor.verticalScrollBar()->value() > 19000);
        int laidOut = 0;
        for (QTextBlock block = page.editor.document()->begin(); block.isValid(); block = block.next())
            if (block.layout()->lineCount() > 0) ++laidOut;
        QVERIFY2(laidOut < 2000, qPrintable(QString::number(laidOut)));
    }
};

QTEST_MAIN(TestTextEditor)
#include "text_editor_test.moc"
