#include "write_models.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>
#include <QThreadPool>
#include <algorithm>

#include "app/core_text.h"
#include "app/run_reader.h"
#include "app/studio_bridge.h"
#include "app/train/train_texts.h"

namespace limner::app {
namespace {

constexpr size_t kMostListedRuns = 16;

}  // namespace

WriteModels::WriteModels(const Shell& shell, QObject* parent) : QObject(parent), m_shell(shell) {
    connect(&shell.reader, &RunReader::listed, this, [this](const std::vector<RunInfo>& runs) {
        const ParamTable& table = m_shell.bridge.trainTable();
        m_runs = runs;
        m_hasRuns = true;
        std::erase_if(m_runs, [&](const RunInfo& run) {
            return run.checkpoints.empty() || domainOf(table, run.recipe.values) != "text";
        });
        Q_EMIT changed();
    });
}

void WriteModels::refresh() {
    if (!m_shell.bridge.isOpen()) return;
    m_shell.reader.list();
    const QPointer<WriteModels> self(this);
    QThreadPool::globalInstance()->start([self, studio = m_shell.bridge.studio()] {
        const auto put = [self, list = studio->library().list(), networks = studio->library().networks()] {
            if (!self) return;
            self->m_library = list;
            self->m_networks = networks;
            self->m_hasLibrary = true;
            std::erase_if(self->m_library, [](const LibraryModel& model) { return model.domain != "text"; });
            std::erase_if(self->m_networks, [](const LibraryNetwork& network) {
                return network.kind != NetworkKind::Language || !network.isHere();
            });
            Q_EMIT self->changed();
        };
        if (self) QMetaObject::invokeMethod(self, put, Qt::QueuedConnection);
    });
}

/// A training of a text whose first checkpoint has been written.
std::optional<WriteModel> WriteModels::training() const {
    const auto job = m_shell.bridge.isOpen() ? m_shell.bridge.current() : std::nullopt;
    if (!job || job->kind != "train" || job->folder.empty()) return std::nullopt;
    const auto run = std::ranges::find(m_runs, job->folder, &RunInfo::folder);
    if (run == m_runs.end()) return std::nullopt;
    return WriteModel{.key = fromUtf8(job->folder),
                      .title = fromUtf8(job->title),
                      .summary = tr("Still training: writes with its newest checkpoint"),
                      .values = {{"run", job->folder}}};
}

std::vector<WriteModel> WriteModels::shipped() const {
    std::vector<WriteModel> models;
    for (const LibraryModel& model : m_library)
        models.push_back({.key = QStringLiteral("limner:") + fromUtf8(model.id),
                          .title = coreText(model.title),
                          .summary = coreText(model.summary),
                          .values = {{"run", model.file}}});
    return models;
}

std::vector<WriteModel> WriteModels::networks() const {
    std::vector<WriteModel> models;
    for (const LibraryNetwork& network : m_networks)
        models.push_back({.key = fromUtf8(network.file),
                          .title = fromUtf8(network.title),
                          .summary = fromUtf8(network.source),
                          .values = {{"run", network.file}}});
    return models;
}

std::vector<WriteModel> WriteModels::runs() const {
    std::vector<WriteModel> models;
    for (const RunInfo& run : m_runs)
        models.push_back({.key = fromUtf8(run.folder),
                          .title = runName(run),
                          .summary = runDetail(m_shell.bridge.trainTable(), run.recipe.values),
                          .values = {{"run", run.folder}}});
    return models;
}

std::vector<WriteModel> WriteModels::all() const {
    std::vector<WriteModel> models;
    if (const auto now = training()) models.push_back(*now);
    for (const auto& more : {shipped(), networks(), runs()})
        for (const WriteModel& model : more)
            if (std::ranges::find(models, model.key, &WriteModel::key) == models.end())
                models.push_back(model);
    return models;
}

std::optional<WriteModel> WriteModels::find(const QString& key) const {
    const auto models = all();
    const auto found = std::ranges::find(models, key, &WriteModel::key);
    return found == models.end() ? std::nullopt : std::optional(*found);
}

WriteModel WriteModels::ofRun(const QString& run) const {
    const std::string path = toUtf8(run);
    for (const WriteModel& model : all())
        if (textOf(model.values, "run") == path) return model;
    return {.key = run, .title = QFileInfo(run).completeBaseName(), .values = {{"run", path}}};
}

void WriteModels::fill(QMenu& menu, const QString& current,
                       const std::function<void(const WriteModel&)>& choose) {
    const auto section = [&](const QString& title, const std::vector<WriteModel>& models) {
        if (!models.empty()) menu.addSection(title);
        for (size_t i = 0; i < std::min(models.size(), kMostListedRuns); ++i) {
            const WriteModel& model = models[i];
            QAction* action = menu.addAction(model.title, this, [choose, model] { choose(model); });
            action->setToolTip(model.summary);
            action->setCheckable(true);
            action->setChecked(model.key == current);
        }
    };
    const auto now = training();
    section(tr("Training now"), now ? std::vector{*now} : std::vector<WriteModel>());
    section(tr("Comes with Limner"), shipped());
    section(tr("Library"), networks());
    std::vector<WriteModel> rest = runs();
    std::erase_if(rest, [&](const WriteModel& model) { return now && model.key == now->key; });
    section(tr("Runs"), rest);
    menu.addSeparator();
    menu.addAction(tr("Open weights…"), this, [this, choose] { pickFile(choose); });
    menu.setToolTipsVisible(true);
}

void WriteModels::pickFile(const std::function<void(const WriteModel&)>& choose) {
    const QString file = QFileDialog::getOpenFileName(nullptr, tr("Weights that write"), {},
                                                      tr("Weights") + QStringLiteral(" (*.safetensors)"));
    if (!file.isEmpty()) choose(ofRun(file));
}

}  // namespace limner::app
