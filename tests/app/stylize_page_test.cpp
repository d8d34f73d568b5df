// The Stylize workspace in the real window, on a fake studio that a test drives by hand.
#include "app/stylize/stylize_page.h"

#include <QFile>
#include <QImageWriter>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>

#include "app/job_page.h"
#include "app/recipe_text.h"
#include "app/stylize/input_panel.h"
#include "app/stylize/sample_pictures.h"
#include "app/stylize/stylize_outputs.h"
#include "app/stylize/stylize_session.h"
#include "stylist.h"
#include "widgets/compare_view.h"
#include "widgets/mask_canvas.h"
#include "widgets/method_list.h"
#include "widgets/notice.h"
#include "widgets/param_form.h"
#include "widgets/picture_well.h"
#include "widgets/result_strip.h"
#include "widgets/style_list.h"
#include "widgets/sweep_view.h"

using namespace limner;
using test::plainImage;
using test::qs;
using test::Stylist;

class StylizePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEmptyPageMakesSomethingWithOneButton();
    void twoDroppedPicturesBecomeContentAndStyle();
    void aMethodBringsItsRows();
    void onlyRowsInForceAreSent();
    void thePictureGrowsAndStopKeepsTheBest();
    void severalAreQueuedAndWatchedInTurn();
    void everyResultBringsBackItsSettings();
    void aRemovedResultComesBack();
    void settingsAreUndoneOneByOne();
    void aRowThatMayChangeReachesTheJob();
    void aFailedJobLeavesNoResult();
    void goingOnNamesTheResult();
    void aRecipeGivesBackEverySetting();
    void theHistoryIsThereAfterTheWindowWasClosed();
    void whatStylizeMakesBelongsToItsPage();
    void aPaintedRegionTravelsAndCanBeUndone();
    void aSweepTakesTheSettingsOfACell();
    void picturesAreSavedInTheirFormats();
    void aFileThatIsNoPictureIsSaid();
    void samplesAreKeptInTheProject();
    void aNarrowWindowShowsTheMethodAsACombo();
    void theKeyboardReachesEveryArea();
};

void StylizePageTest::theEmptyPageMakesSomethingWithOneButton() {
    Stylist stylist;
    QVERIFY(stylist.find("stylize.empty")->isVisible());
    stylist.click("stylize.try");
    QVERIFY(stylist.wasCalled("start 1"));
    const ParamValues& sent = stylist.studio->lastRecipe().values;
    QVERIFY(QFile::exists(QString::fromStdString(textOf(sent, "content"))));
    QVERIFY(QFile::exists(QString::fromStdString(textOf(sent, "style"))));
    QCOMPARE(intOf(sent, "size"), int64_t{384});
    QVERIFY(!stylist.find("stylize.empty")->isVisible());
}

void StylizePageTest::twoDroppedPicturesBecomeContentAndStyle() {
    Stylist stylist;
    stylist.drop({stylist.file("lake"), stylist.file("swirl")});
    QVERIFY(stylist.waitFor([&] { return stylist.session().styles().size() == 1; }));
    QCOMPARE(stylist.session().content(), stylist.file("lake"));
    QVERIFY(stylist.waitFor([&] { return !stylist.canvas()->before().isNull(); }));
    QCOMPARE(stylist.find<widgets::PictureWell>("stylize.content")->picture().size(), QSize(120, 80));
    QVERIFY(stylist.isSaid(QStringLiteral("120 × 80")));
    stylist.page().bring({stylist.file("ember")});
    QCOMPARE(stylist.find<widgets::StyleList>("stylize.styles")->count(), 2);
}

void StylizePageTest::aMethodBringsItsRows() {
    Stylist stylist;
    auto* form = stylist.find<widgets::ParamForm>("stylize.form");
    const auto has = [&](const char* id) { return form->complete().contains(id); };
    QVERIFY(has("levels") && has("strength"));
    for (const char* elsewhere : {"content", "style", "weight_2", "method", "region", "out", "resume_from"})
        QVERIFY2(!has(elsewhere), elsewhere);
    auto* methods = stylist.find<widgets::MethodList>("stylize.methods");
    QTest::keyClick(methods, Qt::Key_Down);
    QVERIFY(has("steps") && !has("levels"));
    QCOMPARE(std::get<double>(form->value(qs("strength"))), 0.9);  // the standard of this method
    QTest::keyClick(methods, Qt::Key_Down);
    QCOMPARE(stylist.session().method(), qs("neural"));  // the next one is not available
    stylist.press(qs("Ctrl+Z"));
    QVERIFY(has("levels"));
    QCOMPARE(methods->currentId(), qs("patches"));
    QVERIFY(has("width"));  // of a texture: there is no content yet
    stylist.bringBoth();
    QVERIFY(!has("width") && has("levels"));
    stylist.press(qs("Ctrl+Z"));
    stylist.press(qs("Ctrl+Z"));
    QVERIFY(stylist.session().content().isEmpty() && has("width"));
}

