// What leaves Explore: pictures with their recipe, and films.
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <map>

#include "app/page.h"
#include "core/types/image.h"
#include "core/types/recipe.h"
#include "core/types/studio.h"

namespace limner::app {

class ExploreSession;

class ExploreOutputs : public QObject {
    Q_OBJECT

public:
    ExploreOutputs(const Shell& shell, ExploreSession& session, QObject* parent);

    /// The recipe of the picture that is shown.
    Recipe recipe() const;
    void copy();
    /// Asks where to.
    void save();
    /// All tiles of a grid of seeds. Asks where to.
    void saveSeeds(const SampleSheet& sheet, int64_t firstSeed);
    /// One sheet where the path ends in .png, else a folder of pictures each with its own recipe.
    void saveSeedsTo(const SampleSheet& sheet, int64_t firstSeed, const QString& path);
    /// Starts a drag of the picture as a file. @param source  the widget that it is pulled from
    void dragOut(QWidget* source);
    /// @param chosen  size, scaling, quality; @param suffix  of the film, "png" for a folder
    void render(const ParamValues& chosen, const QString& suffix);
    /// Says it when the job has saved its file. @param sentence  %1 is the name of the file
    void tellWhenSaved(JobId job, const QString& sentence);

private:
    bool write(const QImage& picture, const Recipe& recipe, const QString& path);
    void saveEach(const SampleSheet& sheet, Recipe made, const QString& folder);
    void tellSaved(const QString& path, const QString& sentence);
    QString askPath(const QString& title, const QString& name, const QString& suffix);
    void takeEvent(const Event& event);

    Shell m_shell;
    ExploreSession& m_session;
    QTemporaryDir m_dragged;  ///< files of pictures that were pulled out; gone with the window
    int m_drags = 0;
    std::map<JobId, QString> m_making;  ///< what is said once each is saved; %1 is the name of the file
};

}  // namespace limner::app
