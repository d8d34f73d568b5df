// What can be explored: the models that ship, the runs of the project, a training that goes on, a file.
#pragma once

#include <QObject>
#include <vector>

#include "app/page.h"
#include "core/types/model_library.h"
#include "core/types/recipe.h"
#include "core/types/run_store.h"
#include "explore_session.h"

class QMenu;

namespace limner::app {

class ExploreModels : public QObject {
    Q_OBJECT

public:
    ExploreModels(const Shell& shell, ExploreSession& session, QObject* parent);

    /// Asks for the runs and the models that ship; `changed` follows.
    void refresh();
    /// Whether runs and shipped models have been listed.
    bool isKnown() const { return m_hasRuns && m_hasLibrary; }
    void fill(QMenu& menu);
    /// The model of last time, else the first that ships, else the newest run. False if there is none.
    bool openFirst();
    void openRun(const QString& folder, const QString& name);
    void openFile(const QString& file);
    void pickFile();
    /// Opens the model that a recipe used, found by its hash where it has moved, and goes to its place.
    void openRecipe(const Recipe& recipe);

Q_SIGNALS:
    void changed();
    /// The recipe's model is open; what else the recipe holds may follow.
    void recipeOpened(const limner::Recipe& recipe);

private:
    ExploredModel modelOf(const LibraryModel& model) const;
    ExploredModel modelOf(const RunInfo& run) const;
    std::optional<ExploredModel> training() const;
    void open(const ExploredModel& model);
    void openFound(const Recipe& recipe, const FoundModel& found);
    const LibraryModel* inLibrary(const std::string& file) const;

    Shell m_shell;
    ExploreSession& m_session;
    std::vector<LibraryModel> m_library;
    std::vector<RunInfo> m_runs;
    bool m_hasRuns = false, m_hasLibrary = false;
};

}  // namespace limner::app