void StylizePageTest::onlyRowsInForceAreSent() {
    Stylist stylist;
    stylist.bringBoth();
    stylist.session().set("levels", int64_t{5});
    stylist.session().set("method", std::string("neural"));
    stylist.click("stylize.startButton");
    QVERIFY(!stylist.studio->lastRecipe().values.contains("levels"));
    stylist.session().set("method", std::string("patches"));
    QCOMPARE(std::get<int64_t>(stylist.session().value("levels")), int64_t{5});
}

void StylizePageTest::thePictureGrowsAndStopKeepsTheBest() {
    Stylist stylist;
    stylist.bringBoth();
    const JobId job = stylist.grow(40);
    QCOMPARE(stylist.shownShade(), 40);
    QVERIFY(stylist.canvas()->hasDivider());
    QVERIFY(stylist.isSaid(qs("Level 2 of 3")));
    QVERIFY(stylist.isSaid(qs("30 of 120")));
    stylist.studio->publishPicture(job, 60, plainImage(60, 40, 90));
    stylist.look();
    QCOMPARE(stylist.shownShade(), 90);
    stylist.studio->stopsAtOnce = false;
    stylist.click("stylize.keepButton");
    QVERIFY(stylist.wasCalled("stop 1"));
    stylist.finish(job, 91);
    QVERIFY(stylist.waitFor([&] { return stylist.shownShade() == 91; }));
    QVERIFY(!stylist.page().isBusy());
    QVERIFY(stylist.find("stylize.goOnButton")->isVisible());
}

void StylizePageTest::severalAreQueuedAndWatchedInTurn() {
    Stylist stylist;
    stylist.bringBoth();
    const JobId first = stylist.grow(40);
    stylist.session().set("strength", 0.95);
    stylist.click("stylize.startButton");
    QCOMPARE(stylist.session().waiting(), 1);
    QVERIFY(stylist.isSaid(qs("1 waiting")));
    QCOMPARE(stylist.shownShade(), 40);  // the one that grows stays in sight
    const JobId second{2};
    stylist.finish(first, 41);
    stylist.studio->setState(second, JobState::Running);
    stylist.studio->publishPicture(second, 10, plainImage(60, 40, 120));
    stylist.look();
    QCOMPARE(stylist.shownShade(), 120);
    QCOMPARE(stylist.strip()->results().front().caption, qs("Strength 0.95"));
}

void StylizePageTest::everyResultBringsBackItsSettings() {
    Stylist stylist;
    stylist.bringBoth();
    stylist.finish(stylist.grow(40), 40);
    stylist.session().set("strength", 0.25);
    stylist.page().bring({stylist.file("ember")});
    stylist.finish(stylist.grow(80), 80);
    QCOMPARE(stylist.strip()->results().size(), size_t{2});
    const qint64 older = stylist.strip()->results()[1].id;
    QTest::mouseClick(stylist.strip(), Qt::LeftButton, {},
                      stylist.strip()->pictureRect(older).center().toPoint());
    QVERIFY(stylist.waitFor([&] { return stylist.shownShade() == 40; }));
    QCOMPARE(std::get<double>(stylist.session().value("strength")), 0.7);
    QCOMPARE(stylist.session().styles().size(), size_t{1});
    stylist.press(qs("Ctrl+Z"));
    QVERIFY(stylist.waitFor([&] { return stylist.shownShade() == 80; }));
    QCOMPARE(std::get<double>(stylist.session().value("strength")), 0.25);
    QCOMPARE(stylist.session().styles().size(), size_t{2});
}

