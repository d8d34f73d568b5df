// Fast style while a slider moves: the content in the style, small, from the live lane.
#pragma once

#include <QImage>
#include <QObject>
#include <memory>

#include "app/page.h"
#include "core/types/studio.h"

namespace limner::app {

class StylizeSession;

class LivePreview : public QObject {
    Q_OBJECT

public:
    LivePreview(const Shell& shell, StylizeSession& session, QObject* parent = nullptr);

    /// The settings with one other value; `painted` follows where the method can do so at once.
    void show(const std::string& id, const ParamValue& value);

Q_SIGNALS:
    void painted(const QImage& preview);
    /// What was painted last is no longer what the settings make.
    void ended();

private:
    bool canPaint() const;
    void ask(const ParamValues& values);
    void takeAnswer(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer);

    Shell m_shell;
    StylizeSession& m_session;
    RequesterId m_requester;
    ParamValues m_asked;
    bool m_isWanted = false;  ///< else the answer only warms the lane up
    bool m_isShown = false;
};

}  // namespace limner::app
