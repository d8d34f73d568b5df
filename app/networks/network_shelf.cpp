#include "network_shelf.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QUrl>
#include <algorithm>

#include "app/core_text.h"
#include "app/download.h"
#include "app/notices.h"
#include "app/settings.h"
#include "app/studio_bridge.h"

namespace limner::app {

NetworkShelf::NetworkShelf(const Shell& shell, QObject* parent) : QObject(parent), m_shell(shell) {
    m_worker.setMaxThreadCount(1);
    connect(&shell.bridge, &StudioBridge::eventArrived, this, &NetworkShelf::takeEvent);
}

NetworkShelf::~NetworkShelf() {
    m_worker.clear();
    m_worker.waitForDone();
}

// The destructor waits for the worker, so `this` outlives the work; a queued call dies with the object.
template <typename Work, typename Then>
void NetworkShelf::beside(Work work, Then then) {
    if (!m_shell.bridge.isOpen()) return;
    m_worker.start([this, studio = m_shell.bridge.studio(), work, then] {
        auto found = work(studio->library());
        QMetaObject::invokeMethod(
            this, [then, found = std::move(found)] { then(found); }, Qt::QueuedConnection);
    });
}

void NetworkShelf::list() {
    beside([](ModelLibrary& library) { return library.networks(); },
           [this](const std::vector<LibraryNetwork>& found) {
               m_networks = found;
               Q_EMIT changed();
           });
}

const LibraryNetwork* NetworkShelf::find(const std::string& id) const {
    const auto found = std::find_if(m_networks.begin(), m_networks.end(),
                                    [&](const LibraryNetwork& network) { return network.id == id; });
    return found == m_networks.end() ? nullptr : &*found;
}

const Download* NetworkShelf::download(const std::string& id) const {
    const auto found = m_downloads.find(id);
    return found == m_downloads.end() ? nullptr : found->second.get();
}

NetworkShelf::Check NetworkShelf::check(const std::string& id) const {
    const auto found = m_checks.find(id);
    return found == m_checks.end() ? Check::None : found->second;
}

void NetworkShelf::get(const std::string& id) {
    const LibraryNetwork* network = find(id);
    if (!network || network->isHere()) return;
    if (const auto begun = m_downloads.find(id); begun != m_downloads.end()) {
        begun->second->start();
        Q_EMIT progressed(id);
        return;
    }
    const QString size =
        QLocale().formattedDataSize(static_cast<qint64>(network->sizeBytes), 1, QLocale::DataSizeSIFormat);
    const Notices::Question question{
        .title = tr("Fetch %1?").arg(fromUtf8(network->title)),
        .text =
            tr("%1 from %2, licence %3.").arg(size, fromUtf8(network->address), fromUtf8(network->licence)),
        .kept = tr("It is held against the SHA-256 that its makers publish, and only its tensors are kept."),
        .yes = tr("Fetch"),
        .no = tr("Not now")};
    m_shell.notices.ask(question, [this, network = *network] { fetch(network); });
}

void NetworkShelf::fetch(const LibraryNetwork& network) {
    const QString folder = QDir(m_shell.settings.text("project_folder")).filePath(QStringLiteral("models"));
    auto download = std::make_unique<Download>(QUrl(fromUtf8(network.address)), folder);
    connect(download.get(), &Download::progressed, this, [this, id = network.id] { Q_EMIT progressed(id); });
    connect(download.get(), &Download::paused, this, [this, id = network.id] { Q_EMIT progressed(id); });
    connect(download.get(), &Download::failed, this, [this, network](const Error& error) {
        Q_EMIT progressed(network.id);
        m_shell.notices.showError(tr("%1 has not come whole").arg(fromUtf8(network.title)), error);
    });
    connect(download.get(), &Download::finished, this, [this, network](const QString& file) {
        startImport(file, &network);
        Q_EMIT progressed(network.id);
    });
    download->start();
    m_downloads[network.id] = std::move(download);
    Q_EMIT changed();
}

void NetworkShelf::pause(const std::string& id) {
    if (const auto found = m_downloads.find(id); found != m_downloads.end()) found->second->pause();
}

void NetworkShelf::cancel(const std::string& id) {
    const auto found = m_downloads.find(id);
    if (found == m_downloads.end()) return;
    found->second->discard();
    m_downloads.erase(found);
    Q_EMIT changed();
}

void NetworkShelf::import(const QString& file) {
    startImport(file, nullptr);
}

void NetworkShelf::startImport(const QString& file, const LibraryNetwork* fetched) {
    const std::string hashStart = fetched ? fetched->publishedHash : std::string();
    const Result<JobId> job = m_shell.bridge.start(
        {.kind = "import", .values = {{"file", toUtf8(file)}, {"sha256", hashStart}}, .origin = {}});
    if (job)
        m_imports[*job] = {file, fetched ? fetched->id : std::string()};
    else
        m_shell.notices.showError(tr("The file was not taken in"), job.error());
}

void NetworkShelf::takeEvent(const Event& event) {
    const auto found = m_imports.find(event.job);
    if (found == m_imports.end()) return;
    const bool isIn = event.kind == EventKind::Saved;
    if (!isIn && event.kind != EventKind::Failed) return;
    const Import import = found->second;
    m_imports.erase(found);
    if (!import.fetchedFor.empty()) {  // one that does not match is fetched anew, so it is of no use either
        QFile::remove(import.file);
        m_downloads.erase(import.fetchedFor);
    }
    if (isIn) m_shell.notices.tell(tr("The network is in the library."));
    list();
}

void NetworkShelf::verify(const std::string& id) {
    beside([id](ModelLibrary& library) { return library.verify(id).ok(); },
           [this, id](bool isGood) {
               m_checks[id] = isGood ? Check::Good : Check::Bad;
               Q_EMIT changed();
           });
}

void NetworkShelf::remove(const std::string& id) {
    const LibraryNetwork* network = find(id);
    if (!network) return;
    const Notices::Question question{.title = tr("Remove %1?").arg(fromUtf8(network->title)),
                                     .text = tr("Its file is deleted from the project."),
                                     .kept = tr("What was made with it stays."),
                                     .yes = tr("Remove"),
                                     .destroys = true,
                                     .no = tr("Keep")};
    m_shell.notices.ask(question, [this, id] {
        beside([id](ModelLibrary& library) { return library.remove(id); },
               [this](const Result<void>& removed) {
                   if (!removed)
                       m_shell.notices.showError(tr("The network was not removed"), removed.error());
                   list();
               });
    });
}

}  // namespace limner::app
