// What Stylize keeps: the settings as they stand and every result with the settings that made it.
#pragma once

#include <QImage>
#include <QJsonObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/types/catalog.h"
#include "core/types/job.h"

namespace limner::app {

struct StylizeResult {
    qint64 id = 0;
    QString caption;
    ParamValues values;  ///< that it was started with
    QString file = {};   ///< once it has been written

    // While the window is open.
    JobId job = JobId::None;
    bool isOver = true;
    QImage picture = {};  ///< the newest; null until it has been read
    std::shared_ptr<const MetricTable> metrics = nullptr;
    std::optional<Progress> progress = std::nullopt;
};

struct StylizeRecord {
    ParamValues values = {};
    std::vector<StylizeResult> results = {};  ///< newest first
};

/// Reads and writes stylize.json of a project. The file is put in place whole.
class StylizeStore {
public:
    explicit StylizeStore(QString projectFolder);

    /// Results whose file is gone are left out; one that moved with its project is found in its outputs.
    /// Nothing if there is no record, or the file cannot be read or is of a newer version.
    /// @param catalog  knows the types of the values
    std::optional<StylizeRecord> read(const Catalog& catalog) const;
    /// Results without a file are not kept. False where the file cannot be written, or is of a newer version:
    /// then it stays as it is.
    bool write(const StylizeRecord& record) const;
    QString file() const;

private:
    QString m_folder;
};

}  // namespace limner::app
