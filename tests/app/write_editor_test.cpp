// What a person and a model write in the editor together, and how it is taken back.
#include "writer_driver.h"

using namespace limner;
using test::kPrompt;
using test::qs;
using test::utf8;
using test::Writer;

class WriteEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void halfASentenceIsContinuedWordByWord();
    void aPassageIsUndoneAtOnceAndTypingByItself();
    void stopEndsItAtOnce();
    void aStopStringLeavesNothingBehind();
    void settingsAreDraggedWhileItWrites();
    void settingsAndTextShareOneUndo();
    void aSelectionIsFilledIn();
    void theMiddleOfATextIsContinuedFromTheCaret();
    void theNextWordIsWrittenByAClick();
    void aFailureLeavesTheTextAlone();
    void findingReachesTheText();
};

void WriteEditorTest::halfASentenceIsContinuedWordByWord() {
    Writer writer;
    writer.type(qs(kPrompt));
    writer.click("write.goButton");
    QVERIFY(writer.wasCalled("start 1"));
    QCOMPARE(writer.sent("prompt"), std::string(kPrompt));
    QCOMPARE(writer.sent("run"), std::string("/models/gpt-small.safetensors"));
    writer.publish(1);
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" and"));
    writer.publish(4);
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" and the river,"));
    QVERIFY(writer.find("write.stopButton")->isVisible());
    writer.studio->setState(writer.newest(), JobState::Finished);
    writer.look();
    QVERIFY(writer.find("write.goButton")->isVisible());
    QCOMPARE(writer.editor().marks().all().size(), size_t{4});
    QCOMPARE(writer.editor().textCursor().position(), writer.text().size());
    QCOMPARE(writer.tree()->count(), 2);
}

void WriteEditorTest::aPassageIsUndoneAtOnceAndTypingByItself() {
    Writer writer;
    writer.begin();
    writer.type(qs(" Then"));
    QCOMPARE(writer.window->undoStack().undoText(), qs("Typing"));
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" and the river, was"));
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.text(), qs(kPrompt));
    QCOMPARE(writer.tree()->count(), 1);
    writer.press(qs("Ctrl+Shift+Z"));
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" and the river, was"));
    QCOMPARE(writer.editor().marks().all().size(), size_t{5});
    QCOMPARE(writer.tree()->count(), 2);
    writer.press(qs("Ctrl+Z"));
    writer.press(qs("Ctrl+Z"));
    QVERIFY(writer.text().isEmpty());
}

void WriteEditorTest::stopEndsItAtOnce() {
    Writer writer;
    writer.studio->stopsAtOnce = false;
    writer.type(qs(kPrompt));
    writer.click("write.goButton");
    writer.publish(2);
    writer.press(qs("Escape"));
    QVERIFY(writer.wasCalled("stop 1"));
    QVERIFY(!writer.session().isWriting());
    writer.publish(5);  // what comes late is not taken
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" and the"));
}

void WriteEditorTest::aStopStringLeavesNothingBehind() {
    Writer writer;
    writer.type(qs(kPrompt));
    writer.click("write.goButton");
    writer.publish(6);
    writer.studio->publishWriting(writer.newest(), {" and", " the", " riv"}, "stopped");
    writer.studio->setState(writer.newest(), JobState::Finished);
    writer.look();
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" and the riv"));
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.text(), qs(kPrompt));  // still one step
}

void WriteEditorTest::settingsAreDraggedWhileItWrites() {
    Writer writer;
    writer.type(qs(kPrompt));
    writer.click("write.goButton");
    writer.publish(2);
    auto* form = writer.find<widgets::ParamForm>("write.form");
    Q_EMIT form->valueChanged(qs("temperature"), ParamValue(1.1), false);
    QVERIFY(writer.wasCalled("edit 1 temperature=1.1"));
    QCOMPARE(std::get<double>(writer.session().value("temperature")), 0.8);
    Q_EMIT form->valueChanged(qs("temperature"), ParamValue(1.2), true);
    QVERIFY(writer.wasCalled("edit 1 temperature=1.2"));
    Q_EMIT form->valueChanged(qs("tokens"), ParamValue(int64_t{9}), true);  // fixed at the start
    for (const std::string& call : writer.studio->calls()) QVERIFY(!call.starts_with("edit 1 tokens"));
}

