// The page of Write as a whole: models, files, measures, sizes, languages.
#include "app/train/run_session.h"
#include "app/train/train_page.h"
#include "writer_driver.h"

using namespace limner;
using test::kPrompt;
using test::kUnreadable;
using test::qs;
using test::utf8;
using test::Writer;

class WritePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAModelOneButtonLeadsToTraining();
    void measuresFollowTheText();
    void aReferenceIsMeasuredAgainst();
    void modelsComeFromLibraryNetworksAndRuns();
    void weightsThatCannotBeReadLeaveTheModelAsItWas();
    void nothingIsLostByClosing();
    void filesAreOpenedSavedAndNeverWrittenOverUnasked();
    void badFilesAreSaid();
    void aDroppedTextIsOpened();
    void aWrittenTextBringsBackPromptAndSettings();
    void theKeyboardReachesEveryArea();
    void aNarrowWindowKeepsTheTextReadable();
    void chineseIsWrittenAndBranched();
    void atTwiceTheSizeNothingIsCut();
    void choosingATextChoosesAModelThatLearnsIt();
    void aModelThatLearnsShowsWhatItWrites();
    void aRunOfTheDiskShowsWhatItWroteAndLeadsToWrite();
    void whatShipsIsFoundWhereverItLiesToday();
};

void WritePageTest::withoutAModelOneButtonLeadsToTraining() {
    Writer writer({1440, 900}, false);
    QVERIFY(writer.waitFor([&] { return writer.find("write.empty")->isVisible(); }));
    auto* empty = writer.find<widgets::EmptyState>("write.empty");
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(writer.window->currentPage(), qs("go.train"));
}

void WritePageTest::measuresFollowTheText() {
    Writer writer;
    writer.type(qs("one two three four one two three four"));
    const auto value = [&](int measure) {
        return writer.find<QLabel>(qPrintable(qs("write.measure.%1").arg(measure)))->text();
    };
    QVERIFY(writer.waitFor([&] { return value(2) == qs("8"); }));
    QVERIFY(writer.waitFor([&] { return value(3) == qs("8 of 512"); }));
    QCOMPARE(value(4), qs("20.0 %"));
    QVERIFY(value(0).toDouble() > 1);
    QVERIFY(value(1).endsWith(qs("bits")));
}

void WritePageTest::aReferenceIsMeasuredAgainst() {
    Writer writer;
    writer.type(qs(kPrompt));
    const QString reference = writer.write("reference.txt", "And in those days");
    writer.page().measures().setReference(reference);
    QCOMPARE(writer.studio->lastRecipe().kind, std::string("score"));
    QFile hypothesis(QString::fromStdString(writer.sent("hypothesis")));
    QVERIFY(hypothesis.open(QIODevice::ReadOnly));
    QCOMPARE(hypothesis.readAll(), QByteArray(kPrompt));
    writer.studio->publishNumbers(writer.newest(), {{"bleu", 18.42}, {"rouge-1", 0.5}, {"rouge-l", 0.4127}});
    writer.studio->setState(writer.newest(), JobState::Finished);
    writer.look();
    QCOMPARE(writer.find<QLabel>("write.measure.5")->text(), qs("18.42"));
    QCOMPARE(writer.find<QLabel>("write.measure.6")->text(), qs("0.4127"));
    QVERIFY(writer.find("write.measure.7")->isVisible());
    writer.page().measures().setReference({});
    QVERIFY(!writer.find("write.measure.5")->isVisible());
}

void WritePageTest::modelsComeFromLibraryNetworksAndRuns() {
    Writer writer;
    LibraryNetwork gpt, vgg;
    gpt.id = "gpt2";
    gpt.kind = NetworkKind::Language;
    gpt.title = "GPT-2";
    gpt.file = "/models/gpt2.safetensors";
    vgg.id = "vgg";
    vgg.file = "/models/vgg.safetensors";
    writer.studio->fakeLibrary().known = {gpt, vgg};
    writer.page().models().refresh();
    QVERIFY(writer.waitFor([&] { return writer.page().models().all().size() == 3; }));
    writer.page().openModel(qs("/models/gpt2.safetensors"));
    QCOMPARE(writer.session().model().title, qs("GPT-2"));
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.session().model().key, qs("limner:gpt-small"));
}

