// What Stylize does with networks: which ones it offers, the channels of DeepDream, the preview of fast style
// and the zoom, on a fake studio.
#include <QListWidget>
#include <QMenu>

#include "app/stylize/channel_panel.h"
#include "stylist.h"
#include "widgets/choice_combo.h"
#include "widgets/method_list.h"
#include "widgets/param_form.h"
#include "widgets/picture_view.h"

using namespace limner;
using test::plainImage;
using test::qs;
using test::Stylist;

namespace {

LibraryNetwork network(const char* id, NetworkKind kind, const char* architecture, const char* title,
                       bool isHere) {
    return {.id = id,
            .kind = kind,
            .architecture = architecture,
            .title = title,
            .licence = "",
            .address = isHere ? "" : "https://example.org/net.pth",
            .sizeBytes = 4'966'400,
            .publishedHash = "",
            .file = isHere ? std::string("/p/models/") + id + ".safetensors" : std::string(),
            .source = std::string(title) + ".pth",
            .sourceHash = isHere ? "5555666677778888" : ""};
}

/// The page with these networks in the library.
struct Networked : Stylist {
    explicit Networked(const std::vector<LibraryNetwork>& known, const std::vector<RunInfo>& runs = {})
        : Stylist({1440, 900}, [&](test::FakeStudio& fake) {
              fake.addNetworkMethods();
              fake.fakeLibrary().known = known;
              for (const RunInfo& run : runs) fake.fakeRuns().add(run);
          }) {
        bringBoth();
    }
    void choose(const char* method) const {
        session().set("method", std::string(method));
        QCOMPARE(session().method(), QString::fromLatin1(method));
    }
    /// What the form offers for a row.
    std::vector<Choice> offered(const char* id, const char* where = "stylize.form") const {
        const auto* form = find<widgets::ParamForm>(where);
        for (const ParamSpec* row : activeRows(form->table(), form->complete()))
            if (row->id == id) return row->choices;
        return {};
    }
    const Choice* methodChoice(const char* id) const {
        const auto& choices = find<widgets::MethodList>("stylize.methods")->choices();
        const auto found = std::ranges::find(choices, id, &Choice::id);
        return found == choices.end() ? nullptr : &*found;
    }
};

std::vector<LibraryNetwork> someNetworks() {
    return {network("squeezed-aaaa1111", NetworkKind::Features, "squeezenet1_1", "SqueezeNet 1.1", true),
            network("wave-bbbb2222", NetworkKind::FastStyle, "lengstrom", "wave", true),
            network("udnie-cccc3333", NetworkKind::FastStyle, "lengstrom", "udnie", true),
            network("vgg19", NetworkKind::Features, "vgg19", "VGG-19", false)};
}

}  // namespace

class StylizeNetworksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheLibraryHasIsAChoice();
    void aRunThatLearnsAStyleIsANetworkToo();
    void aMethodWithoutNetworksSaysHowToGetThem();
    void anotherFeatureNetworkHasOtherLayers();
    void aRecipeFindsItsNetworkByTheHash();
    void everyChannelShowsWhatItLikes();
    void aChannelIsChosenWithTheKeyboard();
    void theStrengthIsPreviewedWhileItMoves();
    void aZoomTakesTheSettingsOfThePage();
    void aStyleIsLearnedInTrain();
};

void StylizeNetworksTest::whatTheLibraryHasIsAChoice() {
    Networked page(someNetworks());
    page.choose("painter");
    QVERIFY(page.waitFor([&] { return page.offered("network").size() == 3; }));
    QCOMPARE(page.offered("network")[1].id, std::string("wave-bbbb2222"));
    QCOMPARE(page.offered("network")[2].label, std::string("udnie"));
    Q_EMIT page.find<widgets::ParamForm>("stylize.form")
        ->valueChanged(qs("network"), ParamValue(std::string("udnie-cccc3333")), true);
    page.click("stylize.startButton");
    QCOMPARE(textOf(page.studio->lastRecipe().values, "network"), std::string("udnie-cccc3333"));
    // A file that the command line or an old recipe named stays, under its name.
    page.session().set("network", page.file("lake").toStdString());
    QCOMPARE(page.offered("network").back().label, std::string("lake.png"));
    page.session().set("network", std::string("gone-12345678"));
    QVERIFY(page.offered("network").back().label.find("not here") != std::string::npos);
}

void StylizeNetworksTest::aRunThatLearnsAStyleIsANetworkToo() {
    RunInfo own = test::fakeRun("/project/runs/1-own", "my sky", RunState::Finished);
    own.recipe.values["model"] = std::string("fast-style");
    Networked page({}, {own, test::fakeRun("/project/runs/2-gan", "a GAN", RunState::Finished)});
    page.choose("painter");
    QVERIFY(page.waitFor([&] { return page.offered("network").size() == 2; }));
    QCOMPARE(page.offered("network").back().id, std::string("/project/runs/1-own"));
    QVERIFY(page.offered("network").back().label.find("my sky") != std::string::npos);
    QVERIFY(page.methodChoice("painter")->unavailable.isEmpty());
}

