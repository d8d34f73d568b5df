#include "text_editor.h"

#include <QTextBlock>
#include <QTextLayout>
#include <algorithm>
#include <chrono>

#include "entropy_strip.h"
#include "spaced_layout.h"
#include "theme.h"

namespace limner::widgets {
namespace {

using namespace std::chrono_literals;
constexpr auto kPointerRest = 200ms;
constexpr int kMeasure = 616;  ///< width of the text
constexpr int kTextInset = 20;
constexpr int kNarrow = 620;  ///< below this the margins shrink

std::vector<TokenMark> sorted(std::vector<TokenMark> marks) {
    std::ranges::sort(marks, {}, &TokenMark::start);
    return marks;
}

}  // namespace

TextEditor::TextEditor(QWidget* parent) : QPlainTextEdit(parent) {
    setObjectName(QStringLiteral("textEditor"));
    setAccessibleName(tr("Text"));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    auto* text = new QTextDocument(this);
    m_layout = new SpacedLayout(text);
    text->setDocumentLayout(m_layout);
    setDocument(text);
    setProperty("ownFocus", true);
    viewport()->setMouseTracking(true);
    m_strip = new EntropyStrip(*this);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kPointerRest);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_hovered = unitAt(m_pointer);
        if (m_hovered >= 0) Q_EMIT alternativesWanted(m_hovered, false);
    });
    connect(text, &QTextDocument::undoCommandAdded, this, &TextEditor::addStep);
    connect(text, &QTextDocument::contentsChange, this, &TextEditor::takeChange);
    connect(this, &QPlainTextEdit::updateRequest, m_strip, [this] { m_strip->update(); });
    applyLook();
}

TextEditor::~TextEditor() = default;

void TextEditor::applyColours() {
    const Tokens& t = tokens();
    QPalette colours = palette();
    colours.setColor(QPalette::Base, t.field);
    colours.setColor(QPalette::Window, t.field);
    colours.setColor(QPalette::Text, t.text);
    colours.setColor(QPalette::Inactive, QPalette::Highlight, m_isFinding ? t.accent : t.accentDim);
    colours.setColor(QPalette::Inactive, QPalette::HighlightedText, m_isFinding ? t.onAccent : t.text);
    setPalette(colours);
}

void TextEditor::applyLook() {
    applyColours();
    setAutoFillBackground(true);
    m_layout->setLineHeight(lineHeight(TextRole::Editor));
    setFont(widgets::font(TextRole::Editor));
    document()->setDocumentMargin(px(kTextInset));
    setCursorWidth(px(2));
    setTabStopDistance(4 * QFontMetricsF(font()).horizontalAdvance(u' '));
    placeMargins();
}

void TextEditor::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyLook();
}

/// The text keeps its measure; what a wide window has left over stands at both sides.
void TextEditor::placeMargins() {
    const bool isNarrow = width() < px(kNarrow);
    const int least = px(isNarrow ? 44 : 68), right = px(isNarrow ? 4 : 20);
    const int spare = std::max(0, width() - least - right - px(kMeasure + 2 * kTextInset));
    const QMargins wanted(least + spare / 3, 0, right + spare - spare / 3, m_footHeight);
    if (wanted != viewportMargins()) setViewportMargins(wanted);
    const int stripWidth = m_strip->sizeHint().width();
    m_strip->setGeometry(std::max(px(4), wanted.left() - stripWidth - px(4)), 0, stripWidth,
                         height() - m_footHeight);
}

void TextEditor::resizeEvent(QResizeEvent* event) {
    placeMargins();
    QPlainTextEdit::resizeEvent(event);
}

void TextEditor::scrollContentsBy(int dx, int dy) {
    QPlainTextEdit::scrollContentsBy(dx, dy);
    m_strip->update();
}

// Text and marks

void TextEditor::begin(const QString& text, const std::vector<TokenMark>& marks) {
    endPassage();
    m_hand = Hand::Nobody;
    setPlainText(text);
    m_hand = Hand::Person;
    m_steps.clear();
    m_done = 0;
    m_marks.clear();
    const auto units = static_cast<int>(text.size());
    std::vector<TokenMark> fitting = sorted(marks);
    std::erase_if(fitting, [units](const TokenMark& mark) {
        return mark.start < 0 || mark.length < 1 || mark.length > units || mark.start > units - mark.length;
    });
    m_marks.add(fitting);
    viewport()->update();
}

void TextEditor::replace(int from, int to, const QString& text, const std::vector<TokenMark>& marks) {
    QTextCursor cursor(document());
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    cursor.insertText(text, QTextCharFormat());
    cursor.endEditBlock();
    m_marks.add(sorted(marks));
    viewport()->update();
}

