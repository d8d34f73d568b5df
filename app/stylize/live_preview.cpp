#include "live_preview.h"

#include "app/studio_bridge.h"
#include "app/train/train_texts.h"
#include "stylize_session.h"
#include "widgets/image_convert.h"

namespace limner::app {

LivePreview::LivePreview(const Shell& shell, StylizeSession& session, QObject* parent)
    : QObject(parent), m_shell(shell), m_session(session), m_requester(StudioBridge::newRequester()) {
    connect(&session, &StylizeSession::valuesChanged, this, [this] {
        if (canPaint()) return ask(activeValues(m_session.table(), m_session.values()));
        m_isWanted = false;
        if (std::exchange(m_isShown, false)) Q_EMIT ended();
    });
    connect(&session, &StylizeSession::shownChanged, this, [this] { m_isWanted = m_isShown = false; });
    connect(&shell.bridge, &StudioBridge::answered, this, &LivePreview::takeAnswer);
}

bool LivePreview::canPaint() const {
    return m_session.isOpen() && findRow(m_session.table(), m_session.values(), "network") != nullptr &&
           !m_session.content().isEmpty();
}

void LivePreview::show(const std::string& id, const ParamValue& value) {
    if (!canPaint() || m_session.isBusy()) return;
    ParamValues values = activeValues(m_session.table(), m_session.values());
    values[id] = value;
    m_isWanted = true;
    m_asked.clear();  // asked again although it is on its way: now it will be shown
    ask(settingsOf(values));
}

void LivePreview::ask(const ParamValues& values) {
    if (values == m_asked) return;
    m_asked = values;
    m_shell.bridge.ask(
        {.requester = m_requester, .what = "fast-style", .values = settingsOf(values), .latents = {}});
}

/// What is wrong with the settings is said when the picture is started.
void LivePreview::takeAnswer(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer) {
    if (requester != m_requester || !m_isWanted || !answer->picture || !canPaint()) return;
    m_isShown = true;
    Q_EMIT painted(widgets::toQImage(answer->picture->sheet.sheet));
}

}  // namespace limner::app
