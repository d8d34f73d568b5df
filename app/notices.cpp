#include "notices.h"

#include "core_text.h"

namespace limner::app {

using widgets::NoticeCard;
using widgets::Toast;

namespace {

constexpr qsizetype kWarningsAtOnce = 3;

/// Empty before the core is there.
QString factsText(const StudioFacts& facts) {
    if (facts.programVersion.empty()) return {};
    return QStringLiteral("limner %1, LibTorch %2, %3")
        .arg(fromUtf8(facts.programVersion), fromUtf8(facts.torchVersion), fromUtf8(facts.device));
}

}  // namespace

Notices::Notices(QWidget* window) : QObject(window), m_notice(window), m_toast(window) {
    m_notice.setObjectName(QStringLiteral("notice"));
    m_toast.setObjectName(QStringLiteral("toast"));
    connect(&m_notice, &NoticeCard::chosen, this, [this](const QString& id) {
        if (auto onChosen = std::exchange(m_onChosen, {})) onChosen(id);
    });
    connect(&m_notice, &NoticeCard::closed, this, [this] { m_onChosen = {}; });
    connect(&m_toast, &Toast::actionTriggered, this, [this] {
        if (auto action = std::exchange(m_toastAction, {})) action();
    });
}

void Notices::openCard(const NoticeCard::Content& content, std::function<void(const QString&)> onChosen) {
    m_notice.show(content);  // an open card emits closed here, which clears the old function
    m_onChosen = std::move(onChosen);
}

void Notices::showError(const QString& title, const Error& error, const QString& details) {
    QString more = fromUtf8(error.details);
    for (const QString& part : {details, factsText(m_facts)})
        if (!part.isEmpty()) more += (more.isEmpty() ? QString() : QStringLiteral("\n")) + part;
    qWarning("%s: %s\n%s", name(error.code), error.text().c_str(), qPrintable(more));
    openCard({.kind = NoticeCard::Kind::Error,
              .title = title,
              .happened = coreText(error.message),
              .kept = coreText(error.kept),
              .toDo = coreText(error.hint),
              .details = more,
              .choices = {}},
             {});
}

void Notices::warn(const QString& text) {
    qWarning("%s", qPrintable(text));
    m_toastAction = {};
    // Those that come at once are read together.
    if (!m_toast.isVisible() || m_toast.text() != m_warnings.join(QLatin1Char('\n'))) m_warnings.clear();
    if (!m_warnings.contains(text)) m_warnings << text;
    while (m_warnings.size() > kWarningsAtOnce) m_warnings.removeFirst();
    m_toast.show(m_warnings.join(QLatin1Char('\n')), Toast::Look::Warn);
}

void Notices::tell(const QString& text) {
    m_toastAction = {};
    m_toast.show(text, Toast::Look::Plain);
}

void Notices::keepTelling(const QString& text) {
    m_toastAction = {};
    m_toast.hold(text);
}

void Notices::offer(const QString& text, const QString& actionText, std::function<void()> action) {
    m_toastAction = std::move(action);
    m_toast.show(text, Toast::Look::Plain, actionText);
}

void Notices::ask(const Question& question, std::function<void()> onYes) {
    const QString yesRole = question.destroys ? QStringLiteral("danger") : QStringLiteral("primary");
    const NoticeCard::Choice yes{
        .id = QStringLiteral("yes"), .label = question.yes, .role = yesRole, .destroys = question.destroys};
    const NoticeCard::Choice no{.id = QStringLiteral("no"), .label = question.no};
    std::vector<NoticeCard::Choice> choices{no, yes};
    if (question.destroys) choices = {yes, no};
    openCard({.kind = NoticeCard::Kind::Question,
              .title = question.title,
              .happened = question.text,
              .kept = question.kept,
              .toDo = {},
              .details = {},
              .choices = choices},
             [onYes = std::move(onYes)](const QString& id) {
                 if (id == QLatin1String("yes")) onYes();
             });
}

}  // namespace limner::app
