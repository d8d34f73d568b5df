// What can write: the models that ship, language networks of the library, runs that learn a text, a file.
#pragma once

#include <QObject>
#include <vector>

#include "app/page.h"
#include "core/types/model_library.h"
#include "core/types/run_store.h"

class QMenu;

namespace limner::app {

struct WriteModel {
    QString key;  ///< what names it in write.json: "limner:ID", or its folder or file
    QString title;
    QString summary = {};
    ParamValues values = {};  ///< "run", "checkpoint"
    friend bool operator==(const WriteModel& a, const WriteModel& b) {
        return a.key == b.key && a.values == b.values;
    }
};

class WriteModels : public QObject {
    Q_OBJECT

public:
    WriteModels(const Shell& shell, QObject* parent);

    /// Asks for runs and library; `changed` follows.
    void refresh();
    /// Whether both have been listed.
    bool isKnown() const { return m_hasRuns && m_hasLibrary; }
    bool isEmpty() const { return isKnown() && all().empty(); }
    /// A training that goes on, then those that ship, networks, and runs, newest first.
    std::vector<WriteModel> all() const;
    std::optional<WriteModel> find(const QString& key) const;
    /// The one whose weights these are; a file that nobody knows becomes a model of its own.
    WriteModel ofRun(const QString& run) const;
    void fill(QMenu& menu, const QString& current, const std::function<void(const WriteModel&)>& choose);
    void pickFile(const std::function<void(const WriteModel&)>& choose);

Q_SIGNALS:
    void changed();

private:
    std::optional<WriteModel> training() const;
    std::vector<WriteModel> shipped() const;
    std::vector<WriteModel> networks() const;
    std::vector<WriteModel> runs() const;

    Shell m_shell;
    std::vector<LibraryModel> m_library;
    std::vector<LibraryNetwork> m_networks;
    std::vector<RunInfo> m_runs;
    bool m_hasRuns = false, m_hasLibrary = false;
};

}  // namespace limner::app
