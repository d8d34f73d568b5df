// How the model reads a stretch of text: asked through the live lane, the newest wins, and kept by text.
#pragma once

#include <QObject>
#include <QTimer>
#include <deque>
#include <map>
#include <memory>
#include <optional>

#include "core/types/studio.h"
#include "written_words.h"

namespace limner::app {

class StudioBridge;

struct Reading {
    QString text;
    std::vector<WrittenWord> words = {};
    std::vector<widgets::Likelihood> next = {};
    double nextEntropyBits = 0;  ///< of what is known of it
    double perplexity = 0;       ///< 0 where there is none
    double entropyBits = 0;
    int64_t tokens = 0;  ///< without those that were cut
    int64_t cutTokens = 0;

    /// The word that holds this unit of the text, and where it begins; nothing outside.
    struct Place {
        const WrittenWord* word = nullptr;
        int start = 0;
    };
    std::optional<Place> at(int unit) const;
};

class LiveReader : public QObject {
    Q_OBJECT

public:
    explicit LiveReader(StudioBridge& bridge, QObject* parent = nullptr);

    /// "run", "checkpoint", "weights". Forgets what another model read.
    void setModel(const ParamValues& model);
    /// `reading` follows: at once for a text that is known, else when the hand has come to rest and the model
    /// has answered. A newer call takes the place of this one.
    void read(const QString& text);
    /// Null before it has been read.
    std::shared_ptr<const Reading> known(const QString& text) const;

Q_SIGNALS:
    void reading(const std::shared_ptr<const limner::app::Reading>& reading);
    void failed(const limner::Error& error);

private:
    void ask();
    void take(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer);
    void remember(const std::shared_ptr<const Reading>& reading);

    StudioBridge& m_bridge;
    RequesterId m_requester;
    ParamValues m_model;
    QString m_wanted;
    QTimer m_rest;
    uint64_t m_asked = 0;
    uint64_t m_oldest = 0;  ///< answers before this one are of another model
    std::map<uint64_t, QString> m_texts;
    std::map<QString, std::shared_ptr<const Reading>> m_known;
    std::deque<QString> m_order;
};

}  // namespace limner::app
