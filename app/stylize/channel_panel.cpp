#include "channel_panel.h"

#include <QListWidget>
#include <QScrollBar>
#include <QVBoxLayout>

#include "app/core_text.h"
#include "app/notices.h"
#include "app/studio_bridge.h"
#include "app/train/train_texts.h"
#include "stylize_session.h"
#include "widgets/button.h"
#include "widgets/choice_combo.h"
#include "widgets/image_convert.h"
#include "widgets/label.h"
#include "widgets/theme.h"

namespace limner::app {

using widgets::Label;
using widgets::px;

namespace {

/// Whether a row of the list has its picture.
constexpr int kHasPictureRole = Qt::UserRole + 1;
constexpr int kChannelEdge = 64;

}  // namespace

ChannelPanel::ChannelPanel(const Shell& shell, StylizeSession& session, QWidget* parent)
    : QWidget(parent), m_shell(shell), m_session(session), m_requester(StudioBridge::newRequester()) {
    setObjectName(QStringLiteral("stylize.channels"));
    m_layers = new widgets::ChoiceCombo;
    m_layers->setObjectName(QStringLiteral("stylize.channelLayer"));
    m_layers->setAccessibleName(tr("Layer"));
    m_layers->setFixedWidth(px(160));
    m_count = new Label({}, widgets::TextRole::Body, widgets::Ink::Text3);
    auto* done = new widgets::Button(tr("Done"), QStringLiteral("check"), {});
    done->setObjectName(QStringLiteral("stylize.channelsDone"));
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("stylize.channelList"));
    m_list->setAccessibleName(tr("Channels"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize(QSize(px(kChannelEdge), px(kChannelEdge)));
    m_list->setGridSize(QSize(px(kChannelEdge + 16), px(kChannelEdge + 32)));
    m_list->setFrameShape(QFrame::NoFrame);
    auto* head = new QHBoxLayout;
    head->setSpacing(px(12));
    m_title = new Label(tr("What each channel likes"), widgets::TextRole::Section);
    head->addWidget(m_title);
    head->addWidget(m_layers);
    head->addWidget(m_count, 1);
    head->addWidget(done);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addLayout(head);
    column->addWidget(m_list, 1);
    connect(done, &QPushButton::clicked, this, &ChannelPanel::closeRequested);
    tie();
}

void ChannelPanel::setCompact(bool isCompact) {
    m_title->setVisible(!isCompact);
    m_layers->setFixedWidth(px(isCompact ? 112 : 160));
}

void ChannelPanel::tie() {
    connect(&m_session, &StylizeSession::valuesChanged, this, [this] {
        if (isVisible()) showRows();
    });
    connect(m_layers, &widgets::ChoiceCombo::chosen, this,
            [this](const QString& layer) { m_session.set("layer", toUtf8(layer)); });
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { choose(m_list->row(item)); });
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { choose(m_list->row(item)); });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (m_asked < 0) askNext();
    });
    connect(&m_shell.bridge, &StudioBridge::answered, this, &ChannelPanel::takeAnswer);
}

bool ChannelPanel::canShow(const StylizeSession& session) {
    return findRow(session.table(), session.values(), "channel") != nullptr;
}

void ChannelPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_hasFailed = false;
    showRows();
    m_list->setFocus();
}

/// The first row stands for all channels.
void ChannelPanel::showRows() {
    const ParamSpec* layer = findRow(m_session.table(), m_session.values(), "layer");
    const ParamSpec* channel = findRow(m_session.table(), m_session.values(), "channel");
    if (layer == nullptr || channel == nullptr) return;
    ParamValues now;
    for (const char* id : {"features", "features_file", "layer"}) now[id] = m_session.value(id);
    if (now != m_shown || m_list->count() == 0) {
        m_shown = now;
        m_requester = StudioBridge::newRequester();  // what is on its way is of another layer
        m_asked = -1;
        m_hasFailed = false;
        m_layers->setChoices(layer->choices);
        const auto channels = static_cast<int>(channel->range.high) + 1;
        m_count->setText(tr("%n channels", nullptr, channels));
        QPixmap blank(m_list->iconSize());
        blank.fill(widgets::tokens().control);
        m_list->clear();
        for (int i = -1; i < channels; ++i) {
            auto* item = new QListWidgetItem(QIcon(blank), i < 0 ? tr("All") : QString::number(i), m_list);
            const QString name = i < 0 ? tr("All channels") : tr("Channel %1").arg(i);
            item->setData(Qt::AccessibleTextRole, name);
            item->setToolTip(name);
            item->setData(kHasPictureRole, i < 0);
        }
    }
    showChosen();
    if (m_asked < 0) askNext();
}

void ChannelPanel::showChosen() {
    m_layers->setCurrentId(fromUtf8(std::get<std::string>(m_session.value("layer"))));
    const auto chosen = static_cast<int>(std::get<int64_t>(m_session.value("channel"))) + 1;
    if (m_list->currentRow() != chosen) m_list->setCurrentRow(chosen);
}

void ChannelPanel::choose(int row) {
    m_session.set("channel", int64_t{row - 1});
}

/// Of those in sight the first without a picture, else the first of all; -1 where all have theirs.
int ChannelPanel::nextWanted() const {
    const auto isWanted = [this](int row) { return !m_list->item(row)->data(kHasPictureRole).toBool(); };
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        if (!isWanted(row)) continue;
        if (first < 0) first = row;
        if (m_list->visualItemRect(m_list->item(row)).intersects(m_list->viewport()->rect())) return row;
    }
    return first;
}

ParamValues ChannelPanel::question(int channel) const {
    ParamValues values = m_shown;
    values["channel"] = int64_t{channel};
    return values;
}

void ChannelPanel::askNext() {
    if (!isVisible() || m_hasFailed) return;
    m_asked = nextWanted();
    if (m_asked >= 0)
        m_shell.bridge.ask(
            {.requester = m_requester, .what = "channel", .values = question(m_asked - 1), .latents = {}});
}

void ChannelPanel::takeAnswer(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer) {
    if (requester != m_requester || m_asked < 0) return;
    const int row = std::exchange(m_asked, -1);
    if (!answer->picture) {
        m_hasFailed = true;  // the next one would say the same
        m_shell.notices.showError(tr("The channels cannot be shown"), answer->picture.error());
        return;
    }
    QListWidgetItem* item = m_list->item(row);
    if (item == nullptr) return;
    item->setIcon(QIcon(QPixmap::fromImage(widgets::toQImage(answer->picture->sheet.sheet))
                            .scaled(m_list->iconSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    item->setData(kHasPictureRole, true);
    askNext();
}

}  // namespace limner::app
