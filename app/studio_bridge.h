// The window's only way to the core: pulls snapshots, events and answers and emits them as signals.
#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/types/studio.h"

namespace limner::app {

/// Opens the core; called once, on a thread of its own. `wake` may be called from any thread and for as long
/// as the studio lives. The studio that it returns owns whatever it needs (its host).
using StudioOpener =
    std::function<Result<std::shared_ptr<Studio>>(const StudioOptions&, std::function<void()> wake)>;

/// Lives on the main thread. No function of it waits for a lane or the disk.
class StudioBridge : public QObject {
    Q_OBJECT

public:
    explicit StudioBridge(QObject* parent = nullptr);
    ~StudioBridge() override;

    /// Opens the core on a thread of its own; `opened` or `openFailed` follows.
    void open(const StudioOpener& opener, const StudioOptions& options);
    /// Takes a studio that is there already. Null takes the present one away.
    void setStudio(std::shared_ptr<Studio> studio);

    bool isOpen() const { return m_studio != nullptr; }
    /// Null before `opened`.
    std::shared_ptr<Studio> studio() const { return m_studio; }
    /// @pre isOpen(), as for everything below
    const Catalog& catalog() const { return m_studio->catalog(); }
    /// The parameter table of training; empty before the core is open.
    const ParamTable& trainTable() const;
    Result<JobId> start(const Recipe& recipe);

    /// Jobs as of the last tick, in the order of the queue.
    const std::vector<JobInfo>& jobs() const { return m_jobs; }
    std::optional<JobInfo> job(JobId id) const;
    /// The job that runs or is paused, else nothing.
    std::optional<JobInfo> current() const;
    std::shared_ptr<const Snapshot> latest(JobId job) const;

    /// Looks at the studio now instead of at the next tick.
    void look();
    /// From any thread: asks for a look soon. Many calls before it happens make one.
    void wake();

    /// Asks the live lane; `answered` follows unless a newer request of the same requester came first.
    void ask(const LiveRequest& request);
    static RequesterId newRequester();

Q_SIGNALS:
    void opened();
    void openFailed(const limner::Error& error);
    void jobsChanged();
    void snapshotChanged(limner::JobId job);
    void eventArrived(const limner::Event& event);
    void answered(limner::RequesterId requester, const std::shared_ptr<const limner::LiveAnswer>& answer);

private:
    void lookAtJobs();
    void lookAtSnapshots();
    void lookAtAnswers();

    std::shared_ptr<Studio> m_studio;
    QTimer m_timer;
    std::vector<JobInfo> m_jobs;
    std::map<JobId, uint64_t> m_seenVersions;
    std::map<RequesterId, uint64_t> m_seenAnswers;
    std::shared_ptr<std::atomic<bool>> m_isWakePosted;
};

}  // namespace limner::app
