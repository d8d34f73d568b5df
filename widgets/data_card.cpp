#include "data_card.h"

#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>
#include <cmath>

#include "accessible.h"
#include "button.h"
#include "class_bars.h"
#include "label.h"
#include "sample_grid.h"
#include "text_editor.h"
#include "theme.h"

namespace limner::widgets {
namespace {

QString picturesText(double number) {
    return QLocale().toString(static_cast<qlonglong>(std::llround(number)));
}

}  // namespace

DataCard::DataCard(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("dataCard"));
    setAccessible(*this, QAccessible::Grouping, tr("Data set"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(px(8));
    setupHeader();
    setupContent();
    setupNotice();
    clear();
}

void DataCard::setupHeader() {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    m_title = new Label({}, TextRole::Strong, Ink::Text, this);
    m_facts = new Label({}, TextRole::Body, Ink::Text3, this);
    row->addWidget(m_title);
    row->addWidget(m_facts, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void DataCard::setupContent() {
    m_content = new QWidget(this);
    m_grid = new SampleGrid(m_content);
    m_grid->setObjectName(QStringLiteral("dataCard.grid"));
    m_grid->setAccessibleName(tr("Pictures of the data set"));
    m_grid->setEmptyText({});
    m_grid->setFlowing(true);
    m_text = new TextEditor(m_content);
    m_text->setObjectName(QStringLiteral("dataCard.text"));
    m_text->setAccessibleName(tr("The beginning of the text"));
    m_text->setReadOnly(true);
    m_text->hide();
    m_bars = new ClassBars(m_content);
    m_scroll = new QScrollArea(m_content);
    m_scroll->setWidget(m_bars);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_bars->setAutoFillBackground(false);
    m_content->installEventFilter(this);
    static_cast<QVBoxLayout*>(layout())->addWidget(m_content, 1);
    connect(m_grid, &SampleGrid::tileSelected, this, &DataCard::tileSelected);
}

void DataCard::setupNotice() {
    m_notice = new QWidget(this);
    auto* column = new QVBoxLayout(m_notice);
    column->setSpacing(px(4));
    m_noticeText = new Label({}, TextRole::Body, Ink::Text2, m_notice);
    m_noticeHint = new Label({}, TextRole::Body, Ink::Text3, m_notice);
    m_retry = new Button(tr("Try again"), QStringLiteral("loop"), {}, m_notice);
    m_retry->setObjectName(QStringLiteral("dataCard.retry"));
    for (Label* label : {m_noticeText, m_noticeHint}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    column->addStretch(1);
    column->addWidget(m_noticeText);
    column->addWidget(m_noticeHint);
    column->addSpacing(px(8));
    column->addWidget(m_retry, 0, Qt::AlignHCenter);
    column->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addWidget(m_notice, 1);
    connect(m_retry, &Button::clicked, this, &DataCard::retryClicked);
}

void DataCard::setState(State state) {
    m_state = state;
    const bool hasPictures = m_grid->sheet() != nullptr || !m_text->isHidden();
    const bool showsContent = state == State::Ready || (state == State::Loading && hasPictures);
    m_content->setVisible(showsContent);
    m_notice->setVisible(!showsContent);
    m_retry->setVisible(state == State::Failed);
    m_noticeText->setInk(state == State::Failed ? Ink::Error : Ink::Text2);
    QGraphicsOpacityEffect* fade = nullptr;
    if (state == State::Loading) {
        fade = new QGraphicsOpacityEffect(m_content);
        fade->setOpacity(0.5);
    }
    m_content->setGraphicsEffect(fade);  // deletes the one before
}

void DataCard::setTitle(const QString& title) {
    m_title->setText(title);
}

void DataCard::setText(const LivePicture& picture) {
    QStringList facts;
    for (const auto& [name, number] : picture.numbers) {
        const std::pair<const char*, QString> known[] = {
            {"characters", tr("%1 characters")}, {"tokens", tr("%1 tokens")}, {"lines", tr("%1 lines")}};
        for (const auto& [id, text] : known)
            if (name == id) facts.append(text.arg(picturesText(number)));
    }
    m_facts->setText(facts.join(QStringLiteral(", ")));
    const std::string text = textOf(picture.writing->tokens);
    m_text->begin(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).remove(u'\r'));
    m_text->show();
    m_grid->setSheet(nullptr);
    m_grid->hide();
    m_scroll->hide();
    setState(State::Ready);
    arrange();
}

void DataCard::setPicture(const LivePicture& picture) {
    if (picture.writing) return setText(picture);
    m_text->hide();
    m_grid->show();
    std::vector<std::pair<QString, double>> counts;
    double total = -1, sum = 0;
    for (const auto& [name, number] : picture.numbers) {
        if (name == "pictures") {
            total = number;
        } else {
            counts.emplace_back(QString::fromStdString(name), number);
            sum += number;
        }
    }
    const double pictures = total < 0 ? sum : total;
    QStringList facts{pictures == 1 ? tr("1 picture") : tr("%1 pictures").arg(picturesText(pictures))};
    if (!counts.empty()) facts.append(tr("%1 classes").arg(counts.size()));
    facts.append(QStringLiteral("%1 × %2").arg(picture.sheet.tileWidth).arg(picture.sheet.tileHeight));
    m_facts->setText(facts.join(QStringLiteral(", ")));
    m_scroll->setVisible(!counts.empty());
    m_bars->setCounts(std::move(counts));
    m_grid->setSheet(std::make_shared<SampleSheet>(picture.sheet));
    setState(State::Ready);
    layout()->activate();
    arrange();
}

void DataCard::setLoading() {
    m_noticeText->setText(tr("Reading the data…"));
    m_noticeHint->hide();
    setState(State::Loading);
}

void DataCard::setError(const QString& message, const QString& hint) {
    m_facts->clear();
    m_noticeText->setText(message);
    m_noticeHint->setText(hint);
    m_noticeHint->setVisible(!hint.isEmpty());
    m_grid->setSheet(nullptr);
    m_text->hide();
    setState(State::Failed);
}

void DataCard::clear(const QString& sentence) {
    m_facts->clear();
    m_noticeText->setText(sentence.isEmpty() ? tr("Choose data to see what is in it.") : sentence);
    m_noticeHint->hide();
    m_grid->setSheet(nullptr);
    m_text->hide();
    setState(State::Empty);
}

/// The bars stand beside the pictures or below them: wherever these become larger.
void DataCard::arrange() {
    const QSize room = m_content->size();
    m_text->setGeometry(QRect(QPoint(), room));
    if (m_scroll->isHidden()) {
        m_grid->setGeometry(QRect(QPoint(), room));
        return;
    }
    const int gap = px(24), barsWidth = std::clamp(room.width() * 2 / 5, px(220), px(300));
    const int barsHeight = std::min(m_bars->heightForWidth(room.width()), room.height() / 3);
    const QSize beside(room.width() - gap - barsWidth, room.height());
    const QSize above(room.width(), room.height() - gap - barsHeight);
    const bool isBeside = m_grid->flowIn(beside).scale >= m_grid->flowIn(above).scale;
    m_grid->setGeometry(QRect(QPoint(), isBeside ? beside : above));
    const QRect pictures = m_grid->usedRect();
    const QPoint corner =
        isBeside ? QPoint(pictures.right() + 1 + gap, 0) : QPoint(0, pictures.bottom() + 1 + gap);
    m_scroll->setGeometry(isBeside ? QRect(corner, QSize(barsWidth, room.height()))
                                   : QRect(corner, QSize(room.width(), barsHeight)));
}

bool DataCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_content && event->type() == QEvent::Resize) arrange();
    return QWidget::eventFilter(watched, event);
}

QSize DataCard::sizeHint() const {
    return {px(640), px(320)};
}

}  // namespace limner::widgets
