#include "explore_models.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QPointer>
#include <QThreadPool>
#include <algorithm>

#include "app/core_text.h"
#include "app/notices.h"
#include "app/run_reader.h"
#include "app/settings.h"
#include "app/studio_bridge.h"
#include "app/train/train_texts.h"

namespace limner::app {
namespace {

constexpr int kMostRuns = 12;
constexpr const char* kLibraryKey = "limner:";

/// Names and summaries in the files that ship with Limner, marked for translation.
[[maybe_unused]] constexpr const char* kShippedNames[] = {
    QT_TRANSLATE_NOOP("core", "Emoji faces"),
    QT_TRANSLATE_NOOP("core", "Garments, GAN"),
    QT_TRANSLATE_NOOP("core", "Garments, VAE"),
    QT_TRANSLATE_NOOP("core", "Fox"),
    QT_TRANSLATE_NOOP("core", "Panda"),
    QT_TRANSLATE_NOOP("core", "Frog"),
    QT_TRANSLATE_NOOP("core", "Tiger"),
    QT_TRANSLATE_NOOP("core", "Cat"),
    QT_TRANSLATE_NOOP("core", "Lion"),
    QT_TRANSLATE_NOOP("core", "Smile"),
    QT_TRANSLATE_NOOP("core", "Ghost"),
    QT_TRANSLATE_NOOP("core", "Scripture"),
    QT_TRANSLATE_NOOP("core",
                      "Morphs between smileys and animal faces: a VAE of the faces of Noto Color Emoji."),
    QT_TRANSLATE_NOOP("core", "Clothes from Fashion-MNIST, crisp: a DCGAN."),
    QT_TRANSLATE_NOOP("core", "Clothes from Fashion-MNIST, smooth between all of them."),
    QT_TRANSLATE_NOOP("core",
                      "Goes on in the manner of the King James Bible: a GPT of 1.6 million parameters.")};

/// The named places beside the weights: "faces.safetensors" → "faces.places.json".
std::vector<Bookmark> placesBeside(const QString& weights) {
    const QFileInfo info(weights);
    QFile file(info.dir().filePath(info.completeBaseName() + QStringLiteral(".places.json")));
    if (!file.open(QIODevice::ReadOnly)) return {};
    std::vector<Bookmark> places = bookmarksOfJson(QJsonDocument::fromJson(file.readAll()).array());
    for (Bookmark& place : places) place.name = coreText(toUtf8(place.name));
    return places;
}

/// Of a model with a latent space: one that paints in a style has none.
bool hasWeights(const RunInfo& run) {
    const auto model = run.recipe.values.find("model");
    const bool paints = model != run.recipe.values.end() && model->second == ParamValue("fast-style");
    return !run.checkpoints.empty() && !paints;
}

constexpr const char* kWrites = "text";  // the domain of models that have no latent space

}  // namespace

ExploreModels::ExploreModels(const Shell& shell, ExploreSession& session, QObject* parent)
    : QObject(parent), m_shell(shell), m_session(session) {
    connect(&shell.reader, &RunReader::listed, this, [this](const std::vector<RunInfo>& runs) {
        m_runs = runs;
        m_hasRuns = true;
        std::erase_if(m_runs, [this](const RunInfo& run) {
            return !hasWeights(run) || domainOf(m_shell.bridge.trainTable(), run.recipe.values) == kWrites;
        });
        Q_EMIT changed();
    });
}

void ExploreModels::refresh() {
    if (!m_shell.bridge.isOpen()) return;
    m_shell.reader.list();
    const QPointer<ExploreModels> self(this);
    QThreadPool::globalInstance()->start([self, studio = m_shell.bridge.studio()] {
        auto list = studio->library().list();
        std::erase_if(list, [](const LibraryModel& model) { return model.domain == kWrites; });
        const auto put = [self, list = std::move(list)] {
            if (!self) return;
            self->m_library = list;
            self->m_hasLibrary = true;
            Q_EMIT self->changed();
        };
        if (self) QMetaObject::invokeMethod(self, put, Qt::QueuedConnection);
    });
}

ExploredModel ExploreModels::modelOf(const LibraryModel& model) const {
    return {.key = QLatin1String(kLibraryKey) + fromUtf8(model.id),
            .title = coreText(model.title),
            .values = {{"run", model.file}},
            .bookmarks = placesBeside(fromUtf8(model.file))};
}

ExploredModel ExploreModels::modelOf(const RunInfo& run) const {
    return {.key = fromUtf8(run.folder), .title = runName(run), .values = {{"run", run.folder}}};
}

std::optional<ExploredModel> ExploreModels::training() const {
    const auto job = m_shell.bridge.current();
    if (!job || job->kind != "train" || job->folder.empty()) return std::nullopt;
    return ExploredModel{.key = fromUtf8(job->folder),
                         .title = fromUtf8(job->title),
                         .values = {{"run", job->folder}},
                         .job = job->id};
}

void ExploreModels::open(const ExploredModel& model) {
    m_session.open(model);
    m_shell.settings.setText("explore_model", fromUtf8(textOf(model.values, "run")));
}

void ExploreModels::fill(QMenu& menu) {
    const auto add = [&](const QString& title, const QString& tip, const ExploredModel& model) {
        QAction* action = menu.addAction(title, this, [this, model] { open(model); });
        action->setToolTip(tip);
        action->setCheckable(true);
        action->setChecked(model == m_session.model());
    };
    if (const auto now = training()) {
        menu.addSection(tr("Training now"));
        add(now->title, tr("Follows the newest weights"), *now);
    }
    if (!m_library.empty()) menu.addSection(tr("Comes with Limner"));
    for (const LibraryModel& model : m_library)
        add(coreText(model.title), coreText(model.summary), modelOf(model));
    if (!m_runs.empty()) menu.addSection(tr("Runs"));
    for (const RunInfo& run : m_runs) {
        if (&run - m_runs.data() >= kMostRuns) break;
        add(runName(run), fromUtf8(run.folder), modelOf(run));
    }
    menu.addSeparator();
    menu.addAction(tr("Open weights…"), this, &ExploreModels::pickFile);
    menu.setToolTipsVisible(true);
}

bool ExploreModels::openFirst() {
    const std::string last = toUtf8(m_shell.settings.text("explore_model"));
    if (const auto run = std::ranges::find(m_runs, last, &RunInfo::folder); run != m_runs.end())
        open(modelOf(*run));
    else if (const LibraryModel* known = inLibrary(last))
        open(modelOf(*known));
    else if (!m_library.empty())
        open(modelOf(m_library.front()));
    else if (!m_runs.empty())
        open(modelOf(m_runs.front()));
    else
        return false;
    return true;
}

void ExploreModels::openRun(const QString& folder, const QString& name) {
    open({.key = folder, .title = name, .values = {{"run", toUtf8(folder)}}});
}

void ExploreModels::openFile(const QString& file) {
    if (const LibraryModel* known = inLibrary(toUtf8(file))) return open(modelOf(*known));
    open({.key = file,
          .title = QFileInfo(file).completeBaseName(),
          .values = {{"run", toUtf8(file)}},
          .bookmarks = placesBeside(file)});
}

void ExploreModels::pickFile() {
    const QString file = QFileDialog::getOpenFileName(nullptr, tr("Weights to explore"), {},
                                                      tr("Weights") + QStringLiteral(" (*.safetensors)"));
    if (!file.isEmpty()) openFile(file);
}

const LibraryModel* ExploreModels::inLibrary(const std::string& file) const {
    const auto found = std::ranges::find(m_library, file, &LibraryModel::file);
    return found == m_library.end() ? nullptr : &*found;
}

void ExploreModels::openRecipe(const Recipe& recipe) {
    const QPointer<ExploreModels> self(this);
    // Looking for a hash reads every checkpoint's state: not on the main thread.
    QThreadPool::globalInstance()->start([self, studio = m_shell.bridge.studio(), recipe] {
        const auto found = studio->library().find(recipe.origin.modelHash);
        const auto put = [self, recipe, found] {
            if (!self) return;
            if (found) return self->openFound(recipe, *found);
            self->m_shell.notices.showError(
                tr("The model of this picture is not here"),
                {.code = ErrorCode::NotFound,
                 .message = {LIMNER_TR("core", "No run and no shipped model has the weights %1…"),
                             {recipe.origin.modelHash.substr(0, 12)}},
                 .hint = LIMNER_TR("core", "Put the run that made it into this project's folder “runs”.")});
        };
        if (self) QMetaObject::invokeMethod(self, put, Qt::QueuedConnection);
    });
}

void ExploreModels::openFound(const Recipe& recipe, const FoundModel& found) {
    const QString place = fromUtf8(found.run);
    ExploredModel model;
    if (const LibraryModel* known = inLibrary(found.run))
        model = modelOf(*known);
    else
        model = {.key = place, .title = QFileInfo(place).fileName(), .values = {{"run", found.run}}};
    if (found.checkpoint > 0) model.values["checkpoint"] = found.checkpoint;
    if (const auto weights = recipe.values.find("weights"); weights != recipe.values.end())
        model.values["weights"] = weights->second;
    open(model);
    Q_EMIT recipeOpened(recipe);
}

}  // namespace limner::app
