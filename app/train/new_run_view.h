// Before a run: the data with a preview, the model, and its preset. The inspector holds everything else.
#pragma once

#include <QTimer>
#include <optional>

#include "app/surface.h"
#include "core/types/studio.h"

class QScrollArea;

namespace limner::widgets {
class DataCard;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class ChoiceCards;
class StudioBridge;

class NewRunView : public QWidget {
    Q_OBJECT

public:
    explicit NewRunView(StudioBridge& bridge, QWidget* parent = nullptr);

    void setTable(const ParamTable& table);
    /// The values in force in the form; asks for another preview if the pictures changed.
    void setValues(const ParamValues& values);
    void setCompact(bool isCompact);

Q_SIGNALS:
    void valueChosen(const QString& id, const limner::ParamValue& value);
    /// Data was chosen that needs a folder or a file.
    void pathWanted(const QString& id);

private:
    QWidget* makePickers();
    QWidget* makePreview();
    void choose(const char* id, const QString& value);
    void showChoices();
    void showModels();
    void askForPreview();
    void takeAnswer(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer);
    ParamValues dataValues() const;

    StudioBridge& m_bridge;
    RequesterId m_requester;
    ParamTable m_table;
    ParamValues m_values;
    ParamValues m_previewed;
    std::optional<std::string> m_domain;  ///< of the models that are shown
    QTimer m_previewDelay;
    QScrollArea* m_pickers = nullptr;
    ChoiceCards* m_data = nullptr;
    ChoiceCards* m_models = nullptr;
    ChoiceCards* m_presets = nullptr;
    widgets::Label* m_presetTitle = nullptr;
    std::vector<std::string> m_presetIds;
    widgets::DataCard* m_card = nullptr;
};

}  // namespace limner::app