void WriteEditorTest::settingsAndTextShareOneUndo() {
    Writer writer;
    writer.type(qs("one"));
    writer.session().set("temperature", 1.5);
    writer.type(qs("two"));
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.text(), qs("one"));
    QCOMPARE(std::get<double>(writer.session().value("temperature")), 1.5);
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(std::get<double>(writer.session().value("temperature")), 0.8);
    QCOMPARE(writer.text(), qs("one"));
    writer.press(qs("Ctrl+Z"));
    QVERIFY(writer.text().isEmpty());
    for (int i = 0; i < 3; ++i) writer.press(qs("Ctrl+Shift+Z"));
    QCOMPARE(writer.text(), qs("onetwo"));
}

void WriteEditorTest::aSelectionIsFilledIn() {
    Writer writer;
    writer.type(qs("He went ____ to the city."));
    QTextCursor gap = writer.editor().textCursor();
    gap.setPosition(7);
    gap.setPosition(12, QTextCursor::KeepAnchor);
    writer.editor().setTextCursor(gap);
    writer.press(qs("Alt+Return"));
    QCOMPARE(writer.sent("prompt"), std::string("He went"));
    QCOMPARE(writer.sent("after"), std::string(" to the city."));
    writer.publish(2);
    QCOMPARE(writer.text(), qs("He went and the to the city."));
}

void WriteEditorTest::theMiddleOfATextIsContinuedFromTheCaret() {
    Writer writer;
    writer.type(qs("He went. She came."));
    writer.editor().setCaret(8);
    writer.click("write.goButton");
    QCOMPARE(writer.sent("prompt"), std::string("He went."));
    QVERIFY(writer.sent("after").empty());
    writer.publish(1);
    QCOMPARE(writer.text(), qs("He went. and She came."));
}

void WriteEditorTest::theNextWordIsWrittenByAClick() {
    Writer writer;
    writer.type(qs("From the water"));
    auto* next = writer.find<widgets::ProbabilityBars>("write.next");
    QVERIFY(writer.waitFor([&] { return next->isVisible() && next->rows().size() == 5; }));
    QTest::mouseClick(next, Qt::LeftButton, {}, next->rowRect(2).center());
    QCOMPARE(writer.text(), qs("From the water from"));
    QCOMPARE(writer.editor().marks().all().size(), size_t{1});
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.text(), qs("From the water"));
}

void WriteEditorTest::aFailureLeavesTheTextAlone() {
    Writer writer;
    writer.type(qs(kPrompt));
    writer.studio->refuseNextStart({.code = ErrorCode::InvalidArgument, .message = "There is no such tag."});
    writer.click("write.goButton");
    QVERIFY(writer.isSaid(qs("There is no such tag.")));
    QTest::keyClick(writer.card(), Qt::Key_Escape);
    writer.click("write.goButton");
    writer.studio->fail(writer.newest(), {.code = ErrorCode::Damaged, .message = "The weights are damaged."});
    writer.look();
    QVERIFY(writer.isSaid(qs("The weights are damaged.")));
    QCOMPARE(writer.text(), qs(kPrompt));
    QVERIFY(!writer.session().isWriting());
}

void WriteEditorTest::findingReachesTheText() {
    Writer writer;
    writer.type(qs(kPrompt));
    writer.press(qs("Ctrl+F"));
    QVERIFY(writer.find("find.words")->hasFocus());
    QTest::keyClicks(writer.find("find.words"), qs("days"));
    QTest::keyClick(writer.find("find.words"), Qt::Key_Return);
    QCOMPARE(writer.editor().textCursor().selectedText(), qs("days"));
    QTest::keyClick(writer.find("find.words"), Qt::Key_Escape);
    QVERIFY(writer.editor().hasFocus());
}

int main(int argc, char** argv) {
    return test::runWindowTest<WriteEditorTest>(argc, argv);
}
#include "write_editor_test.moc"
