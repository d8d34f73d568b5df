#include "new_run_view.h"

#include <QVBoxLayout>
#include <algorithm>
#include <chrono>

#include "app/core_text.h"
#include "app/scroll_room.h"
#include "app/studio_bridge.h"
#include "choice_cards.h"
#include "widgets/data_card.h"
#include "widgets/label.h"

namespace limner::app {

using namespace std::chrono_literals;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

const ParamSpec* activeRow(const ParamTable& table, const ParamValues& values, std::string_view id) {
    for (const ParamSpec* row : activeRows(table, values))
        if (row->id == id) return row;
    return nullptr;
}

const Choice* choiceOf(const ParamSpec& spec, const std::string& id) {
    const auto found =
        std::find_if(spec.choices.begin(), spec.choices.end(), [&](const Choice& c) { return c.id == id; });
    return found == spec.choices.end() ? nullptr : &*found;
}

}  // namespace

NewRunView::NewRunView(StudioBridge& bridge, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_requester(StudioBridge::newRequester()) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makePickers());
    row->addWidget(makePreview(), 1);
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(200ms);
    connect(&m_previewDelay, &QTimer::timeout, this, &NewRunView::askForPreview);
    connect(&bridge, &StudioBridge::answered, this, &NewRunView::takeAnswer);
    connect(m_card, &widgets::DataCard::retryClicked, this, &NewRunView::askForPreview);
}

QWidget* NewRunView::makePickers() {
    auto* inside = new Surface(&widgets::Tokens::base);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(8));
    m_data = new ChoiceCards;
    m_data->setObjectName(QStringLiteral("newRun.data"));
    m_models = new ChoiceCards;
    m_models->setObjectName(QStringLiteral("newRun.models"));
    m_presets = new ChoiceCards;
    m_presets->setObjectName(QStringLiteral("newRun.presets"));
    m_presetTitle = new Label(tr("Preset"), TextRole::Section);
    column->addWidget(new Label(tr("Data"), TextRole::Section));
    column->addWidget(m_data);
    column->addSpacing(px(12));
    column->addWidget(new Label(tr("Model"), TextRole::Section));
    column->addWidget(m_models);
    column->addSpacing(px(12));
    column->addWidget(m_presetTitle);
    column->addWidget(m_presets);
    column->addStretch();
    connect(m_data, &ChoiceCards::chosen, this, [this](const QString& id) { choose("data", id); });
    connect(m_models, &ChoiceCards::chosen, this, [this](const QString& id) { choose("model", id); });
    connect(m_presets, &ChoiceCards::chosen, this, [this](const QString& id) { choose("preset", id); });
    m_pickers = new ScrollRoom(inside);
    m_pickers->setObjectName(QStringLiteral("newRun.pickers"));
    m_pickers->setFixedWidth(px(320));
    return m_pickers;
}

QWidget* NewRunView::makePreview() {
    auto* canvas = new Surface(&widgets::Tokens::canvas, Qt::LeftEdge);
    auto* column = new QVBoxLayout(canvas);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    m_card = new widgets::DataCard;
    m_card->setObjectName(QStringLiteral("newRun.preview"));
    column->addWidget(m_card);
    return canvas;
}

void NewRunView::choose(const char* id, const QString& value) {
    Q_EMIT valueChosen(QString::fromLatin1(id), toUtf8(value));
    if (std::string_view(id) != "data") return;
    const ParamSpec* pictures = activeRow(m_table, m_values, "data");
    const Choice* chosen = pictures ? choiceOf(*pictures, toUtf8(value)) : nullptr;
    if (!chosen) return;
    // Pictures of one's own are a folder; a text of one's own is a file or a folder.
    const bool isText = chosen->domain == "text";
    for (const ParamSpec& row : chosen->rows) {
        const bool isWanted = row.kind == ParamKind::Folder || (isText && row.kind == ParamKind::File);
        if (!isWanted) continue;
        const auto known = m_values.find(row.id);
        const bool isEmpty = known == m_values.end() || std::get<std::string>(known->second).empty();
        if (isEmpty) return Q_EMIT pathWanted(fromUtf8(row.id));
    }
}

void NewRunView::setTable(const ParamTable& table) {
    m_table = table;
    m_data->setChoices(choicesOf(table, "data"));
    m_domain.reset();
}

void NewRunView::setValues(const ParamValues& values) {
    m_values = values;
    showChoices();
    if (dataValues() == m_previewed) return;
    m_previewed = dataValues();
    m_card->setLoading();
    m_previewDelay.start();
}

void NewRunView::showChoices() {
    const auto current = [this](const char* id) {
        const auto found = m_values.find(id);
        return found == m_values.end() ? QString() : fromUtf8(std::get<std::string>(found->second));
    };
    m_data->setCurrent(current("data"));
    showModels();
    m_models->setCurrent(current("model"));
    const ParamSpec* preset = activeRow(m_table, m_values, "preset");
    std::vector<std::string> ids;
    if (preset)
        for (const Choice& choice : preset->choices)
            ids.push_back(current("model").toStdString() + choice.id);
    if (ids != m_presetIds) m_presets->setChoices(preset ? preset->choices : std::vector<Choice>());
    m_presetIds = ids;
    m_presetTitle->setVisible(preset != nullptr);
    m_presets->setCurrent(current("preset"));
    if (const ParamSpec* pictures = activeRow(m_table, m_values, "data"))
        if (const Choice* chosen = choiceOf(*pictures, toUtf8(current("data"))))
            m_card->setTitle(coreText(chosen->label));
}

/// Those that learn from the chosen data.
void NewRunView::showModels() {
    const std::string domain = domainOf(m_table, m_values);
    if (m_domain == domain) return;
    m_domain = domain;
    std::vector<Choice> fitting = choicesOf(m_table, "model");
    std::erase_if(fitting, [&](const Choice& model) {
        return !domain.empty() && !model.domain.empty() && model.domain != domain;
    });
    m_models->setChoices(fitting);
}

ParamValues NewRunView::dataValues() const {
    ParamValues values;
    const ParamSpec* pictures = activeRow(m_table, m_values, "data");
    for (const ParamSpec* row : activeRows(m_table, m_values))
        if (pictures && row->group == pictures->group)
            values[row->id] = effectiveValue(m_table, m_values, row->id);
    return values;
}

void NewRunView::askForPreview() {
    m_card->setLoading();
    LiveRequest request{.requester = m_requester, .what = "preview-data"};
    request.values = m_values;
    m_bridge.ask(request);
}

void NewRunView::takeAnswer(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer) {
    if (requester != m_requester) return;
    if (answer->picture)
        m_card->setPicture(*answer->picture);
    else
        m_card->setError(coreText(answer->picture.error().message), coreText(answer->picture.error().hint));
}

void NewRunView::setCompact(bool isCompact) {
    m_pickers->setFixedWidth(px(isCompact ? 248 : 320));
}

}  // namespace limner::app
