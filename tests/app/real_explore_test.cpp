// Explore through the real core, with a model that ships: a film is made of keys, and one of its frames,
// dropped on the window, leads back to where it was made.
#include <QDir>
#include <QDropEvent>
#include <QJsonDocument>
#include <QMimeData>
#include <algorithm>
#include <cstdlib>

#include "app/core_loader.h"
#include "app/core_text.h"
#include "app/explore/explore_page.h"
#include "app/explore/explore_session.h"
#include "app/language.h"
#include "real_window.h"
#include "widgets/key_track.h"
#include "widgets/latent_map.h"
#include "widgets/picture_canvas.h"

using namespace limner;
using test::RealWindow;

namespace {

app::ExploreSession& walk(const RealWindow& real) {
    return real.window->explorePage()->session();
}

/// The largest difference of two channels, 0 to 255: what is shown is decoded with folded weights, which
/// round differently from those that render.
int farthest(const QImage& a, const QImage& b) {
    if (a.size() != b.size()) return 255;
    int most = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y), other = b.pixel(x, y);
            most = std::max({most, std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                             std::abs(qBlue(one) - qBlue(other))});
        }
    }
    return most;
}

void dropOnWindow(QWidget& window, const QString& file) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    const QPoint middle = window.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &enter);
    QDropEvent dropped(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &dropped);
}

}  // namespace

class RealExploreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFrameDroppedBackLeadsToItsMoment();

private:
    void setTwoKeysOnTheMap();
    void renderFrames();

    std::unique_ptr<RealWindow> m_real;
    QString m_frames;  ///< the folder
};

void RealExploreTest::aFrameDroppedBackLeadsToItsMoment() {
    m_real = std::make_unique<RealWindow>();
    QVERIFY(m_real->open());
    m_real->press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(RealWindow::waitFor([&] { return walk(*m_real).facts() && !walk(*m_real).latent().empty(); }));
    setTwoKeysOnTheMap();
    if (!QTest::currentTestFailed()) renderFrames();
    if (QTest::currentTestFailed()) return;

    auto& session = walk(*m_real);
    const QImage made(m_frames + QStringLiteral("/000004.png"));
    QVERIFY(!made.isNull());
    session.setTimeline({}, QStringLiteral("Another film"));
    session.move(app::placeOfSeed(77), QStringLiteral("Elsewhere"));
    dropOnWindow(*m_real->window, m_frames + QStringLiteral("/000004.png"));
    QVERIFY(RealWindow::waitFor([&] { return session.isLooking(); }));
    QCOMPARE(session.record().timeline.keys.size(), size_t{2});
    QCOMPARE(m_real->find<widgets::KeyTrack>("explore.track")->second(), 0.75);
    QVERIFY(RealWindow::waitFor([&] { return farthest(session.picture(), made) <= 1; }));
    m_real->window->close();
}

void RealExploreTest::setTwoKeysOnTheMap() {
    auto* map = m_real->find<widgets::LatentMap>("explore.map");
    QVERIFY(RealWindow::waitFor([&] { return map->side() == 7; }));
    Timeline film{.seconds = 1, .rateHz = 4};
    for (const QPointF point : {QPointF(0.25, 0), QPointF(1, 0.5)}) {
        Q_EMIT map->pointMoved(point, true);
        film.keys.push_back({.second = film.keys.empty() ? 0.0 : 1.0, .place = walk(*m_real).place()});
    }
    walk(*m_real).setTimeline(film, QStringLiteral("Film"));
    QVERIFY(film.keys[0].place != film.keys[1].place);
}

void RealExploreTest::renderFrames() {
    m_frames = m_real->folder.filePath(QStringLiteral("frames"));
    Recipe recipe{.kind = "render", .values = walk(*m_real).model().values};
    recipe.values["timeline"] =
        QJsonDocument(app::toJson(walk(*m_real).record().timeline)).toJson().toStdString();
    recipe.values["size"] = int64_t{0};  // as the model makes it
    recipe.values["out"] = app::toUtf8(m_frames) + "/";
    const auto job = m_real->bridge().start(recipe);
    QVERIFY2(job.ok(), job ? "" : job.error().text().c_str());
    QVERIFY(RealWindow::waitFor([&] {
        const auto info = m_real->bridge().job(*job);
        return info && isOver(info->state);
    }));
    QCOMPARE(QDir(m_frames).entryList({QStringLiteral("*.png")}).size(), 4);
}

int main(int argc, char** argv) {
    setRuntimeEnvironment(2);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("limner-test"));
    app::installLanguage(application, QStringLiteral("en_US"));
    RealExploreTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "real_explore_test.moc"
