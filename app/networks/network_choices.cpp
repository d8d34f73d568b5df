#include "network_choices.h"

#include <QFileInfo>
#include <algorithm>
#include <filesystem>

#include "app/core_text.h"
#include "app/studio_bridge.h"
#include "app/train/train_texts.h"

namespace limner::app {
namespace {

constexpr const char* kTrainedStyle = "fast-style";  ///< the model that trains a style of one's own
constexpr size_t kHashLetters = 8;                   ///< of the hash, at the end of an id

Message message(const QString& text) {
    return Message(toUtf8(text));
}

std::string valueOf(const ParamValues& values, const std::string& id) {
    const auto found = values.find(id);
    const auto* text = found == values.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text ? *text : std::string();
}

bool isOffered(const LibraryNetwork& network, NetworkKind kind, const std::string& architecture) {
    return network.isHere() && network.kind == kind &&
           (architecture.empty() || network.architecture == architecture);
}

bool hasAny(const NetworkOffer& offer, NetworkKind kind, const std::string& architecture = {}) {
    return std::ranges::any_of(offer.networks, [&](const LibraryNetwork& network) {
        return isOffered(network, kind, architecture);
    });
}

bool canPaint(const NetworkOffer& offer) {
    return hasAny(offer, NetworkKind::FastStyle) || !offer.runs.empty();
}

QString needsStyle() {
    //: How to get a network for fast style.
    return NetworkOffers::tr(
        "Needs a network of a style: drop its file on the library page, or learn one in Train.");
}

QString needsFeatures() {
    return NetworkOffers::tr("Needs a feature network: the library page fetches SqueezeNet 1.1 (5 MB).");
}

/// What a row takes where it is left open.
Choice openChoice(bool isThere, const QString& need) {
    const QString label =
        isThere ? NetworkOffers::tr("First of the library") : NetworkOffers::tr("None installed");
    return {.id = {},
            .label = toUtf8(label),
            .help = isThere ? std::string() : toUtf8(need),
            .rows = {},
            .standards = {},
            .unavailable = isThere ? Message() : message(need)};
}

/// A value that is no choice here: a file, or a network that is gone.
void keepValue(ParamSpec& row, const std::string& value) {
    const bool isKnown = std::ranges::find(row.choices, value, &Choice::id) != row.choices.end();
    if (isKnown) return;
    const QFileInfo file(fromUtf8(value));
    const QString label =
        file.exists() ? file.fileName() : NetworkOffers::tr("%1 (not here)").arg(file.fileName());
    row.choices.push_back({.id = value, .label = toUtf8(label), .help = value});
}

void offerNetworks(ParamSpec& row, const NetworkOffer& offer, NetworkKind kind,
                   const std::string& architecture) {
    for (const LibraryNetwork& network : offer.networks)
        if (isOffered(network, kind, architecture))
            row.choices.push_back({.id = network.id, .label = network.title, .help = network.source});
}

void offerStyles(ParamSpec& row, const NetworkOffer& offer, const ParamValues& values) {
    row.kind = ParamKind::Choice;
    row.choices = {openChoice(hasAny(offer, NetworkKind::FastStyle), needsStyle())};
    offerNetworks(row, offer, NetworkKind::FastStyle, {});
    for (const RunInfo& run : offer.runs)
        row.choices.push_back({.id = run.folder,
                               .label = toUtf8(NetworkOffers::tr("%1 (run)").arg(runName(run))),
                               .help = run.folder});
    keepValue(row, valueOf(values, row.id));
}

void offerFeatures(ParamSpec& row, const NetworkOffer& offer, const ParamValues& values,
                   const std::string& architecture) {
    row.kind = ParamKind::Choice;
    row.choices = {openChoice(hasAny(offer, NetworkKind::Features, architecture), needsFeatures())};
    offerNetworks(row, offer, NetworkKind::Features, architecture);
    keepValue(row, valueOf(values, row.id));
}

/// "Not installed: the library page fetches it (553.4 MB)."
void markAbsent(ParamSpec& features, const NetworkOffer& offer) {
    for (Choice& choice : features.choices) {
        if (hasAny(offer, NetworkKind::Features, choice.id)) continue;
        const auto known = std::ranges::find(offer.networks, choice.id, &LibraryNetwork::id);
        const double size = known == offer.networks.end() ? 0 : static_cast<double>(known->sizeBytes) / 1e6;
        choice.unavailable = message(
            NetworkOffers::tr("Not installed. The library page fetches it (%1 MB), and takes in files.")
                .arg(size, 0, 'f', size < 10 ? 1 : 0));
    }
}

void offerIn(ParamTable& rows, const NetworkOffer& offer, const ParamValues& values,
             const std::string& architecture) {
    std::string features = architecture;
    for (ParamSpec& row : rows) {
        if (row.id == "features") {
            const std::string chosen = valueOf(values, row.id);
            features = chosen.empty() ? std::get<std::string>(row.standard) : chosen;
            if (valueOf(values, "features_file").empty()) markAbsent(row, offer);
        }
        if (row.id == "features_file") offerFeatures(row, offer, values, features);
        if (row.id == "network") offerStyles(row, offer, values);
        for (Choice& choice : row.choices) offerIn(choice.rows, offer, values, features);
    }
}

bool hasRow(const ParamTable& rows, const char* id) {
    return std::ranges::find(rows, id, &ParamSpec::id) != rows.end();
}

}  // namespace

ParamTable withNetworks(ParamTable rows, const NetworkOffer& offer, const ParamValues& values) {
    offerIn(rows, offer, values, {});
    return rows;
}

std::vector<Choice> methodsWith(const ParamSpec& method, const NetworkOffer& offer) {
    std::vector<Choice> methods = method.choices;
    for (Choice& each : methods) {
        if (hasRow(each.rows, "network") && !canPaint(offer)) each.unavailable = message(needsStyle());
        if (hasRow(each.rows, "features") && !hasAny(offer, NetworkKind::Features))
            each.unavailable = message(needsFeatures());
    }
    return methods;
}

ParamValues withFoundNetworks(ParamValues values, const NetworkOffer& offer, const std::string& modelHash) {
    if (modelHash.empty()) return values;
    for (const char* id : {"network", "features_file"}) {
        const std::string named = valueOf(values, id);
        const bool isHere =
            named.empty() || std::filesystem::exists(named) ||
            std::ranges::find(offer.networks, named, &LibraryNetwork::id) != offer.networks.end();
        if (isHere) continue;
        for (const LibraryNetwork& network : offer.networks)
            if (network.isHere() && (network.id.ends_with("-" + modelHash.substr(0, kHashLetters)) ||
                                     network.sourceHash == modelHash))
                values[id] = network.id;
    }
    return values;
}

NetworkOffers::NetworkOffers(StudioBridge& bridge, QObject* parent) : QObject(parent), m_bridge(bridge) {
    m_worker.setMaxThreadCount(1);
    connect(&bridge, &StudioBridge::opened, this, &NetworkOffers::read);
    connect(&bridge, &StudioBridge::eventArrived, this, [this](const Event& event) {
        if (event.kind == EventKind::Saved || isOver(event.state)) read();
    });
}

NetworkOffers::~NetworkOffers() {
    m_worker.clear();
    m_worker.waitForDone();
}

// The destructor waits for the worker, so `this` outlives the work; a queued call dies with the object.
void NetworkOffers::read() {
    if (!m_bridge.isOpen()) return;
    m_worker.clear();
    m_worker.start([this, studio = m_bridge.studio()] {
        NetworkOffer found{.networks = studio->library().networks(), .runs = studio->runs().list()};
        std::erase_if(found.runs, [](const RunInfo& run) {
            return valueOf(run.recipe.values, "model") != kTrainedStyle || run.checkpoints.empty();
        });
        QMetaObject::invokeMethod(
            this, [this, found = std::move(found)] { take(found); }, Qt::QueuedConnection);
    });
}

void NetworkOffers::take(NetworkOffer offer) {
    const auto idsOf = [](const NetworkOffer& each) {
        std::vector<std::string> ids;
        for (const LibraryNetwork& network : each.networks) ids.push_back(network.id + network.file);
        for (const RunInfo& run : each.runs) ids.push_back(run.folder + run.name);
        return ids;
    };
    const bool isSame = m_hasRead && idsOf(offer) == idsOf(m_offer);
    m_offer = std::move(offer);
    m_hasRead = true;
    if (!isSame) Q_EMIT changed();
}

}  // namespace limner::app
