#include "compare_column.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/studio_bridge.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/text_editor.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

CompareColumn::CompareColumn(StudioBridge& bridge, const QString& name, QWidget* parent)
    : Surface(&widgets::Tokens::field, {}, parent), m_job(bridge) {
    setObjectName(QStringLiteral("write.column.") + name);
    m_model = new Button(tr("Choose a model"));
    m_model->setObjectName(objectName() + QStringLiteral(".model"));
    auto* menu = new QMenu(this);
    m_model->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        Q_EMIT chosen();
        if (m_fill) m_fill(*menu);
    });
    m_settings = new Label({}, TextRole::Label, Ink::Text3);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), px(10), px(16), px(6));
    head->setSpacing(px(8));
    head->addWidget(m_model);
    head->addWidget(m_settings, 1);
    m_view = new widgets::TextEditor;
    m_view->setObjectName(objectName() + QStringLiteral(".text"));
    m_view->setAccessibleName(tr("What this model writes"));
    m_view->setReadOnly(true);
    m_view->viewport()->installEventFilter(this);
    m_measures = new Label({}, TextRole::Label, Ink::Text3);
    m_take = new Button(tr("Take this"), QStringLiteral("check"), {});
    m_take->setObjectName(objectName() + QStringLiteral(".take"));
    m_take->setToolTip(tr("Into the text, at the caret, as a branch"));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(px(16), px(8), px(16), px(10));
    foot->addWidget(m_measures, 1);
    foot->addWidget(m_take);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    column->addLayout(foot);
    connect(m_take, &QPushButton::clicked, this, &CompareColumn::takeRequested);
    connect(&m_job, &WritingJob::wrote, this, [this](const std::vector<WrittenWord>& words) {
        const auto more = machineWords(words);
        m_words.insert(m_words.end(), more.begin(), more.end());
        if (m_view->isWriting()) m_view->write(more);
    });
    connect(&m_job, &WritingJob::cut, this, [this](int units) {
        m_view->cutBack(units);
        for (; units > 0 && !m_words.empty(); m_words.pop_back()) {
            QString& last = m_words.back().text;
            const auto taken = static_cast<int>(std::min<qsizetype>(units, last.size()));
            units -= taken;
            last.chop(taken);
            if (!last.isEmpty()) break;
        }
    });
    connect(&m_job, &WritingJob::progressed, this, &CompareColumn::showState);
    connect(&m_job, &WritingJob::ended, this, [this] {
        m_view->endPassage();
        showState();
        Q_EMIT writingChanged();
    });
    showState();
}

Result<void> CompareColumn::start(const QString& prompt, const ParamValues& values) {
    m_words.clear();
    m_view->begin(prompt);
    if (const Result<void> started = m_job.start(values); !started) return started;
    const auto end = static_cast<int>(m_view->toPlainText().size());
    m_view->setCaret(end);
    m_view->ensureCursorVisible();
    m_view->startPassage(end, end);
    showState();
    Q_EMIT writingChanged();
    return {};
}

void CompareColumn::setModel(const QString& title) {
    m_model->setText(
        fontMetrics().elidedText(title.isEmpty() ? tr("Choose a model") : title, Qt::ElideRight, px(220)));
    m_model->setAccessibleName(tr("Model: %1").arg(title));
}

void CompareColumn::setSettings(const QString& text) {
    m_settings->setText(text);
}

void CompareColumn::setChosen(bool isChosen) {
    m_isChosen = isChosen;
    update();
}

void CompareColumn::setSurpriseShown(bool isShown) {
    m_view->setSurpriseShown(isShown);
}

void CompareColumn::showState() {
    m_take->setEnabled(!m_words.empty() && !m_job.isRunning());
    if (m_job.isWaiting()) return m_measures->setText(tr("Waits for its turn"));
    if (m_words.empty()) return m_measures->clear();
    double sum = 0;
    for (const widgets::MachineWord& word : m_words) sum -= std::log(std::max(word.probability, 1e-12));
    const double perplexity = std::exp(sum / static_cast<double>(m_words.size()));
    m_measures->setText(tr("%1, perplexity %2")
                            .arg(tr("%n token(s)", nullptr, static_cast<int>(m_words.size())),
                                 QLocale().toString(perplexity, 'f', 1)));
}

bool CompareColumn::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress) Q_EMIT chosen();
    return Surface::eventFilter(watched, event);
}

void CompareColumn::mousePressEvent(QMouseEvent*) {
    Q_EMIT chosen();
}

void CompareColumn::paintEvent(QPaintEvent* event) {
    Surface::paintEvent(event);
    if (!m_isChosen) return;
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), px(2)), widgets::tokens().accent);
}

}  // namespace limner::app
