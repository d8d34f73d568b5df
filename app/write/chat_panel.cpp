#include "chat_panel.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QUndoStack>
#include <QVBoxLayout>

#include "app/core_text.h"
#include "app/explore/undo_step.h"
#include "app/notices.h"
#include "app/scroll_room.h"
#include "app/studio_bridge.h"
#include "app/surface.h"
#include "chat_layout_row.h"
#include "chat_turn_view.h"
#include "text_file.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "write_session.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

ChatLine::ChatLine(QWidget* parent) : QPlainTextEdit(parent) {
    setObjectName(QStringLiteral("chat.line"));
    setAccessibleName(tr("Say something"));
    setTabChangesFocus(true);
    setFixedHeight(px(56));
}

void ChatLine::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !(event->modifiers() & Qt::ShiftModifier)) return Q_EMIT sent();
    QPlainTextEdit::keyPressEvent(event);
}

ChatPanel::ChatPanel(const Shell& shell, WriteSession& session, QWidget* parent)
    : QWidget(parent), m_shell(shell), m_session(session), m_job(shell.bridge) {
    setObjectName(QStringLiteral("write.chat"));
    auto* sheet = new Surface(&widgets::Tokens::field);
    auto* middle = new QHBoxLayout(sheet);
    middle->setContentsMargins(px(24), px(20), px(24), px(20));
    auto* inner = new QWidget;
    inner->setMaximumWidth(px(680));
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(12));
    auto* notice = new Label({}, TextRole::Number, Ink::Text3);
    notice->setObjectName(QStringLiteral("chat.notice"));
    notice->setParagraph(
        tr("A small model goes on with a text. It has read little, knows no facts and does not "
           "understand a question: what it says sounds like what it was trained on."));
    m_column->addWidget(notice);
    m_column->addStretch(1);
    middle->addStretch(1);
    middle->addWidget(inner, 100);
    middle->addStretch(1);
    m_room = new ScrollRoom(sheet);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_room, 1);
    column->addWidget(makeFoot());
    connect(&m_job, &WritingJob::wrote, this, &ChatPanel::takeWords);
    connect(&m_job, &WritingJob::cut, this, [this](int units) { m_growing.chop(units); });
    connect(&m_job, &WritingJob::progressed, this, &ChatPanel::showState);
    connect(&m_job, &WritingJob::ended, this, &ChatPanel::finish);
    connect(&session, &WriteSession::opened, this, &ChatPanel::showTurns);
    connect(&session, &WriteSession::modelChanged, this, &ChatPanel::showState);
    connect(&session, &WriteSession::factsChanged, this, &ChatPanel::showState);
    showState();
}