void StylizePageTest::aRemovedResultComesBack() {
    Stylist stylist;
    stylist.bringBoth();
    const QString path = stylist.finish(stylist.grow(40), 40);
    stylist.session().remove(stylist.session().shown()->id);
    QVERIFY(stylist.strip()->results().empty());
    QVERIFY(QFile::exists(path));
    stylist.finish(stylist.grow(80), 80);
    stylist.press(qs("Ctrl+Z"));
    QCOMPARE(stylist.strip()->results().size(), size_t{2});  // the newer one is still there
}

void StylizePageTest::settingsAreUndoneOneByOne() {
    Stylist stylist;
    stylist.bringBoth();
    auto* form = stylist.find<widgets::ParamForm>("stylize.form");
    Q_EMIT form->valueChanged(qs("strength"), ParamValue(0.3), true);
    Q_EMIT form->valueChanged(qs("levels"), ParamValue(int64_t{2}), true);
    QCOMPARE(stylist.window->undoStack().undoText(), qs("Levels"));
    stylist.press(qs("Ctrl+Z"));
    QCOMPARE(std::get<int64_t>(form->value(qs("levels"))), int64_t{3});
    QCOMPARE(std::get<double>(form->value(qs("strength"))), 0.3);
    stylist.press(qs("Ctrl+Z"));
    stylist.press(qs("Ctrl+Z"));
    QVERIFY(stylist.session().styles().empty());
    stylist.press(qs("Ctrl+Shift+Z"));
    QCOMPARE(stylist.session().styles().front().file, stylist.file("swirl"));
}

void StylizePageTest::aRowThatMayChangeReachesTheJob() {
    Stylist stylist;
    stylist.bringBoth();
    stylist.session().set("method", std::string("neural"));
    stylist.grow(40);
    stylist.session().set("content_weight", 2.5);
    QVERIFY(stylist.wasCalled("edit 1 content_weight=2.5"));
    stylist.session().set("seed", int64_t{9});
    const auto calls = stylist.studio->calls();
    QCOMPARE(
        std::count_if(calls.begin(), calls.end(), [](const auto& call) { return call.starts_with("edit"); }),
        1);
}

void StylizePageTest::aFailedJobLeavesNoResult() {
    Stylist stylist;
    stylist.bringBoth();
    stylist.click("stylize.startButton");
    stylist.studio->fail(test::kFirst,
                         {.code = ErrorCode::Unsupported, .message = "The style is smaller than a patch."});
    stylist.look();
    QVERIFY(stylist.strip()->results().empty());
    QVERIFY(stylist.isSaid(qs("smaller than a patch")));
    stylist.studio->refuseNextStart({.code = ErrorCode::InvalidArgument, .message = "No content was given."});
    stylist.page().start();
    QVERIFY(stylist.isSaid(qs("No content was given.")));
}

void StylizePageTest::goingOnNamesTheResult() {
    Stylist stylist;
    stylist.bringBoth();
    const QString path = stylist.finish(stylist.grow(40), 40);
    stylist.click("stylize.goOnButton");
    QCOMPARE(textOf(stylist.studio->lastRecipe().values, "resume_from"), path.toStdString());
    QVERIFY(!stylist.session().values().contains("resume_from"));
}

void StylizePageTest::aRecipeGivesBackEverySetting() {
    Stylist stylist;
    stylist.bringBoth();
    Recipe recipe{.kind = "stylize",
                  .values = {{"content", stylist.file("ember").toStdString()},
                             {"style", stylist.file("lake").toStdString()},
                             {"style_2", stylist.file("swirl").toStdString()},
                             {"weight_2", 0.25},
                             {"method", "neural"},
                             {"steps", int64_t{77}},
                             {"out", "elsewhere.png"}}};
    const QString path = stylist.folder.filePath(qs("made.png"));
    QImage picture(8, 8, QImage::Format_RGB32);
    for (const auto& [key, text] : app::recipeFields(recipe))
        picture.setText(QString::fromStdString(key), QString::fromStdString(text));
    QVERIFY(picture.save(path));
    stylist.press(qs("Ctrl+1"));
    stylist.drop({path});
    QVERIFY(stylist.waitFor([&] { return stylist.window->currentPage() == qs("go.stylize"); }));
    QCOMPARE(stylist.session().content(), stylist.file("ember"));
    QCOMPARE(stylist.session().styles()[1].weight, 0.25);
    QCOMPARE(std::get<int64_t>(stylist.find<widgets::ParamForm>("stylize.form")->value(qs("steps"))),
             int64_t{77});
    QVERIFY(!stylist.session().values().contains("out"));
    stylist.press(qs("Ctrl+Z"));
    QCOMPARE(stylist.session().content(), stylist.file("lake"));
}

