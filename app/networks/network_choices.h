// Rows that name a network, as a choice of what the library and the runs of the project have.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <vector>

#include "core/types/param.h"
#include "core/types/run_store.h"
#include "core/types/studio.h"

namespace limner::app {

class StudioBridge;

/// What a row can name.
struct NetworkOffer {
    std::vector<LibraryNetwork> networks;
    std::vector<RunInfo> runs;  ///< that train a fast style of one's own
};

/// The same rows; those that name a network ("network", "features_file") become choices of what is here, and
/// a feature network that is not says how to get it. A value that is none of them stays, under its name.
ParamTable withNetworks(ParamTable rows, const NetworkOffer& offer, const ParamValues& values);

/// The methods, those that have no network here with what they need. @param method  the row "method"
std::vector<Choice> methodsWith(const ParamSpec& method, const NetworkOffer& offer);

/// The values of a recipe, with a network that is known by another name here: the id ends in the hash of what
/// was taken in, and the library remembers the file that it came from.
ParamValues withFoundNetworks(ParamValues values, const NetworkOffer& offer, const std::string& modelHash);

/// Reads the library beside the window.
class NetworkOffers : public QObject {
    Q_OBJECT

public:
    explicit NetworkOffers(StudioBridge& bridge, QObject* parent = nullptr);
    ~NetworkOffers() override;
    /// `changed` follows if anything is otherwise than before.
    void read();
    bool hasRead() const { return m_hasRead; }
    const NetworkOffer& offer() const { return m_offer; }

Q_SIGNALS:
    void changed();

private:
    void take(NetworkOffer offer);

    StudioBridge& m_bridge;
    QThreadPool m_worker;
    NetworkOffer m_offer;
    bool m_hasRead = false;
};

}  // namespace limner::app
