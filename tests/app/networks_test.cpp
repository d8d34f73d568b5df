// The networks of the library in the window, on a fake studio.
#include "app/networks/network_shelf.h"

#include <QTcpServer>

#include "app/download.h"
#include "app/pages/library_page.h"
#include "widgets/notice.h"
#include "widgets/segment.h"
#include "window_driver.h"

using namespace limner;
using test::qs;
using test::WindowDriver;

class NetworksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsHereAndWhatCouldBeStandsInTheList();
    void nothingIsFetchedBeforeThePersonAgrees();
    void theChosenOneIsCheckedAndRemoved();
    void anImportLeavesOtherDownloadsAlone();
};

namespace {

void fill(const WindowDriver& driver) {
    driver.studio->fakeLibrary().known = {{.id = "wave-1234abcd",
                                           .kind = NetworkKind::FastStyle,
                                           .architecture = "lengstrom",
                                           .title = "wave",
                                           .licence = "",
                                           .address = "",
                                           .sizeBytes = 3'400'000,
                                           .publishedHash = "",
                                           .file = "/p/models/wave-1234abcd.safetensors",
                                           .source = "wave.pth",
                                           .sourceHash = "00112233445566778899"},
                                          {.id = "vgg19",
                                           .kind = NetworkKind::Features,
                                           .architecture = "vgg19",
                                           .title = "VGG-19",
                                           .licence = "BSD-3-Clause",
                                           .address = "https://example.org/vgg19-dcbb9e9d.pth",
                                           .sizeBytes = 574'673'361,
                                           .publishedHash = "dcbb9e9d",
                                           .file = "",
                                           .source = "",
                                           .sourceHash = ""}};
}

void showNetworks(const WindowDriver& driver) {
    driver.press(qs("Ctrl+L"));
    driver.window->libraryPage()->showNetworks();
    QVERIFY(WindowDriver::waitFor([&] {
        const QWidget* row = driver.find("networks.row.vgg19");
        return row != nullptr && row->isVisible();
    }));
}

QString allText(const QWidget* part) {
    QStringList texts;
    for (const auto* label : part->findChildren<QLabel*>())
        if (label->isVisible()) texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

}  // namespace

void NetworksTest::whatIsHereAndWhatCouldBeStandsInTheList() {
    WindowDriver driver;
    fill(driver);
    showNetworks(driver);
    const QString wave = allText(driver.find("networks.row.wave-1234abcd"));
    QVERIFY(wave.contains(qs("wave.pth")));
    QVERIFY(wave.contains(qs("Licence unknown")));
    QVERIFY(!driver.find("networks.get.wave-1234abcd")->isVisible());
    QVERIFY(driver.find("networks.get.vgg19")->isVisible());
    QTest::mouseClick(driver.find("networks.row.vgg19"), Qt::LeftButton);
    const auto* facts = driver.find("networks.card");
    QVERIFY(WindowDriver::waitFor(
        [&] { return allText(facts).contains(qs("https://example.org/vgg19-dcbb9e9d.pth")); }));
    const QString card = allText(facts);
    QVERIFY(card.contains(qs("BSD-3-Clause")));
    QVERIFY(!driver.find("networks.remove")->isEnabled());
}

void NetworksTest::nothingIsFetchedBeforeThePersonAgrees() {
    WindowDriver driver;
    fill(driver);
    showNetworks(driver);
    driver.click("networks.get.vgg19");
    auto* notice = driver.find<widgets::NoticeCard>("notice");
    QVERIFY(notice->isOpen());
    const QString said = allText(notice);
    for (const char* part : {"574.7 MB", "https://example.org/vgg19-dcbb9e9d.pth", "BSD-3-Clause"})
        QVERIFY2(said.contains(qs(part)), part);
    Q_EMIT notice->chosen(qs("no"));
    QVERIFY(driver.window->libraryPage()->networks().download("vgg19") == nullptr);
}

void NetworksTest::theChosenOneIsCheckedAndRemoved() {
    WindowDriver driver;
    fill(driver);
    showNetworks(driver);
    QTest::mouseClick(driver.find("networks.row.wave-1234abcd"), Qt::LeftButton);
    driver.click("networks.verify");
    auto& shelf = driver.window->libraryPage()->networks();
    QVERIFY(WindowDriver::waitFor(
        [&] { return shelf.check("wave-1234abcd") == app::NetworkShelf::Check::Good; }));
    QVERIFY(!driver.find<QLabel>("networks.check")->text().isEmpty());
    driver.click("networks.remove");
    auto* notice = driver.find<widgets::NoticeCard>("notice");
    QVERIFY(notice->isOpen());
    QVERIFY(shelf.find("wave-1234abcd"));
    Q_EMIT notice->chosen(qs("yes"));
    QVERIFY(WindowDriver::waitFor([&] { return shelf.find("wave-1234abcd") == nullptr; }));
    QVERIFY(!driver.find("networks.remove")->isEnabled());
}

void NetworksTest::anImportLeavesOtherDownloadsAlone() {
    QTcpServer silent;  // takes a connection and never answers
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    WindowDriver driver;
    fill(driver);
    auto& known = driver.studio->fakeLibrary().known;
    known.back().address = "http://127.0.0.1:" + std::to_string(silent.serverPort()) + "/vgg19.pth";
    known.push_back(known.back());
    known.back().id = known.back().architecture = "vgg16";
    known.back().address = "http://127.0.0.1:" + std::to_string(silent.serverPort()) + "/vgg16.pth";
    showNetworks(driver);
    auto& shelf = driver.window->libraryPage()->networks();
    for (const char* id : {"vgg16", "vgg19"}) {
        shelf.get(id);
        Q_EMIT driver.find<widgets::NoticeCard>("notice")->chosen(qs("yes"));
        QVERIFY(shelf.download(id) != nullptr);
    }
    // A file of the person's own comes in, and another one is refused.
    shelf.import(qs("/elsewhere/own.pth"));
    shelf.import(qs("/elsewhere/broken.pth"));
    driver.studio->say({.job = JobId{1}, .kind = EventKind::Saved, .folder = "/p/models/own.safetensors"});
    driver.studio->fail(JobId{2}, {.code = ErrorCode::Damaged, .message = "It is damaged."});
    driver.look();
    QVERIFY(shelf.download("vgg16") != nullptr && shelf.download("vgg19") != nullptr);
    QVERIFY(shelf.download("vgg16")->isRunning() && shelf.download("vgg19")->isRunning());
    // Nor does one that is taken back touch the other.
    shelf.cancel("vgg16");
    QVERIFY(shelf.download("vgg16") == nullptr && shelf.download("vgg19")->isRunning());
}

int main(int argc, char** argv) {
    return test::runWindowTest<NetworksTest>(argc, argv);
}
#include "networks_test.moc"
