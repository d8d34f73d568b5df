// The tools of the Explore page: map, sweep, marks, search, film. In the real window on a fake studio.
#include <QClipboard>
#include <QDir>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>

#include "app/explore/explore_outputs.h"
#include "app/explore/place_values.h"
#include "app/recipe_text.h"
#include "app/studio_bridge.h"
#include "explorer.h"
#include "widgets/direction_list.h"
#include "widgets/number_field.h"
#include "widgets/param_form.h"
#include "widgets/picture_canvas.h"
#include "widgets/picture_view.h"
#include "widgets/sample_grid.h"
#include "widgets/sweep_view.h"
#include "widgets/thumb_row.h"

using namespace limner;
using app::ExploreSession;
using test::Explorer;
using test::qs;

class ExploreToolsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSweepShowsEveryCellAndGoesThere();
    void aSweepGoesAlongDirectionsOfOnesOwn();
    void theMapSpansAnyTwoDirections();
    void markedPicturesMakeADirection();
    void aMarkedPlaceIsInOneGroupAndComesOutAgain();
    void aSearchIsWatchedAndItsBestIsKept();
    void aCancelledSearchChangesNothing();
    void aSearchForAnotherModelMovesNobody();
    void whatAFormatCannotHoldIsSaidBeforeItRenders();
    void theMenuOfFormatsMarksTheChosenOne();
    void aPlaceWithoutASeedShowsNone();
    void aRenderHasNothingToSaveOnTheWay();
    void aModelThatMakesNoPicturesSaysSoInEveryView();
    void aFolderOfSeedsLeavesPicturesOfOthersAlone();
    void theUsualKeysCopyAndPasteThePicture();
    void theSweepsFieldsFitInASmallWindow();
    void theInspectorFitsInASmallWindow();
    void thePointIsARingWhereThePictureIsNotUnderIt();
};

void ExploreToolsTest::aSweepShowsEveryCellAndGoesThere() {
    Explorer explorer;
    explorer.window->explorePage()->showView(qs("sweep"));
    auto* view = explorer.find<widgets::SweepView>("explore.sweep");
    QSignalSpy wentThere(&explorer.session(), &ExploreSession::visitAdded);
    Q_EMIT view->cellActivated(6, 0);
    QVERIFY(explorer.waitForLatent({1, 1, 3, -3}));
    QCOMPARE(wentThere.size(), 1);
}

void ExploreToolsTest::aSweepGoesAlongDirectionsOfOnesOwn() {
    Explorer explorer;
    explorer.session().setOwnDirections({{qs("Smile"), {4, 0, 0, 0}}, {qs("Ears"), {0, 0, 0, 1}}},
                                        qs("Found"));
    explorer.window->explorePage()->showView(qs("sweep"));
    for (const auto& [name, row] : {std::pair{"explore.sweep.x", "Smile"}, {"explore.sweep.y", "Ears"}})
        explorer.choose(name, qs(row));
    auto* view = explorer.find<widgets::SweepView>("explore.sweep");
    QCOMPARE(view->columnsAxis().title, qs("Smile"));
    Q_EMIT view->cellActivated(3, 0);  // the middle of -1.5 to 1.5: nowhere along the first
    QVERIFY(explorer.waitForLatent({1, 1, 0, -1.5}));
    Q_EMIT view->cellActivated(6, 4);
    QVERIFY(explorer.waitForLatent({7, 1, 0, 0.5}));
    const app::MapAxis smile{.own = {4, 0, 0, 0}};
    QCOMPARE(app::distanceAlong(explorer.session().place(), smile), 1.5);
}

void ExploreToolsTest::theMapSpansAnyTwoDirections() {
    Explorer explorer;
    explorer.session().setOwnDirections({{qs("Smile"), {4, 0, 0, 0}}}, qs("Found"));
    explorer.choose("explore.mapKind", qs("Two directions"));
    QVERIFY(!explorer.find("explore.mapDice")->isVisible());
    explorer.choose("explore.mapAcross", qs("Smile"));
    const auto plan = [&]() -> const app::MapPlan& { return explorer.session().record().map; };
    auto* map = explorer.find<widgets::LatentMap>("explore.map");
    QVERIFY(explorer.waitForMap());
    QVERIFY(explorer.waitFor([&] {
        Q_EMIT map->pointMoved({1, 0}, true);  // one and a half steps there, three standard deviations back
        return explorer.session().latent() == Latent{7, 1, 0, -3};
    }));
    Q_EMIT map->pointMoved({0.77777, 0.5}, true);
    QCOMPARE(app::distanceAlong(explorer.session().place(), plan().across), 0.833);  // can be read
    // Both the same would be a line: the axes change places.
    explorer.choose("explore.mapDown", qs("Smile"));
    QCOMPARE(plan().down.own, (Latent{4, 0, 0, 0}));
    QVERIFY(plan().across.own.empty());
    QCOMPARE(plan().across.direction, 2);
    explorer.session().setOwnDirections({}, qs("Removed"));
    const auto* down = explorer.find<QComboBox>("explore.mapDown");
    QCOMPARE(down->currentText(), qs("Removed direction"));
}

