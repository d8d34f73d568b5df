// Places, moves and what is kept on the Explore page, in the real window on a fake studio.
#include <QSignalSpy>

#include "app/explore/blend.h"
#include "app/explore/place_values.h"
#include "explorer.h"
#include "widgets/direction_list.h"
#include "widgets/history_tree.h"
#include "widgets/key_track.h"
#include "widgets/notice.h"
#include "widgets/picture_canvas.h"
#include "widgets/place_strip.h"
#include "widgets/sample_grid.h"

using namespace limner;
using app::ExploreSession;
using test::Explorer;
using test::qs;
using test::WindowDriver;

class ExplorePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModelThatShipsIsThereAtFirst();
    void withoutAModelThePageSaysWhatToDo();
    void aModelThatCannotBeOpenedIsSaid();
    void everyMoveCanBeUndoneAndNothingIsForgotten();
    void theCornersOfTheMapAreTheirPictures();
    void aLockedDirectionStaysWhereItIs();
    void fourKeysMakeAFilm();
    void scrubbingLooksWithoutGoingThere();
    void aSeedOfTheGridBecomesThePicture();
    void bookmarksAreKeptNamedAndAdded();
    void theWalkIsThereAfterTheWindowWasClosed();
    void aRecipeLeadsBackToItsPlace();
    void aRecipeOfAnUnknownModelIsSaid();
    void anotherModelIsOneUndoAway();
    void aPlaceDroppedOnACornerAnchorsIt();
    void aRecipeBringsItsOwnDirections();
    void aFileOfANewerVersionStaysAsItIs();
    void aRecordReadsBackAsItWas();
};

void ExplorePageTest::theModelThatShipsIsThereAtFirst() {
    const Explorer explorer;
    QCOMPARE(explorer.session().model().title, qs("Faces"));
    QVERIFY(explorer.waitForLatent({1, 1, 0, 0}));
    const QImage& shown = explorer.find<widgets::PictureCanvas>("explore.canvas")->picture();
    QCOMPARE(shown.size(), QSize(8, 8));
    QCOMPARE(qGray(shown.pixel(3, 3)), 20);
    QCOMPARE(explorer.find<widgets::DirectionList>("explore.directions")->rows().size(), size_t{3});
}

void ExplorePageTest::withoutAModelThePageSaysWhatToDo() {
    WindowDriver driver;
    driver.press(qs("Ctrl+2"));
    QVERIFY(driver.waitFor([&] { return driver.window->explorePage()->models().isKnown(); }));
    QVERIFY(!driver.window->explorePage()->hasModel());
    Q_EMIT driver.window->explorePage()->trainRequested();
    QCOMPARE(driver.window->currentPage(), qs("go.train"));
}

void ExplorePageTest::aModelThatCannotBeOpenedIsSaid() {
    Explorer explorer;
    explorer.window->explorePage()->models().openFile(qs("broken"));
    QVERIFY(explorer.waitFor([&] {
        const auto cards = explorer.window->findChildren<widgets::NoticeCard*>();
        return std::any_of(cards.begin(), cards.end(), [](const auto* card) { return card->isOpen(); });
    }));
}

void ExplorePageTest::everyMoveCanBeUndoneAndNothingIsForgotten() {
    Explorer explorer;
    auto& session = explorer.session();
    session.move(app::placeOfSeed(5), qs("Seed"));
    session.move(app::withOffset(session.place(), "directions", 1, 2.5), qs("Direction 1"));
    QVERIFY(explorer.waitForLatent({5, 1, 2.5, 0}));
    explorer.press(qs("Ctrl+Z"));
    QVERIFY(explorer.waitForLatent({5, 1, 0, 0}));
    session.move(app::placeOfSeed(9), qs("Another seed"));
    const auto* tree = explorer.find<widgets::HistoryTree>("explore.history");
    QCOMPARE(tree->nodeCount(), 4);
    QCOMPARE(tree->lineCount(), 2);
    const qint64 forgotten = session.record().visits[2].id;
    session.goTo(forgotten);
    QVERIFY(explorer.waitForLatent({5, 1, 2.5, 0}));
    explorer.press(qs("Ctrl+Z"));
    QVERIFY(explorer.waitForLatent({9, 1, 0, 0}));
}