QWidget* ChatPanel::makeFoot() {
    auto* foot = new Surface(&widgets::Tokens::base, Qt::TopEdge);
    m_line = new ChatLine;
    m_line->setPlaceholderText(tr("Say something. Enter sends, Shift+Enter begins a line."));
    m_send = new Button(tr("Send"), QStringLiteral("arrow-right"), QStringLiteral("primary"));
    m_send->setObjectName(QStringLiteral("chat.send"));
    m_again = new Button(tr("Regenerate"), QStringLiteral("reset"), QStringLiteral("quiet"));
    m_again->setObjectName(QStringLiteral("chat.again"));
    m_export = new Button(tr("Export…"), QStringLiteral("save"), QStringLiteral("quiet"));
    m_export->setObjectName(QStringLiteral("chat.export"));
    m_clear = new Button(tr("Begin anew"), QStringLiteral("plus"), QStringLiteral("quiet"));
    m_clear->setObjectName(QStringLiteral("chat.clear"));
    m_layoutSwitch = new Button(tr("Layout of turns"), QStringLiteral("edit"), QStringLiteral("quiet"));
    m_layoutSwitch->setObjectName(QStringLiteral("chat.layoutSwitch"));
    m_layoutSwitch->setCheckable(true);
    m_layoutRow = new ChatLayoutRow;
    m_layoutRow->hide();
    auto* line = new QHBoxLayout;
    line->setSpacing(px(8));
    line->addWidget(m_line, 1);
    line->addWidget(m_send, 0, Qt::AlignBottom);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(4));
    buttons->addWidget(m_again);
    buttons->addWidget(m_export);
    buttons->addWidget(m_clear);
    buttons->addWidget(m_layoutSwitch);
    buttons->addStretch();
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(px(24), px(12), px(24), px(8));
    column->setSpacing(px(4));
    column->addLayout(line);
    column->addLayout(buttons);
    column->addWidget(m_layoutRow);
    connect(m_layoutSwitch, &QPushButton::toggled, m_layoutRow, &QWidget::setVisible);
    connect(m_layoutRow, &ChatLayoutRow::changed, this, &ChatPanel::setChatTemplate);
    connect(m_line, &ChatLine::sent, this, &ChatPanel::send);
    connect(m_send, &QPushButton::clicked, this, [this] { isWriting() ? stop() : send(); });
    connect(m_again, &QPushButton::clicked, this, &ChatPanel::regenerate);
    connect(m_export, &QPushButton::clicked, this, &ChatPanel::pickExport);
    connect(m_clear, &QPushButton::clicked, this, &ChatPanel::clear);
    return foot;
}

const std::vector<ChatTurn>& ChatPanel::turns() const {
    return m_session.record().chat;
}

void ChatPanel::setTurns(std::vector<ChatTurn> next, const QString& what) {
    const auto put = [this](const std::vector<ChatTurn>& now) {
        stop();
        m_session.change([&](WriteRecord& record) { record.chat = now; });
        showTurns();
    };
    m_shell.undo.push(new UndoStep(
        what, this, [put, before = turns()] { put(before); }, [put, next = std::move(next)] { put(next); }));
}

void ChatPanel::send() {
    const QString text = m_line->toPlainText().trimmed();
    if (text.isEmpty() || !m_session.hasModel()) return;
    stop();
    m_line->clear();
    std::vector<ChatTurn> next = turns();
    next.push_back({true, text});
    setTurns(std::move(next), tr("Turn of a chat"));
    answer();
}

bool ChatPanel::canRegenerate() const {
    return !isWriting() && !turns().empty() && m_session.hasModel();
}

void ChatPanel::regenerate() {
    ++m_tries;  // the same seed would say the same again
    std::vector<ChatTurn> next = turns();
    if (!next.empty() && !next.back().isPerson) {
        next.pop_back();
        setTurns(std::move(next), tr("Regenerate a turn"));
    }
    if (!turns().empty()) answer();
}

/// What came behind an edited turn was an answer to something else.
void ChatPanel::editTurn(size_t index, const QString& text) {
    std::vector<ChatTurn> next = turns();
    next.resize(index + 1);
    next[index].text = text;
    const bool wantsAnswer = next[index].isPerson;
    setTurns(std::move(next), tr("Edit a turn"));
    if (wantsAnswer) answer();
}

QString ChatPanel::chatTemplate() const {
    const auto& own = m_session.record().chatTemplates;
    if (const auto found = own.find(m_session.model().key); found != own.end()) return found->second;
    const QString brought = m_session.facts() ? fromUtf8(m_session.facts()->chatTemplate) : QString();
    return isChatTemplate(brought) ? brought : plainChatTemplate();
}

void ChatPanel::setChatTemplate(const QString& text) {
    const auto put = [this](const std::map<QString, QString>& now) {
        m_session.change([&](WriteRecord& record) { record.chatTemplates = now; });
        showState();
    };
    const auto before = m_session.record().chatTemplates;
    auto after = before;
    after.erase(m_session.model().key);
    if (isChatTemplate(text)) after[m_session.model().key] = text;
    m_shell.undo.push(new UndoStep(
        tr("Layout of turns"), this, [put, before] { put(before); }, [put, after] { put(after); }));
}

