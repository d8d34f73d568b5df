// The list of runs and the card of a data set.
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QtTest>

#include "canvas_fixture.h"
#include "widgets/button.h"
#include "widgets/class_bars.h"
#include "widgets/data_card.h"
#include "widgets/run_list.h"
#include "widgets/run_list_model.h"
#include "widgets/sample_grid.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

std::unique_ptr<RunList> listOf(int count) {
    auto list = std::make_unique<RunList>();
    list->resize(340, 600);
    list->setLabels({{QStringLiteral("dcgan"), QStringLiteral("DCGAN 28")}});
    list->setRuns(fixture::runs(count));
    list->show();
    list->activateWindow();
    if (!QTest::qWaitForWindowActive(list.get())) qFatal("the list does not become active");
    list->setFocus();
    return list;
}

QPoint rowOf(const RunList& list, int row) {
    return list.listView()->visualRect(list.listView()->model()->index(row, 0)).center();
}

LivePicture classesOf(std::vector<std::pair<std::string, double>> numbers) {
    LivePicture picture;
    picture.sheet = *fixture::sheetOf(fixture::garments(16, {}), 4, 0);
    picture.numbers = std::move(numbers);
    return picture;
}

}  // namespace

class TestRunList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0);
    }

    void keysOpenResumeAndDelete() {
        const auto list = listOf(6);
        QListView* view = list->listView();
        QSignalSpy opened(list.get(), &RunList::openRequested),
            resumed(list.get(), &RunList::resumeRequested);
        QSignalSpy deleted(list.get(), &RunList::deleteRequested);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, rowOf(*list, 2));
        QCOMPARE(list->currentFolder(), QStringLiteral("/runs/2"));
        QTest::keyClick(view, Qt::Key_Return);
        QTest::keyClick(view, Qt::Key_R, Qt::ControlModifier);
        QTest::keyClick(view, Qt::Key_Delete);
        for (QSignalSpy* spy : {&opened, &resumed, &deleted}) {
            QCOMPARE(spy->size(), 1);
            QCOMPARE(spy->front()[0].toString(), QStringLiteral("/runs/2"));
        }
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, rowOf(*list, 1));
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, rowOf(*list, 1));
        QCOMPARE(opened.back()[0].toString(), QStringLiteral("/runs/1"));
    }

    void f2RenamesInPlaceAndEscapeDoesNot() {
        const auto list = listOf(3);
        QListView* view = list->listView();
        QSignalSpy renamed(list.get(), &RunList::renameRequested);
        list->setCurrentFolder(QStringLiteral("/runs/1"));
        QTest::keyClick(view, Qt::Key_F2);
        auto* editor = view->findChild<QLineEdit*>(QStringLiteral("runList.nameEditor"));
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("branch 2 of dcgan"));
        editor->setText(QStringLiteral("  slower D  "));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(renamed.size(), 1);
        QCOMPARE(renamed[0][0].toString(), QStringLiteral("/runs/1"));
        QCOMPARE(renamed[0][1].toString(), QStringLiteral("slower D"));
        // The row keeps its name until the runs say otherwise.
        QCOMPARE(view->currentIndex().data().toString(), QStringLiteral("branch 2 of dcgan"));
        QTest::keyClick(view, Qt::Key_F2);
        editor = view->findChild<QLineEdit*>(QStringLiteral("runList.nameEditor"));
        QTRY_VERIFY(editor = view->findChild<QLineEdit*>(QStringLiteral("runList.nameEditor")));
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(renamed.size(), 1);
    }

    void theFilterLooksAtNameModelDataAndState() {
        const auto list = listOf(5);
        const QAbstractItemModel* rows = list->listView()->model();
        QTest::keyClicks(list->filterField(), QStringLiteral("wgan"));
        QCOMPARE(rows->rowCount(), 1);
        list->filterField()->setText(QStringLiteral("dcgan 28"));
        QCOMPARE(rows->rowCount(), 4);
        list->filterField()->setText(QStringLiteral("failed"));
        QCOMPARE(rows->rowCount(), 1);
        list->filterField()->setText(QStringLiteral("nothing like that"));
        QVERIFY(!list->listView()->isVisible());
        QTest::keyClick(list->filterField(), Qt::Key_Escape);
        QCOMPARE(rows->rowCount(), 5);
    }

    void theRunThatTrainsShowsItsLiveStep() {
        const auto list = listOf(3);
        const QModelIndex first = list->listView()->model()->index(0, 0);
        list->setRunning(QStringLiteral("/runs/0"));
        list->setRunningStep(1234567);
        QVERIFY(
            first.data(RunListModel::NumbersRole).toString().startsWith(QStringLiteral("1,234,567 steps")));
        list->setRunning({});
        QVERIFY(!first.data(RunListModel::NumbersRole).toString().contains(QStringLiteral("1,234,567")));
    }

    void theRunThatTrainsCannotBeDeletedOrResumed() {
        const auto list = listOf(3);
        list->setCurrentFolder(QStringLiteral("/runs/0"));
        list->setRunning(QStringLiteral("/runs/0"));
        QSignalSpy deleted(list.get(), &RunList::deleteRequested),
            resumed(list.get(), &RunList::resumeRequested);
        QTest::keyClick(list->listView(), Qt::Key_Delete);
        QTest::keyClick(list->listView(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(deleted.size() + resumed.size(), 0);
        QCOMPARE(list->listView()->currentIndex().data(RunListModel::StateTextRole).toString(),
                 QStringLiteral("Training"));
        list->setRunning({});
        QTest::keyClick(list->listView(), Qt::Key_Delete);
        QCOMPARE(deleted.size(), 1);
    }

    void onlyRowsInViewAskForThumbnailsAndOnlyOnce() {
        RunList list;
        QSignalSpy wanted(&list, &RunList::thumbnailWanted);
        list.resize(340, 400);
        list.setRuns(fixture::runs(300));
        list.show();
        QTRY_VERIFY(wanted.size() > 0);
        list.grab();
        QApplication::processEvents();
        QVERIFY2(wanted.size() <= 8, qPrintable(QString::number(wanted.size())));
        const qsizetype before = wanted.size();
        QImage blue(8, 8, QImage::Format_RGB32);
        blue.fill(Qt::blue);
        list.setThumbnail(QStringLiteral("/runs/0"), blue);
        const QRect row = list.listView()->visualRect(list.listView()->model()->index(0, 0));
        const QImage shot = list.listView()->viewport()->grab().toImage();
        QCOMPARE(shot.pixelColor(row.left() + 32, row.center().y()), QColor(Qt::blue));
        QApplication::processEvents();
        QCOMPARE(wanted.size(), before);
    }

    void theChosenRunStaysWhenTheListIsReadAgain() {
        const auto list = listOf(6);
        list->setCurrentFolder(QStringLiteral("/runs/4"));
        std::vector<RunInfo> runs = fixture::runs(7);
        std::rotate(runs.begin(), runs.end() - 1, runs.end());
        list->setRuns(runs);
        QCOMPARE(list->currentFolder(), QStringLiteral("/runs/4"));
    }

    void agesAreWords() {
        QCOMPARE(ageText(1000, 1030), QStringLiteral("just now"));
        QCOMPARE(ageText(1000, 1000 + 5 * 60), QStringLiteral("5 min ago"));
        QCOMPARE(ageText(1000, 1000 + 7300), QStringLiteral("2 h ago"));
        QCOMPARE(ageText(1000, 1000 + 3 * 86400), QStringLiteral("3 d ago"));
    }

    void theCardCountsPicturesAndClasses() {
        DataCard card;
        card.resize(700, 360);
        card.setTitle(QStringLiteral("Fashion-MNIST"));
        card.setPicture(classesOf({{"Bag", 6000}, {"Coat", 3000}}));
        card.show();
        QApplication::processEvents();
        QVERIFY(card.state() == DataCard::State::Ready);
        QStringList texts;
        for (const QLabel* label : card.findChildren<QLabel*>()) texts.append(label->text());
        QVERIFY(texts.contains(QStringLiteral("9,000 pictures, 2 classes, 28 × 28")));
        const auto* bars = card.findChild<ClassBars*>();
        QVERIFY(bars->barRect(0).width() > 0);
        QCOMPARE(bars->barRect(1).width() * 2, bars->barRect(0).width());
        QSignalSpy selected(&card, &DataCard::tileSelected);
        QTest::mouseClick(card.grid(), Qt::LeftButton, {}, card.grid()->tileRect(3).center().toPoint());
        QCOMPARE(selected.size(), 1);
    }

    void aNarrowCardPutsTheBarsBelowAndCutsNothing() {
        DataCard card;
        card.resize(420, 500);
        card.setPicture(classesOf({{"T-shirt/top", 7000},
                                   {"Ankle boot", 7000},
                                   {"Bag", 7000},
                                   {"Coat", 7000},
                                   {"Dress", 7000},
                                   {"Sandal", 7000}}));
        card.show();
        QApplication::processEvents();
        const auto* bars = card.findChild<ClassBars*>();
        const auto onCard = [&card](const QWidget* widget, const QRect& rect) {
            return QRect(widget->mapTo(&card, rect.topLeft()), rect.size());
        };
        const QRect pictures = onCard(card.grid(), card.grid()->usedRect());
        const QRect below = onCard(bars, bars->rect());
        QVERIFY(below.top() > pictures.bottom());
        QVERIFY(card.rect().contains(below));
        QVERIFY(card.grid()->scale() >= 2);
        for (size_t i = 0; i < 6; ++i) QVERIFY(bars->barRect(i).width() > 20);
    }

    void loadingKeepsThePicturesAndAnErrorOffersAnotherTry() {
        DataCard card;
        card.resize(700, 360);
        card.show();
        QVERIFY(card.state() == DataCard::State::Empty);
        card.setPicture(classesOf({}));
        card.setLoading();
        QVERIFY(card.grid()->isVisible());
        card.setError(QStringLiteral("The folder holds no pictures."), QStringLiteral("Choose another one."));
        QVERIFY(!card.grid()->isVisible());
        auto* retry = card.findChild<Button*>(QStringLiteral("dataCard.retry"));
        QSignalSpy again(&card, &DataCard::retryClicked);
        QTest::mouseClick(retry, Qt::LeftButton);
        QCOMPARE(again.size(), 1);
        card.setLoading();
        QVERIFY(!retry->isVisible());
    }
};

QTEST_MAIN(TestRunList)
#include "run_list_test.moc"