void ExplorePageTest::theCornersOfTheMapAreTheirPictures() {
    Explorer explorer;
    QVERIFY(explorer.waitForMap());
    auto* map = explorer.find<widgets::LatentMap>("explore.map");
    Q_EMIT map->pointMoved({1, 0}, true);
    QVERIFY(explorer.waitForLatent({2, 1, 0, 0}));
    Q_EMIT map->pointMoved({0, 1}, true);
    QVERIFY(explorer.waitForLatent({3, 1, 0, 0}));
    // Half-way between (1, 1, 0, 0) and (2, 1, 0, 0), as long as the mean of both lengths.
    Q_EMIT map->pointMoved({0.5, 0}, true);
    const double length = (std::sqrt(2.0) + std::sqrt(5.0)) / 2 / std::sqrt(1.5 * 1.5 + 1);
    QVERIFY(explorer.waitFor([&] {
        const Latent& latent = explorer.session().latent();
        return std::abs(latent[0] - 1.5 * length) < 1e-5 && std::abs(latent[1] - length) < 1e-5;
    }));
}

void ExplorePageTest::aLockedDirectionStaysWhereItIs() {
    Explorer explorer;
    auto& session = explorer.session();
    QVERIFY(explorer.waitForMap());
    session.move(app::withOffset(app::withOffset(session.place(), "directions", 1, 1), "directions", 2, 2),
                 qs("Both"));
    session.lockDirection(2, true);
    Q_EMIT explorer.find<widgets::LatentMap>("explore.map")->pointMoved({1, 0}, true);
    QVERIFY(explorer.waitForLatent({2, 1, 0, 2}));
    explorer.click("explore.resetDirections");
    QCOMPARE(app::offsetOf(session.place(), "directions", 2), 2.0);
}

void ExplorePageTest::fourKeysMakeAFilm() {
    Explorer explorer;
    auto& session = explorer.session();
    for (const int seed : {2, 4, 6, 8}) {
        session.move(app::placeOfSeed(seed), qs("Seed %1").arg(seed));
        explorer.press(qs("K"));
    }
    const auto& keys = session.record().timeline.keys;
    QCOMPARE(keys.size(), size_t{4});
    QCOMPARE(keys[1].second, 2.5);
    QCOMPARE(keys[3].second, 7.5);
    auto* track = explorer.find<widgets::KeyTrack>("explore.track");
    QVERIFY(explorer.waitFor([&] {
        Q_EMIT track->scrubbed(2.5, true);
        return explorer.session().latent() == Latent{4, 1, 0, 0};
    }));
    explorer.press(qs("Ctrl+Z"));
    QCOMPARE(session.record().timeline.keys.size(), size_t{3});
}

void ExplorePageTest::scrubbingLooksWithoutGoingThere() {
    Explorer explorer;
    auto& session = explorer.session();
    session.look({4, 4, 4, 4});
    QVERIFY(explorer.waitForLatent({4, 4, 4, 4}));
    QCOMPARE(session.record().visits.size(), size_t{1});
    QCOMPARE(textOf(session.shownPlace(), "point"), std::string("4,4,4,4"));
    session.lookBack();
    QVERIFY(explorer.waitForLatent({1, 1, 0, 0}));
}

void ExplorePageTest::aSeedOfTheGridBecomesThePicture() {
    Explorer explorer;
    explorer.window->explorePage()->showView(qs("seeds"));
    auto* grid = explorer.find<widgets::SampleGrid>("explore.seeds");
    QVERIFY(explorer.waitFor([&] { return grid->sheet() && grid->sheet()->count == 48; }));
    grid->selectTile(10);
    QVERIFY(explorer.waitForLatent({11, 1, 0, 0}));
    QVERIFY(explorer.find("explore.canvas")->isVisible());
}