void StylizeNetworksTest::aMethodWithoutNetworksSaysHowToGetThem() {
    Networked page(
        {network("squeezenet1_1", NetworkKind::Features, "squeezenet1_1", "SqueezeNet 1.1", false)});
    QVERIFY(page.waitFor([&] {
        const Choice* dream = page.methodChoice("dream");
        return dream != nullptr && !dream->unavailable.isEmpty();
    }));
    QVERIFY(page.methodChoice("dream")->unavailable.text().find("library") != std::string::npos);
    QVERIFY(page.methodChoice("painter")->unavailable.text().find("library") != std::string::npos);
    QVERIFY(page.methodChoice("patches")->unavailable.isEmpty());
    // They come once something was taken in.
    page.studio->fakeLibrary().known = someNetworks();
    page.studio->say({.job = JobId{99}, .kind = EventKind::Saved});
    page.look();
    QVERIFY(page.waitFor([&] { return page.methodChoice("painter")->unavailable.isEmpty(); }));
}

void StylizeNetworksTest::anotherFeatureNetworkHasOtherLayers() {
    Networked page(someNetworks());
    page.choose("dream");
    QVERIFY(page.waitFor([&] { return page.offered("features_file").size() == 2; }));
    QVERIFY(!page.offered("features")[1].unavailable.isEmpty());  // VGG-19 is not installed
    page.session().set("layer", std::string("fire2"));
    page.session().set("channel", int64_t{5});
    page.session().set("layer", std::string("relu1"));
    QVERIFY(!page.session().values().contains("channel"));  // it has only four
    page.session().set("layer", std::string("fire2"));
    page.session().set("features", std::string("vgg19"));
    QVERIFY(!page.session().values().contains("layer"));
    QCOMPARE(std::get<std::string>(page.session().value("layer")), std::string("relu1_1"));
    QCOMPARE(page.offered("layer").size(), size_t{1});
}

void StylizeNetworksTest::aRecipeFindsItsNetworkByTheHash() {
    Networked page(someNetworks());
    const auto networkAfter = [&](const char* named, const char* hash) {
        page.page().takeRecipe({.kind = "stylize",
                                .values = {{"method", "painter"}, {"network", named}},
                                .origin = {.programVersion = {}, .modelHash = hash, .parent = {}}});
        return page.session().value("network");
    };
    page.choose("painter");
    QVERIFY(page.waitFor([&] { return page.offered("network").size() == 3; }));
    QCOMPARE(networkAfter("wave-bbbb2222", "bbbb2222ffff"), ParamValue(std::string("wave-bbbb2222")));
    QCOMPARE(networkAfter("ocean-bbbb2222", "bbbb2222ffff"), ParamValue(std::string("wave-bbbb2222")));
    QCOMPARE(networkAfter("/elsewhere/w.pth", "cccc33339999"), ParamValue(std::string("udnie-cccc3333")));
    QCOMPARE(networkAfter("other-99999999", "9999"), ParamValue(std::string("other-99999999")));
}

void StylizeNetworksTest::everyChannelShowsWhatItLikes() {
    Networked page(someNetworks());
    page.choose("dream");
    page.click("stylize.channelsButton");
    auto* list = page.find<QListWidget>("stylize.channelList");
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 5);  // all, and four
    const auto shadeOf = [&](int row) {
        const QImage icon = list->item(row)->icon().pixmap(list->iconSize()).toImage();
        return qGray(icon.pixel(icon.width() / 2, icon.height() / 2));
    };
    QVERIFY(page.waitFor([&] {
        page.look();
        return shadeOf(4) == 40;
    }));
    QCOMPARE(shadeOf(1), 10);
    QCOMPARE(list->item(2)->data(Qt::AccessibleTextRole).toString(), qs("Channel 1"));
    page.session().set("layer", std::string("fire2"));
    QCOMPARE(list->count(), 7);
    QVERIFY(page.waitFor([&] {
        page.look();
        return shadeOf(6) == 60;
    }));
    page.choose("patches");
    QVERIFY(!list->isVisible());
}

void StylizeNetworksTest::aChannelIsChosenWithTheKeyboard() {
    Networked page(someNetworks());
    page.choose("dream");
    page.press(qs("Ctrl+Alt+H"));
    auto* list = page.find<QListWidget>("stylize.channelList");
    QVERIFY(page.waitFor([&] { return list->hasFocus(); }));
    QCOMPARE(list->currentRow(), 0);
    QTest::keyClick(list, Qt::Key_Right);
    QTest::keyClick(list, Qt::Key_Right);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(page.session().value("channel"), ParamValue(int64_t{1}));
    page.press(qs("Ctrl+Z"));
    QCOMPARE(page.session().value("channel"), ParamValue(int64_t{-1}));
    QCOMPARE(list->currentRow(), 0);
    page.click("stylize.channelsDone");
    QVERIFY(!list->isVisible());
}

