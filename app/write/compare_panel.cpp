#include "compare_panel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPointer>
#include <QUndoStack>
#include <QVBoxLayout>

#include "app/core_text.h"
#include "app/explore/undo_step.h"
#include "app/notices.h"
#include "app/studio_bridge.h"
#include "app/stylize/stylize_values.h"
#include "app/train/train_texts.h"
#include "app/value_edit.h"
#include "compare_column.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/text_editor.h"
#include "write_session.h"

namespace limner::app {

using widgets::px;

namespace {

constexpr double kOtherTemperature = 1.2;  ///< so that the columns differ from the first

}  // namespace

ComparePanel::ComparePanel(const Shell& shell, WriteSession& session, WriteModels& models, QWidget* parent)
    : QWidget(parent), m_shell(shell), m_session(session), m_models(models) {
    setObjectName(QStringLiteral("write.compare"));
    m_columns[0] = new CompareColumn(shell.bridge, QStringLiteral("left"));
    m_columns[1] = new CompareColumn(shell.bridge, QStringLiteral("right"));
    m_prompt = new widgets::Label({}, widgets::TextRole::Number, widgets::Ink::Text2);
    m_go = new widgets::Button(tr("Write both"), QStringLiteral("play"), QStringLiteral("primary"));
    m_go->setObjectName(QStringLiteral("write.bothButton"));
    auto* bar = new Surface(&widgets::Tokens::base, Qt::BottomEdge);
    auto* head = new QHBoxLayout(bar);
    head->setContentsMargins(px(16), px(8), px(16), px(8));
    head->addWidget(m_prompt, 1);
    head->addWidget(m_go);
    auto* divider = new Surface(&widgets::Tokens::line);
    divider->setFixedWidth(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_columns[0], 1);
    row->addWidget(divider);
    row->addWidget(m_columns[1], 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addLayout(row, 1);
    connect(m_go, &QPushButton::clicked, this, [this] { isWriting() ? stop() : writeBoth(); });
    for (const bool other : {false, true}) {
        CompareColumn* each = m_columns[other];
        each->setMenuFiller([this, other](QMenu& menu) {
            m_models.fill(menu, modelOf(other).key,
                          [this, other](const WriteModel& model) { setModel(other, model); });
        });
        connect(each, &CompareColumn::chosen, this, [this, other] { choose(other); });
        connect(each, &CompareColumn::takeRequested, this, [this, each, other] {
            m_session.takePassage(each->words(), settingsText(m_session.table(), valuesOf(other)));
            m_shell.notices.tell(tr("The passage stands in the text now."));
        });
        connect(each, &CompareColumn::writingChanged, this, [this] {
            showColumns();
            Q_EMIT writingChanged();
        });
    }
    connect(&session, &WriteSession::valuesChanged, this, &ComparePanel::showColumns);
    connect(&session, &WriteSession::modelChanged, this, &ComparePanel::showColumns);
    connect(&session.editor(), &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (isVisible()) showColumns();
    });
    choose(false);
}

const WriteModel& ComparePanel::modelOf(bool other) const {
    const WriteModel& own = m_session.record().otherModel;
    return other && !own.key.isEmpty() ? own : m_session.model();
}

const ParamValues& ComparePanel::otherValues() const {
    return m_session.record().otherValues;
}

ParamValues ComparePanel::valuesOf(bool other) const {
    if (!other) return m_session.values();
    if (!otherValues().empty()) return otherValues();
    ParamValues values = m_session.values();
    values["temperature"] = kOtherTemperature;
    return values;
}

void ComparePanel::setModel(bool other, const WriteModel& model) {
    if (!other) return m_session.setModel(model);
    const auto put = [this](const WriteModel& now) {
        m_session.change([&](WriteRecord& record) { record.otherModel = now; });
        showColumns();
    };
    m_shell.undo.push(new UndoStep(
        tr("Model “%1”").arg(model.title), this,
        [put, before = m_session.record().otherModel] { put(before); }, [put, model] { put(model); }));
}

void ComparePanel::setOther(const std::string& id, const ParamValue& value) {
    const ParamValues now = valuesOf(true);
    const ParamSpec* row = findRow(m_session.table(), now, id);
    if (row == nullptr) return;
    pushValueEdit(m_shell.undo,
                  {QStringLiteral("write.other.") + fromUtf8(id), coreText(row->label),
                   effectiveValue(m_session.table(), now, id), value},
                  [self = QPointer<ComparePanel>(this), id](const ParamValue& next) {
                      if (!self) return;
                      ParamValues values = self->valuesOf(true);
                      values[id] = next;
                      self->putOther(values);
                  });
}

void ComparePanel::putOther(const ParamValues& values) {
    m_session.change([&](WriteRecord& record) { record.otherValues = values; });
    showColumns();
    Q_EMIT chosenChanged();
}

void ComparePanel::choose(bool other) {
    const bool isNew = other != m_isOtherChosen;
    m_isOtherChosen = other;
    if (other && otherValues().empty() && m_session.isOpen())
        m_session.change([&](WriteRecord& record) { record.otherValues = valuesOf(true); });
    showColumns();
    if (isNew) Q_EMIT chosenChanged();
}

void ComparePanel::showColumns() {
    for (const bool other : {false, true}) {
        CompareColumn& each = *m_columns[other];
        each.setModel(modelOf(other).title);
        each.setChosen(other == m_isOtherChosen);
        each.setSurpriseShown(m_session.record().showsSurprise);
        if (m_session.isOpen())
            each.setSettings(tr("temperature %1").arg(settingsText(m_session.table(), valuesOf(other))));
    }
    const QString before = m_session.text().left(m_session.editor().textCursor().position()).simplified();
    m_prompt->setText(before.isEmpty() ? tr("Both begin from nothing: write a few words in the editor first.")
                                       : tr("Both go on from “…%1”").arg(before.right(48)));
    m_go->setText(isWriting() ? tr("Stop") : tr("Write both"));
    m_go->setIconName(isWriting() ? QStringLiteral("stop") : QStringLiteral("play"));
    m_go->setRole(isWriting() ? QString() : QStringLiteral("primary"));
    m_go->setEnabled(m_session.hasModel());
}

bool ComparePanel::isWriting() const {
    return m_columns[0]->isWriting() || m_columns[1]->isWriting();
}

void ComparePanel::stop() {
    for (CompareColumn* each : m_columns) each->stop();
}

void ComparePanel::writeBoth() {
    stop();
    const QString prompt = m_session.text().left(m_session.editor().textCursor().position());
    for (const bool other : {false, true}) {
        ParamValues values = m_session.jobValues(prompt);
        for (const char* id : {"run", "checkpoint", "weights"}) values.erase(id);
        if (other) {
            const ParamValues own = valuesOf(true);
            std::erase_if(values, [&](const auto& each) {
                return each.first != "prompt" && each.first != "tag" && !own.contains(each.first);
            });
            for (const auto& [id, value] : writingSettings(activeValues(m_session.table(), own)))
                values[id] = value;
        }
        for (const auto& [id, value] : modelOf(other).values) values[id] = value;
        if (const auto started = m_columns[other]->start(prompt, values); !started)
            return Q_EMIT failed(started.error());
    }
}

}  // namespace limner::app