void WritePageTest::weightsThatCannotBeReadLeaveTheModelAsItWas() {
    Writer writer;
    app::WriteSession& session = writer.session();
    const app::WriteModel before = session.model();
    const auto isBack = [&] {
        return Writer::waitFor([&] {
            return session.model().key == before.key && session.facts() &&
                   writer.isSaid(qs("The weights are damaged.")) &&
                   writer.isSaid(qs("is still the model that writes"));
        });
    };
    const QString path = writer.folder.filePath(qs(kUnreadable));
    QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    session.setModel({.key = path, .title = qs("damaged"), .values = {{"run", path.toStdString()}}});
    QVERIFY(isBack());
    writer.click("noticeCard.choice.close");
    QVERIFY(!writer.isSaid(qs("The weights are damaged.")));
    writer.window->commands().action(qs("edit.undo"))->trigger();
    QCOMPARE(session.model().key, before.key);
    writer.window->commands().action(qs("edit.redo"))->trigger();
    QVERIFY(isBack());  // it fails once more, and no more than that
}

void WritePageTest::nothingIsLostByClosing() {
    Writer writer;
    writer.begin();
    writer.session().set("temperature", 1.3);
    writer.find<widgets::TagChips>("write.tags")->setFocus();
    QTest::keyClick(writer.find("write.tags"), Qt::Key_Space);
    writer.page().showView(qs("chat"));
    const QString text = writer.text();
    writer.editor().setCaret(7);
    writer.reopen();
    QCOMPARE(writer.text(), text);
    QCOMPARE(writer.editor().textCursor().position(), 7);
    QCOMPARE(writer.editor().marks().all().size(), size_t{5});
    QCOMPARE(writer.session().branches().all().size(), size_t{2});
    QCOMPARE(std::get<double>(writer.session().value("temperature")), 1.3);
    QCOMPARE(writer.session().record().tag, qs("narrative"));
    QVERIFY(writer.find("write.chat")->isVisible());
    writer.session().goTo(writer.session().branches().all().front().id);
    QCOMPARE(writer.text(), qs(kPrompt));
}

void WritePageTest::filesAreOpenedSavedAndNeverWrittenOverUnasked() {
    Writer writer;
    const QString path = writer.write("hill.txt", "\xEF\xBB\xBFone\r\ntwo\r\n");
    writer.page().documents().open(path);
    QCOMPARE(writer.text(), qs("one\ntwo\n"));
    QVERIFY(writer.isSaid(qs("saved")));
    QCOMPARE(writer.find<QAbstractButton>("write.title")->text(), qs("hill.txt"));
    writer.editor().setCaret(0);
    writer.type(qs("A "));
    QVERIFY(writer.isSaid(qs("not saved")));
    writer.press(qs("Ctrl+S"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("\xEF\xBB\xBF"
                                        "A one\r\ntwo\r\n"));
    file.close();
    writer.write("hill.txt", "somebody else was here, with more bytes");
    writer.type(qs("B "));
    writer.press(qs("Ctrl+S"));
    QVERIFY(writer.card() != nullptr);  // asked first
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("somebody"));
    file.close();
    QTest::keyClick(writer.card(), Qt::Key_Escape);
    const QString other = writer.write("other.txt", "another text");
    writer.page().documents().open(other);  // the text is not saved: asked first
    QVERIFY(writer.card() != nullptr);
    QVERIFY(writer.text().startsWith(qs("A B one")));
    QTest::keyClick(writer.card(), Qt::Key_Escape);
    writer.session().wasSavedAs(writer.session().file());
    writer.page().documents().open(other);
    QCOMPARE(writer.text(), qs("another text"));
    writer.press(qs("Ctrl+Z"));
    QVERIFY(writer.text().startsWith(qs("A B one")));
    QCOMPARE(writer.session().file().path, path);
}

