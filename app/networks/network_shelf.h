// The networks of the library as the window sees them: what is here, what is on its way, and what can be done
// with each.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/page.h"
#include "core/types/studio.h"

namespace limner::app {

class Download;

class NetworkShelf : public QObject {
    Q_OBJECT

public:
    explicit NetworkShelf(const Shell& shell, QObject* parent = nullptr);
    ~NetworkShelf() override;

    /// Reads the library anew; `changed` follows.
    void list();
    const std::vector<LibraryNetwork>& networks() const { return m_networks; }
    const LibraryNetwork* find(const std::string& id) const;
    /// The download of a network that is on its way or was stopped half-way; null if none was begun.
    const Download* download(const std::string& id) const;
    /// What the last check of a network found.
    enum class Check { None, Good, Bad };
    Check check(const std::string& id) const;

    /// Says address, size and licence, and fetches only when the person agrees. One that was stopped goes on
    /// at once.
    void get(const std::string& id);
    void pause(const std::string& id);
    void cancel(const std::string& id);
    void import(const QString& file);
    void verify(const std::string& id);
    /// Asks first.
    void remove(const std::string& id);

Q_SIGNALS:
    void changed();
    void progressed(const std::string& id);

private:
    void fetch(const LibraryNetwork& network);
    /// @param fetched  the network that the file was fetched for; null for a file of the person's own
    void startImport(const QString& file, const LibraryNetwork* fetched);
    void takeEvent(const Event& event);
    /// Runs `work` beside the window, then `then` in it.
    template <typename Work, typename Then>
    void beside(Work work, Then then);

    struct Import {
        QString file;
        std::string fetchedFor;  ///< a network; empty for a file of the person's own, which stays
    };

    Shell m_shell;
    QThreadPool m_worker;
    std::vector<LibraryNetwork> m_networks;
    std::map<std::string, std::unique_ptr<Download>> m_downloads;
    std::map<JobId, Import> m_imports;
    std::map<std::string, Check> m_checks;
};

}  // namespace limner::app
