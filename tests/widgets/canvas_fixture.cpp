#include "canvas_fixture.h"

#include <QDateTime>
#include <QProcess>
#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace limner::fixture {
namespace {

constexpr int kSide = 28;

Image drawnGarment(int kind) {
    Image tile(kSide, kSide, 1);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double dx = (x - 13.5) / 14, dy = (y - 13.5) / 14;
            const bool inBody = std::abs(dx) < 0.4 + 0.1 * (kind % 3) && std::abs(dy) < 0.85;
            const bool inSleeve = kind % 2 == 0 && std::abs(dy + 0.45) < 0.25 && std::abs(dx) < 0.9;
            if (inBody || inSleeve) *tile.at(x, y) = static_cast<uint8_t>(150 + (kind * 37 + x * 3 + y) % 90);
        }
    }
    return tile;
}

}  // namespace

std::vector<Image> garments(int count, const QString& idxFile) {
    std::vector<Image> tiles;
    QByteArray bytes;
    if (!idxFile.isEmpty()) {
        QProcess unzip;
        unzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), idxFile});
        unzip.waitForFinished();
        bytes = unzip.readAllStandardOutput();
    }
    for (int i = 0; i < count; ++i) {
        const qsizetype at = 16 + qsizetype{kSide} * kSide * i;
        if (at + kSide * kSide > bytes.size()) {
            tiles.push_back(drawnGarment(i));
            continue;
        }
        Image tile(kSide, kSide, 1);
        std::copy_n(bytes.constData() + at, kSide * kSide, reinterpret_cast<char*>(tile.bytes.data()));
        tiles.push_back(std::move(tile));
    }
    return tiles;
}

Image noisy(const Image& clean, double share, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> level(0, 255);
    Image out = clean;
    for (uint8_t& byte : out.bytes) byte = static_cast<uint8_t>((1 - share) * byte + share * level(random));
    return out;
}

std::shared_ptr<SampleSheet> sheetOf(const std::vector<Image>& tiles, int columns, int64_t step) {
    auto sheet = std::make_shared<SampleSheet>();
    const int count = static_cast<int>(tiles.size());
    sheet->step = step;
    sheet->columns = columns;
    sheet->count = count;
    sheet->tileWidth = tiles.front().width;
    sheet->tileHeight = tiles.front().height;
    const int rows = (count + columns - 1) / columns;
    sheet->sheet = Image(columns * sheet->tileWidth, rows * sheet->tileHeight, tiles.front().channels);
    for (int i = 0; i < count; ++i) {
        const Image& tile = tiles[static_cast<size_t>(i)];
        const std::ptrdiff_t rowBytes = std::ptrdiff_t{tile.width} * tile.channels;
        for (int y = 0; y < tile.height; ++y) {
            std::copy_n(tile.at(0, y), rowBytes,
                        sheet->sheet.at(i % columns * tile.width, i / columns * tile.height + y));
        }
    }
    return sheet;
}

std::shared_ptr<const MetricTable> ganTable(int64_t steps, int64_t every) {
    MetricLog log(
        {"loss_d", "loss_g", "d_accuracy_real", "d_accuracy_fake", "validation_loss_d", "learning_rate_d"});
    std::mt19937 random(3);
    std::normal_distribution<double> noise(0, 1);
    for (int64_t step = 0; step <= steps; step += every) {
        const double t = static_cast<double>(step) / static_cast<double>(std::max<int64_t>(steps, 1));
        const double late = std::max(0.0, t - 0.75) * 4;
        const double d = 1.02 + 0.4 * std::exp(-t * 20) - 0.55 * late + 0.06 * noise(random);
        const double g = 1.2 + 1.9 * std::exp(-t * 16) + 1.5 * late + 0.16 * (1 + late) * noise(random);
        const bool validates = step % (every * 40) == 0;
        log.append(step, t * 9.7, t * 1500,
                   {d, g, 0.6 + 0.35 * late, 0.58 + 0.36 * late,
                    validates ? d + 0.12 : std::numeric_limits<double>::quiet_NaN(), 2e-4});
    }
    return log.table();
}

std::vector<RunInfo> runs(int count) {
    const char* const names[] = {"dcgan-fashion-mnist", "branch 2 of dcgan", "wgan-gp-fashion-mnist",
                                 "vae-conv", "dcgan-emoji-64"};
    const char* const models[] = {"dcgan", "dcgan", "dcgan", "vae", "dcgan"};
    const char* const data[] = {"fashion-mnist", "fashion-mnist", "fashion-mnist", "fashion-mnist", "emoji"};
    const RunState states[] = {RunState::Unfinished, RunState::Finished, RunState::Failed, RunState::Finished,
                               RunState::Fresh};
    std::vector<RunInfo> all;
    for (int i = 0; i < count; ++i) {
        RunInfo run;
        run.folder = "/runs/" + std::to_string(i);
        run.name = names[i % 5];
        if (i >= 5) run.name += " " + std::to_string(i);
        run.recipe.values = {{"model", std::string(models[i % 5])}, {"data", std::string(data[i % 5])}};
        run.state = states[i % 5];
        run.step = i % 5 == 4 ? 0 : 8214 + 1000 * i;
        run.createdUnixSeconds = QDateTime::currentSecsSinceEpoch() - 1800 - 7000 * i * i;
        if (run.step > 0) run.samples = {500, run.step};
        all.push_back(std::move(run));
    }
    return all;
}

}  // namespace limner::fixture