void StylizePageTest::theHistoryIsThereAfterTheWindowWasClosed() {
    Stylist stylist;
    stylist.bringBoth();
    stylist.finish(stylist.grow(40), 40);
    stylist.session().set("strength", 0.2);
    stylist.finish(stylist.grow(80), 80);
    stylist.grow(99);  // never finished: it has no file
    stylist.reopen();
    QCOMPARE(stylist.session().results().size(), size_t{2});
    QCOMPARE(std::get<double>(stylist.session().value("strength")), 0.2);
    QCOMPARE(stylist.session().results()[0].caption, qs("Strength 0.2"));
    QVERIFY(
        stylist.waitFor([&] { return !stylist.canvas()->after().isNull() && stylist.shownShade() == 80; }));
    QVERIFY(stylist.waitFor([&] { return !stylist.strip()->results()[1].picture.isNull(); }));
}

void StylizePageTest::aPaintedRegionTravelsAndCanBeUndone() {
    Stylist stylist;
    stylist.bringBoth();
    stylist.press(qs("M"));
    auto* mask = stylist.find<widgets::MaskCanvas>("stylize.mask");
    QVERIFY(mask->isVisible());
    QTest::mouseClick(mask, Qt::LeftButton, {}, mask->rect().center());
    const QString region = QString::fromStdString(std::get<std::string>(stylist.session().value("region")));
    QVERIFY(QFile::exists(region));
    QCOMPARE(QImage(region).size(), QSize(120, 80));
    QCOMPARE(qGray(QImage(region).pixel(60, 40)), 255);
    QCOMPARE(qGray(QImage(region).pixel(2, 2)), 0);
    stylist.press(qs("Escape"));
    QVERIFY(!mask->isVisible());
    stylist.click("stylize.startButton");
    QCOMPARE(textOf(stylist.studio->lastRecipe().values, "region"), region.toStdString());
    ParamValues before = stylist.session().values();
    before.erase("region");
    QCOMPARE(app::changeText(stylist.session().table(), before, stylist.session().values()), qs("Region"));
    stylist.press(qs("Ctrl+Z"));
    QVERIFY(mask->mask().isNull());
    stylist.press(qs("Ctrl+Shift+Z"));
    QCOMPARE(qGray(mask->mask().pixel(60, 40)), 255);
    stylist.page().session().setContent(stylist.file("ember"));
    QVERIFY(!stylist.session().values().contains("region"));  // it was painted over another picture
}

void StylizePageTest::aSweepTakesTheSettingsOfACell() {
    Stylist stylist;
    stylist.bringBoth();
    stylist.click("stylize.sweepButton");
    stylist.click("stylize.sweepStart");
    const Recipe sent = stylist.studio->lastRecipe();
    QCOMPARE(sent.kind, std::string("sweep"));
    QCOMPARE(textOf(sent.values, "of"), std::string("stylize"));
    QCOMPARE(textOf(sent.values, "x"), std::string("strength"));
    QCOMPARE(textOf(sent.values, "x_title"), std::string("Strength"));
    QVERIFY(textOf(sent.values, "base").find("lake.png") != std::string::npos);
    auto* view = stylist.find<widgets::SweepView>("stylize.sweep.view");
    stylist.session().set("levels", int64_t{1});
    stylist.page().takeRecipe(sent);  // its picture was dropped
    QCOMPARE(std::get<int64_t>(stylist.session().value("levels")), int64_t{3});
    QCOMPARE(stylist.session().content(), stylist.file("lake"));
    Q_EMIT view->cellActivated(3, 2);
    QCOMPARE(std::get<double>(stylist.session().value("strength")), realOf(sent.values, "x_to"));
    QCOMPARE(std::get<int64_t>(stylist.session().value("seed")),
             static_cast<int64_t>(realOf(sent.values, "y_to")));
    QVERIFY(stylist.canvas()->isVisible());
}

void StylizePageTest::whatStylizeMakesBelongsToItsPage() {
    const auto page = [](const char* kind, const char* of) {
        Snapshot snapshot;
        snapshot.values["of"] = std::string(of);
        JobInfo job;
        job.kind = kind;
        return app::pageOfJob(job, &snapshot);
    };
    QCOMPARE(page("zoom", ""), qs("go.stylize"));
    QCOMPARE(page("sweep", "stylize"), qs("go.stylize"));
    QCOMPARE(page("sweep", "sample"), qs("go.explore"));
}

