// The part of the session that changes the text: passages, branches, other documents, and their undo steps.
#include <QTextBlock>
#include <QUndoStack>

#include "app/core_text.h"
#include "app/explore/undo_step.h"
#include "app/studio_bridge.h"
#include "widgets/text_editor.h"
#include "widgets/token_label.h"
#include "write_session.h"

namespace limner::app {
namespace {

constexpr qsizetype kTitledUnits = 60;

}  // namespace

/// The editor says that its text got one more step; here it goes on the window's stack, with the branches as
/// they were before and after.
void WriteSession::addStep() {
    const auto pending = std::exchange(m_pending, std::nullopt);
    const bool changesBranches = pending.has_value();
    const auto isFirst = std::make_shared<bool>(true);  // pushing calls redo, and it has been done
    const auto other = std::make_shared<Passage>(pending ? pending->passage : Passage());
    const auto back = [this, pending, changesBranches, other] {
        stop();
        m_editor.undoStep();
        if (!changesBranches) return;
        std::swap(m_passage, *other);
        putBranches(pending->before);
        if (pending->more) pending->more(false);
    };
    const auto again = [this, pending, changesBranches, other, isFirst] {
        if (std::exchange(*isFirst, false)) return;
        stop();
        m_editor.redoStep();
        if (!changesBranches) return;
        std::swap(m_passage, *other);
        putBranches(pending->after);
        if (pending->more) pending->more(true);
    };
    m_isPushing = true;
    m_undo.push(new UndoStep(pending ? pending->label : m_stepLabel, this, back, again));
    m_isPushing = false;
    if (!changesBranches) return;
    m_record.branches = pending->after;
    QMetaObject::invokeMethod(this, &WriteSession::branchesChanged, Qt::QueuedConnection);
}

/// The current branch reads as the text does, which may have grown since the book was put away.
void WriteSession::putBranches(const BranchBook& book) {
    m_record.branches = book;
    if (!book.isEmpty()) booked();
    changed();
    Q_EMIT branchesChanged();
}

/// The book as it stands now, for undo and to go on from.
BranchBook WriteSession::booked() {
    m_record.branches.keep(text(),
                           std::make_shared<const std::vector<widgets::TokenMark>>(m_editor.marks().all()));
    return m_record.branches;
}

const BranchBook& WriteSession::branches() {
    if (!m_record.branches.isEmpty()) booked();
    return m_record.branches;
}

// Writing

/// @param to  where what it replaces ends
Result<void> WriteSession::startPassage(const Passage& passage, int to, const ParamValues& values,
                                        Pending pending) {
    if (const Result<void> started = m_job.start(values); !started) return started;
    m_editor.startPassage(passage.start, to);
    pending.passage = std::exchange(m_passage, passage);
    m_pending = std::move(pending);
    Q_EMIT writingChanged();
    return {};
}

Result<void> WriteSession::writeOn() {
    stop();
    const QTextCursor caret = m_editor.textCursor();
    const QString whole = text();
    const int from = caret.selectionStart(), to = caret.selectionEnd();
    const BranchBook before = booked();
    BranchBook after = before;
    after.add(before.current(), settingsText(m_table, m_record.values));
    const bool fillsIn = to > from;
    const QString behind = fillsIn ? whole.mid(to) : QString();
    return startPassage({from, {}, fillsIn}, to, jobValues(whole.left(from), behind),
                        {fillsIn ? tr("Fill in") : tr("Continue"), before, after});
}

bool WriteSession::canRegenerate() const {
    return !isWriting() && !m_passage.text.isEmpty() &&
           QStringView(text()).mid(m_passage.start, m_passage.text.size()) == m_passage.text;
}

Result<void> WriteSession::regenerate() {
    const QString whole = text();
    const bool fillsIn = m_passage.fillsIn;
    const int from = m_passage.start, to = from + static_cast<int>(m_passage.text.size());
    const BranchBook before = booked();
    BranchBook after = before;
    after.add(after.divideAt(from), settingsText(m_table, m_record.values));
    ParamValues settings = m_record.values;
    settings["seed"] = std::get<int64_t>(value("seed")) + 1;
    put(settings);  // the same seed would write the same again
    const QString behind = fillsIn ? whole.mid(to) : QString();
    return startPassage({from, {}, fillsIn}, to, jobValues(whole.left(from), behind),
                        {tr("Regenerate"), before, after});
}

Result<void> WriteSession::branchAt(int position, const widgets::Likelihood& word) {
    stop();
    const QString whole = text();
    const BranchBook before = booked();
    BranchBook after = before;
    after.add(after.divideAt(position), settingsText(m_table, m_record.values));
    const QString label = tr("Branch at “%1”").arg(widgets::tokenLabel(word.text));
    if (const auto started =
            startPassage({position}, static_cast<int>(whole.size()),
                         jobValues(whole.left(position) + word.text), {label, before, after});
        !started)
        return started;
    const bool wasAtEnd = m_editor.textCursor().position() >= position;
    if (wasAtEnd) m_editor.setCaret(static_cast<int>(whole.size()));
    m_editor.write({{word.text, word.probability, 0}});
    m_passage.text = word.text;
    return {};
}

void WriteSession::insertWord(const widgets::Likelihood& word) {
    const BranchBook book = m_record.branches;
    insert({{word.text, word.probability, 0}},
           {tr("Insert “%1”").arg(widgets::tokenLabel(word.text)), book, book});
}

void WriteSession::takePassage(const std::vector<widgets::MachineWord>& words, const QString& settings) {
    const BranchBook before = booked();
    BranchBook after = before;
    after.add(before.current(), settings);
    insert(words, {tr("Take a passage"), before, after});
    booked();
    Q_EMIT branchesChanged();
}

void WriteSession::insert(const std::vector<widgets::MachineWord>& words, const Pending& pending) {
    stop();
    const int caret = m_editor.textCursor().position();
    m_pending = pending;
    m_pending->passage = m_passage;
    m_editor.startPassage(caret, caret);
    m_editor.write(words);
    m_editor.endPassage();
    m_pending.reset();
}

void WriteSession::takeWords(const std::vector<WrittenWord>& words) {
    if (!m_editor.isWriting()) return;
    m_editor.write(machineWords(words));
    const qsizetype before = m_passage.text.size();
    for (const WrittenWord& word : words) m_passage.text += word.text;
    const bool isNamed = before > 0 && (before >= kTitledUnits || m_passage.text.size() < kTitledUnits);
    if (isNamed) return;
    booked();  // its first words are its name in the tree
    Q_EMIT branchesChanged();
}

void WriteSession::stop() {
    m_job.stop();
}

void WriteSession::takeEnd() {
    m_editor.endPassage();
    m_pending.reset();
    m_editor.closeStep();
    if (!m_record.branches.isEmpty()) booked();
    changed();
    Q_EMIT writingChanged();
    Q_EMIT branchesChanged();
    Q_EMIT passageEnded();
}

// Branches and documents

/// Only what differs is replaced, so that the rest keeps its marks and the view its place.
void WriteSession::replaceText(const QString& next, const MarkList& marks) {
    const QString now = text();
    const int from = commonStart(now, next), end = commonEnd(now, next, from);
    const int to = static_cast<int>(next.size()) - end;
    std::vector<widgets::TokenMark> inside;
    for (const widgets::TokenMark& mark : marks ? *marks : std::vector<widgets::TokenMark>())
        if (mark.start < to && mark.end() > from) inside.push_back(mark);
    m_editor.replace(from, static_cast<int>(now.size()) - end, next.mid(from, to - from), inside);
    m_editor.setCaret(to);
    m_editor.ensureCursorVisible();
}

void WriteSession::goTo(qint64 id) {
    stop();
    const BranchBook before = booked();
    const Branch* there = before.find(id);
    if (there == nullptr || id == before.current()) return;
    BranchBook after = before;
    after.goTo(id);
    const QString label = tr("Go to “%1”").arg(before.title(*there));
    if (there->text == text()) {
        m_undo.push(new UndoStep(
            label, this, [this, before] { putBranches(before); }, [this, after] { putBranches(after); }));
        return;
    }
    m_pending = Pending{label, before, after, {}, m_passage};
    replaceText(there->text, there->marks);
}

void WriteSession::toggleKept(qint64 id) {
    const auto turn = [this, id] {
        m_record.branches.toggleKept(id);
        changed();
        Q_EMIT branchesChanged();
    };
    if (booked().find(id) != nullptr) m_undo.push(new UndoStep(tr("Keep a branch"), this, turn, turn));
}

bool WriteSession::removeBranch(qint64 id) {
    const BranchBook before = booked();
    BranchBook after = before;
    if (!after.remove(id)) return false;
    m_undo.push(new UndoStep(
        tr("Remove a branch"), this, [this, before] { putBranches(before); },
        [this, after] { putBranches(after); }));
    return true;
}

/// The branches belong to the text that they were made in.
void WriteSession::setDocument(const QString& next, const DocumentFile& file, const QString& what) {
    stop();
    const BranchBook before = m_record.branches.isEmpty() ? BranchBook() : booked();
    const auto show = [this](const DocumentFile& now, bool isSaved) {
        m_record.file = now;
        m_record.isSaved = isSaved;
        changed();
        Q_EMIT documentChanged();
    };
    const DocumentFile old = m_record.file;
    const bool wasSaved = m_record.isSaved;
    const auto more = [show, old, wasSaved, file](bool isForward) {
        isForward ? show(file, true) : show(old, wasSaved);
    };
    const Passage last = std::exchange(m_passage, {});
    if (next == text()) {
        m_undo.push(new UndoStep(
            what, this,
            [this, more, before] {
                putBranches(before);
                more(false);
            },
            [this, more] {
                putBranches({});
                more(true);
            }));
        return;
    }
    m_pending = Pending{what, before, {}, more, last};
    replaceText(next, nullptr);
    m_editor.setCaret(0);
    more(true);
}

void WriteSession::wasSavedAs(const DocumentFile& file) {
    m_record.file = file;
    m_record.isSaved = true;
    changed();
    Q_EMIT documentChanged();
}

}  // namespace limner::app
