// Plausible things to show: garments, noise that becomes garments, curves of a GAN, a project's runs.
#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "core/types/image.h"
#include "core/types/metric_table.h"
#include "core/types/run_store.h"
#include "core/types/studio.h"

namespace limner::fixture {

/// Grey tiles of 28 × 28: from an IDX file (gz) if it can be read, else drawn shapes.
std::vector<Image> garments(int count, const QString& idxFile);

/// `clean` under noise. @param share  0 none … 1 nothing else
Image noisy(const Image& clean, double share, unsigned seed);

std::shared_ptr<SampleSheet> sheetOf(const std::vector<Image>& tiles, int columns, int64_t step);

/// Losses of a GAN whose discriminator wins in the end; a sparse validation column; a learning rate.
std::shared_ptr<const MetricTable> ganTable(int64_t steps, int64_t every);

std::vector<RunInfo> runs(int count);

}  // namespace limner::fixture
