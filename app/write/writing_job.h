// One job of kind "write" as it goes: its words as they come, and how it ended.
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "core/types/job.h"
#include "written_words.h"

namespace limner::app {

class StudioBridge;

class WritingJob : public QObject {
    Q_OBJECT

public:
    explicit WritingJob(StudioBridge& bridge, QObject* parent = nullptr);

    /// Stops the one that goes on. Errors: those of Studio::start.
    Result<void> start(const ParamValues& values);
    /// No word comes after this.
    void stop();
    void edit(const std::string& id, const ParamValue& value);
    bool isRunning() const { return m_job != JobId::None; }
    /// Something else runs first.
    bool isWaiting() const;
    JobId job() const { return m_job; }
    const std::optional<Progress>& progress() const { return m_progress; }
    /// Of the prompt's beginning, in tokens, that the model had no room for.
    int64_t cutTokens() const { return m_cutTokens; }

Q_SIGNALS:
    void wrote(const std::vector<limner::app::WrittenWord>& words);
    /// So many units at the end of what was written go again: a stop string had begun in them.
    void cut(int units);
    void progressed();
    void started();
    /// It is over: finished, stopped or failed. The window says why it failed.
    void ended();

private:
    void takeSnapshot(JobId job);
    void takeTokens(const std::vector<Token>& tokens);
    void takeEnding(const std::vector<Token>& tokens);
    void takeEvent(const Event& event);

    StudioBridge& m_bridge;
    JobId m_job = JobId::None;
    size_t m_seen = 0;  ///< tokens that were passed on
    QString m_text;     ///< and their text
    std::unique_ptr<WordReader> m_reader;
    std::optional<Progress> m_progress;
    int64_t m_cutTokens = 0;
};

}  // namespace limner::app
