#include "studio_bridge.h"

#include <QPointer>
#include <QThreadPool>
#include <algorithm>
#include <chrono>

namespace limner::app {
namespace {

using namespace std::chrono_literals;
constexpr auto kTick = 33ms;

bool isSame(const JobInfo& a, const JobInfo& b) {
    return a.id == b.id && a.state == b.state && a.title == b.title && a.folder == b.folder;
}

}  // namespace

StudioBridge::StudioBridge(QObject* parent)
    : QObject(parent), m_isWakePosted(std::make_shared<std::atomic<bool>>(false)) {
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &StudioBridge::look);
}

StudioBridge::~StudioBridge() = default;

void StudioBridge::open(const StudioOpener& opener, const StudioOptions& options) {
    const QPointer<StudioBridge> self(this);
    QThreadPool::globalInstance()->start([self, opener, options] {
        const auto wakeUp = [self] {
            if (self) self->wake();
        };
        Result<std::shared_ptr<Studio>> result = opener(options, wakeUp);
        QMetaObject::invokeMethod(
            self,
            [self, result] {
                if (result)
                    self->setStudio(*result);
                else
                    Q_EMIT self->openFailed(result.error());
            },
            Qt::QueuedConnection);
    });
}

void StudioBridge::setStudio(std::shared_ptr<Studio> studio) {
    m_timer.stop();
    m_jobs.clear();
    m_seenVersions.clear();
    m_seenAnswers.clear();
    m_studio = std::move(studio);
    if (!m_studio) return;
    m_timer.start();
    Q_EMIT opened();
    look();
}

const ParamTable& StudioBridge::trainTable() const {
    static const ParamTable empty;
    const KindInfo* train = m_studio ? m_studio->catalog().kind("train") : nullptr;
    return train ? train->params : empty;
}

Result<JobId> StudioBridge::start(const Recipe& recipe) {
    Result<JobId> started = m_studio->start(recipe);
    if (started) look();
    return started;
}

std::optional<JobInfo> StudioBridge::job(JobId id) const {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [id](const auto& j) { return j.id == id; });
    return found == m_jobs.end() ? std::nullopt : std::optional(*found);
}

std::optional<JobInfo> StudioBridge::current() const {
    const auto isAtWork = [](const JobInfo& info) {
        return info.state == JobState::Running || info.state == JobState::Paused;
    };
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), isAtWork);
    return found == m_jobs.end() ? std::nullopt : std::optional(*found);
}

std::shared_ptr<const Snapshot> StudioBridge::latest(JobId job) const {
    return m_studio ? m_studio->latest(job) : nullptr;
}

void StudioBridge::look() {
    if (!m_studio) return;
    const auto studio = m_studio;  // a slot may take the studio away
    lookAtJobs();
    for (const Event& event : studio->drainEvents()) Q_EMIT eventArrived(event);
    lookAtSnapshots();
    lookAtAnswers();
}

void StudioBridge::lookAtJobs() {
    std::vector<JobInfo> now = m_studio->jobs();
    if (std::equal(now.begin(), now.end(), m_jobs.begin(), m_jobs.end(), isSame)) return;
    m_jobs = std::move(now);
    Q_EMIT jobsChanged();
}

void StudioBridge::lookAtSnapshots() {
    const std::vector<JobInfo> jobs = m_jobs;
    for (const JobInfo& info : jobs) {
        const auto snapshot = latest(info.id);
        if (!snapshot || m_seenVersions[info.id] == snapshot->version) continue;
        m_seenVersions[info.id] = snapshot->version;
        Q_EMIT snapshotChanged(info.id);
    }
}

void StudioBridge::lookAtAnswers() {
    if (!m_studio) return;
    const auto waiting = m_seenAnswers;
    for (const auto& [requester, seen] : waiting) {
        const auto answer = m_studio ? m_studio->answer(requester) : nullptr;
        if (!answer || answer->serial == seen) continue;
        m_seenAnswers[requester] = answer->serial;
        Q_EMIT answered(requester, answer);
    }
}

void StudioBridge::wake() {
    if (m_isWakePosted->exchange(true)) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isWakePosted->store(false);
            look();
        },
        Qt::QueuedConnection);
}

void StudioBridge::ask(const LiveRequest& request) {
    m_seenAnswers.try_emplace(request.requester, 0);
    m_studio->ask(request);
}

RequesterId StudioBridge::newRequester() {
    static RequesterId last = 0;
    return ++last;
}

}  // namespace limner::app
