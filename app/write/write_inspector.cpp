#include "write_inspector.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "app/command_button.h"
#include "app/core_text.h"
#include "widgets/button.h"
#include "widgets/fold_section.h"
#include "widgets/label.h"
#include "widgets/param_form.h"
#include "widgets/probability_bars.h"
#include "widgets/tag_chips.h"
#include "widgets/token_label.h"
#include "write_session.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

constexpr int kSectionInset = 32;  ///< where the labels of form rows begin

/// "1.6 M"
QString millions(int64_t number) {
    const QLocale locale;
    if (number >= 1'000'000)
        return WriteInspector::tr("%1 M").arg(locale.toString(static_cast<double>(number) / 1e6, 'f', 1));
    return locale.toString(static_cast<qlonglong>(number));
}

QString tokenizerText(const LanguageFacts& facts) {
    const QString count = QLocale().toString(static_cast<qlonglong>(facts.vocabulary));
    const std::pair<const char*, QString> names[] = {{"characters", WriteInspector::tr("characters, %1")},
                                                     {"bytes", WriteInspector::tr("bytes, %1")},
                                                     {"byte-pairs", WriteInspector::tr("BPE, %1")}};
    for (const auto& [id, text] : names)
        if (facts.tokenizer == id) return text.arg(count);
    return fromUtf8(facts.tokenizer) + QStringLiteral(", ") + count;
}

}  // namespace

WriteInspector::WriteInspector(const Commands& commands, WriteSession& session, QWidget* parent)
    : ParameterPanel(parent), m_session(session) {
    setObjectName(QStringLiteral("write.inspector"));
    setTitle(tr("Generate"));
    form()->setObjectName(QStringLiteral("write.form"));
    m_tagSection = new widgets::FoldSection(tr("Style tags"), makeTags());
    m_nextSection = new widgets::FoldSection(tr("Next word"), makeNext());
    m_factSection = new widgets::FoldSection(tr("About the model"), makeFacts());
    for (QWidget* section : {m_tagSection, m_nextSection, m_factSection}) addSection(section);
    m_buttons = makeFoot(commands);
    setFoot(m_buttons);
    connect(&session, &WriteSession::factsChanged, this, &WriteInspector::showFacts);
    connect(&session, &WriteSession::valuesChanged, this,
            [this] { m_tags->setCurrent(m_session.record().tag); });
    connect(&session, &WriteSession::writingChanged, this, &WriteInspector::showState);
    connect(&session, &WriteSession::modelChanged, this, &WriteInspector::showState);
    showFacts();
    setReading(nullptr);
    showState();
}

QWidget* WriteInspector::makeTags() {
    auto* room = new QWidget;
    auto* column = new QVBoxLayout(room);
    column->setContentsMargins(px(kSectionInset), 0, px(12), px(10));
    m_tags = new widgets::TagChips;
    m_tags->setObjectName(QStringLiteral("write.tags"));
    column->addWidget(m_tags);
    connect(m_tags, &widgets::TagChips::chosen, &m_session, &WriteSession::setTag);
    return room;
}

QWidget* WriteInspector::makeNext() {
    auto* room = new QWidget;
    auto* column = new QVBoxLayout(room);
    column->setContentsMargins(0, 0, 0, px(8));
    m_next = new widgets::ProbabilityBars;
    m_next->setObjectName(QStringLiteral("write.next"));
    m_next->setAccessibleName(tr("Next word"));
    m_next->setInset(kSectionInset, 20);
    m_next->setToolTip(tr("Click writes the word at the caret"));
    column->addWidget(m_next);
    connect(m_next, &widgets::ProbabilityBars::activated, this,
            [this](int index) { m_session.insertWord(m_next->rows()[static_cast<size_t>(index)]); });
    return room;
}

QWidget* WriteInspector::makeFacts() {
    auto* room = new QWidget;
    auto* grid = new QGridLayout(room);
    grid->setContentsMargins(px(kSectionInset), 0, px(20), px(10));
    grid->setVerticalSpacing(px(8));
    grid->setColumnStretch(1, 1);
    const QString names[] = {tr("Weights"), tr("Tokenizer"), tr("Context"), tr("Trained for")};
    int row = 0;
    for (const QString& name : names) {
        auto* value = new Label({}, TextRole::Number);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(new Label(name, TextRole::Body, Ink::Text2), row, 0);
        grid->addWidget(value, row++, 1);
        m_facts.push_back(value);
    }
    return room;
}

