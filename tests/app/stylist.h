// The Stylize page in the real window, on a fake studio, with a few picture files beside its project.
#pragma once

#include <QMimeData>
#include <functional>

#include "app/stylize/input_panel.h"
#include "app/stylize/stylize_page.h"
#include "app/stylize/stylize_session.h"
#include "widgets/compare_view.h"
#include "widgets/notice.h"
#include "widgets/result_strip.h"
#include "window_driver.h"

namespace limner::test {

using app::StylizeSession;

inline Image plainImage(int width, int height, uint8_t shade) {
    Image picture(width, height, 3);
    std::fill(picture.bytes.begin(), picture.bytes.end(), shade);
    return picture;
}

/// The window on Stylize with a few picture files beside its project.
class Stylist : public WindowDriver {
public:
    /// @param prepare  what the studio has before the window opens
    explicit Stylist(QSize size = {1440, 900}, const std::function<void(FakeStudio&)>& prepare = {}) {
        studio->addStylize();
        if (prepare) prepare(*studio);
        for (const auto& [name, colour] :
             {std::pair{"lake", Qt::darkCyan}, {"swirl", Qt::yellow}, {"ember", Qt::red}}) {
            QImage picture(120, 80, QImage::Format_RGB32);
            picture.fill(colour);
            if (!picture.save(file(name))) qFatal("no picture can be written");
        }
        reopen(size);
    }
    void reopen(QSize size = {1440, 900}) {
        window.reset();
        open(size);
        press(qs("Ctrl+3"));
        if (!waitFor([this] { return session().isOpen(); })) qFatal("the page does not open");
    }
    QString file(const char* name) const { return folder.filePath(QString::fromLatin1(name) + qs(".png")); }
    app::StylizePage& page() const { return *window->stylizePage(); }
    StylizeSession& session() const { return page().session(); }
    widgets::CompareView* canvas() const { return find<widgets::CompareView>("stylize.canvas"); }
    widgets::ResultStrip* strip() const { return find<widgets::ResultStrip>("stylize.history"); }
    /// Content and style are there and read.
    void bringBoth() const {
        page().bring({file("lake"), file("swirl")});
        if (!waitFor([this] { return !page().inputs().content().isNull(); }))
            qFatal("the content is not read");
    }
    /// Starts with the button; the job gets a first picture of one shade.
    JobId grow(uint8_t shade) {
        click("stylize.startButton");
        const JobId job{studio->jobs().size()};
        studio->publishPicture(job, 30, plainImage(60, 40, shade));
        look();
        return job;
    }
    /// The job writes its picture and ends.
    QString finish(JobId job, uint8_t shade) {
        const QString path = folder.filePath(qs("result-%1.png").arg(static_cast<qulonglong>(job)));
        QImage picture(60, 40, QImage::Format_RGB32);
        picture.fill(qRgb(shade, shade, shade));
        picture.save(path);
        studio->say({.job = job, .kind = EventKind::Saved, .folder = path.toStdString()});
        studio->setState(job, JobState::Finished);
        look();
        return path;
    }
    /// Onto the middle of the window.
    void drop(const QStringList& files) const {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& each : files) urls << QUrl::fromLocalFile(each);
        data.setUrls(urls);
        const QPoint middle = window->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.get(), &enter);
        QDropEvent dropped(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.get(), &dropped);
    }
    int shownShade() const { return qGray(canvas()->after().pixel(5, 5)); }
    bool hasCard() const {
        const auto cards = window->findChildren<widgets::NoticeCard*>();
        return std::any_of(cards.begin(), cards.end(), [](const auto* card) { return card->isOpen(); });
    }
};

}  // namespace limner::test
