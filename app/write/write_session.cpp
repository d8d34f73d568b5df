#include "write_session.h"

#include <QPointer>
#include <QUndoStack>
#include <chrono>

#include "app/core_text.h"
#include "app/explore/undo_step.h"
#include "app/studio_bridge.h"
#include "app/stylize/stylize_values.h"
#include "app/train/train_texts.h"
#include "app/value_edit.h"
#include "widgets/text_editor.h"

namespace limner::app {
namespace {

using namespace std::chrono_literals;
constexpr auto kWriteSaveDelay = 1500ms;

MarkList kept(const widgets::TokenMarks& marks) {
    return std::make_shared<const std::vector<widgets::TokenMark>>(marks.all());
}

}  // namespace

WriteSession::WriteSession(StudioBridge& bridge, QUndoStack& undo, const QString& projectFolder,
                           widgets::TextEditor& editor, QObject* parent)
    : QObject(parent),
      m_bridge(bridge),
      m_undo(undo),
      m_projectFolder(projectFolder),
      m_store(projectFolder),
      m_editor(editor),
      m_job(bridge),
      m_describer(StudioBridge::newRequester()),
      m_stepLabel(tr("Typing")) {
    m_saver.setMaxThreadCount(1);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(kWriteSaveDelay);
    connect(&m_saveSoon, &QTimer::timeout, this, &WriteSession::save);
    connect(&editor, &widgets::TextEditor::stepAdded, this, &WriteSession::addStep);
    connect(&editor, &QPlainTextEdit::textChanged, this, &WriteSession::textChanged);
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &WriteSession::changed);
    connect(&undo, &QUndoStack::indexChanged, this, [this] {
        if (!m_isPushing) m_editor.closeStep();
    });
    connect(&m_job, &WritingJob::wrote, this, &WriteSession::takeWords);
    connect(&m_job, &WritingJob::cut, this, [this](int units) {
        m_editor.cutBack(units);
        m_passage.text.chop(units);
    });
    connect(&m_job, &WritingJob::progressed, this, &WriteSession::writingChanged);
    connect(&m_job, &WritingJob::started, this, &WriteSession::writingChanged);
    connect(&m_job, &WritingJob::ended, this, &WriteSession::takeEnd);
    connect(&bridge, &StudioBridge::answered, this, &WriteSession::takeAnswer);
}

WriteSession::~WriteSession() {
    m_job.disconnect(this);
    save();
    m_saver.waitForDone();
}

void WriteSession::open() {
    const KindInfo* kind = m_bridge.catalog().kind("write");
    if (kind == nullptr || isOpen()) return;
    m_table = kind->params;
    if (auto record = m_store.read(m_bridge.catalog())) {
        m_record = std::move(*record);
        m_editor.begin(m_record.text, m_record.marks);
        m_editor.setCaret(m_record.caret);
        if (!m_record.branches.isEmpty()) m_record.branches.keep(m_record.text, kept(m_editor.marks()));
    }
    m_isDirty = false;
    Q_EMIT opened();
    Q_EMIT valuesChanged();
    Q_EMIT modelChanged();
    Q_EMIT branchesChanged();
    Q_EMIT documentChanged();
}

QString WriteSession::text() const {
    return m_editor.toPlainText();
}

bool WriteSession::isEmpty() const {
    return m_editor.document()->isEmpty();
}

// Settings

ParamValue WriteSession::value(const std::string& id) const {
    return effectiveValue(m_table, m_record.values, id);
}

void WriteSession::put(const ParamValues& values) {
    m_record.values = values;
    changed();
    Q_EMIT valuesChanged();
}

void WriteSession::set(const std::string& id, const ParamValue& value) {
    const ParamSpec* row = findRow(m_table, m_record.values, id);
    if (row == nullptr) return;
    pushValueEdit(m_undo,
                  {QStringLiteral("write.") + fromUtf8(id), coreText(row->label), this->value(id), value},
                  [self = QPointer<WriteSession>(this), id](const ParamValue& now) {
                      if (self) self->edit(id, now);
                  });
}

void WriteSession::edit(const std::string& id, const ParamValue& value) {
    ParamValues values = m_record.values;
    values[id] = value;
    const ParamSpec* row = findRow(m_table, values, id);
    if (row != nullptr && value == standardValue(m_table, values, id)) values.erase(id);
    preview(id, value);
    put(values);
}

void WriteSession::preview(const std::string& id, const ParamValue& value) {
    const ParamSpec* row = findRow(m_table, m_record.values, id);
    if (row != nullptr && row->editableWhileRunning) m_job.edit(id, value);
}

