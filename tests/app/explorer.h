// Drives the Explore page of the real window on a fake studio whose pictures are one shade.
#pragma once

#include <QComboBox>
#include <QFile>
#include <QLineEdit>

#include "app/explore/explore_models.h"
#include "app/explore/explore_page.h"
#include "app/explore/explore_session.h"
#include "widgets/latent_map.h"
#include "window_driver.h"

namespace limner::test {

/// The window on Explore with the model that ships.
class Explorer : public WindowDriver {
public:
    Explorer() {
        for (const auto& [title, hash] : {std::pair{"Faces", "abc"}, std::pair{"Other", "def"}}) {
            const std::string id = QString::fromLatin1(title).toLower().toStdString();
            studio->fakeLibrary().models.push_back({id, id + ".safetensors", title, "", hash});
        }
        enter();
    }
    void enter() {
        press(qs("Ctrl+2"));
        if (!waitFor(
                [this] { return session().isOpen() && session().facts() && !session().latent().empty(); }))
            qFatal("no model was opened");
    }
    /// Takes the row of a combo, as a click in its list does.
    void choose(const char* name, const QString& text) const {
        auto* combo = find<QComboBox>(name);
        const int row = combo->findText(text);
        if (row < 0) qFatal("%s has no such row", name);
        combo->setCurrentIndex(row);
        Q_EMIT combo->activated(row);
    }
    app::ExploreSession& session() const { return window->explorePage()->session(); }
    /// Keeps the place under the name that is offered.
    void keep() const {
        press(qs("B"));
        const auto isEditing = [this] { return qobject_cast<QLineEdit*>(window->focusWidget()) != nullptr; };
        if (!waitFor(isEditing)) qFatal("no name is asked for");
        press(qs("Return"));
        if (!waitFor([&] { return !isEditing(); })) qFatal("the name stays open");
    }
    /// Looks for a picture in a model without an encoder. @return the file that a search would write
    QString searchInGan() const {
        window->explorePage()->models().openFile(qs("gan"));
        if (!waitFor([this] { return session().facts() && !session().facts()->encodes; })) qFatal("no facts");
        window->explorePage()->bring(qs("me.png"));
        if (!wasCalled("start 1")) qFatal("no search");
        if (!find("explore.search.best")->isVisible()) qFatal("the search is not shown");
        QFile file(folder.filePath(qs("latent.json")));
        if (!file.open(QIODevice::WriteOnly)) qFatal("no file");
        file.write("{\"latent\": [2, 2, 2, 2]}");
        return file.fileName();
    }
    bool waitForLatent(const Latent& latent) const {
        return waitFor([&] { return session().latent() == latent; });
    }
    bool waitForMap() const {
        return waitFor([this] { return find<widgets::LatentMap>("explore.map")->side() == 7; });
    }
};

}  // namespace limner::test