/// A: the seeds 1 and 3, B: 5 and 7. From middle to middle it is 4 along the first number.
void ExploreToolsTest::markedPicturesMakeADirection() {
    Explorer explorer;
    for (const int seed : {1, 3}) explorer.session().mark(app::placeOfSeed(seed), 0);
    QVERIFY(!explorer.find("explore.findDirection")->isEnabled());
    for (const int seed : {5, 7}) explorer.session().mark(app::placeOfSeed(seed), 1);
    explorer.click("explore.findDirection");
    auto* list = explorer.find<widgets::DirectionList>("explore.directions");
    QVERIFY(explorer.waitFor([&] { return list->rows().size() == 4; }));
    QCOMPARE(list->rows()[0].name, QString::fromUtf8("A → B"));
    Q_EMIT list->valueChanged(0, 2, true);
    QVERIFY(explorer.waitForLatent({9, 1, 0, 0}));
    Q_EMIT list->valueChanged(1, 1, true);
    QVERIFY(explorer.waitForLatent({9, 1, 1, 0}));
    Q_EMIT list->lockChanged(0, true);
    explorer.click("explore.resetDirections");
    QVERIFY(explorer.waitForLatent({9, 1, 0, 0}));

    explorer.window.reset();
    explorer.open();
    explorer.enter();
    QVERIFY(explorer.waitForLatent({9, 1, 0, 0}));
    QCOMPARE(explorer.session().record().ownDirections.size(), size_t{1});
    QCOMPARE(explorer.session().record().ownDirections[0].direction, (Latent{4, 0, 0, 0}));
    QVERIFY(explorer.session().record().ownDirections[0].isLocked);
    QCOMPARE(explorer.session().record().groups[1].size(), size_t{2});
}

void ExploreToolsTest::aMarkedPlaceIsInOneGroupAndComesOutAgain() {
    Explorer explorer;
    auto& session = explorer.session();
    explorer.press(qs("Shift+A"));
    QCOMPARE(session.record().groups[0].size(), size_t{1});
    explorer.press(qs("Shift+B"));
    QVERIFY(session.record().groups[0].empty());
    QCOMPARE(session.record().groups[1], std::vector<ParamValues>{session.place()});
    auto* row = explorer.find<widgets::ThumbRow>("explore.groupB");
    QCOMPARE(row->thumbs().size(), size_t{1});
    Q_EMIT row->removeRequested(0);
    QVERIFY(session.record().groups[1].empty());
    explorer.press(qs("Ctrl+Z"));
    QCOMPARE(session.record().groups[1].size(), size_t{1});
}

void ExploreToolsTest::aSearchIsWatchedAndItsBestIsKept() {
    Explorer explorer;
    explorer.studio->stopsAtOnce = false;  // it says what it kept, and then that it is over
    const QString found = explorer.searchInGan();
    QCOMPARE(explorer.studio->lastRecipe().kind, std::string("encode"));
    explorer.studio->publish(test::kFirst, 10);
    explorer.look();
    for (const char* side : {"explore.search.own", "explore.search.best"})
        QVERIFY(!explorer.find<widgets::PictureView>(side)->picture().isNull());
    explorer.click("explore.search.keep");
    QVERIFY(explorer.wasCalled("stop 1"));
    explorer.studio->say({.job = test::kFirst, .kind = EventKind::Saved, .folder = found.toStdString()});
    explorer.studio->setState(test::kFirst, JobState::Cancelled);
    explorer.look();
    QVERIFY(explorer.waitForLatent({2, 2, 2, 2}));
    QCOMPARE(explorer.session().record().visits.back().what, qs("Own picture"));
    QVERIFY(explorer.find("explore.canvas")->isVisible());
}

