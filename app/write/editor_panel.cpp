#include "editor_panel.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>

#include "app/studio_bridge.h"
#include "widgets/find_bar.h"
#include "widgets/surprise_legend.h"
#include "widgets/text_editor.h"
#include "widgets/theme.h"
#include "widgets/token_popup.h"
#include "write_session.h"

namespace limner::app {

using namespace std::chrono_literals;
using widgets::px;

namespace {

constexpr auto kLeaveDelay = 250ms;
constexpr int kLeastWindow = 600, kMostWindow = 6000, kEndlessWindow = 3000;
constexpr size_t kMostAlternatives = 6;
constexpr int kLegendSpace = 6;  ///< above and below it

/// How much text fills the model's context, and a little more.
int windowUnits(const std::shared_ptr<const LanguageFacts>& facts) {
    if (!facts || facts->context <= 0) return kEndlessWindow;
    const int unitsPerToken = facts->tokenizer == "byte-pairs" ? 6 : 1;
    const int64_t units = facts->context * unitsPerToken + 64;
    return static_cast<int>(std::clamp<int64_t>(units, kLeastWindow, kMostWindow));
}

}  // namespace

EditorPanel::EditorPanel(StudioBridge& bridge, WriteSession& session, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_session(session), m_reader(bridge), m_near(bridge) {
    auto& text = editor();
    m_find = new widgets::FindBar(text);
    m_legend = new widgets::SurpriseLegend(&text);
    m_popup = new widgets::TokenPopup(&text);
    m_popup->setObjectName(QStringLiteral("write.popup"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_find);
    column->addWidget(&text, 1);
    m_leave.setSingleShot(true);
    m_leave.setInterval(kLeaveDelay);
    connect(&m_leave, &QTimer::timeout, this, [this] {
        if (!m_popup->underMouse() && !m_popup->hasFocus()) m_popup->dismiss();
    });
    text.installEventFilter(this);
    m_popup->installEventFilter(this);
    connect(&text, &QPlainTextEdit::textChanged, this, [this] { m_popup->dismiss(); });
    connect(&text, &QPlainTextEdit::cursorPositionChanged, this, &EditorPanel::readAhead);
    connect(&text, &widgets::TextEditor::alternativesWanted, this, &EditorPanel::wantAlternatives);
    connect(&text, &widgets::TextEditor::findRequested, this, &EditorPanel::find);
    connect(&text, &widgets::TextEditor::findNextRequested, m_find, &widgets::FindBar::go);
    connect(&session, &WriteSession::modelChanged, this, [this] {
        m_ahead = nullptr;
        for (LiveReader* reader : {&m_reader, &m_near}) reader->setModel(m_session.model().values);
        Q_EMIT readingChanged();
        readAhead();
    });
    connect(&session, &WriteSession::factsChanged, this, &EditorPanel::readAhead);
    connect(&session, &WriteSession::passageEnded, this, &EditorPanel::readAhead);
    connect(&m_reader, &LiveReader::reading, this, [this](const std::shared_ptr<const Reading>& reading) {
        m_ahead = reading;
        Q_EMIT readingChanged();
    });
    connect(&m_near, &LiveReader::reading, this, &EditorPanel::showWanted);
    connect(&m_reader, &LiveReader::failed, this, &EditorPanel::failed);
    connect(m_popup, &widgets::TokenPopup::chosen, this, &EditorPanel::choose);
    connect(m_popup, &widgets::TokenPopup::dismissed, this, [this] { editor().setRing(0, 0); });
}

widgets::TextEditor& EditorPanel::editor() const {
    return m_session.editor();
}

void EditorPanel::setSurpriseShown(bool isShown) {
    editor().setSurpriseShown(isShown);
    editor().setFootHeight(isShown ? m_legend->sizeHint().height() + px(2 * kLegendSpace) : 0);
    m_legend->setVisible(isShown);
    placeLegend();
}

void EditorPanel::placeLegend() {
    m_legend->resize(m_legend->sizeHint());
    m_legend->move(editor().width() - m_legend->width() - px(20),
                   editor().height() - m_legend->height() - px(kLegendSpace));
}

/// While the pointer rests on a word or on what else might stand there, 1 to 6 mean that list; once it has
/// left, every key belongs to the text again.
bool EditorPanel::takeKeyForPopup(QKeyEvent& event) {
    return !m_leave.isActive() && m_popup->takeForeignKey(event);
}

bool EditorPanel::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if (watched == m_popup) {
        if (type == QEvent::Enter) m_leave.stop();
        if (type == QEvent::Leave && !m_popup->hasFocus()) m_leave.start();
    } else if (type == QEvent::KeyPress) {
        return takeKeyForPopup(*static_cast<QKeyEvent*>(event));
    } else if (type == QEvent::ShortcutOverride && m_popup->isOpen()) {
        const bool closes = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
        if (closes) event->accept();
        return closes;
    }
    return QWidget::eventFilter(watched, event);
}

void EditorPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_popup->dismiss();
    QMetaObject::invokeMethod(this, &EditorPanel::placeLegend, Qt::QueuedConnection);
}

void EditorPanel::find(bool withReplacing) {
    m_find->open(withReplacing);
}

EditorPanel::Window EditorPanel::windowTo(int end) const {
    end = std::min(end, editor().document()->characterCount() - 1);
    int start = std::max(0, end - windowUnits(m_session.facts()));
    QTextCursor stretch(editor().document());
    stretch.setPosition(start);
    if (start > 0 && editor().document()->characterAt(start).isLowSurrogate()) stretch.setPosition(++start);
    stretch.setPosition(end, QTextCursor::KeepAnchor);
    return {start, stretch.selectedText().replace(QChar::ParagraphSeparator, u'\n')};
}

/// Not while it writes: what comes next is on its way, and the processor has enough to do.
void EditorPanel::readAhead() {
    if (m_session.isWriting() || !m_session.hasModel()) return;
    const Window window = windowTo(editor().textCursor().position());
    if (window.text.isEmpty() && m_ahead != nullptr) {
        m_ahead = nullptr;
        Q_EMIT readingChanged();
    }
    m_reader.read(window.text);
}

void EditorPanel::showAlternatives() {
    wantAlternatives(editor().textCursor().position(), true);
}

void EditorPanel::wantAlternatives(int position, bool byKeyboard) {
    if (position < 0 && !m_popup->hasFocus()) m_leave.start();
    const bool isWelcome = byKeyboard || editor().isSurpriseShown();
    if (position < 0 || !isWelcome || m_session.isWriting() || !m_session.hasModel()) return;
    m_leave.stop();
    const QTextBlock block = editor().document()->findBlock(position);
    const int blockEnd = block.position() + block.length() - 1;
    m_wanted = position;
    m_isNext = byKeyboard && position >= blockEnd;
    m_wantedByKeyboard = byKeyboard;
    const Window window = windowTo(m_isNext ? position : blockEnd);
    m_wantedStart = window.start;
    m_near.read(window.text);
}

void EditorPanel::showWanted(const std::shared_ptr<const Reading>& reading) {
    const bool isThere =
        m_wanted >= 0 &&
        windowTo(m_wantedStart + static_cast<int>(reading->text.size())).text.endsWith(reading->text);
    if (!isThere) return;
    if (m_isNext) return open(m_wanted, 0, {}, reading->next, reading->nextEntropyBits);
    const auto place = reading->at(m_wanted - m_wantedStart);
    if (!place || place->word->likeliest.empty()) return;
    std::vector<widgets::Likelihood> choices = place->word->likeliest;
    if (choices.size() > kMostAlternatives) choices.resize(kMostAlternatives);
    const auto isIt = [&](const widgets::Likelihood& choice) { return choice.text == place->word->text; };
    if (std::ranges::none_of(choices, isIt)) {  // what stands there is always among them
        if (choices.size() == kMostAlternatives) choices.pop_back();
        choices.push_back({place->word->text, place->word->probability});
    }
    open(m_wantedStart + place->start, static_cast<int>(place->word->text.size()), place->word->text, choices,
         place->word->entropyBits);
}

void EditorPanel::open(int start, int length, const QString& instead,
                       std::vector<widgets::Likelihood> choices, double entropyBits) {
    if (choices.empty()) return;
    if (choices.size() > kMostAlternatives) choices.resize(kMostAlternatives);
    m_choices = std::move(choices);
    m_shownStart = start;
    m_popup->setContent({instead, m_choices, entropyBits});
    editor().setRing(start, length);
    const QRect word = length > 0 ? editor().rectOf(start, length) : editor().cursorRect();
    const QRect place = word.translated(editor().viewport()->pos());
    m_wantedByKeyboard ? m_popup->openWithKeyboard(place) : m_popup->openAt(place);
}

void EditorPanel::choose(int index) {
    const widgets::Likelihood word = m_choices[static_cast<size_t>(index)];
    if (m_isNext) return m_session.insertWord(word);
    const QString now = m_session.text().mid(m_shownStart, word.text.size());
    if (now == word.text) return;
    if (const auto branched = m_session.branchAt(m_shownStart, word); !branched)
        Q_EMIT failed(branched.error());
}

}  // namespace limner::app
