#include "find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "button.h"
#include "label.h"
#include "text_editor.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kMostTinted = 500;

QLineEdit* makeField(const char* name, const QString& hint) {
    auto* field = new QLineEdit;
    field->setObjectName(QLatin1String(name));
    field->setPlaceholderText(hint);
    field->setAccessibleName(hint);
    field->setMinimumWidth(px(160));
    return field;
}

}  // namespace

FindBar::FindBar(TextEditor& editor, QWidget* parent) : QWidget(parent), m_editor(editor) {
    setObjectName(QStringLiteral("findBar"));
    m_words = makeField("find.words", tr("Find"));
    m_others = makeField("find.others", tr("Replace with"));
    m_count = new Label({}, TextRole::Label, Ink::Text3);
    m_count->setObjectName(QStringLiteral("find.count"));
    m_case = new Button(QStringLiteral("Aa"), {}, QStringLiteral("quiet"));
    m_case->setCheckable(true);
    m_case->setToolTip(tr("Capitals count"));
    m_case->setAccessibleName(tr("Capitals count"));
    auto* previous = makeIconButton(QStringLiteral("chevron-up"), tr("The one before (Shift+F3)"));
    auto* next = makeIconButton(QStringLiteral("chevron-down"), tr("The next one (F3)"));
    auto* away = makeIconButton(QStringLiteral("close"), tr("Close"));
    auto* one = new Button(tr("Replace"));
    auto* all = new Button(tr("Replace all"));
    one->setObjectName(QStringLiteral("find.replace"));
    all->setObjectName(QStringLiteral("find.replaceAll"));
    auto* first = new QHBoxLayout;
    first->setSpacing(px(4));
    first->addWidget(m_words, 1);
    first->addWidget(m_count);
    for (QWidget* each : {static_cast<QWidget*>(m_case), static_cast<QWidget*>(previous),
                          static_cast<QWidget*>(next), static_cast<QWidget*>(away)})
        first->addWidget(each);
    m_second = new QWidget;
    auto* second = new QHBoxLayout(m_second);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(px(4));
    second->addWidget(m_others, 1);
    second->addWidget(one);
    second->addWidget(all);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(8), px(16), px(8));
    column->setSpacing(px(4));
    column->addLayout(first);
    column->addWidget(m_second);
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        search();
        goFrom(m_editor.textCursor().selectionStart());
    });
    connect(m_case, &QPushButton::toggled, this, &FindBar::search);
    connect(previous, &QPushButton::clicked, this, [this] { go(-1); });
    connect(next, &QPushButton::clicked, this, [this] { go(1); });
    connect(away, &QPushButton::clicked, this, &FindBar::close);
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(&editor, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisible()) search();
    });
    hide();
}

QTextDocument::FindFlags FindBar::flags() const {
    return m_case->isChecked() ? QTextDocument::FindCaseSensitively : QTextDocument::FindFlags();
}

void FindBar::open(bool withReplacing) {
    const QString selected = m_editor.textCursor().selectedText();
    m_second->setVisible(withReplacing);
    m_editor.setFinding(true);
    show();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator)) m_words->setText(selected);
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    search();
}

void FindBar::close() {
    hide();
    m_editor.setFinding(false);
    m_editor.setExtraSelections({});
    m_editor.setFocus(Qt::ShortcutFocusReason);
}

void FindBar::search() {
    m_found.clear();
    const QString words = m_words->text();
    QTextCursor at(m_editor.document());
    while (!words.isEmpty() && m_found.size() < kMostFound) {
        at = m_editor.document()->find(words, at, flags());
        if (at.isNull()) break;
        m_found.append(at);
    }
    QList<QTextEdit::ExtraSelection> tints;
    for (const QTextCursor& place : m_found.mid(0, kMostTinted)) {
        QTextEdit::ExtraSelection tint;
        tint.cursor = place;
        tint.format.setBackground(tokens().accentDim);
        tints.append(tint);
    }
    m_editor.setExtraSelections(tints);
    showCount();
}

void FindBar::showCount() {
    if (m_words->text().isEmpty()) return m_count->setText({});
    const QTextCursor here = m_editor.textCursor();
    const auto same = std::ranges::find_if(m_found, [&](const QTextCursor& each) {
        return each.selectionStart() == here.selectionStart() && each.selectionEnd() == here.selectionEnd();
    });
    if (m_found.isEmpty())
        m_count->setText(tr("nowhere"));
    else if (same == m_found.end())
        m_count->setText(tr("%n place(s)", nullptr, found()));
    else
        m_count->setText(tr("%1 of %2").arg(same - m_found.begin() + 1).arg(found()));
}

void FindBar::go(int way) {
    if (m_found.isEmpty()) search();
    if (m_found.isEmpty()) return;
    if (way > 0) return goFrom(m_editor.textCursor().selectionEnd());
    const int from = m_editor.textCursor().selectionStart();
    QTextCursor before = m_found.last();
    for (const QTextCursor& each : m_found)
        if (each.selectionEnd() <= from) before = each;
    choose(before);
}

/// The first one from there on, or from the beginning.
void FindBar::goFrom(int position) {
    if (m_found.isEmpty()) return;
    const auto found = std::ranges::find_if(
        m_found, [&](const QTextCursor& each) { return each.selectionStart() >= position; });
    choose(found == m_found.end() ? m_found.first() : *found);
}

void FindBar::choose(const QTextCursor& found) {
    m_editor.setTextCursor(found);
    m_editor.ensureCursorVisible();
    showCount();
}

void FindBar::replaceOne() {
    QTextCursor here = m_editor.textCursor();
    const bool isFound = std::ranges::any_of(m_found, [&](const QTextCursor& each) {
        return each.selectionStart() == here.selectionStart() && each.selectionEnd() == here.selectionEnd();
    });
    if (isFound) here.insertText(m_others->text());
    search();
    go(1);
}

void FindBar::replaceAll() {
    search();
    if (m_found.isEmpty()) return;
    const QList<QTextCursor> places = m_found;  // editing searches again
    QTextCursor step(m_editor.document());
    step.beginEditBlock();
    for (QTextCursor place : places) place.insertText(m_others->text());
    step.endEditBlock();
    search();
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isBack = event->modifiers() & Qt::ShiftModifier;
    if (event->key() == Qt::Key_Escape) return close();
    if (event->key() == Qt::Key_F3) return go(isBack ? -1 : 1);
    if (isEnter && m_others->hasFocus()) return replaceOne();
    if (isEnter) return go(isBack ? -1 : 1);
    QWidget::keyPressEvent(event);
}

void FindBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
    painter.fillRect(QRect(0, height() - px(1), width(), px(1)), tokens().line);
}

}  // namespace limner::widgets