void WritePageTest::badFilesAreSaid() {
    Writer writer;
    writer.page().documents().open(writer.write("bad.txt", "good \xFF bad"));
    QVERIFY(writer.waitFor([&] { return writer.isSaid(qs("1 place")); }));
    QFile huge(writer.folder.filePath(qs("huge.txt")));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(1LL << 30));
    huge.close();
    writer.page().documents().open(huge.fileName());
    QVERIFY(writer.isSaid(qs("up to 16 MB")));
    QVERIFY(writer.text().startsWith(qs("good")));
}

void WritePageTest::aDroppedTextIsOpened() {
    Writer writer;
    writer.press(qs("Ctrl+1"));
    writer.drop({writer.write("dropped.txt", "a dropped text")});
    QVERIFY(writer.waitFor([&] { return writer.window->currentPage() == qs("go.write"); }));
    QCOMPARE(writer.text(), qs("a dropped text"));
}

void WritePageTest::aWrittenTextBringsBackPromptAndSettings() {
    Writer writer;
    writer.type(qs("my own words"));
    const Recipe recipe{.kind = "write",
                        .values = {{"run", std::string("/models/char.safetensors")},
                                   {"prompt", std::string("In the beginning")},
                                   {"temperature", 0.5},
                                   {"out", std::string("made.txt")}}};
    const QString path = writer.write("made.txt", " was the word");
    for (const auto& [key, json] : app::recipeFields(recipe))
        if (key == "limner:recipe") writer.write("made.txt.recipe.json", QByteArray::fromStdString(json));
    writer.drop({path});
    QVERIFY(writer.waitFor([&] { return writer.text() == qs("In the beginning"); }));
    QCOMPARE(std::get<double>(writer.session().value("temperature")), 0.5);
    QCOMPARE(writer.session().model().title, qs("Letters"));
    QVERIFY(!writer.session().values().contains("out"));
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.text(), qs("my own words"));
    QCOMPARE(std::get<double>(writer.session().value("temperature")), 0.8);
}

void WritePageTest::theKeyboardReachesEveryArea() {
    Writer writer;
    writer.begin();
    QSet<QWidget*> reached;
    for (int i = 0; i < 8; ++i) {
        writer.press(qs("F6"));
        for (QWidget* area : writer.page().areas())
            if (area == writer.window->focusWidget() || area->isAncestorOf(writer.window->focusWidget()))
                reached.insert(area);
    }
    QCOMPARE(reached.size(), writer.page().areas().size());
}

void WritePageTest::aNarrowWindowKeepsTheTextReadable() {
    Writer writer({960, 640});
    writer.begin();
    QVERIFY(!writer.find("write.branches")->isVisible());
    QVERIFY(writer.editor().viewport()->width() >= 400);
    writer.press(qs("Alt+B"));
    QVERIFY(writer.tree()->isVisible());
    writer.press(qs("Alt+B"));
    QVERIFY(!writer.tree()->isVisible());
}

void WritePageTest::chineseIsWrittenAndBranched() {
    Writer writer;
    writer.editor().insertPlainText(utf8("太初有道，"));
    writer.click("write.goButton");
    writer.studio->publishWriting(writer.newest(), {"道", "与\xE7", "\xA5\x9E", "同在", "。"}, "");
    writer.studio->setState(writer.newest(), JobState::Finished);
    writer.look();
    QCOMPARE(writer.text(), utf8("太初有道，道与神同在。"));
    QCOMPARE(writer.editor().marks().all().size(), size_t{5});
    const auto at = static_cast<int>(writer.text().indexOf(utf8("神")));
    QVERIFY(writer.session().branchAt(at, {utf8("人"), 0.2}));
    QCOMPARE(writer.text(), utf8("太初有道，道与人"));
    QCOMPARE(writer.sent("prompt"), utf8("太初有道，道与人").toStdString());
}

