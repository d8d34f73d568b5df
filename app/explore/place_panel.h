// The inspector of Explore: seed and truncation, the directions, mixing of named places, new directions from
// marked pictures, one's own picture; the film at its foot.
#pragma once

#include <QWidget>
#include <array>

#include "explore_record.h"

class QScrollArea;
class QVBoxLayout;

namespace limner::widgets {
class Button;
class ChoiceCombo;
class Label;
class ParamForm;
}  // namespace limner::widgets

namespace limner::app {

class DirectionPanel;
class ExploreSession;
class Surface;

class PlacePanel : public QWidget {
    Q_OBJECT

public:
    explicit PlacePanel(ExploreSession& session, QWidget* parent = nullptr);

    /// @param table  of the kind "sample"
    void setTable(const ParamTable& table);
    widgets::ParamForm* form() const { return m_form; }
    /// Below everything, always in sight.
    void setFoot(QWidget* foot);
    void setCompact(bool isCompact);

    void dice();

Q_SIGNALS:
    void pictureFileChosen(const QString& file);
    /// A sentence about what cannot be done.
    void refused(const QString& sentence);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeSeed();
    QWidget* makeDirections();
    QWidget* makeMixing();
    QWidget* makeAttributes();
    QWidget* makeOwnPicture();
    void tie();
    void showHint();
    void showPlace();
    void showMarks();
    void formEdited(const QString& id, const ParamValue& value, bool isFinal);
    void mix();
    const Bookmark* chosen(const widgets::ChoiceCombo* combo) const;

    ExploreSession& m_session;
    widgets::ParamForm* m_form = nullptr;
    DirectionPanel* m_directions = nullptr;
    widgets::ChoiceCombo* m_path = nullptr;
    std::array<widgets::ChoiceCombo*, 3> m_terms{};
    bool m_hasChosenTerms = false;  ///< until then the first three bookmarks stand there
    widgets::Label* m_ownHint = nullptr;
    Surface* m_foot = nullptr;
    QVBoxLayout* m_sections = nullptr;
    QScrollArea* m_scroll = nullptr;
};

}  // namespace limner::app