void StylizePageTest::picturesAreSavedInTheirFormats() {
    Stylist stylist;
    stylist.bringBoth();
    stylist.finish(stylist.grow(40), 40);
    QVERIFY(stylist.waitFor([&] { return stylist.session().shown()->isOver; }));
    const auto* outputs = stylist.page().findChild<app::StylizeOutputs*>();
    app::StylizeResult result = *stylist.session().shown();
    for (const char* ending : {"png", "jpg", "tif", "webp"}) {
        const QString path = stylist.folder.filePath(qs("saved.") + QString::fromLatin1(ending));
        if (!QImageWriter::supportedImageFormats().contains(QByteArray(ending)))
            QSKIP("Qt's WebP plug-in is not installed");
        QVERIFY2(outputs->saveTo(result, path), ending);
        QVERIFY(std::abs(qGray(QImage(path).pixel(30, 20)) - 40) <= 2);
    }
    result.file.clear();  // stopped before it was written
    const QString path = stylist.folder.filePath(qs("growing.png"));
    QVERIFY(outputs->saveTo(result, path));
    const auto recipe = app::recipeOfPicture(path, stylist.studio->catalog());
    QVERIFY(recipe && textOf(recipe->values, "content") == stylist.file("lake").toStdString());
    QVERIFY(!outputs->saveTo(result, stylist.folder.filePath(qs("no/such/folder/a.png"))));
    QVERIFY(!outputs->saveTo(result, stylist.folder.filePath(qs("a.xyz"))));
}

void StylizePageTest::aFileThatIsNoPictureIsSaid() {
    Stylist stylist;
    const QString path = stylist.folder.filePath(qs("broken.png"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is text");
    file.close();
    stylist.page().bring({path});
    QVERIFY(stylist.waitFor([&] { return stylist.hasCard(); }));
    stylist.press(qs("Ctrl+Z"));
    QVERIFY(stylist.session().content().isEmpty());
}

void StylizePageTest::samplesAreKeptInTheProject() {
    const auto all = app::samplePictures();
    QVERIFY(std::ranges::count(all, true, &app::SamplePicture::isStyle) >= 3);
    QVERIFY(std::ranges::count(all, false, &app::SamplePicture::isStyle) >= 2);
    for (const app::SamplePicture& sample : all) {
        const QImage picture = sample.draw();
        QVERIFY2(picture.width() >= 200 && picture.height() >= 200, qPrintable(sample.id));
        QVERIFY(!sample.licence.isEmpty());
    }
    const QTemporaryDir folder;
    const QString first = app::keepInput(all.back().draw(), qs("a"), folder.path());
    QCOMPARE(app::keepInput(all.back().draw(), qs("a"), folder.path()), first);
    QVERIFY(app::keepInput(all.front().draw(), qs("a"), folder.path()) != first);
}

void StylizePageTest::aNarrowWindowShowsTheMethodAsACombo() {
    const Stylist stylist({1024, 640});
    QVERIFY(!stylist.find("stylize.methods")->isVisible());
    QVERIFY(stylist.find("stylize.methodCombo")->isVisible());
    QVERIFY(stylist.find("stylize.canvas")->parentWidget()->width() >= 400);
}

void StylizePageTest::theKeyboardReachesEveryArea() {
    Stylist stylist;
    stylist.bringBoth();
    QSet<QWidget*> reached;
    for (int i = 0; i < 8; ++i) {
        stylist.press(qs("F6"));
        for (QWidget* area : stylist.page().areas())
            if (area == stylist.window->focusWidget() || area->isAncestorOf(stylist.window->focusWidget()))
                reached.insert(area);
    }
    QCOMPARE(reached.size(), stylist.page().areas().size());
    stylist.canvas()->setFocus();
    QTest::keyPress(stylist.canvas(), Qt::Key_O);
    QVERIFY(stylist.canvas()->isOriginalShown());
    QTest::keyRelease(stylist.canvas(), Qt::Key_O);
}

int main(int argc, char** argv) {
    return test::runWindowTest<StylizePageTest>(argc, argv);
}
#include "stylize_page_test.moc"