void ExploreToolsTest::aCancelledSearchChangesNothing() {
    Explorer explorer;
    const QString found = explorer.searchInGan();
    explorer.click("explore.search.cancel");
    QVERIFY(explorer.wasCalled("stop 1"));
    QVERIFY(explorer.find("explore.canvas")->isVisible());
    explorer.studio->say({.job = test::kFirst, .kind = EventKind::Saved, .folder = found.toStdString()});
    explorer.look();
    QCOMPARE(explorer.session().record().visits.size(), size_t{1});
}

void ExploreToolsTest::aSearchForAnotherModelMovesNobody() {
    Explorer explorer;
    explorer.studio->stopsAtOnce = false;
    const QString found = explorer.searchInGan();
    explorer.window->explorePage()->models().openFile(qs("other.safetensors"));
    explorer.studio->say({.job = test::kFirst, .kind = EventKind::Saved, .folder = found.toStdString()});
    explorer.look();
    QCOMPARE(explorer.session().record().visits.size(), size_t{1});
}

void ExploreToolsTest::whatAFormatCannotHoldIsSaidBeforeItRenders() {
    Explorer explorer;
    auto& session = explorer.session();
    const Timeline timeline{.rateHz = 60,
                            .keys = {{.place = app::placeOfSeed(1)}, {1, Ease::Linear, app::placeOfSeed(2)}}};
    session.setTimeline(timeline, qs("Film"));
    auto* render = explorer.find<QPushButton>("explore.render");
    auto* problem = explorer.find<QLabel>("explore.renderProblem");
    QVERIFY(render->isEnabled() && !problem->isVisible());
    const auto choose = [&](const QString& format) {
        const auto actions = explorer.find<QPushButton>("explore.renderFormat")->menu()->actions();
        for (QAction* action : actions)
            if (action->text() == format) action->trigger();
    };
    choose(qs("GIF"));
    QVERIFY(!render->isEnabled());
    QVERIFY(problem->isVisible() && problem->text().contains(qs("50 frames a second, not 60")));
    choose(qs("MP4"));
    QVERIFY(render->isEnabled());
    auto* film = explorer.find("explore.film");
    auto* form = film->findChild<widgets::ParamForm*>();
    form->setValue(qs("size"), int64_t{33});
    choose(qs("WebM"));
    QVERIFY(!render->isEnabled());
    QVERIFY(problem->text().contains(qs("even sizes")));
    choose(qs("PNG frames"));
    QVERIFY(render->isEnabled());
}

void ExploreToolsTest::theMenuOfFormatsMarksTheChosenOne() {
    Explorer explorer;
    const auto actions = explorer.find<QPushButton>("explore.renderFormat")->menu()->actions();
    const auto marked = [&] {
        QStringList names;
        for (const QAction* action : actions)
            if (action->isChecked()) names << action->text();
        return names;
    };
    QCOMPARE(marked(), QStringList{qs("MP4")});
    actions[2]->trigger();
    QCOMPARE(marked(), QStringList{qs("GIF")});
    actions[2]->trigger();
    QCOMPARE(marked(), QStringList{qs("GIF")});
}

void ExploreToolsTest::aPlaceWithoutASeedShowsNone() {
    Explorer explorer;
    auto& session = explorer.session();
    const auto* field =
        explorer.window->explorePage()->inspector()->findChild<widgets::NumberField*>(qs("param.seed.field"));
    session.move(app::placeOfSeed(1), qs("Seed"));
    QVERIFY(!field->isNone());
    session.move(app::placeOfLatent({1, 2, 3, 4}), qs("Point"));
    QVERIFY(field->isNone());
    explorer.window->undoStack().undo();
    QVERIFY(!field->isNone() && field->text() == qs("1"));
}

void ExploreToolsTest::aRenderHasNothingToSaveOnTheWay() {
    Explorer explorer;
    QVERIFY(explorer.window->bridge().start({.kind = "render", .values = {}}));
    QVERIFY(explorer.find("jobBar.stop")->isVisible());
    QVERIFY(!explorer.find("jobBar.save")->isVisible());
    QVERIFY(!explorer.window->commands().action(qs("run.save"))->isEnabled());
}

void ExploreToolsTest::aModelThatMakesNoPicturesSaysSoInEveryView() {
    Explorer explorer;
    explorer.window->explorePage()->models().openFile(qs("nan"));
    const QString why = qs("The numbers are not finite.");
    const auto* canvas = explorer.find<widgets::PictureCanvas>("explore.canvas");
    QVERIFY(explorer.waitFor([&] { return canvas->errorText() == why; }));
    const auto* map = explorer.find<widgets::LatentMap>("explore.map");
    QVERIFY(explorer.waitFor([&] { return map->emptyText() == why; }));
    explorer.window->explorePage()->showView(qs("sweep"));
    const auto* sweep = explorer.find<widgets::SweepView>("explore.sweep");
    QVERIFY(explorer.waitFor([&] { return sweep->emptyText() == why; }));
    explorer.window->explorePage()->showView(qs("seeds"));
    const auto* seeds = explorer.find<widgets::SampleGrid>("explore.seeds");
    QVERIFY(explorer.waitFor([&] { return seeds->emptyText() == why; }));
    explorer.window->explorePage()->models().openFile(qs("other.safetensors"));
    QVERIFY(explorer.waitForMap());
}

