// Two groups of marked pictures, and the direction that leads from one to the other.
#pragma once

#include <QWidget>
#include <array>

#include "explore_record.h"

namespace limner::widgets {
class Button;
class ChoiceCombo;
class ThumbRow;
}  // namespace limner::widgets

namespace limner::app {

class ExploreSession;

class AttributePanel : public QWidget {
    Q_OBJECT

public:
    explicit AttributePanel(ExploreSession& session, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The newest of the person's own directions, by its index among them.
    void found(size_t own);
    /// A sentence about what cannot be done.
    void refused(const QString& sentence);

private:
    void tie();
    void showGroups();
    void learned(const ParamValues& place);
    /// Now, or as soon as the points of all marked pictures are known.
    void find();
    QString freeName() const;

    ExploreSession& m_session;
    std::array<widgets::ThumbRow*, 2> m_rows{};
    widgets::ChoiceCombo* m_method = nullptr;
    widgets::Button* m_find = nullptr;
    bool m_isFinding = false;
};

}  // namespace limner::app
