#include "notice.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "accessible.h"
#include "button.h"
#include "icon.h"
#include "label.h"
#include "paint.h"
#include "scrim.h"
#include "theme.h"

namespace limner::widgets {
namespace {

/// A strip of the card with its own fill, and a line at its upper edge.
class Strip : public QWidget {
public:
    explicit Strip(bool dark, QWidget* parent) : QWidget(parent), m_dark(dark) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (m_dark) painter.fillRect(rect().adjusted(px(1), 0, -px(1), 0), tokens().base);
        painter.fillRect(QRect(px(1), 0, width() - 2 * px(1), px(1)), tokens().line);
    }

private:
    bool m_dark;
};

}  // namespace

NoticeCard::NoticeCard(QWidget* window) : QWidget(window), m_scrim(new Scrim(window)) {
    setObjectName(QStringLiteral("noticeCard"));
    setAccessible(*this, QAccessible::AlertMessage);
    setFixedWidth(px(600));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_scrim->setCard(this);
    connect(m_scrim, &Scrim::dismissed, this, &NoticeCard::finish);
}

void NoticeCard::show(const Content& content) {
    if (m_open) finish();
    build(content);
    setAccessibleName(content.title);
    setAccessibleDescription(content.happened);
    m_open = true;
    m_scrim->cover();
    m_first->setFocus(Qt::TabFocusReason);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool NoticeCard::isOpen() const {
    return m_open;
}

void NoticeCard::finish() {
    if (!m_open) return;
    m_open = false;
    m_scrim->uncover();
    Q_EMIT closed();
}

void NoticeCard::build(const Content& content) {
    setFixedWidth(std::min(px(600), m_scrim->parentWidget()->width() - px(32)));
    while (QLayoutItem* item = layout()->takeAt(0)) {
        if (QWidget* old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    layout()->addWidget(makeHead(content));
    layout()->addWidget(content.kind == Kind::Error ? makeFacts(content) : makeSentences(content));
    if (!content.details.isEmpty()) layout()->addWidget(makeDetails(content.details));
    layout()->addWidget(makeFoot(content));
    for (int i = 0; i < layout()->count(); ++i) {  // only the sentences may stretch
        QWidget* part = layout()->itemAt(i)->widget();
        if (i != 1) part->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
}

QWidget* NoticeCard::makeHead(const Content& content) {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(px(26), px(20), px(24), px(4));
    row->setSpacing(px(14));
    auto* glyph = new QLabel(head);
    const bool isError = content.kind == Kind::Error;
    glyph->setPixmap(iconPixmap(isError ? QStringLiteral("error") : QStringLiteral("help"),
                                isError ? tokens().error : tokens().text2, px(18), devicePixelRatioF()));
    auto* text = new Label(content.title, TextRole::Title, Ink::Text, head);
    text->setObjectName(QStringLiteral("noticeCard.title"));
    text->setWordWrap(true);
    Button* cross = makeIconButton(QStringLiteral("close"), tr("Close"), head);
    cross->setObjectName(QStringLiteral("noticeCard.close"));
    connect(cross, &QPushButton::clicked, this, &NoticeCard::finish);
    row->addWidget(glyph);
    row->addWidget(text, 1);
    row->addWidget(cross);
    return head;
}

QWidget* NoticeCard::makeFacts(const Content& content) {
    auto* facts = new QWidget(this);
    auto* grid = new QGridLayout(facts);
    grid->setContentsMargins(px(58), px(4), px(32), px(20));
    grid->setHorizontalSpacing(px(16));
    grid->setVerticalSpacing(px(12));
    grid->setColumnMinimumWidth(0, px(100));
    grid->setColumnStretch(1, 1);
    const std::pair<QString, QString> rows[] = {{tr("What happened"), content.happened},
                                                {tr("What was kept"), content.kept},
                                                {tr("What to do"), content.toDo}};
    for (const auto& [name, sentence] : rows) {
        if (sentence.isEmpty()) continue;
        auto* label = new Label(name, TextRole::Label, Ink::Text3, facts);
        label->setContentsMargins(0, px(5), 0, 0);  // its line on the first line of the sentence
        const int line = grid->rowCount();
        grid->addWidget(label, line, 0, Qt::AlignTop);
        grid->addWidget(makeSentence(sentence, facts), line, 1);
    }
    return facts;
}

QWidget* NoticeCard::makeSentences(const Content& content) {
    auto* sentences = new QWidget(this);
    auto* column = new QVBoxLayout(sentences);
    column->setContentsMargins(px(58), px(4), px(32), px(20));
    column->setSpacing(px(8));
    for (const QString& sentence : {content.happened, content.kept, content.toDo})
        if (!sentence.isEmpty()) column->addWidget(makeSentence(sentence, sentences));
    return sentences;
}

Label* NoticeCard::makeSentence(const QString& sentence, QWidget* parent) const {
    auto* text = new Label({}, TextRole::Body, Ink::Text, parent);
    text->setParagraph(sentence);
    text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return text;
}

QWidget* NoticeCard::makeDetails(const QString& details) {
    auto* strip = new Strip(true, this);
    auto* column = new QVBoxLayout(strip);
    column->setContentsMargins(px(52), px(10), px(24), px(12));
    column->setSpacing(px(4));
    auto* fold = new Button(tr("Details"), QStringLiteral("chevron-down"), QStringLiteral("quiet"), strip);
    fold->setObjectName(QStringLiteral("noticeCard.fold"));
    auto* copy = new Button(tr("Copy details"), QStringLiteral("copy"), QStringLiteral("quiet"), strip);
    copy->setObjectName(QStringLiteral("noticeCard.copy"));
    auto* text = new QPlainTextEdit(details, strip);
    text->setObjectName(QStringLiteral("noticeCard.details"));
    text->setAccessibleName(tr("Details"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    text->setFont(widgets::font(TextRole::Mono));
    text->viewport()->setAutoFillBackground(false);
    const int lines = std::clamp(static_cast<int>(details.count(u'\n')) + 1, 2, 8);
    text->setFixedHeight(lines * QFontMetrics(text->font()).lineSpacing() + px(12));
    auto* row = new QHBoxLayout;
    row->addWidget(fold);
    row->addStretch(1);
    row->addWidget(copy);
    column->addLayout(row);
    column->addWidget(text);
    connect(copy, &QPushButton::clicked, this, [details] { QGuiApplication::clipboard()->setText(details); });
    connect(fold, &QPushButton::clicked, this, [fold, text] {
        text->setVisible(text->isHidden());
        fold->setIconName(text->isHidden() ? QStringLiteral("chevron-right")
                                           : QStringLiteral("chevron-down"));
    });
    return strip;
}

QWidget* NoticeCard::makeFoot(const Content& content) {
    auto* foot = new Strip(false, this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(px(24), px(12), px(24), px(12));
    row->setSpacing(px(16));
    std::vector<Choice> choices = content.choices;
    if (choices.empty()) choices.push_back({.id = QStringLiteral("close"), .label = tr("Close")});
    m_first = nullptr;
    for (const Choice& choice : choices)
        if (choice.destroys) row->addWidget(makeChoice(choice, foot));
    row->addStretch(1);
    for (const Choice& choice : choices)
        if (!choice.destroys) row->addWidget(m_first = makeChoice(choice, foot));
    if (m_first == nullptr) m_first = findChild<QWidget*>(QStringLiteral("noticeCard.close"));
    return foot;
}

QWidget* NoticeCard::makeChoice(const Choice& choice, QWidget* parent) {
    const QString role = choice.destroys && choice.role.isEmpty() ? QStringLiteral("danger") : choice.role;
    auto* button = new Button(choice.label, choice.iconName, role, parent);
    button->setObjectName(QStringLiteral("noticeCard.choice.") + choice.id);
    connect(button, &QPushButton::clicked, this, [this, id = choice.id] {
        Q_EMIT chosen(id);
        finish();
    });
    return button;
}

void NoticeCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    fillRounded(painter, rect(), px(8), tokens().panel, tokens().edge, px(1));
}

void NoticeCard::keyPressEvent(QKeyEvent* event) {
    auto* button = qobject_cast<QPushButton*>(focusWidget());
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && button != nullptr) return button->click();
    QWidget::keyPressEvent(event);
}

}  // namespace limner::widgets
