// What the window tells the person: errors and questions as a card, warnings and news as a toast.
#pragma once

#include <QObject>
#include <functional>

#include "core/types/result.h"
#include "core/types/studio.h"
#include "widgets/notice.h"
#include "widgets/toast.h"

namespace limner::app {

/// One question at a time; a newer one takes the place of the older, which then counts as declined.
class Notices : public QObject {
    Q_OBJECT

public:
    explicit Notices(QWidget* window);

    /// Facts for the details of errors.
    void setFacts(const StudioFacts& facts) { m_facts = facts; }
    /// Also goes to the log. @param details  more for the log and "Copy details", for example the recipe
    void showError(const QString& title, const Error& error, const QString& details = {});
    void warn(const QString& text);
    void tell(const QString& text);
    /// Stays until something else is told: for a wait whose end the person cannot see.
    void keepTelling(const QString& text);
    /// A toast with a button.
    void offer(const QString& text, const QString& actionText, std::function<void()> action);

    struct Question {
        QString title;
        QString text;
        QString kept = {};
        QString yes;
        bool destroys = false;  ///< then "yes" is red and never has the focus
        QString no;
    };
    void ask(const Question& question, std::function<void()> onYes);
    bool isOpen() const { return m_notice.isOpen(); }

private:
    void openCard(const widgets::NoticeCard::Content& content, std::function<void(const QString&)> onChosen);

    widgets::NoticeCard m_notice;
    widgets::Toast m_toast;
    StudioFacts m_facts;
    std::function<void(const QString&)> m_onChosen;
    std::function<void()> m_toastAction;
    QStringList m_warnings;  ///< that the toast shows
};

}  // namespace limner::app
