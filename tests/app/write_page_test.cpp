// The Write workspace in the real window, on a fake studio that a test drives by hand.
#include "app/write/write_page.h"

#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTextBlock>

#include "app/recipe_text.h"
#include "app/write/chat_panel.h"
#include "app/write/documents.h"
#include "app/write/editor_panel.h"
#include "app/write/measure_bar.h"
#include "app/write/write_session.h"
#include "widgets/branch_tree.h"
#include "widgets/button.h"
#include "widgets/empty_state.h"
#include "widgets/notice.h"
#include "widgets/param_form.h"
#include "widgets/probability_bars.h"
#include "widgets/tag_chips.h"
#include "widgets/text_editor.h"
#include "widgets/token_popup.h"
#include "window_driver.h"

using namespace limner;
using app::WriteSession;
using test::qs;
using test::WindowDriver;

namespace {

QString utf8(const char* text) {
    return QString::fromUtf8(text);
}

const char* const kPrompt = "And in those days there went out a man";

/// The window on Write, with two models that write.
class Writer : public WindowDriver {
public:
    explicit Writer(QSize size = {1440, 900}, bool hasModels = true) {
        studio->addWrite();
        if (!hasModels) studio->fakeLibrary().models.clear();
        reopen(size);
    }
    void reopen(QSize size = {1440, 900}) {
        window.reset();
        open(size);
        press(qs("Ctrl+4"));
        if (!waitFor([this] { return session().isOpen(); })) qFatal("the page does not open");
        if (!studio->library().list().empty() && !waitFor([this] { return session().facts() != nullptr; }))
            qFatal("no model is described");
    }
    app::WritePage& page() const { return *window->writePage(); }
    WriteSession& session() const { return page().session(); }
    widgets::TextEditor& editor() const { return session().editor(); }
    widgets::BranchTree* tree() const { return find<widgets::BranchTree>("write.tree"); }
    widgets::TokenPopup* popup() const { return find<widgets::TokenPopup>("write.popup"); }
    QString text() const { return editor().toPlainText(); }
    void type(const QString& words) const { QTest::keyClicks(&editor(), words); }
    JobId newest() const { return JobId{studio->jobs().size()}; }
    /// The newest job has written so many of the fake words.
    void publish(size_t count, const char* ending = "") const {
        std::vector<std::string> words;
        for (size_t i = 0; i < count; ++i) words.push_back(test::fakeWord(i));
        studio->publishWriting(newest(), words, ending);
        look();
    }
    /// Types the prompt and lets the model write five words.
    void begin() const {
        type(qs(kPrompt));
        click("write.goButton");
        publish(5);
        studio->setState(newest(), JobState::Finished);
        look();
    }
    void drop(const QStringList& files) const {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& each : files) urls << QUrl::fromLocalFile(each);
        data.setUrls(urls);
        const QPoint middle = window->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.get(), &enter);
        QDropEvent dropped(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.get(), &dropped);
    }
    QString write(const char* name, const QByteArray& bytes) const {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) qFatal("no file can be written");
        file.write(bytes);
        return path;
    }
    widgets::NoticeCard* card() const {
        for (auto* each : window->findChildren<widgets::NoticeCard*>())
            if (each->isOpen()) return each;
        return nullptr;
    }
    /// What the newest "write" job was started with.
    std::string sent(const char* id) const {
        const ParamValues values = studio->lastRecipe().values;
        const auto found = values.find(id);
        return found == values.end() ? std::string() : std::get<std::string>(found->second);
    }
};

}  // namespace

class WritePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAModelOneButtonLeadsToTraining();
    void halfASentenceIsContinuedWordByWord();
    void aPassageIsUndoneAtOnceAndTypingByItself();
    void stopEndsItAtOnce();
    void aStopStringLeavesNothingBehind();
    void settingsAreDraggedWhileItWrites();
    void settingsAndTextShareOneUndo();
    void aSelectionIsFilledIn();
    void theMiddleOfATextIsContinuedFromTheCaret();
    void regeneratingMakesASibling();
    void anAlternativeBranchesAndUndoTakesItBack();
    void branchesAreWalkedAndRemoved();
    void restingOnAWordShowsWhatElse();
    void theNextWordIsWrittenByAClick();
    void measuresFollowTheText();
    void aReferenceIsMeasuredAgainst();
    void modelsComeFromLibraryNetworksAndRuns();
    void nothingIsLostByClosing();
    void filesAreOpenedSavedAndNeverWrittenOverUnasked();
    void badFilesAreSaid();
    void aDroppedTextIsOpened();
    void aWrittenTextBringsBackPromptAndSettings();
    void columnsWriteFromTheSamePrompt();
    void theChatKeepsTurns();
    void aFailureLeavesTheTextAlone();
    void findingReachesTheText();
    void theKeyboardReachesEveryArea();
    void aNarrowWindowKeepsTheTextReadable();
    void chineseIsWrittenAndBranched();
    void atTwiceTheSizeNothingIsCut();
    void choosingATextChoosesAModelThatLearnsIt();
    void aModelThatLearnsShowsWhatItWrites();
    void whatShipsIsFoundWhereverItLiesToday();
};

void WritePageTest::withoutAModelOneButtonLeadsToTraining() {
    Writer writer({1440, 900}, false);
    QVERIFY(writer.waitFor([&] { return writer.find("write.empty")->isVisible(); }));
    auto* empty = writer.find<widgets::EmptyState>("write.empty");
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(writer.window->currentPage(), qs("go.train"));
}