void ExploreToolsTest::aFolderOfSeedsLeavesPicturesOfOthersAlone() {
    Explorer explorer;
    explorer.window->explorePage()->showView(qs("seeds"));
    const auto* grid = explorer.find<widgets::SampleGrid>("explore.seeds");
    QVERIFY(explorer.waitFor([&] { return grid->sheet() && grid->sheet()->count == 48; }));
    auto* outputs = explorer.window->findChild<app::ExploreOutputs*>();
    const QString folder = explorer.folder.filePath(qs("seeds"));
    outputs->saveSeedsTo(*grid->sheet(), 1, folder);
    QCOMPARE(QDir(folder).entryList({qs("*.png")}).size(), 48);
    const auto eleventh =
        app::recipeOfPicture(folder + qs("/00011.png"), explorer.window->bridge().catalog());
    QVERIFY(eleventh && eleventh->kind == "sample");
    outputs->saveSeedsTo(*grid->sheet(), 1, folder);  // its own are replaced
    QVERIFY(explorer.isSaid(qs("48 pictures saved")));

    QFile other(folder + qs("/00007.png"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("mine");
    other.close();
    QVERIFY(QFile::remove(folder + qs("/00001.png")));
    outputs->saveSeedsTo(*grid->sheet(), 1, folder);
    QVERIFY(explorer.isSaid(qs("not made by Limner")));
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), QByteArray("mine"));
    QVERIFY(!QFile::exists(folder + qs("/00001.png")));  // none was written
}

void ExploreToolsTest::theUsualKeysCopyAndPasteThePicture() {
    Explorer explorer;
    QApplication::clipboard()->clear();
    explorer.press(qs("Ctrl+C"));
    QCOMPARE(QApplication::clipboard()->image().size(), QSize(8, 8));
    explorer.press(qs("Ctrl+V"));
    QVERIFY(explorer.waitForLatent({7, 7, 7, 7}));  // what the encoder answers
    explorer.press(qs("Ctrl+1"));
    QApplication::clipboard()->clear();
    explorer.press(qs("Ctrl+C"));
    QVERIFY(QApplication::clipboard()->image().isNull());
}

void ExploreToolsTest::theSweepsFieldsFitInASmallWindow() {
    Explorer explorer;
    explorer.window->explorePage()->showView(qs("sweep"));
    for (const int width : {1024, 1440}) {
        explorer.window->resize(width, 640);
        QApplication::processEvents();
        for (const char* name : {"explore.saveSweep", "explore.sweep.x", "explore.sweep.y"}) {
            const QWidget* widget = explorer.find(name);
            QVERIFY2(widget->width() >= widget->sizeHint().width(), name);
        }
    }
}

void ExploreToolsTest::theInspectorFitsInASmallWindow() {
    Explorer explorer;
    explorer.window->resize(1024, 640);
    QApplication::processEvents();
    const auto* sheet = explorer.find("explore.inspector")->findChild<QScrollArea*>();
    QVERIFY2(sheet->widget()->width() <= sheet->viewport()->width(),
             qPrintable(QString::number(sheet->widget()->width())));
    const QWidget* render = explorer.find("explore.render");
    QVERIFY(render->width() >= render->sizeHint().width());
}

void ExploreToolsTest::thePointIsARingWhereThePictureIsNotUnderIt() {
    Explorer explorer;
    QVERIFY(explorer.waitForMap());
    auto* map = explorer.find<widgets::LatentMap>("explore.map");
    QVERIFY(!map->isAway());
    explorer.session().move(app::placeOfSeed(40), qs("Seed"));
    QVERIFY(map->isAway());
    QVERIFY(explorer.isSaid(qs("not on the map")));
    Q_EMIT map->pointMoved({1, 0}, true);
    QVERIFY(!map->isAway());
    explorer.press(qs("Ctrl+Z"));
    QVERIFY(map->isAway());
}

QTEST_MAIN(ExploreToolsTest)
#include "explore_tools_test.moc"
