#include "explore_outputs.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QDrag>
#include <QJsonDocument>
#include <QMimeData>
#include <QUrl>

#include "app/core_text.h"
#include "app/notices.h"
#include "app/recipe_text.h"
#include "app/sample_file.h"
#include "app/save_path.h"
#include "app/settings.h"
#include "app/studio_bridge.h"
#include "explore_session.h"
#include "widgets/image_convert.h"

namespace limner::app {

ExploreOutputs::ExploreOutputs(const Shell& shell, ExploreSession& session, QObject* parent)
    : QObject(parent), m_shell(shell), m_session(session) {
    connect(&shell.bridge, &StudioBridge::eventArrived, this, &ExploreOutputs::takeEvent);
}

Recipe ExploreOutputs::recipe() const {
    Recipe recipe{.kind = "sample", .values = joined(m_session.model().values, m_session.shownPlace())};
    const auto& facts = m_session.facts();
    recipe.origin = {.programVersion = m_shell.bridge.studio()->facts().programVersion,
                     .modelHash = facts ? facts->modelHash : std::string(),
                     .parent = textOf(m_session.model().values, "run")};
    return recipe;
}

bool ExploreOutputs::write(const QImage& picture, const Recipe& recipe, const QString& path) {
    const auto written = writePicture(widgets::fromQImage(picture), recipeFields(recipe), path);
    if (!written) m_shell.notices.showError(tr("The picture was not saved"), written.error());
    return written.ok();
}

void ExploreOutputs::tellSaved(const QString& path, const QString& sentence) {
    m_shell.notices.offer(sentence, tr("Show"), [this, path] {
        const QString folder = QFileInfo(path).isDir() ? path : QFileInfo(path).absolutePath();
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            m_shell.notices.warn(tr("No file manager answered. The folder is %1").arg(folder));
    });
}

QString ExploreOutputs::askPath(const QString& title, const QString& name, const QString& suffix) {
    return askSavePath({.title = title,
                        .file = m_shell.settings.text("project_folder") + QStringLiteral("/outputs/") + name,
                        .suffix = suffix});
}

void ExploreOutputs::copy() {
    if (m_session.picture().isNull()) return;
    QApplication::clipboard()->setImage(m_session.picture());
    m_shell.notices.tell(tr("The picture is in the clipboard"));
}

void ExploreOutputs::save() {
    if (m_session.picture().isNull()) return;
    const QImage picture = m_session.picture();
    const Recipe made = recipe();
    const QString path = askPath(tr("Save the picture"), m_session.model().title + QStringLiteral(".png"),
                                 QStringLiteral("png"));
    if (!path.isEmpty() && write(picture, made, path))
        tellSaved(path, tr("Saved as %1, with its recipe").arg(QFileInfo(path).fileName()));
}

void ExploreOutputs::saveSeeds(const SampleSheet& sheet, int64_t firstSeed) {
    const QString path = askPath(tr("Save as one sheet, or without an ending as a folder of pictures"),
                                 m_session.model().title + QStringLiteral(" seeds.png"), {});
    if (!path.isEmpty()) saveSeedsTo(sheet, firstSeed, path);
}

void ExploreOutputs::saveSeedsTo(const SampleSheet& sheet, int64_t firstSeed, const QString& path) {
    Recipe made = recipe();
    made.values.erase("point");
    made.values["seed"] = firstSeed;
    if (path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) {
        made.values["count"] = int64_t{sheet.count};
        made.values["count_up"] = true;
        made.values["columns"] = int64_t{sheet.columns};
        if (write(widgets::toQImage(sheet.sheet), made, path)) tellSaved(path, tr("The sheet is saved"));
        return;
    }
    saveEach(sheet, std::move(made), path);
}

/// One picture for each tile, called by its seed.
void ExploreOutputs::saveEach(const SampleSheet& sheet, Recipe made, const QString& folder) {
    const auto refuse = [this](ErrorCode code, Message message, Message hint) {
        m_shell.notices.showError(tr("The pictures were not saved"),
                                  {.code = code, .message = std::move(message), .hint = std::move(hint)});
    };
    if (!QDir().mkpath(folder))
        return refuse(ErrorCode::NotWritable,
                      {LIMNER_TR("core", "The folder “%1” cannot be made."), {toUtf8(folder)}},
                      LIMNER_TR("core", "Choose another place to save."));
    const int64_t first = intOf(made.values, "seed");
    const auto file = [&](int tile) {
        return QStringLiteral("%1/%2.png").arg(folder).arg(first + tile, 5, 10, QLatin1Char('0'));
    };
    const Catalog& catalog = m_shell.bridge.catalog();
    for (int i = 0; i < sheet.count; ++i)
        if (QFileInfo::exists(file(i)) && !recipeOfPicture(file(i), catalog))
            return refuse(ErrorCode::InvalidArgument,
                          {LIMNER_TR("core", "“%1” is there already, and it was not made by Limner."),
                           {toUtf8(file(i))}},
                          LIMNER_TR("core", "Choose another place to save."));
    for (int i = 0; i < sheet.count; ++i) {
        made.values["seed"] = first + i;
        if (!write(widgets::toQImage(sheet.tile(i)), made, file(i))) return;
    }
    tellSaved(folder, tr("%n pictures saved", nullptr, sheet.count));
}

void ExploreOutputs::dragOut(QWidget* source) {
    if (m_session.picture().isNull()) return;
    QString title = m_session.model().title;
    title.replace(QLatin1Char('/'), QLatin1Char('-'));
    const QString path = m_dragged.filePath(QStringLiteral("%1 %2.png").arg(title).arg(++m_drags));
    if (!write(m_session.picture(), recipe(), path)) return;
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(path)});
    data->setImageData(m_session.picture());
    auto* drag = new QDrag(source);
    drag->setMimeData(data);
    drag->setPixmap(QPixmap::fromImage(m_session.picture().scaled(96, 96, Qt::KeepAspectRatio)));
    drag->exec(Qt::CopyAction);
}