void ExplorePageTest::bookmarksAreKeptNamedAndAdded() {
    Explorer explorer;
    auto& session = explorer.session();
    for (const int seed : {10, 3, 5}) {
        session.move(app::placeOfSeed(seed), qs("Seed %1").arg(seed));
        explorer.keep();
    }
    auto* strip = explorer.find<widgets::PlaceStrip>("explore.bookmarks");
    QCOMPARE(strip->places().size(), size_t{3});
    Q_EMIT strip->renamed(strip->places()[0].id, qs("Ten"));
    QVERIFY(explorer.waitFor([&] { return session.record().bookmarks[0].name == qs("Ten"); }));
    const auto isKnown = [&](const app::Bookmark& mark) {
        return session.book().find(mark.place) != nullptr;
    };
    QVERIFY(explorer.waitFor([&] { return std::ranges::all_of(session.record().bookmarks, isKnown); }));
    explorer.click("explore.mix");
    QVERIFY(explorer.waitForLatent({12, 1, 0, 0}));  // 10 − 3 + 5
    Q_EMIT strip->removeRequested(strip->places()[0].id);
    QCOMPARE(session.record().bookmarks.size(), size_t{2});
}

void ExplorePageTest::theWalkIsThereAfterTheWindowWasClosed() {
    Explorer explorer;
    explorer.session().move(app::placeOfSeed(77), qs("Seed"));
    explorer.keep();
    explorer.press(qs("K"));
    explorer.window.reset();
    explorer.open();
    explorer.enter();
    QVERIFY(explorer.waitForLatent({77, 1, 0, 0}));
    const auto& record = explorer.session().record();
    QCOMPARE(record.visits.size(), size_t{2});
    QCOMPARE(record.bookmarks.size(), size_t{1});
    QCOMPARE(record.timeline.keys.size(), size_t{1});
}

void ExplorePageTest::aRecipeLeadsBackToItsPlace() {
    Explorer explorer;
    Recipe recipe{.kind = "sample",
                  .values = {{"run", "elsewhere"}, {"seed", int64_t{42}}, {"truncation", 0.5}}};
    recipe.origin.modelHash = "def";
    explorer.window->explorePage()->models().openRecipe(recipe);
    QVERIFY(explorer.waitForLatent({42, 0.5, 0, 0}));
    QCOMPARE(explorer.session().model().title, qs("Other"));
}

void ExplorePageTest::aRecipeOfAnUnknownModelIsSaid() {
    Explorer explorer;
    Recipe recipe{.kind = "sample", .values = {{"seed", int64_t{42}}}};
    recipe.origin.modelHash = "0123456789abcdef";
    explorer.window->explorePage()->models().openRecipe(recipe);
    QVERIFY(explorer.waitFor([&] {
        const auto labels = explorer.window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(qs("0123456789ab"));
        });
    }));
    QCOMPARE(explorer.session().model().title, qs("Faces"));
}

void ExplorePageTest::anotherModelIsOneUndoAway() {
    Explorer explorer;
    auto& session = explorer.session();
    session.move(app::placeOfSeed(3), qs("Seed"));
    explorer.window->explorePage()->models().openFile(qs("other.safetensors"));
    QCOMPARE(session.model().title, qs("Other"));
    QVERIFY(explorer.waitForLatent({1, 1, 0, 0}));
    explorer.press(qs("Ctrl+Z"));
    QCOMPARE(session.model().title, qs("Faces"));
    QVERIFY(explorer.waitForLatent({3, 1, 0, 0}));
}

