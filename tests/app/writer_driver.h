// The window on Write, on a fake studio that a test drives by hand.
#pragma once

#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTextBlock>

#include "app/recipe_text.h"
#include "app/write/chat_panel.h"
#include "app/write/documents.h"
#include "app/write/editor_panel.h"
#include "app/write/measure_bar.h"
#include "app/write/write_page.h"
#include "app/write/write_session.h"
#include "widgets/branch_tree.h"
#include "widgets/button.h"
#include "widgets/empty_state.h"
#include "widgets/notice.h"
#include "widgets/param_form.h"
#include "widgets/probability_bars.h"
#include "widgets/tag_chips.h"
#include "widgets/text_editor.h"
#include "widgets/token_popup.h"
#include "window_driver.h"

namespace limner::test {

inline QString utf8(const char* text) {
    return QString::fromUtf8(text);
}

inline const char* const kPrompt = "And in those days there went out a man";

/// The window on Write, with two models that write.
class Writer : public WindowDriver {
public:
    explicit Writer(QSize size = {1440, 900}, bool hasModels = true) {
        studio->addWrite();
        if (!hasModels) studio->fakeLibrary().models.clear();
        reopen(size);
    }
    void reopen(QSize size = {1440, 900}) {
        window.reset();
        open(size);
        press(qs("Ctrl+4"));
        if (!waitFor([this] { return session().isOpen(); })) qFatal("the page does not open");
        if (!studio->library().list().empty() && !waitFor([this] { return session().facts() != nullptr; }))
            qFatal("no model is described");
    }
    app::WritePage& page() const { return *window->writePage(); }
    app::WriteSession& session() const { return page().session(); }
    widgets::TextEditor& editor() const { return session().editor(); }
    widgets::BranchTree* tree() const { return find<widgets::BranchTree>("write.tree"); }
    widgets::TokenPopup* popup() const { return find<widgets::TokenPopup>("write.popup"); }
    QString text() const { return editor().toPlainText(); }
    void type(const QString& words) const { QTest::keyClicks(&editor(), words); }
    JobId newest() const { return JobId{studio->jobs().size()}; }
    /// The newest job has written so many of the fake words.
    void publish(size_t count, const char* ending = "") const {
        std::vector<std::string> words;
        for (size_t i = 0; i < count; ++i) words.push_back(fakeWord(i));
        studio->publishWriting(newest(), words, ending);
        look();
    }
    /// Types the prompt and lets the model write five words.
    void begin() const {
        type(qs(kPrompt));
        click("write.goButton");
        publish(5);
        studio->setState(newest(), JobState::Finished);
        look();
    }
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
    QString write(const char* name, const QByteArray& bytes) const {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) qFatal("no file can be written");
        file.write(bytes);
        return path;
    }
    widgets::NoticeCard* card() const {
        for (auto* each : window->findChildren<widgets::NoticeCard*>())
            if (each->isOpen()) return each;
        return nullptr;
    }
    /// What the newest "write" job was started with.
    std::string sent(const char* id) const {
        const ParamValues values = studio->lastRecipe().values;
        const auto found = values.find(id);
        return found == values.end() ? std::string() : std::get<std::string>(found->second);
    }
};

}  // namespace limner::test
