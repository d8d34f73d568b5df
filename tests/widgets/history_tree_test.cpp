// The history: branches below, nothing crosses, walked by keys, ten thousand places without a wait.
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include "pointer.h"
#include "widgets/history_tree.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

QImage plain(QRgb colour) {
    QImage picture(16, 16, QImage::Format_RGB32);
    picture.fill(colour);
    return picture;
}

/// 1-2-3-4-5 and, leaving 2, 6-7; leaving 4, 8.
void fill(HistoryTree& tree) {
    std::vector<HistoryNode> nodes;
    for (const auto& [id, parent] : std::vector<std::pair<qint64, qint64>>{
             {1, -1}, {2, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 2}, {7, 6}, {8, 4}}) {
        nodes.push_back({id, parent, plain(0xFF808080), QStringLiteral("move %1").arg(id)});
    }
    tree.setNodes(std::move(nodes));
}

void click(HistoryTree& tree, qint64 id) {
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.nodeRect(id).center());
}

}  // namespace

class TestHistoryTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0); }

    void branchesStandBelowAndTheLatestNearest() {
        HistoryTree tree;
        tree.resize(620, 160);
        fill(tree);
        QCOMPARE(tree.lineCount(), 3);
        const auto top = [&](qint64 id) { return tree.nodeRect(id).top(); };
        const auto left = [&](qint64 id) { return tree.nodeRect(id).left(); };
        QCOMPARE(top(1), top(5));
        QVERIFY(top(8) > top(1) && top(6) > top(8));  // the link to 6 passes left of 8
        QCOMPARE(top(6), top(7));
        QCOMPARE(left(6), left(3));
        QCOMPARE(left(8), left(5));
    }

    void aClickGoesThereAndMarksIt() {
        HistoryTree tree;
        tree.resize(620, 160);
        fill(tree);
        QSignalSpy gone(&tree, &HistoryTree::activated);
        click(tree, 7);
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone[0][0].toLongLong(), 7);
        QCOMPARE(tree.current(), 7);
        const QImage shot = tree.viewport()->grab().toImage();
        const QRect rect = tree.nodeRect(7);
        QCOMPARE(shot.pixelColor(rect.left() - 2, rect.center().y()), tokens().accent);
        QVERIFY(shot.pixelColor(tree.nodeRect(6).left() - 2, rect.center().y()) != tokens().accent);
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.nodeRect(7).bottomRight() + QPoint(5, 5));
        QCOMPARE(gone.size(), 1);
    }

    void arrowsWalkTheTree() {
        HistoryTree tree;
        tree.resize(620, 160);
        fill(tree);
        QSignalSpy gone(&tree, &HistoryTree::activated);
        const auto press = [&](int key) {
            QTest::keyClick(&tree, static_cast<Qt::Key>(key));
            return tree.current();
        };
        tree.setCurrent(7);
        QCOMPARE(gone.size(), 0);
        QCOMPARE(press(Qt::Key_Left), 6);
        QCOMPARE(press(Qt::Key_Left), 2);
        QCOMPARE(press(Qt::Key_Right), 6);  // where it came from, not the first child
        QCOMPARE(press(Qt::Key_End), 7);
        QCOMPARE(press(Qt::Key_Up), 8);
        QCOMPARE(press(Qt::Key_Up), 5);
        QCOMPARE(press(Qt::Key_Home), 1);
        QCOMPARE(press(Qt::Key_Left), 1);
        QCOMPARE(gone.size(), 7);
    }

    void ratingAndStarAreAskedForAndShown() {
        HistoryTree tree;
        tree.resize(620, 160);
        fill(tree);
        tree.setCurrent(3);
        QSignalSpy rated(&tree, &HistoryTree::rated), starred(&tree, &HistoryTree::starChanged);
        QTest::keyClick(&tree, Qt::Key_4);
        QTest::keyClick(&tree, Qt::Key_S);
        QCOMPARE(rated[0], (QList<QVariant>{qint64(3), 4}));
        QCOMPARE(starred[0], (QList<QVariant>{qint64(3), true}));
        const QImage before = tree.viewport()->grab(tree.nodeRect(3)).toImage();
        tree.setRating(3, 4);
        const QImage withRating = tree.viewport()->grab(tree.nodeRect(3)).toImage();
        QVERIFY(withRating != before);
        tree.setStarred(3, true);
        QVERIFY(tree.viewport()->grab(tree.nodeRect(3)).toImage() != withRating);
    }

    void tenThousandPlacesAskOnlyForWhatIsInView() {
        HistoryTree tree;
        tree.resize(620, 84);
        std::vector<HistoryNode> nodes;
        for (qint64 i = 0; i < 10000; ++i) nodes.push_back({i, i % 50 == 49 ? i / 2 : i - 1});
        tree.setNodes(std::move(nodes));
        QSignalSpy wanted(&tree, &HistoryTree::thumbnailWanted);
        tree.viewport()->grab();
        QCoreApplication::processEvents();
        QVERIFY(wanted.size() > 0 && wanted.size() <= 40);
        const qsizetype asked = wanted.size();
        tree.viewport()->grab();
        QCoreApplication::processEvents();
        QCOMPARE(wanted.size(), asked);  // once each
        tree.setCurrent(9999);
        QVERIFY(tree.viewport()->rect().contains(tree.nodeRect(9999)));
    }

    void theWheelGoesAlongASingleLine() {
        HistoryTree tree;
        tree.resize(300, 60);
        std::vector<HistoryNode> nodes;
        for (qint64 i = 0; i < 100; ++i) nodes.push_back({i, i - 1});
        tree.setNodes(std::move(nodes));
        tree.show();
        pointer::wheel(*tree.viewport(), {50, 20}, -120);
        QCOMPARE(tree.horizontalScrollBar()->value(), 68);
    }

    void anUnknownParentIsARootAndNothingIsNoTrouble() {
        HistoryTree tree;
        tree.resize(300, 100);
        QVERIFY(!tree.grab().isNull());
        QTest::keyClick(&tree, Qt::Key_Right);
        tree.setNodes({{5, 99}, {6, 5}, {7, 1234}});
        QCOMPARE(tree.lineCount(), 2);
        tree.setThumbnail(404, plain(0xFFFFFFFF));
        tree.setCurrent(404);
        QCOMPARE(tree.current(), -1);
        tree.addNode({8, 6, plain(0xFFFF0000)});
        QCOMPARE(tree.nodeCount(), 4);
        QCOMPARE(tree.nodeRect(8).top(), tree.nodeRect(5).top());
    }
};

QTEST_MAIN(TestHistoryTree)
#include "history_tree_test.moc"
