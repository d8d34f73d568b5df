// Sliders: the model's own directions, those that the person found, and every raw dimension.
#pragma once

#include <QWidget>

#include "explore_record.h"

namespace limner::widgets {
class Button;
class DirectionList;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class ExploreSession;

class DirectionPanel : public QWidget {
    Q_OBJECT

public:
    explicit DirectionPanel(ExploreSession& session, QWidget* parent = nullptr);

    /// What the percentages are; for the head of the section.
    widgets::Label* shares() const { return m_shares; }
    /// Sets every direction and dimension to 0 that is not locked.
    void reset();
    /// Opens the name of one of the person's own directions for editing.
    void startRename(size_t own);

private:
    void tie();
    void showRows();
    void showPlace();
    /// The first rows are the person's own directions: their index, nothing for a direction of the model.
    std::optional<size_t> ownOf(int row) const;
    /// The number of the model's direction in a row, from 1.
    int numberOf(int row) const;
    void moved(int row, double value, bool isFinal);
    void dimensionMoved(int row, double value, bool isFinal);
    void lock(int row, bool isLocked);
    void rename(int row, const QString& name);
    void openMenu(int row, const QPoint& place);
    void remove(size_t own);
    void go(const ParamValues& place, const QString& what, bool isFinal);

    ExploreSession& m_session;
    widgets::Label* m_shares = nullptr;
    widgets::DirectionList* m_directions = nullptr;
    widgets::Button* m_allButton = nullptr;
    widgets::DirectionList* m_dimensions = nullptr;
};

}  // namespace limner::app