void ChatPanel::answer() {
    const ChatLayout layout = chatLayout(chatTemplate());
    ParamValues values = m_session.jobValues(chatPrompt(turns(), layout));
    values["stop"] = toUtf8(chatStop(layout));
    values["seed"] = std::get<int64_t>(m_session.value("seed")) + m_tries;
    m_growing.clear();
    if (const auto started = m_job.start(values); !started) return Q_EMIT failed(started.error());
    showTurns();
    Q_EMIT writingChanged();
}

void ChatPanel::takeWords(const std::vector<WrittenWord>& words) {
    for (const WrittenWord& word : words) m_growing += word.text;
    if (!m_views.empty()) m_views.back()->setText(m_growing);
    QScrollBar* bar = m_room->verticalScrollBar();
    const bool isAtEnd = bar->value() >= bar->maximum() - px(40);
    if (isAtEnd)
        QMetaObject::invokeMethod(
            this, [bar] { bar->setValue(bar->maximum()); }, Qt::QueuedConnection);
}

void ChatPanel::stop() {
    m_job.stop();
}

void ChatPanel::finish() {
    const QString said = m_growing.trimmed();
    m_growing.clear();
    if (!said.isEmpty()) m_session.change([&](WriteRecord& record) { record.chat.push_back({false, said}); });
    showTurns();
    Q_EMIT writingChanged();
}

void ChatPanel::showTurns() {
    for (ChatTurnView* view : m_views) {
        view->hide();
        view->setParent(nullptr);
        view->deleteLater();
    }
    m_views.clear();
    std::vector<ChatTurn> shown = turns();
    if (isWriting()) shown.push_back({false, m_growing});
    for (size_t i = 0; i < shown.size(); ++i) {
        auto* view = new ChatTurnView(shown[i]);
        view->setGrowing(isWriting() && i + 1 == shown.size());
        connect(
            view, &ChatTurnView::edited, this, [this, i](const QString& text) { editTurn(i, text); },
            Qt::QueuedConnection);  // the view that says so goes
        m_column->insertWidget(m_column->count() - 1, view);
        view->show();  // now, not with the next turn of the event loop
        m_views.push_back(view);
    }
    QScrollBar* bar = m_room->verticalScrollBar();
    QMetaObject::invokeMethod(
        this, [bar] { bar->setValue(bar->maximum()); }, Qt::QueuedConnection);
    showState();
}

void ChatPanel::showState() {
    m_send->setText(isWriting() ? tr("Stop") : tr("Send"));
    m_send->setIconName(isWriting() ? QStringLiteral("stop") : QStringLiteral("arrow-right"));
    m_send->setRole(isWriting() ? QString() : QStringLiteral("primary"));
    m_send->setEnabled(m_session.hasModel());
    m_again->setEnabled(canRegenerate());
    m_export->setEnabled(!turns().empty());
    m_clear->setEnabled(!turns().empty());
    m_layoutSwitch->setEnabled(m_session.hasModel());
    m_layoutRow->setTemplate(chatTemplate(), m_session.model().title);
}

void ChatPanel::clear() {
    setTurns({}, tr("Begin a chat anew"));
}

void ChatPanel::pickExport() {
    auto* dialog = new QFileDialog(this, tr("Export the chat"), tr("Chat") + QStringLiteral(".md"),
                                   QStringLiteral("Markdown (*.md)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("md"));
    connect(dialog, &QFileDialog::fileSelected, this, &ChatPanel::exportTo);
    dialog->open();
}

void ChatPanel::exportTo(const QString& path) {
    if (const auto written = writeTextFile(path, chatMarkdown(turns(), m_session.model().title), {});
        !written)
        return m_shell.notices.showError(tr("The chat was not exported"), written.error());
    m_shell.notices.tell(tr("Saved as %1").arg(QFileInfo(path).fileName()));
}

}  // namespace limner::app
