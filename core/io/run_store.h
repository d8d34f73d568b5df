// The runs of a project folder, as they lie on disk.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/types/host.h"
#include "core/types/run_store.h"

namespace limner::io {

/// Keeps nothing in memory, so that every call says what is on the disk now.
class DiskRunStore final : public RunStore {
public:
    /// `host` decodes the sample sheets and must outlive this. The project folder need not exist.
    DiskRunStore(const Host& host, std::filesystem::path project);

    std::vector<RunInfo> list() const override;
    /// Takes any run folder, also outside the project. A damaged summary counts as missing; verify names it.
    Result<RunInfo> open(const std::string& folder) const override;
    Result<MetricTable> metrics(const std::string& folder) const override;
    Result<std::vector<RecordedEdit>> edits(const std::string& folder) const override;
    Result<SampleSheet> samples(const std::string& folder, int64_t step) const override;
    Result<std::string> sampleText(const std::string& folder, int64_t step) const override;
    Result<std::vector<FileCheck>> verify(const std::string& folder) const override;
    /// The name stands in run.json, since recipe.json is never changed. Errors: also InvalidArgument.
    Result<void> rename(const std::string& folder, const std::string& newName) override;

private:
    const Host& m_host;
    std::filesystem::path m_project;
};

}  // namespace limner::io
