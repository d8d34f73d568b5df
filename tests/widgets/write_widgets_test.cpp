// What stands around the text: likely words, the pop-up, the branches, tags and sections of the inspector.
#include <QSignalSpy>
#include <QtTest>

#include "pointer.h"
#include "widgets/branch_tree.h"
#include "widgets/fold_section.h"
#include "widgets/group_head.h"
#include "widgets/label.h"
#include "widgets/probability_bars.h"
#include "widgets/surprise_legend.h"
#include "widgets/tag_chips.h"
#include "widgets/theme.h"
#include "widgets/token_label.h"
#include "widgets/token_popup.h"

using namespace limner;
using namespace limner::widgets;

namespace {

QString qs(const char* text) {
    return QString::fromUtf8(text);
}

std::vector<Likelihood> someWords() {
    return {{qs(" LORD"), 0.31}, {qs(" river"), 0.12}, {qs(" people"), 0.09}};
}

/// 1 → 2 → (3, 4 → (5, 6)); 1 → 7.
std::vector<BranchItem> someBranches() {
    return {{1, -1, qs("In those days"), qs("yours, 27 words")},
            {2, 1, qs("And he journeyed"), qs("perplexity 14.2")},
            {3, 2, qs("the voice of the LORD"), {}},
            {4, 2, qs("the voice of the river"), {}},
            {5, 4, qs("and behold, a great fire"), {}},
            {6, 4, qs("and behold, the city"), {}},
            {7, 1, qs("So he came"), {}}};
}

}  // namespace

class TestWriteWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void tokensAreShownByTheirWordsOrTheirSign() {
        QCOMPARE(tokenLabel(qs(" river")), qs("river"));
        QCOMPARE(tokenLabel(qs("\n\n")), qs("↵↵"));
        QCOMPARE(tokenLabel(qs(" ")), qs("␣"));
        QCOMPARE(tokenLabel(QString()), qs("∅"));
        QCOMPARE(percentText(0.314), qs("31\u00A0%"));
        QCOMPARE(percentText(0.001), qs("<1\u00A0%"));
    }

    void barsAreAsLongAsTheirShareOfTheMostLikely() {
        ProbabilityBars bars;
        bars.resize(320, 100);
        bars.setRows(someWords());
        QVERIFY(std::abs(bars.barRect(1).width() * 31 - bars.barRect(0).width() * 12) <= 31);
        QVERIFY(bars.barRect(0).right() < 320 - 30);
        bars.resize(170, 100);  // long words give way before the bars do
        bars.setRows({{qs("a very long word that goes on and on"), 0.9}});
        QVERIFY(bars.barRect(0).width() >= 30);
    }

    void barsAreChosenByClickNumberAndEnter() {
        ProbabilityBars bars;
        bars.resize(260, 100);
        bars.setRows(someWords());
        QSignalSpy chosen(&bars, &ProbabilityBars::activated);
        QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.rowRect(2).center());
        QTest::keyClick(&bars, Qt::Key_2);
        QTest::keyClick(&bars, Qt::Key_4);  // there is no fourth
        bars.setCurrent(0);
        QTest::keyClick(&bars, Qt::Key_Down);
        QTest::keyClick(&bars, Qt::Key_Return);
        QCOMPARE(chosen.size(), 3);
        QCOMPARE(chosen[0][0].toInt(), 2);
        QCOMPARE(chosen[1][0].toInt(), 1);
        QCOMPARE(chosen[2][0].toInt(), 1);
        QVERIFY(!bars.accessibleName().isEmpty());
        QVERIFY(bars.accessibleDescription().contains(qs("river 12")));
    }

    void thePopUpStaysInsideAndSaysWhatItReplaces() {
        QWidget window;
        window.resize(600, 400);
        TokenPopup popup(&window);
        popup.setContent({qs(" river"), someWords(), 4.1});
        window.show();
        popup.openAt({300, 20, 40, 20});
        QVERIFY(popup.isVisible());
        QVERIFY(popup.y() >= 40);
        popup.openAt({580, 380, 10, 15});  // no room below, none at the right
        QVERIFY(window.rect().contains(popup.geometry()));
        QVERIFY(popup.geometry().bottom() < 380);
        const auto labels = popup.findChildren<Label*>();
        const auto says = [&](const QString& words) {
            return std::any_of(labels.begin(), labels.end(),
                               [&](const Label* label) { return label->text().contains(words); });
        };
        QVERIFY(says(qs("river")));
        QVERIFY(says(qs("4.1")));
        QVERIFY(says(qs("1–3")));
        QCOMPARE(popup.bars()->current(), 1);
    }

    void thePopUpTakesTheKeyboardOnlyWhenAskedByKey() {
        QWidget window;
        window.resize(600, 400);
        window.setFocusPolicy(Qt::StrongFocus);
        TokenPopup popup(&window);
        popup.setContent({qs(" river"), someWords(), 4.1});
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.setFocus();
        popup.openAt({100, 100, 40, 20});
        QVERIFY(!popup.hasFocus());
        popup.openWithKeyboard({100, 100, 40, 20});
        QVERIFY(popup.hasFocus());
        QSignalSpy chosen(&popup, &TokenPopup::chosen);
        QTest::keyClick(&popup, Qt::Key_Up);
        QTest::keyClick(&popup, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 0);
        QVERIFY(popup.isHidden());
        QVERIFY(window.hasFocus());
        popup.openWithKeyboard({100, 100, 40, 20});
        QTest::keyClick(&popup, Qt::Key_Escape);
        QVERIFY(popup.isHidden());
        QCOMPARE(chosen.size(), 1);
    }

    void branchesStepRightWhereSeveralLeave() {
        BranchTree tree;
        tree.resize(232, 500);
        tree.setItems(someBranches());
        QCOMPARE(tree.count(), 7);
        const auto x = [&](qint64 id) { return tree.itemPoint(id).x(); };
        const auto y = [&](qint64 id) { return tree.itemPoint(id).y(); };
        QCOMPARE(x(1), x(2));
        QCOMPARE(x(7), x(1));
        QCOMPARE(x(3), x(4));
        QVERIFY(x(3) > x(2) && x(5) > x(4));
        QVERIFY(y(2) < y(3) && y(3) < y(4) && y(4) < y(5) && y(6) < y(7));
        std::vector<BranchItem> chain;
        for (qint64 i = 1; i <= 60; ++i) {
            chain.push_back({2 * i, i == 1 ? -1 : 2 * i - 2, qs("on"), {}});
            chain.push_back({2 * i + 1, 2 * i, qs("aside"), {}});
        }
        tree.setItems(chain);
        tree.show();
        QVERIFY(tree.itemPoint(120).x() < 232);
    }

    void keysWalkKeepAndRemove() {
        BranchTree tree;
        tree.resize(232, 500);
        tree.setItems(someBranches());
        tree.setCurrent(2);
        QSignalSpy gone(&tree, &BranchTree::activated), kept(&tree, &BranchTree::keepToggled),
            removed(&tree, &BranchTree::removeRequested);
        QCOMPARE(gone.size(), 0);
        const auto press = [&](Qt::Key key) { QTest::keyClick(&tree, key); };
        press(Qt::Key_Right);
        press(Qt::Key_Return);
        QCOMPARE(gone.last()[0].toLongLong(), 3);
        press(Qt::Key_Down);
        press(Qt::Key_B);
        QCOMPARE(kept[0][0].toLongLong(), 4);
        press(Qt::Key_Left);
        press(Qt::Key_Delete);
        QCOMPARE(removed[0][0].toLongLong(), 2);
        press(Qt::Key_End);
        press(Qt::Key_Return);
        QCOMPARE(gone.last()[0].toLongLong(), 7);
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.itemRect(5).center());
        QCOMPARE(gone.last()[0].toLongLong(), 5);
    }

    void thePathToTheCurrentOneIsStrong() {
        BranchTree tree;
        tree.resize(232, 500);
        tree.setItems(someBranches());
        tree.setCurrent(4);
        const QImage shot = tree.viewport()->grab().toImage();
        QCOMPARE(shot.pixelColor(tree.itemPoint(4)), tokens().accent);
        QCOMPARE(shot.pixelColor(tree.itemPoint(2)), tokens().text2);
        QCOMPARE(shot.pixelColor(tree.itemPoint(3)), tokens().base);
        QVERIFY(!tree.accessibleName().isEmpty());
    }

    void tagsWrapAndOneIsChosen() {
        TagChips chips;
        chips.setTags({qs("narrative"), qs("law"), qs("psalm"), qs("letter")});
        chips.resize(140, chips.heightForWidth(140));
        QVERIFY(chips.tagRect(3).top() > chips.tagRect(0).top());
        QVERIFY(chips.heightForWidth(140) > chips.heightForWidth(600));
        QSignalSpy chosen(&chips, &TagChips::chosen);
        QTest::mouseClick(&chips, Qt::LeftButton, {}, chips.tagRect(2).center());
        QCOMPARE(chips.current(), qs("psalm"));
        QTest::keyClick(&chips, Qt::Key_Left);
        QTest::keyClick(&chips, Qt::Key_Space);
        QCOMPARE(chips.current(), qs("law"));
        QTest::keyClick(&chips, Qt::Key_Space);  // again: none
        QCOMPARE(chips.current(), QString());
        QCOMPARE(chosen.size(), 3);
    }

    void aSectionFolds() {
        auto* content = new QWidget;
        content->setMinimumHeight(40);
        FoldSection section(qs("Next word"), content);
        section.show();
        QSignalSpy folded(&section, &FoldSection::foldedChanged);
        QTest::mouseClick(section.findChild<GroupHead*>(), Qt::LeftButton);
        QVERIFY(content->isHidden() && section.isFolded());
        QCOMPARE(folded.size(), 1);
        section.setFolded(false);
        QVERIFY(!content->isHidden());
        QCOMPARE(folded.size(), 1);
    }

    void theLegendShowsTheTints() {
        SurpriseLegend legend;
        legend.resize(legend.sizeHint());
        const QImage shot = legend.grab().toImage();
        QSet<QRgb> colours;
        for (int x = 0; x < shot.width(); ++x) colours.insert(shot.pixel(x, shot.height() / 2));
        QVERIFY(colours.size() >= 5);
        QVERIFY(!legend.accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestWriteWidgets)
#include "write_widgets_test.moc"
