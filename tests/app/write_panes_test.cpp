// Side by side and the chat of Write.
#include <QLineEdit>

#include "app/write/write_models.h"
#include "writer_driver.h"

using namespace limner;
using test::kPrompt;
using test::qs;
using test::utf8;
using test::Writer;

class WritePanesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsWriteFromTheSamePrompt();
    void theChatKeepsTurns();
    void turnsAreLaidOutAsThePersonSetItForThisModel();
    void eachPaneHasOneButtonThatWrites();
};

void WritePanesTest::columnsWriteFromTheSamePrompt() {
    Writer writer;
    writer.type(qs(kPrompt));
    writer.page().showView(qs("compare"));
    writer.click("write.bothButton");
    QCOMPARE(writer.studio->jobs().size(), size_t{2});
    QCOMPARE(writer.sent("prompt"), std::string(kPrompt));
    QCOMPARE(realOf(writer.studio->lastRecipe().values, "temperature"), 1.2);  // the right one is bolder
    writer.studio->publishWriting(JobId{1}, {" went", " home"}, "");
    writer.look();
    auto* left = writer.find<widgets::TextEditor>("write.column.left.text");
    QCOMPARE(left->toPlainText(), qs(kPrompt) + qs(" went home"));
    writer.studio->setState(JobId{1}, JobState::Finished);
    writer.studio->setState(JobId{2}, JobState::Running);
    writer.studio->publishWriting(JobId{2}, {" slept"}, "");
    writer.studio->setState(JobId{2}, JobState::Finished);
    writer.look();
    QCOMPARE(writer.text(), qs(kPrompt));  // the text itself waits
    writer.click("write.column.right.take");
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" slept"));
    QCOMPARE(writer.session().branches().all().size(), size_t{2});
    auto* form = writer.find<widgets::ParamForm>("write.form");
    QTest::mouseClick(writer.find<widgets::TextEditor>("write.column.right.text")->viewport(),
                      Qt::LeftButton);
    QCOMPARE(std::get<double>(form->value(qs("temperature"))), 1.2);
    Q_EMIT form->valueChanged(qs("temperature"), ParamValue(0.3), true);
    QTest::mouseClick(left->viewport(), Qt::LeftButton);
    QCOMPARE(std::get<double>(form->value(qs("temperature"))), 0.8);
    writer.press(qs("Ctrl+Z"));
    QTest::mouseClick(writer.find<widgets::TextEditor>("write.column.right.text")->viewport(),
                      Qt::LeftButton);
    QCOMPARE(std::get<double>(form->value(qs("temperature"))), 1.2);
}

void WritePanesTest::theChatKeepsTurns() {
    Writer writer;
    writer.page().showView(qs("chat"));
    QVERIFY(writer.isSaid(qs("A small model goes on with a text")));
    auto* line = writer.page().chatPanel().line();
    line->setFocus();
    QTest::keyClicks(line, qs("Who goes there?"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(writer.sent("prompt"), std::string("You: Who goes there?\nModel:"));
    QCOMPARE(writer.sent("stop"), std::string("You:"));
    writer.studio->publishWriting(writer.newest(), {" A", " friend"}, "");
    writer.look();
    QVERIFY(writer.waitFor([&] { return writer.isSaid(qs("A friend")); }));
    writer.studio->setState(writer.newest(), JobState::Finished);
    writer.look();
    const auto& turns = writer.session().record().chat;
    QCOMPARE(turns.size(), size_t{2});
    QCOMPARE(turns[1].text, qs("A friend"));
    const int64_t seed = intOf(writer.studio->lastRecipe().values, "seed");
    writer.click("chat.again");
    QCOMPARE(turns.size(), size_t{1});
    QVERIFY(intOf(writer.studio->lastRecipe().values, "seed") != seed);
    writer.studio->publishWriting(writer.newest(), {" A", " foe"}, "");
    writer.studio->setState(writer.newest(), JobState::Finished);
    writer.look();
    QCOMPARE(turns.back().text, qs("A foe"));
    const QString path = writer.folder.filePath(qs("chat.md"));
    writer.page().chatPanel().exportTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("**You:** Who goes there?"));
    writer.click("chat.person.edit");
    auto* edited = writer.find("chat.person")->findChild<app::ChatLine*>();
    edited->setPlainText(qs("What goes there?"));
    QTest::keyClick(edited, Qt::Key_Return);
    QVERIFY(writer.waitFor([&] { return writer.sent("prompt") == "You: What goes there?\nModel:"; }));
    writer.page().chatPanel().stop();
    writer.window->commands().action(qs("edit.undo"))->trigger();  // the line has an undo of its own
    QCOMPARE(turns.size(), size_t{2});
}

void WritePanesTest::turnsAreLaidOutAsThePersonSetItForThisModel() {
    Writer writer;
    writer.page().showView(qs("chat"));
    writer.click("chat.layoutSwitch");
    const auto line = [&] { return writer.find<QLineEdit>("chat.layout.line"); };
    QCOMPARE(line()->text(), qs("You: {person}\\nModel: {model}\\n"));
    const auto set = [&](const char* text) {
        line()->setText(qs(text));
        QTest::keyClick(line(), Qt::Key_Return);
    };
    set("Q: {person}");
    QVERIFY(writer.isSaid(qs("the layout stays as it was")));
    set("<q>{person}</q>\\n<a>{model}</a>\\n");
    auto* said = writer.page().chatPanel().line();
    QTest::keyClicks(said, qs("Who?"));
    QTest::keyClick(said, Qt::Key_Return);
    QCOMPARE(writer.sent("prompt"), std::string("<q>Who?</q>\n<a>"));
    QCOMPARE(writer.sent("stop"), std::string("<q>\n</q>"));
    writer.page().chatPanel().stop();
    const auto models = writer.page().models().all();
    QVERIFY(models.size() > 1);
    writer.session().setModel(models[1]);
    QCOMPARE(line()->text(), qs("You: {person}\\nModel: {model}\\n"));  // another model, its own turns
    writer.session().setModel(models[0]);
    QVERIFY(line()->text().startsWith(qs("<q>")));
    writer.reopen();
    writer.page().showView(qs("chat"));
    QVERIFY(line()->text().startsWith(qs("<q>")));
    writer.click("chat.layoutSwitch");
    writer.click("chat.layout.reset");
    QCOMPARE(line()->text(), qs("You: {person}\\nModel: {model}\\n"));
    writer.window->commands().action(qs("edit.undo"))->trigger();
    QVERIFY(line()->text().startsWith(qs("<q>")));
}

void WritePanesTest::eachPaneHasOneButtonThatWrites() {
    Writer writer;
    const auto primaries = [&] {
        int count = 0;
        for (auto* button : writer.window->findChildren<widgets::Button*>())
            count += button->isVisible() && button->role() == qs("primary") ? 1 : 0;
        return count;
    };
    for (const char* view : {"editor", "compare", "chat"}) {
        writer.page().showView(qs(view));
        QCOMPARE(primaries(), 1);
    }
    writer.page().showView(qs("editor"));
    writer.window->resize(900, 640);
    QVERIFY(writer.waitFor([&] { return writer.find("write.header.go")->isVisible(); }));
    QCOMPARE(primaries(), 1);
}

int main(int argc, char** argv) {
    return test::runWindowTest<WritePanesTest>(argc, argv);
}
#include "write_panes_test.moc"