void ExploreOutputs::render(const ParamValues& chosen, const QString& suffix) {
    const bool isFolder = suffix == QLatin1String("png");
    const QString name =
        m_session.model().title + (isFolder ? QStringLiteral(" frames") : QLatin1Char('.') + suffix);
    const QString path = askPath(tr("Render the film to"), name, isFolder ? QString() : suffix);
    if (path.isEmpty()) return;
    Recipe recipe{.kind = "render", .values = m_session.model().values};
    for (const auto& [id, value] : chosen) recipe.values[id] = value;
    const QJsonObject timeline = toJson(m_session.record().timeline);
    recipe.values["timeline"] = QJsonDocument(timeline).toJson(QJsonDocument::Compact).toStdString();
    recipe.values["out"] = toUtf8(path);
    recipe.values["overwrite"] = true;  // the dialog has asked
    const Result<JobId> job = m_shell.bridge.start(recipe);
    if (!job) {
        m_shell.notices.showError(tr("The film cannot be rendered"), job.error());
        return;
    }
    tellWhenSaved(*job, tr("The film is ready: %1"));
    const auto current = m_shell.bridge.current();
    if (current && current->id != *job)
        m_shell.notices.tell(tr("The film is rendered after %1").arg(fromUtf8(current->title)));
}

void ExploreOutputs::takeEvent(const Event& event) {
    if (event.kind != EventKind::Saved) return;
    const auto making = m_making.extract(event.job);
    if (making.empty()) return;
    const QString path = fromUtf8(event.folder);
    tellSaved(path, making.mapped().arg(QFileInfo(path).fileName()));
}

void ExploreOutputs::tellWhenSaved(JobId job, const QString& sentence) {
    m_making[job] = sentence;
}

}  // namespace limner::app
