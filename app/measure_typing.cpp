#include "measure_typing.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QTimer>

#include "main_window.h"
#include "measure.h"
#include "measure_report.h"
#include "widgets/text_editor.h"
#include "write/write_page.h"
#include "write/write_session.h"

namespace limner::app {
namespace {

constexpr int kShortestRestMs = 20, kLongestRestMs = 60;  ///< between a painted key and the next: a fast hand
constexpr int kSettleMs = 1000;                           ///< until a text that was just opened stands there
constexpr int kLongText = 100'000;                        ///< UTF-16 units
constexpr int64_t kTokensAtOnce = 10'000;

struct MarkedText {
    QString text;
    std::vector<widgets::TokenMark> marks;
};

/// Paragraphs of 60 words that a model wrote, expected and surprising ones in turn.
MarkedText longText() {
    static const QStringList words = QStringLiteral(
                                         "And he journeyed three days toward the wilderness and found no "
                                         "rest, and the voice of the river was heard in the night.")
                                         .split(u' ');
    MarkedText made;
    for (int i = 0; made.text.size() < kLongText; ++i) {
        const QString word = words[i % words.size()] + (i % 60 == 59 ? u'\n' : u' ');
        const double probability = 0.02 + 0.9 * (i * 7 % 11) / 11.0;
        made.marks.push_back(
            {static_cast<int>(made.text.size()), static_cast<int>(word.size()), probability, 1.0 + i % 5});
        made.text += word;
    }
    return made;
}

}  // namespace

MeasureTyping::MeasureTyping(MainWindow& window, int seconds)
    : QObject(&window), m_window(window), m_seconds(seconds) {
    window.resize(kMeasuredSize);
    WriteSession& session = window.writePage()->session();
    session.editor().installEventFilter(this);
    session.editor().viewport()->installEventFilter(this);
    connect(&window.bridge(), &StudioBridge::opened, this,
            [this] { m_window.showPage(QStringLiteral("go.write")); });
    connect(&session, &WriteSession::factsChanged, this, [this] {
        const bool isReady = m_part == Part::Waiting && m_window.writePage()->session().facts() != nullptr;
        if (isReady) QTimer::singleShot(2000, this, [this] { begin(Part::Short); });
    });
    connect(&session.job(), &WritingJob::wrote, this, [this](const std::vector<WrittenWord>& words) {
        m_written += static_cast<qint64>(words.size());
    });
    connect(&session, &WriteSession::passageEnded, this, &MeasureTyping::writeOn, Qt::QueuedConnection);
    connect(&session, &WriteSession::failed, this, [this](const Error& error) {
        m_report[QStringLiteral("error")] = QString::fromStdString(error.text());
        finish(1);
    });
}

void MeasureTyping::begin(Part part) {
    WriteSession& session = m_window.writePage()->session();
    session.stop();
    const MarkedText before = part == Part::Long ? longText() : MarkedText();
    const QString own = QStringLiteral("And in those days ");
    session.editor().begin(before.text + own, before.marks);
    session.set("tokens", kTokensAtOnce);
    m_part = part;
    m_latencies.clear();
    m_written = 0;
    writeOn();
    session.editor().setCaret(static_cast<int>(before.text.size()) + 18);  // above what the model writes
    session.editor().ensureCursorVisible();
    QTimer::singleShot(kSettleMs, this, &MeasureTyping::typeOn);
    QTimer::singleShot(kSettleMs + m_seconds * 1000, this, &MeasureTyping::end);
}

/// At the end of the text, wherever the caret is: a new paragraph, since the last may have come to its end.
void MeasureTyping::writeOn() {
    WriteSession& session = m_window.writePage()->session();
    if (m_part == Part::Waiting || session.isWriting()) return;
    widgets::TextEditor& editor = session.editor();
    const int caret = editor.textCursor().position(), end = editor.document()->characterCount() - 1;
    editor.replace(end, end, QStringLiteral("\nAnd he said"));
    editor.setCaret(editor.document()->characterCount() - 1);
    const Result<void> started = session.writeOn();
    editor.setCaret(caret);
    if (started) return;
    m_report[QStringLiteral("error")] = QString::fromStdString(started.error().text());
    finish(1);
}

void MeasureTyping::typeOn() {
    if (m_part == Part::Waiting) return;
    const int letter = std::uniform_int_distribution<int>(0, 26)(m_random);
    const QString text = letter == 26 ? QStringLiteral(" ") : QString(QChar(u'a' + letter));
    m_isTyping = true;
    m_hasArrived = false;
    m_sinceKey.start();
    QCoreApplication::postEvent(
        &m_window.writePage()->session().editor(),
        new QKeyEvent(QEvent::KeyPress, letter == 26 ? Qt::Key_Space : Qt::Key_A + letter, {}, text));
}

bool MeasureTyping::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) m_hasArrived = m_isTyping;
    // The paint event itself comes after this filter; what is posted now runs once it is through.
    if (event->type() == QEvent::Paint && m_isTyping && m_hasArrived)
        QMetaObject::invokeMethod(this, &MeasureTyping::painted, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void MeasureTyping::painted() {
    if (!m_isTyping || !m_hasArrived) return;
    m_isTyping = false;
    m_latencies.push_back(static_cast<double>(m_sinceKey.nsecsElapsed()) / 1e6);
    const int rest = std::uniform_int_distribution<int>(kShortestRestMs, kLongestRestMs)(m_random);
    QTimer::singleShot(rest, Qt::PreciseTimer, this, &MeasureTyping::typeOn);
}

void MeasureTyping::end() {
    const Part part = std::exchange(m_part, Part::Waiting);
    m_isTyping = false;
    const bool isWhole = !m_latencies.empty() && m_written > 0;
    QJsonObject facts = latencyFacts(QStringLiteral("keys"), m_latencies);
    facts[QStringLiteral("words_written")] = m_written;
    facts[QStringLiteral("characters")] = m_window.writePage()->session().text().size();
    m_report[part == Part::Short ? QStringLiteral("short_text") : QStringLiteral("long_text")] = facts;
    if (!isWhole || part == Part::Long) return finish(isWhole ? 0 : 1);
    begin(Part::Long);
}

void MeasureTyping::finish(int code) {
    m_part = Part::Waiting;
    m_window.writePage()->session().stop();
    printReport(m_report);
    QCoreApplication::exit(code);
}

}  // namespace limner::app