void WritePageTest::atTwiceTheSizeNothingIsCut() {
    Writer writer;
    writer.settings->set("scale", int64_t{200});
    app::applyLook(*qApp, *writer.settings);
    writer.reopen({2880, 1800});
    writer.begin();
    for (const char* name : {"write.goButton", "write.againButton", "write.title", "write.model"}) {
        const QWidget* widget = writer.find(name);
        const auto isWhole = [widget] { return widget->width() >= widget->minimumSizeHint().width(); };
        QVERIFY2(writer.waitFor(isWhole), name);
    }
    writer.settings->set("scale", int64_t{100});
    app::applyLook(*qApp, *writer.settings);
}

void WritePageTest::choosingATextChoosesAModelThatLearnsIt() {
    Writer writer;
    writer.press(qs("Ctrl+1"));
    const auto* view = writer.find("newRun.models");
    const auto offered = [&](const char* id) {
        return view->findChild<QWidget*>(QString::fromLatin1(id)) != nullptr;
    };
    QVERIFY(offered("choice.dcgan") && !offered("choice.gpt"));
    writer.click("choice.bible");
    QVERIFY(offered("choice.gpt") && !offered("choice.dcgan"));
    QVERIFY(writer.waitFor([&] { return writer.isSaid(qs("4,200,000 characters")); }));
    QVERIFY(writer.find("dataCard.text")->isVisible());
    writer.click("train.startButton");
    QCOMPARE(writer.sent("data"), std::string("bible"));
    QCOMPARE(writer.sent("model"), std::string("gpt"));
    writer.press(qs("Ctrl+N"));
    writer.press(qs("Ctrl+Z"));
    QVERIFY(offered("choice.dcgan") && !offered("choice.gpt"));
}

void WritePageTest::aModelThatLearnsShowsWhatItWrites() {
    Writer writer;
    writer.press(qs("Ctrl+1"));
    writer.click("choice.bible");
    writer.click("train.startButton");
    writer.publish(3);
    auto* text = writer.find<widgets::TextEditor>("train.writing");
    QVERIFY(text->isVisible());
    QCOMPARE(text->toPlainText(), qs(" and the river"));
    QVERIFY(!writer.find("train.samples")->isVisible());
}

void WritePageTest::aRunOfTheDiskShowsWhatItWroteAndLeadsToWrite() {
    Writer writer;
    RunInfo run = test::fakeRun("/r/diary", "diary", RunState::Unfinished);
    run.recipe.values = {{"data", std::string("bible")}, {"model", std::string("gpt")}};
    run.samples = {1000, 2000};
    writer.studio->fakeRuns().add(run);
    writer.studio->fakeRuns().keepsTexts = true;
    writer.press(qs("Ctrl+1"));
    writer.window->trainPage()->openRun(qs("/r/diary"));
    auto* text = writer.find<widgets::TextEditor>("train.writing");
    QVERIFY(writer.waitFor([&] { return text->toPlainText() == qs("written at 2000"); }));
    auto& session = writer.window->trainPage()->session();
    session.scrubTo(900);
    QVERIFY(writer.waitFor([&] { return text->toPlainText() == qs("written at 1000"); }));
    QVERIFY(writer.isSaid(qs("Step 1,000")) && writer.isSaid(qs("what it wrote then")));
    session.goLive();
    QVERIFY(writer.waitFor([&] { return text->toPlainText() == qs("written at 2000"); }));
    writer.click("train.run.write");
    QVERIFY(writer.page().isVisible());
    QCOMPARE(textOf(writer.session().model().values, "run"), std::string("/r/diary"));
}

void WritePageTest::whatShipsIsFoundWhereverItLiesToday() {
    Writer writer;
    QCOMPARE(textOf(writer.session().model().values, "run"), std::string("/models/gpt-small.safetensors"));
    writer.studio->fakeLibrary().models.front().file = "/elsewhere/gpt-small.safetensors";
    writer.reopen();
    QCOMPARE(textOf(writer.session().model().values, "run"), std::string("/elsewhere/gpt-small.safetensors"));
    QVERIFY(!writer.window->undoStack().canUndo());
}

int main(int argc, char** argv) {
    return test::runWindowTest<WritePageTest>(argc, argv);
}
#include "write_page_test.moc"
