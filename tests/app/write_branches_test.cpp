// Alternatives to a word, and the branches that they make.
#include "writer_driver.h"

using namespace limner;
using test::kPrompt;
using test::qs;
using test::utf8;
using test::Writer;

class WriteBranchesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void regeneratingMakesASibling();
    void anAlternativeBranchesAndUndoTakesItBack();
    void branchesAreWalkedAndRemoved();
    void restingOnAWordShowsWhatElse();
    void numbersChooseOnlyWhileThePointerRests();
    void thePopUpGoesWhenThePointerLeavesIt();
    void aBranchThatIsDoneAgainKeepsItsName();
    void whatWasUndoneIsNotWhatIsRegenerated();
};

void WriteBranchesTest::regeneratingMakesASibling() {
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

void WriteBranchesTest::anAlternativeBranchesAndUndoTakesItBack() {
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

void WriteBranchesTest::branchesAreWalkedAndRemoved() {
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

void WriteBranchesTest::restingOnAWordShowsWhatElse() {
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

void WriteBranchesTest::numbersChooseOnlyWhileThePointerRests() {
    Writer writer;
    writer.begin();
    const QString before = writer.text();
    const auto at = static_cast<int>(before.indexOf(qs("river")));
    const auto rest = [&] {
        Q_EMIT writer.editor().alternativesWanted(at, false);
        return writer.waitFor([&] { return writer.popup()->isVisible(); });
    };
    QVERIFY(rest());
    QVERIFY(writer.isSaid(qs("A click branches here")));  // Enter belongs to the text
    QTest::keyClick(&writer.editor(), Qt::Key_Escape);
    QVERIFY(!writer.popup()->isVisible());
    QCOMPARE(writer.text(), before);
    QVERIFY(rest());
    Q_EMIT writer.editor().alternativesWanted(-1, false);  // it has left the word, the list still stands
    writer.type(qs("2"));
    QCOMPARE(writer.text(), before + u'2');
    QVERIFY(!writer.popup()->isVisible());
    writer.press(qs("Ctrl+Z"));
    QVERIFY(rest());
    const auto& rows = writer.popup()->bars()->rows();
    const auto other = std::ranges::find_if(rows, [](const auto& row) { return row.text != qs(" river"); });
    const QString word = other->text;
    writer.type(QString::number(other - rows.begin() + 1));
    QCOMPARE(writer.text(), before.left(at - 1) + word);
    QVERIFY(writer.session().isWriting());
}

void WriteBranchesTest::thePopUpGoesWhenThePointerLeavesIt() {
    Writer writer;
    writer.begin();
    Q_EMIT writer.editor().alternativesWanted(static_cast<int>(writer.text().indexOf(qs("river"))), false);
    QVERIFY(writer.waitFor([&] { return writer.popup()->isVisible(); }));
    QEvent left(QEvent::Leave);
    QApplication::sendEvent(writer.popup(), &left);
    QVERIFY(writer.waitFor([&] { return !writer.popup()->isVisible(); }));
}

void WriteBranchesTest::aBranchThatIsDoneAgainKeepsItsName() {
    Writer writer;
    writer.begin();
    const QString title = writer.session().branches().title(writer.session().branches().all().back());
    QVERIFY(title.size() > 5);
    writer.press(qs("Ctrl+Z"));
    writer.press(qs("Ctrl+Shift+Z"));
    const auto& book = writer.session().record().branches;
    QCOMPARE(book.title(book.all().back()), title);
}

void WriteBranchesTest::whatWasUndoneIsNotWhatIsRegenerated() {
    Writer writer;
    writer.begin();
    const QString once = writer.text();
    writer.click("write.goButton");
    writer.publish(3);
    writer.studio->setState(writer.newest(), JobState::Finished);
    writer.look();
    QVERIFY(writer.text().size() > once.size());
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.text(), once);
    QVERIFY(writer.page().canRegenerate());  // the passage before it
    writer.press(qs("Ctrl+Z"));
    QCOMPARE(writer.text(), qs(kPrompt));
    QVERIFY(!writer.page().canRegenerate());
    writer.press(qs("Ctrl+Shift+Z"));
    writer.click("write.againButton");
    QCOMPARE(writer.sent("prompt"), std::string(kPrompt));
}

int main(int argc, char** argv) {
    return test::runWindowTest<WriteBranchesTest>(argc, argv);
}
#include "write_branches_test.moc"