void WriteSession::setTag(const QString& tag) {
    if (tag == m_record.tag) return;
    const auto apply = [this](const QString& now) {
        m_record.tag = now;
        changed();
        Q_EMIT valuesChanged();
    };
    m_undo.push(new UndoStep(
        tr("Style tag"), this, [apply, before = m_record.tag] { apply(before); },
        [apply, tag] { apply(tag); }));
}

void WriteSession::setModel(const WriteModel& model) {
    if (model == m_record.model) return;
    if (!hasModel()) return applyModel(model);
    m_undo.push(new UndoStep(
        tr("Model “%1”").arg(model.title), this, [this, before = m_record.model] { applyModel(before); },
        [this, model] { applyModel(model); }));
}

void WriteSession::settleModel(const WriteModel& model) {
    const bool isAsked = m_described > 0;
    if (!isAsked || !(model == m_record.model)) applyModel(model);
}

void WriteSession::applyModel(const WriteModel& model) {
    stop();
    m_record.model = model;
    m_facts = nullptr;
    askFacts();
    changed();
    Q_EMIT modelChanged();
    Q_EMIT factsChanged();
}

void WriteSession::askFacts() {
    if (!m_bridge.isOpen()) return;
    ++m_described;
    m_bridge.ask({.requester = m_describer, .what = "describe-language", .values = m_record.model.values});
}

void WriteSession::takeAnswer(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer) {
    if (requester != m_describer || answer->serial != m_described) return;
    if (!answer->picture) return goBackFrom(answer->picture.error());
    m_facts = answer->picture->language;
    m_lastDescribed = m_record.model;
    Q_EMIT factsChanged();
}

/// Weights that cannot be read leave the model that wrote before.
void WriteSession::goBackFrom(Error error) {
    if (m_lastDescribed && !(*m_lastDescribed == m_record.model)) {
        applyModel(*m_lastDescribed);
        error.kept = {LIMNER_TR("core", "“%1” is still the model that writes."),
                      {toUtf8(m_lastDescribed->title)}};
    }
    Q_EMIT failed(error);
}

void WriteSession::takeRecipe(const ParamValues& values, const WriteModel& model) {
    stop();
    const auto apply = [this](const ParamValues& settings, const WriteModel& from) {
        put(settings);
        if (!(from == m_record.model)) applyModel(from);
    };
    m_undo.beginMacro(tr("Settings of a text"));
    setDocument(textOr(values, "prompt"), {}, tr("Prompt"));
    m_undo.push(new UndoStep(
        tr("Settings"), this,
        [apply, before = m_record.values, from = m_record.model] { apply(before, from); },
        [apply, settings = writingSettings(values), model] { apply(settings, model); }));
    m_undo.endMacro();
}

ParamValues WriteSession::jobValues(const QString& prompt, const QString& after) const {
    ParamValues values = writingSettings(activeValues(m_table, m_record.values));
    for (const auto& [id, value] : m_record.model.values) values[id] = value;
    values["prompt"] = toUtf8(promptOf(prompt));
    if (!after.isEmpty()) values["after"] = toUtf8(after.left(kLongestPrompt));
    if (!m_record.tag.isEmpty()) values["tag"] = toUtf8(m_record.tag);
    return values;
}

void WriteSession::change(const std::function<void(WriteRecord&)>& edit) {
    edit(m_record);
    changed();
}

void WriteSession::textChanged() {
    const bool wasSaved = std::exchange(m_record.isSaved, false);
    changed();
    if (wasSaved) Q_EMIT documentChanged();
}

void WriteSession::changed() {
    m_isDirty = true;
    if (isOpen() && !m_saveSoon.isActive()) m_saveSoon.start();
}

void WriteSession::save() {
    m_saveSoon.stop();
    if (!m_isDirty || !isOpen()) return;
    m_record.text = text();
    m_record.marks = m_editor.marks().all();
    m_record.caret = m_editor.textCursor().position();
    m_isDirty = false;
    const QPointer<WriteSession> self(this);
    m_saver.start([self, store = m_store, record = m_record] {
        if (store.write(record)) return;
        const auto warn = [self, file = store.file()] {
            if (self && !std::exchange(self->m_hasWarned, true)) Q_EMIT self->notSaved(file);
        };
        if (self) QMetaObject::invokeMethod(self, warn, Qt::QueuedConnection);
    });
}

}  // namespace limner::app
