#include "run_reader.h"

#include <functional>

#include "core_text.h"

namespace limner::app {

RunReader::RunReader(QObject* parent)
    : QObject(parent), m_newestSheet(std::make_shared<std::atomic<uint64_t>>(0)) {
    m_worker.setMaxThreadCount(1);
}

RunReader::~RunReader() {
    m_worker.clear();
    m_worker.waitForDone();
}

void RunReader::enqueue(std::function<std::function<void()>(RunStore&)> work) {
    if (!m_studio) return;
    // The destructor waits for the worker, so `this` outlives the work; a queued call dies with the object.
    m_worker.start([this, studio = m_studio, work = std::move(work)] {
        if (auto answer = work(studio->runs())) QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
    });
}

void RunReader::list() {
    enqueue([this](RunStore& runs) -> std::function<void()> {
        return [this, found = runs.list()] { Q_EMIT listed(found); };
    });
}

void RunReader::open(const std::string& folder) {
    enqueue([this, folder](RunStore& runs) -> std::function<void()> {
        const Result<RunInfo> info = runs.open(folder);
        if (!info) return [this, folder, error = info.error()] { Q_EMIT openingFailed(folder, error); };
        RunContents contents{*info, nullptr, {}, {}};
        const auto leaveOut = [&](const Error& error) {  // what a run does not have yet is no news
            if (error.code != ErrorCode::NotFound) contents.unread.push_back(error);
        };
        if (auto metrics = runs.metrics(folder))
            contents.metrics = std::make_shared<const MetricTable>(std::move(*metrics));
        else
            leaveOut(metrics.error());
        if (auto edits = runs.edits(folder))
            contents.edits = std::move(*edits);
        else
            leaveOut(edits.error());
        return [this, contents] { Q_EMIT opened(contents); };
    });
}

void RunReader::readSamples(const std::string& folder, int64_t step) {
    const uint64_t number = ++*m_newestSheet;
    enqueue([this, folder, step, number, newest = m_newestSheet](RunStore& runs) -> std::function<void()> {
        if (newest->load() != number) return {};
        auto sheet = runs.samples(folder, step);
        const auto text = sheet ? Result<std::string>(std::string()) : runs.sampleText(folder, step);
        if (!sheet && text)
            return [this, folder, step, words = fromUtf8(*text)] { Q_EMIT textRead(folder, step, words); };
        if (!sheet)
            return
                [this, folder, step, error = sheet.error()] { Q_EMIT samplesMissing(folder, step, error); };
        auto shared = std::make_shared<const SampleSheet>(std::move(*sheet));
        return [this, folder, shared] { Q_EMIT samplesRead(folder, shared); };
    });
}

void RunReader::readThumbnails(const std::string& folder, const std::vector<int64_t>& steps) {
    for (const int64_t step : steps)
        enqueue([this, folder, step](RunStore& runs) -> std::function<void()> {
            auto sheet = runs.samples(folder, step);
            if (!sheet) return {};  // a sheet that cannot be read leaves its place on the time line empty
            auto shared = std::make_shared<const SampleSheet>(std::move(*sheet));
            return [this, folder, shared] { Q_EMIT thumbnailRead(folder, shared); };
        });
}

void RunReader::rename(const std::string& folder, const std::string& newName) {
    enqueue([this, folder, newName](RunStore& runs) -> std::function<void()> {
        const Result<void> done = runs.rename(folder, newName);
        if (!done) return [this, error = done.error()] { Q_EMIT failed(error); };
        return [this, folder] { Q_EMIT renamed(folder); };
    });
}

void RunReader::verify(const std::string& folder) {
    enqueue([this, folder](RunStore& runs) -> std::function<void()> {
        const auto checks = runs.verify(folder);
        if (!checks) return [this, error = checks.error()] { Q_EMIT failed(error); };
        return [this, folder, found = *checks] { Q_EMIT verified(folder, found); };
    });
}

}  // namespace limner::app