void ExplorePageTest::aPlaceDroppedOnACornerAnchorsIt() {
    Explorer explorer;
    auto& session = explorer.session();
    session.move(app::placeOfSeed(50), qs("Seed"));
    explorer.keep();
    session.move(app::placeOfSeed(60), qs("Another seed"));
    auto* map = explorer.find<widgets::LatentMap>("explore.map");
    Q_EMIT map->placeDropped(1, session.record().bookmarks[0].id);
    Q_EMIT map->placeDropped(2, qs("history:%1").arg(session.record().current));
    QCOMPARE(session.record().map.corners[1], app::placeOfSeed(50));
    QCOMPARE(session.record().map.corners[2], app::placeOfSeed(60));
}

void ExplorePageTest::aRecipeBringsItsOwnDirections() {
    Explorer explorer;
    Recipe recipe{.kind = "sample",
                  .values = {{"seed", int64_t{4}}, {"attributes", std::string("2*0,0,0,0.5")}}};
    recipe.origin.modelHash = "abc";
    explorer.window->explorePage()->models().openRecipe(recipe);
    QVERIFY(explorer.waitForLatent({4, 1, 0, 1}));
    const auto& own = explorer.session().record().ownDirections;
    QCOMPARE(own.size(), size_t{1});
    QCOMPARE(app::distanceAlong(explorer.session().place(), own[0].direction), 2.0);
    explorer.press(qs("Ctrl+Z"));
    QVERIFY(explorer.waitForLatent({1, 1, 0, 0}));
    QVERIFY(explorer.session().record().ownDirections.empty());
}

void ExplorePageTest::aFileOfANewerVersionStaysAsItIs() {
    const QTemporaryDir folder;
    const app::ExploreStore store(folder.path());
    QFile file(store.file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray newer = "{\"schema\": 9, \"models\": {}}";
    file.write(newer);
    file.close();
    QVERIFY(!store.write(qs("faces"), {}));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), newer);
}

void ExplorePageTest::aRecordReadsBackAsItWas() {
    app::ExploreRecord record;
    record.visits = {{.id = 0, .place = app::placeOfSeed(3), .what = qs("Start")},
                     {.id = 4,
                      .parent = 0,
                      .place = {{"point", "0.5,-1"}, {"truncation", 0.7}, {"directions", "1:2"}},
                      .onMap = QPointF(0.25, 0.5),
                      .what = qs("Map"),
                      .rating = 4,
                      .isStarred = true}};
    record.current = 4;
    record.bookmarks = {{qs("id"), qs("Fox"), app::placeOfSeed(1), 2}};
    record.map = {app::MapPlan::Kind::Triangle,
                  {app::placeOfSeed(1), app::placeOfSeed(2)},
                  {.direction = 3},
                  {.own = {0.1F, -1e-20F}}};
    record.timeline = {.seconds = 4,
                       .rateHz = 25,
                       .isLoop = true,
                       .path = Path::Spline,
                       .keys = {{0, Ease::Hold, app::placeOfSeed(1)}, {3.96, Ease::In, app::placeOfSeed(2)}}};
    record.directionNames = {{2, qs("Ears")}};
    record.lockedDirections = {2, 3};
    record.ownDirections = {{qs("Smile"), {0.1F, -1e-20F}, true}};
    record.groups = {{{app::placeOfSeed(1)}, {app::placeOfSeed(2), app::placeOfSeed(3)}}};
    const app::ExploreRecord back = app::recordOfJson(app::toJson(record));
    QCOMPARE(app::toJson(back), app::toJson(record));
    QCOMPARE(back.visits[1].place, record.visits[1].place);
    QCOMPARE(*back.visits[1].onMap, QPointF(0.25, 0.5));
    QVERIFY(back.map == record.map);
    QCOMPARE(back.ownDirections[0].direction, record.ownDirections[0].direction);
    QVERIFY(back.groups == record.groups);
    QCOMPARE(back.timeline.keys[1].place, app::placeOfSeed(2));
}

QTEST_MAIN(ExplorePageTest)
#include "explore_page_test.moc"
