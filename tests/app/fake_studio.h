// A Studio without a core: a small catalog, and jobs that a test drives by hand.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "core/types/studio.h"

namespace limner::test {

/// Runs in memory.
class FakeRuns : public RunStore {
public:
    std::vector<RunInfo> list() const override;
    Result<RunInfo> open(const std::string& folder) const override;
    Result<MetricTable> metrics(const std::string& folder) const override;
    Result<std::vector<RecordedEdit>> edits(const std::string& folder) const override;
    Result<SampleSheet> samples(const std::string& folder, int64_t step) const override;
    Result<std::string> sampleText(const std::string& folder, int64_t step) const override;
    Result<std::vector<FileCheck>> verify(const std::string& folder) const override;
    Result<void> rename(const std::string& folder, const std::string& newName) override;

    void add(RunInfo run);
    bool hasDamagedMetrics = false;
    bool keepsTexts = false;  ///< in place of sheets
    std::vector<std::string> openedFolders() const;
    std::vector<int64_t> readSampleSteps() const;

private:
    mutable std::mutex m_mutex;
    std::vector<RunInfo> m_runs;
    mutable std::vector<std::string> m_opened;
    mutable std::vector<int64_t> m_sampleSteps;
};

/// Models that a test puts there before the window looks.
class FakeLibrary : public ModelLibrary {
public:
    std::vector<LibraryModel> list() const override { return models; }
    std::optional<FoundModel> find(const std::string& modelHash) const override;

    std::vector<LibraryNetwork> networks() const override { return known; }
    Result<void> verify(const std::string&) const override { return {}; }
    Result<void> remove(const std::string& id) override;

    std::vector<LibraryModel> models;
    std::vector<LibraryNetwork> known;
};

/// Every call is noted in `calls`: "pause 1", "edit 1 learning_rate=0.0004".
class FakeStudio : public Studio {
public:
    FakeStudio();

    const Catalog& catalog() const override { return m_catalog; }
    StudioFacts facts() const override { return {"0.1.0", "none", "cpu", 2}; }
    Result<JobId> start(const Recipe& recipe) override;
    void pause(JobId job) override;
    void resume(JobId job) override;
    void stepOnce(JobId job) override;
    void stop(JobId job) override;
    void save(JobId job) override;
    Result<void> edit(JobId job, const ParamEdit& edit) override;
    void reorder(JobId job, int place) override;
    std::vector<JobInfo> jobs() const override;
    std::shared_ptr<const Snapshot> latest(JobId job) const override;
    std::vector<Event> drainEvents() override;
    void ask(const LiveRequest& request) override;
    std::shared_ptr<const LiveAnswer> answer(RequesterId requester) const override;
    RunStore& runs() override { return m_runs; }
    ModelLibrary& library() override { return m_library; }
    FakeRuns& fakeRuns() { return m_runs; }
    FakeLibrary& fakeLibrary() { return m_library; }

    /// Knows the kinds "stylize" and "sweep" from now on.
    void addStylize();
    /// Stylize has the methods of fakeNetworkMethods too, and there is the kind "zoom".
    void addNetworkMethods();

    /// Knows the kinds "write" and "score" and two models that write from now on.
    void addWrite();

    // What a test does in place of the lanes.
    /// A snapshot whose text is these tokens, all of them.
    void publishWriting(JobId job, std::vector<std::string> words, const char* ending = "",
                        int64_t cutTokens = 0);
    /// A snapshot with nothing but named numbers.
    void publishNumbers(JobId job, std::vector<std::pair<std::string, double>> numbers);
    /// A snapshot whose one sample is this picture.
    void publishPicture(JobId job, int64_t step, const Image& picture);
    void publish(JobId job, int64_t step);
    /// A snapshot between two previews: its samples are those of the one before.
    void publishWithOldSamples(JobId job, int64_t step);
    void publishMany(JobId job, int64_t rows);
    void say(Event event);
    void setState(JobId job, JobState state);
    void fail(JobId job, Error error);
    void refuseNextStart(Error error) { m_refusal = std::move(error); }

    std::vector<std::string> calls() const;
    Recipe lastRecipe() const { return m_lastRecipe; }
    bool stopsAtOnce = true;  ///< else a stopped job goes on until the test says otherwise

private:
    void note(const std::string& call);
    JobInfo* find(JobId job);

    mutable std::mutex m_mutex;
    Catalog m_catalog;
    FakeRuns m_runs;
    FakeLibrary m_library;
    std::vector<JobInfo> m_jobs;
    std::map<JobId, std::shared_ptr<Snapshot>> m_snapshots;
    std::map<JobId, ParamValues> m_values;
    std::map<JobId, std::unique_ptr<MetricLog>> m_logs;
    std::map<RequesterId, std::shared_ptr<const LiveAnswer>> m_answers;
    std::map<RequesterId, uint64_t> m_asked;
    std::vector<Event> m_events;
    std::vector<std::string> m_calls;
    std::optional<Error> m_refusal;
    Recipe m_lastRecipe;
    uint64_t m_serial = 0;
};

/// The catalog's table of training: two data sets, a GAN and a VAE, the agreed parameter ids.
ParamTable fakeTrainTable();
/// The rows of stylizing that the page is built against: two methods, and one that is not available.
ParamTable fakeStylizeTable();
/// Two methods that need networks: "dream" and "painter".
std::vector<Choice> fakeNetworkMethods();
ParamTable fakeZoomTable();
ParamTable fakeSweepTable();
ParamTable fakeWriteTable();
/// What the tiny model writes, word by word.
std::string fakeWord(size_t number);
/// What it answers to "read" and "describe-language": words are split at spaces, six alternatives each.
/// What a file of weights that no request can be answered with is called.
inline constexpr const char* kUnreadable = "damaged.safetensors";
Result<LivePicture> fakeLanguage(const LiveRequest& request);
/// 64 grey tiles of 28×28 that differ from each other and from step to step.
SampleSheet fakeSheet(int64_t step, int count = 64);
/// What a live lane would answer. A model here has points of four numbers and three directions: the seed, the
/// truncation, and how far the place goes along the first two directions; pictures have one shade. A model
/// called "broken" cannot be opened, one called "gan" has no encoder.
Result<LivePicture> fakeLive(const LiveRequest& request);
/// A run in the store with checkpoints and samples.
RunInfo fakeRun(const std::string& folder, const std::string& name, RunState state);

}  // namespace limner::test