void TextEditor::setCaret(int position) {
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::clamp(position, 0, document()->characterCount() - 1));
    setTextCursor(cursor);
}

void TextEditor::startPassage(int from, int to) {
    m_pen = QTextCursor(document());
    m_pen->setPosition(from);
    m_pen->setPosition(to, QTextCursor::KeepAnchor);
    m_ownsLastStep = false;
}

void TextEditor::write(const std::vector<MachineWord>& words) {
    QString joined;
    for (const MachineWord& word : words) joined += word.text;
    if (!m_pen || joined.isEmpty()) return;
    const bool follows = !textCursor().hasSelection() && textCursor().position() == m_pen->position();
    m_hand = Hand::Model;
    m_isJoining = m_ownsLastStep;
    m_ownsLastStep = true;
    if (m_isJoining)
        m_pen->joinPreviousEditBlock();
    else
        m_pen->beginEditBlock();
    m_pen->removeSelectedText();
    int place = m_pen->position();
    m_pen->insertText(joined, QTextCharFormat());
    m_pen->endEditBlock();
    m_isJoining = false;
    m_hand = Hand::Person;
    std::vector<TokenMark> marks;
    for (const MachineWord& word : words) {
        const auto units = static_cast<int>(word.text.size());
        if (units > 0) marks.push_back({place, units, word.probability, word.entropyBits});
        place += units;
    }
    m_marks.add(marks);
    if (follows) ensureCursorVisible();
}

void TextEditor::cutBack(int units) {
    if (!m_pen || !m_ownsLastStep || units <= 0) return;
    QTextCursor end = *m_pen;
    end.setPosition(std::max(0, end.position() - units), QTextCursor::KeepAnchor);
    m_hand = Hand::Model;
    m_isJoining = true;
    end.joinPreviousEditBlock();
    end.removeSelectedText();
    end.endEditBlock();
    m_isJoining = false;
    m_hand = Hand::Person;
}

void TextEditor::endPassage() {
    m_pen.reset();
    m_ownsLastStep = false;
}

/// The document says so once for each step, and again whenever the model goes on with its own.
void TextEditor::addStep() {
    if (m_isJoining || m_hand == Hand::Stack || m_hand == Hand::Nobody) return;
    m_steps.resize(m_done);
    m_steps.emplace_back();
    ++m_done;
    if (m_hand == Hand::Person) m_ownsLastStep = false;
    Q_EMIT stepAdded();
}

void TextEditor::takeChange(int position, int removed, int added) {
    if (m_hand == Hand::Nobody) return;
    const std::vector<TokenMark> gone = m_marks.change(position, removed, added);
    const bool isMoving = m_hand == Hand::Stack;
    if (!isMoving && m_done == 0) return;
    std::vector<TextChange>& changes = isMoving ? m_moved : m_steps[m_done - 1].changes;
    std::vector<TokenMark>& lost = isMoving ? m_gone : m_steps[m_done - 1].lost;
    for (const TokenMark& mark : gone)
        if (const TokenMark then = before(mark, changes); then.length > 0) lost.push_back(then);
    changes.push_back({position, removed, added});
}

std::vector<TokenMark> TextEditor::collectWhile(void (QPlainTextEdit::*step)()) {
    m_moved.clear();
    m_gone.clear();
    m_hand = Hand::Stack;
    (this->*step)();
    m_hand = Hand::Person;
    m_ownsLastStep = false;
    viewport()->update();
    return std::exchange(m_gone, {});
}

void TextEditor::undoStep() {
    if (m_done == 0) return;
    endPassage();
    Step& step = m_steps[--m_done];
    step.undone = collectWhile(&QPlainTextEdit::undo);
    m_marks.add(sorted(step.lost));
}

void TextEditor::redoStep() {
    if (m_done == m_steps.size()) return;
    endPassage();
    Step& step = m_steps[m_done++];
    step.lost = collectWhile(&QPlainTextEdit::redo);
    m_marks.add(sorted(step.undone));
}

/// Qt adds to its newest step only while the document counts as modified.
void TextEditor::closeStep() {
    document()->setModified(false);
}

void TextEditor::setSurpriseShown(bool isShown) {
    m_isSurpriseShown = isShown;
    viewport()->update();
    m_strip->update();
}

void TextEditor::setFootHeight(int height) {
    m_footHeight = height;
    placeMargins();
}

void TextEditor::setFinding(bool isFinding) {
    m_isFinding = isFinding;
    applyColours();
}

void TextEditor::setRing(int start, int length) {
    m_ringStart = start;
    m_ringLength = length;
    viewport()->update();
}

}  // namespace limner::widgets