void WritePageTest::halfASentenceIsContinuedWordByWord() {
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

void WritePageTest::aPassageIsUndoneAtOnceAndTypingByItself() {
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

void WritePageTest::stopEndsItAtOnce() {
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

void WritePageTest::aStopStringLeavesNothingBehind() {
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

void WritePageTest::settingsAreDraggedWhileItWrites() {
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

void WritePageTest::settingsAndTextShareOneUndo() {
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

void WritePageTest::aSelectionIsFilledIn() {
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

void WritePageTest::theMiddleOfATextIsContinuedFromTheCaret() {
    Writer writer;
    writer.type(qs("He went. She came."));
    writer.editor().setCaret(8);
    writer.click("write.goButton");
    QCOMPARE(writer.sent("prompt"), std::string("He went."));
    QVERIFY(writer.sent("after").empty());
    writer.publish(1);
    QCOMPARE(writer.text(), qs("He went. and She came."));
}

void WritePageTest::regeneratingMakesASibling() {
    Writer writer;
    QVERIFY(!writer.find("write.againButton")->isEnabled());
    writer.begin();
    const auto seed = [&] { return intOf(writer.studio->lastRecipe().values, "seed"); };
    writer.click("write.againButton");
    QCOMPARE(writer.sent("prompt"), std::string(kPrompt));
    QCOMPARE(seed(), int64_t{2});
    writer.publish(1);
    writer.studio->setState(writer.newest(), JobState::Finished);
    writer.look();
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" and"));
    QCOMPARE(writer.tree()->count(), 3);
    const auto& all = writer.session().branches().all();
    QCOMPARE(all[1].parent, all[2].parent);
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" and the river, was"));
}

void WritePageTest::anAlternativeBranchesAndUndoTakesItBack() {
    Writer writer;
    writer.begin();
    const auto at = static_cast<int>(writer.text().indexOf(qs(" river")));
    writer.editor().setCaret(at + 2);
    writer.press(qs("Ctrl+Space"));
    QVERIFY(writer.waitFor([&] { return writer.popup()->isVisible() && writer.popup()->hasFocus(); }));
    const auto rows = writer.popup()->bars()->rows();
    QVERIFY(rows.size() == 6);
    const auto other = std::ranges::find(rows, qs(" LORD"), &widgets::Likelihood::text);
    QVERIFY(other != rows.end());
    QTest::keyClick(writer.popup(), static_cast<Qt::Key>(Qt::Key_1 + (other - rows.begin())));
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" and the LORD"));
    QCOMPARE(writer.sent("prompt"), std::string(kPrompt) + " and the LORD");
    writer.publish(1);
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" and the LORD and"));
    // the beginning, what both share, and the two of them
    QVERIFY(writer.waitFor([&] { return writer.tree()->count() == 4; }));
    writer.studio->setState(writer.newest(), JobState::Finished);
    writer.look();
    QVERIFY(writer.editor().hasFocus());
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.text(), qs(kPrompt) + qs(" and the river, was"));
    QCOMPARE(writer.editor().marks().all().size(), size_t{5});
    QCOMPARE(writer.tree()->count(), 2);
}

void WritePageTest::branchesAreWalkedAndRemoved() {
    Writer writer;
    writer.begin();
    const QString first = writer.text();
    const qint64 firstId = writer.session().branches().current();
    writer.click("write.againButton");
    writer.publish(2);
    writer.studio->setState(writer.newest(), JobState::Finished);
    writer.look();
    const QString second = writer.text();
    QTest::mouseClick(writer.tree()->viewport(), Qt::LeftButton, {},
                      writer.tree()->itemRect(firstId).center());
    QCOMPARE(writer.text(), first);
    QCOMPARE(writer.editor().marks().all().size(), size_t{5});
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.text(), second);
    writer.press(qs("Ctrl+Shift+Z"));
    QCOMPARE(writer.text(), first);
    writer.press(qs("Ctrl+D"));
    QVERIFY(writer.session().branches().find(firstId)->isKept);
    writer.press(qs("Ctrl+Z"));
    QVERIFY(!writer.session().branches().find(firstId)->isKept);
    QVERIFY(!writer.session().removeBranch(firstId));  // the text stands in it
    const qint64 other = writer.session().branches().all().back().id;
    QVERIFY(writer.session().removeBranch(other));
    QCOMPARE(writer.tree()->count(), 2);
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.tree()->count(), 3);
}

void WritePageTest::restingOnAWordShowsWhatElse() {
    Writer writer;
    writer.begin();
    const auto at = static_cast<int>(writer.text().indexOf(qs("river")));
    Q_EMIT writer.editor().alternativesWanted(at, false);
    QVERIFY(writer.waitFor([&] { return writer.popup()->isVisible(); }));
    QVERIFY(!writer.popup()->hasFocus());
    QVERIFY(writer.isSaid(utf8("Instead of “river")));
    writer.type(qs("!"));  // the keyboard is still the text's
    QVERIFY(writer.text().endsWith(u'!'));
    QVERIFY(!writer.popup()->isVisible());
    writer.press(qs("Alt+P"));
    QVERIFY(!writer.editor().isSurpriseShown());
    Q_EMIT writer.editor().alternativesWanted(at, false);
    QCoreApplication::processEvents();
    QVERIFY(!writer.popup()->isVisible());
}

void WritePageTest::theNextWordIsWrittenByAClick() {
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

void WritePageTest::columnsWriteFromTheSamePrompt() {
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

void WritePageTest::theChatKeepsTurns() {
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

void WritePageTest::aFailureLeavesTheTextAlone() {
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

void WritePageTest::findingReachesTheText() {
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
