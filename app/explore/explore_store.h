// explore.json of the project: one record for each model that has been explored.
#pragma once

#include <QString>
#include <optional>

#include "explore_record.h"

namespace limner::app {

/// Reading and writing keep what other models have in the file. The file is put in place whole.
class ExploreStore {
public:
    explicit ExploreStore(QString projectFolder);

    /// @param model  what names the model: its hash, or its run folder
    /// Nothing if there is no record, or the file cannot be read or is of a newer version.
    std::optional<ExploreRecord> read(const QString& model) const;
    /// False where the file cannot be written, or is of a newer version: then it stays as it is.
    bool write(const QString& model, const ExploreRecord& record) const;
    QString file() const;

private:
    QString m_folder;
};

}  // namespace limner::app
