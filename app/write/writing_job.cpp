#include "writing_job.h"

#include <algorithm>

#include "app/studio_bridge.h"

namespace limner::app {

WritingJob::WritingJob(StudioBridge& bridge, QObject* parent) : QObject(parent), m_bridge(bridge) {
    connect(&bridge, &StudioBridge::snapshotChanged, this, &WritingJob::takeSnapshot);
    connect(&bridge, &StudioBridge::eventArrived, this, &WritingJob::takeEvent);
    connect(&bridge, &StudioBridge::jobsChanged, this, [this] {
        if (isRunning()) Q_EMIT progressed();  // it may wait no more
    });
}

Result<void> WritingJob::start(const ParamValues& values) {
    stop();
    const Result<JobId> started = m_bridge.start({.kind = "write", .values = values});
    if (!started) return started.error();
    m_job = *started;
    m_seen = 0;
    m_text.clear();
    m_cutTokens = 0;
    m_progress.reset();
    m_reader = std::make_unique<WordReader>();
    Q_EMIT this->started();
    return {};
}

void WritingJob::stop() {
    if (!isRunning()) return;
    const JobId job = std::exchange(m_job, JobId::None);
    if (m_bridge.isOpen()) m_bridge.studio()->stop(job);
    Q_EMIT ended();
}

void WritingJob::edit(const std::string& id, const ParamValue& value) {
    if (isRunning()) (void)m_bridge.studio()->edit(m_job, {id, value});
}

bool WritingJob::isWaiting() const {
    const auto info = isRunning() ? m_bridge.job(m_job) : std::nullopt;
    return info && info->state == JobState::Waiting;
}

void WritingJob::takeSnapshot(JobId job) {
    const auto snapshot = job == m_job && isRunning() ? m_bridge.latest(job) : nullptr;
    if (!snapshot) return;
    m_progress = snapshot->progress;
    if (snapshot->writing) {
        const std::vector<Token>& tokens = snapshot->writing->tokens;
        m_cutTokens = snapshot->writing->cutTokens;
        const bool isOver = !snapshot->writing->ending.isEmpty() || tokens.size() < m_seen;
        isOver ? takeEnding(tokens) : takeTokens(tokens);
    }
    Q_EMIT progressed();
}

void WritingJob::takeTokens(const std::vector<Token>& tokens) {
    const auto words = m_reader->read(std::span(tokens).subspan(m_seen));
    m_seen = tokens.size();
    for (const WrittenWord& word : words) m_text += word.text;
    if (!words.empty()) Q_EMIT wrote(words);
}

/// The last tokens may be other ones than before: what was written too much goes, what is missing comes.
void WritingJob::takeEnding(const std::vector<Token>& tokens) {
    std::vector<WrittenWord> words = WordReader().read(tokens);
    QString whole;
    for (const WrittenWord& word : words) whole += word.text;
    const qsizetype same =
        std::mismatch(whole.begin(), whole.end(), m_text.begin(), m_text.end()).first - whole.begin();
    if (same < m_text.size()) Q_EMIT cut(static_cast<int>(m_text.size() - same));
    m_seen = tokens.size();
    m_text = whole;
    qsizetype place = 0;
    std::erase_if(words, [&](WrittenWord& word) {
        const qsizetype begin = place;
        place += word.text.size();
        if (begin < same && place > same) word.text = word.text.mid(same - begin);
        return place <= same;
    });
    if (!words.empty()) Q_EMIT wrote(words);
}

/// Events come before the last snapshot.
void WritingJob::takeEvent(const Event& event) {
    if (!isRunning() || event.job != m_job || !limner::isOver(event.state)) return;
    if (event.kind != EventKind::StateChanged && event.kind != EventKind::Failed) return;
    takeSnapshot(m_job);
    m_job = JobId::None;
    Q_EMIT ended();
}

}  // namespace limner::app