void StylizeNetworksTest::theStrengthIsPreviewedWhileItMoves() {
    Networked page(someNetworks());
    page.choose("painter");
    auto* form = page.find<widgets::ParamForm>("stylize.form");
    Q_EMIT form->valueChanged(qs("strength"), ParamValue(0.3), false);  // the hand still holds it
    QVERIFY(page.waitFor([&] {
        page.look();
        return !page.canvas()->after().isNull() && page.shownShade() == 30;
    }));
    QVERIFY(!page.session().values().contains("strength"));
    QVERIFY(page.isSaid(qs("Preview")));
    const JobId job = page.grow(90);
    QCOMPARE(page.shownShade(), 90);
    page.finish(job, 91);
    QVERIFY(page.waitFor([&] { return page.shownShade() == 91; }));
    page.choose("patches");
    Q_EMIT form->valueChanged(qs("strength"), ParamValue(0.9), false);
    page.look();
    QCOMPARE(page.shownShade(), 91);  // only fast style is so fast
}

void StylizeNetworksTest::aZoomTakesTheSettingsOfThePage() {
    Networked page(someNetworks());
    page.choose("dream");
    page.session().set("layer", std::string("fire2"));
    page.session().set("channel", int64_t{3});
    page.session().set("levels", int64_t{2});  // of patches: no zoom knows it
    page.click("stylize.zoomButton");
    auto* form = page.find<widgets::ParamForm>("stylize.zoomForm");
    QVERIFY(form->isVisible());
    form->setValue(qs("seconds"), ParamValue(2.0));
    page.click("stylize.zoomStart");
    const Recipe sent = page.studio->lastRecipe();
    QCOMPARE(sent.kind, std::string("zoom"));
    QCOMPARE(textOf(sent.values, "content"), page.file("lake").toStdString());
    QCOMPARE(textOf(sent.values, "layer"), std::string("fire2"));
    QCOMPARE(intOf(sent.values, "channel"), int64_t{3});
    QCOMPARE(realOf(sent.values, "seconds"), 2.0);
    QVERIFY(!sent.values.contains("levels") && !sent.values.contains("method"));
    QVERIFY(QString::fromStdString(textOf(sent.values, "out")).endsWith(qs("outputs/lake-zoom.mp4")));
    page.studio->publishPicture(JobId{1}, 3, plainImage(60, 40, 77));
    page.look();
    QCOMPARE(qGray(page.find<widgets::PictureView>("stylize.zoomView")->picture().pixel(5, 5)), 77);
    // A frame that is dropped brings both back.
    page.session().set("channel", int64_t{1});
    form->setValue(qs("seconds"), ParamValue(9.0));
    page.page().takeRecipe(sent);
    QCOMPARE(page.session().value("channel"), ParamValue(int64_t{3}));
    QCOMPARE(form->value(qs("seconds")), ParamValue(2.0));
    QCOMPARE(page.session().method(), qs("dream"));
}

void StylizeNetworksTest::aStyleIsLearnedInTrain() {
    Networked page(someNetworks());
    QMenu menu;
    page.page().inputs().fillStyleMenu(menu, 0);
    const auto actions = menu.actions();
    const auto learn = std::ranges::find_if(
        actions, [](const QAction* action) { return action->text().startsWith(qs("Learn this style")); });
    QVERIFY(learn != actions.end());
    (*learn)->trigger();
    QCOMPARE(page.window->currentPage(), qs("go.train"));
    QCOMPARE(page.find<widgets::ParamForm>("parameters.form")->value(qs("data")),
             ParamValue(std::string("folder")));
    const auto weights = [&] { return page.offered("features_file", "parameters.form"); };
    QVERIFY(page.waitFor([&] { return weights().size() == 2; }));
    QCOMPARE(weights()[1].id, std::string("squeezed-aaaa1111"));
    const auto networks = page.offered("features", "parameters.form");
    QVERIFY(networks[0].unavailable.isEmpty() && !networks[1].unavailable.isEmpty());
    auto known = page.studio->fakeLibrary().known;
    known.back().file = "/p/models/vgg19.safetensors";
    page.studio->fakeLibrary().known = known;
    page.press(qs("Ctrl+3"));
    page.press(qs("Ctrl+1"));
    QVERIFY(
        page.waitFor([&] { return page.offered("features", "parameters.form")[1].unavailable.isEmpty(); }));
}

int main(int argc, char** argv) {
    return test::runWindowTest<StylizeNetworksTest>(argc, argv);
}
#include "stylize_networks_test.moc"