QWidget* WriteInspector::makeFoot(const Commands& commands) {
    auto* foot = new QWidget;
    m_note = new Label({}, TextRole::Label, Ink::Text3);
    m_note->setWordWrap(true);
    m_go = new Button(tr("Continue"), QStringLiteral("play"), QStringLiteral("primary"));
    m_go->setObjectName(QStringLiteral("write.goButton"));
    m_stop = new Button(tr("Stop"), QStringLiteral("stop"), {});
    m_stop->setObjectName(QStringLiteral("write.stopButton"));
    m_again = new Button(tr("Regenerate"), QStringLiteral("reset"), {});
    m_again->setObjectName(QStringLiteral("write.againButton"));
    bindButton(m_go, commands, QStringLiteral("write.continue"));
    bindButton(m_stop, commands, QStringLiteral("write.stop"));
    bindButton(m_again, commands, QStringLiteral("write.regenerate"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    buttons->addWidget(m_go, 1);
    buttons->addWidget(m_stop, 1);
    buttons->addWidget(m_again);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    column->addWidget(m_note);
    column->addLayout(buttons);
    return foot;
}

void WriteInspector::showFacts() {
    const auto& facts = m_session.facts();
    m_factSection->setVisible(facts != nullptr);
    m_tagSection->setVisible(facts != nullptr && !facts->tags.empty());
    if (!facts) return;
    const QLocale locale;
    const QString values[] = {tr("%1, float32").arg(millions(facts->parameters)), tokenizerText(*facts),
                              facts->context > 0 ? tr("%n tokens", nullptr, static_cast<int>(facts->context))
                                                 : tr("all of the text"),
                              facts->step > 0
                                  ? tr("%1 steps").arg(locale.toString(static_cast<qlonglong>(facts->step)))
                                  : tr("unknown")};
    for (size_t i = 0; i < m_facts.size(); ++i) m_facts[i]->setText(values[i]);
    QStringList tags;
    for (const std::string& tag : facts->tags) tags << fromUtf8(tag);
    m_tags->setTags(tags);
    m_tags->setCurrent(m_session.record().tag);
}

void WriteInspector::setReading(const std::shared_ptr<const Reading>& reading) {
    m_hasNext = reading != nullptr && !reading->next.empty();
    m_nextSection->setVisible(m_hasNext && m_isEditorShown);
    if (!m_hasNext) return;
    std::vector<widgets::Likelihood> rows = reading->next;
    if (rows.size() > 5) rows.resize(5);
    m_next->setRows(std::move(rows));
    const auto isWord = [](const WrittenWord& word) { return !word.text.trimmed().isEmpty(); };
    const auto found = std::find_if(reading->words.rbegin(), reading->words.rend(), isWord);
    const QString last = found == reading->words.rend() ? QString() : found->text;
    m_nextSection->setNote(last.isEmpty() ? QString() : tr("after “%1”").arg(widgets::tokenLabel(last)));
}

void WriteInspector::setEditorShown(bool isShown) {
    if (isShown == m_isEditorShown) return;
    m_isEditorShown = isShown;
    m_nextSection->setVisible(m_hasNext && isShown);
    setFoot(isShown ? m_buttons : nullptr);
}

void WriteInspector::showState() {
    const bool isWriting = m_session.isWriting();
    m_go->setVisible(!isWriting);
    m_stop->setVisible(isWriting);
    const bool isWaiting = m_session.job().isWaiting();
    const int64_t cut = m_session.job().cutTokens();
    if (isWaiting)
        m_note->setText(tr("Waits for its turn."));
    else if (isWriting && cut > 0)
        m_note->setText(tr("The model sees the last part of the text: %n token(s) before it did not fit.",
                           nullptr, static_cast<int>(cut)));
    else
        m_note->clear();
    m_note->setVisible(!m_note->text().isEmpty());
}

}  // namespace limner::app
