#include "measure_bar.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QThreadPool>
#include <chrono>

#include "app/core_text.h"
#include "app/notices.h"
#include "app/studio_bridge.h"
#include "text_file.h"
#include "text_measures.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "write_session.h"

namespace limner::app {

using namespace std::chrono_literals;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

constexpr auto kCountDelay = 250ms;
constexpr QChar kNoValue = u'\u2013';

/// Which name a result of the core may have.
constexpr std::pair<const char*, int> kScoreNames[] = {{"bleu", 5}, {"rougel", 6}, {"meteor", 7}};

QString plainName(const std::string& name) {
    QString plain = fromUtf8(name).toLower();
    return plain.remove(u'-').remove(u'_').remove(u' ');
}

}  // namespace

MeasureBar::MeasureBar(StudioBridge& bridge, Notices& notices, WriteSession& session, QWidget* parent)
    : Surface(&widgets::Tokens::base, Qt::TopEdge, parent),
      m_bridge(bridge),
      m_notices(notices),
      m_session(session) {
    setObjectName(QStringLiteral("write.measures"));
    setFixedHeight(px(60));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->setSpacing(px(28));
    const std::pair<QString, QString> texts[kMeasures] = {
        {tr("Perplexity"),
         tr("How many words the model wavered between, on average, up to the caret: 1 is certain")},
        {tr("Mean entropy"), tr("How undecided the model was, on average, up to the caret")},
        {tr("Words"), tr("Of the whole text")},
        {tr("Tokens"), tr("Of the text before the caret, and how many the model looks back on")},
        {tr("Repeated 4-grams"),
         tr("Four words in a row that stood there before: much of it means going in circles")},
        {tr("BLEU"), tr("Against the text of reference: 0 to 100")},
        {tr("ROUGE-L"), tr("Against the text of reference: 0 to 1")},
        {tr("METEOR"), tr("Against the text of reference: 0 to 1")}};
    for (const auto& [name, tip] : texts) {
        m_columns.push_back(makeColumn(name, tip));
        row->addWidget(m_columns.back().room);
        if (m_columns.size() != Bleu) continue;
        m_divider = new Surface(&widgets::Tokens::line);
        m_divider->setFixedSize(px(1), px(28));
        row->addWidget(m_divider);
    }
    row->addStretch();
    m_reference = new widgets::Button(tr("Reference…"), QStringLiteral("folder"), {});
    m_reference->setObjectName(QStringLiteral("write.referenceButton"));
    row->addWidget(m_reference);
    connect(m_reference, &QPushButton::clicked, this, &MeasureBar::pickReference);
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(kCountDelay);
    connect(&m_countSoon, &QTimer::timeout, this, &MeasureBar::count);
    connect(&session.editor(), &QPlainTextEdit::textChanged, this, [this] {
        if (!m_countSoon.isActive()) m_countSoon.start();
    });
    connect(&session, &WriteSession::opened, this, [this] {
        count();
        showReference();
        score();
    });
    connect(&session, &WriteSession::passageEnded, this, &MeasureBar::score);
    connect(&bridge, &StudioBridge::snapshotChanged, this, &MeasureBar::takeScores);
    connect(&bridge, &StudioBridge::eventArrived, this, [this](const Event& event) {
        if (event.job == m_scoring && limner::isOver(event.state)) takeScores(event.job);
    });
    setReading(nullptr);
    showCounts(0, 0);
    showReference();
}

MeasureBar::Column MeasureBar::makeColumn(const QString& name, const QString& tip) {
    Column made;
    made.room = new QWidget;
    made.room->setToolTip(tip);
    auto* column = new QVBoxLayout(made.room);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    made.name = new Label(name, TextRole::Label, Ink::Text3);
    made.value = new Label(QString(kNoValue), TextRole::Body);
    made.value->setObjectName(QStringLiteral("write.measure.%1").arg(m_columns.size()));
    made.value->setAccessibleName(name);
    // Numbers stand on one line whichever script their units are in.
    made.name->setFixedHeight(widgets::lineHeight(TextRole::Label));
    made.value->setFixedHeight(widgets::lineHeight(TextRole::Body));
    column->addStretch();
    column->addWidget(made.name);
    column->addWidget(made.value);
    column->addStretch();
    return made;
}

void MeasureBar::show(Measure measure, const QString& value) {
    m_columns[measure].value->setText(value.isEmpty() ? QString(kNoValue) : value);
}

/// On another thread: a book takes longer than a key may.
void MeasureBar::count() {
    if (m_isCounting) return m_countSoon.start();
    m_isCounting = true;
    const QPointer<MeasureBar> self(this);
    QThreadPool::globalInstance()->start([self, text = m_session.text()] {
        const auto put = [self, words = wordCount(text), repeated = repeatedFourGrams(text)] {
            if (self) self->showCounts(words, repeated);
        };
        if (self) QMetaObject::invokeMethod(self, put, Qt::QueuedConnection);
    });
}

void MeasureBar::showCounts(int words, double repeated) {
    m_isCounting = false;
    const QLocale locale;
    show(Words, locale.toString(words));
    show(Repeated, tr("%1 %").arg(locale.toString(100 * repeated, 'f', 1)));
}

void MeasureBar::setReading(const std::shared_ptr<const Reading>& reading) {
    const QLocale locale;
    const bool isKnown = reading != nullptr;
    const bool hasTwo = isKnown && reading->perplexity > 0;
    show(Perplexity, hasTwo ? locale.toString(reading->perplexity, 'f', 1) : QString());
    show(Entropy, hasTwo ? tr("%1 bits").arg(locale.toString(reading->entropyBits, 'f', 2)) : QString());
    const auto& facts = m_session.facts();
    const QString tokens = isKnown ? locale.toString(static_cast<qlonglong>(reading->tokens)) : QString();
    const bool hasLimit = facts != nullptr && facts->context > 0;
    show(Tokens, isKnown && hasLimit
                     ? tr("%1 of %2").arg(tokens, locale.toString(static_cast<qlonglong>(facts->context)))
                     : tokens);
}

void MeasureBar::setCompact(bool isCompact) {
    m_isCompact = isCompact;
    setFixedHeight(px(isCompact ? 52 : 60));
    layout()->setSpacing(px(isCompact ? 16 : 28));
    m_columns[Repeated].room->setVisible(!isCompact);
    m_reference->setText(isCompact ? QString() : tr("Reference…"));
    showReference();
}

void MeasureBar::pickReference() {
    const QString now = m_session.record().reference;
    if (!now.isEmpty()) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Measure now"), this, &MeasureBar::score);
        menu->addAction(tr("Measure against “%1” no longer").arg(QFileInfo(now).fileName()), this,
                        [this] { setReference({}); });
        menu->popup(m_reference->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
        return;
    }
    auto* dialog = new QFileDialog(this, tr("Text of reference"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MeasureBar::setReference);
    dialog->open();
}

void MeasureBar::setReference(const QString& file) {
    m_session.change([&](WriteRecord& record) { record.reference = file; });
    for (const Measure measure : {Bleu, Rouge, Meteor}) show(measure, {});
    showReference();
    score();
}

void MeasureBar::showReference() {
    const QString file = m_session.record().reference;
    const bool isThere = !file.isEmpty();
    m_reference->setToolTip(isThere ? tr("Measured against %1").arg(QFileInfo(file).fileName())
                                    : tr("Measure the text against a file"));
    m_reference->setAccessibleName(tr("Text of reference"));
    for (const Measure measure : {Bleu, Rouge, Meteor})
        m_columns[measure].room->setVisible(isThere && !m_isCompact);
    m_columns[Bleu].room->setVisible(isThere);
    m_divider->setVisible(isThere);
}

/// The text goes into a file of the project, since jobs take files.
void MeasureBar::score() {
    const QString reference = m_session.record().reference;
    if (reference.isEmpty() || !m_bridge.isOpen() || m_session.text().isEmpty()) return;
    if (m_bridge.catalog().kind("score") == nullptr || m_scoring != JobId::None) return;
    const QDir inputs(QDir(m_session.projectFolder()).filePath(QStringLiteral("inputs")));
    const QString file = inputs.filePath(QStringLiteral("write-hypothesis.txt"));
    inputs.mkpath(QStringLiteral("."));
    if (const auto written = writeTextFile(file, m_session.text(), {}); !written)
        return m_notices.showError(tr("The text cannot be measured"), written.error());
    const auto started = m_bridge.start({.kind = "score",
                                         .values = {{"hypothesis", toUtf8(file)},
                                                    {"reference", toUtf8(reference)},
                                                    {"metric", std::string("bleu,rouge,meteor")}}});
    if (!started) return m_notices.showError(tr("The text cannot be measured"), started.error());
    m_scoring = *started;
}

void MeasureBar::takeScores(JobId job) {
    if (job != m_scoring || job == JobId::None) return;
    if (const auto snapshot = m_bridge.latest(job))
        for (const auto& [name, number] : snapshot->numbers)
            for (const auto& [known, measure] : kScoreNames)
                if (plainName(name).startsWith(QLatin1String(known)))
                    show(static_cast<Measure>(measure),
                         QLocale().toString(number, 'f', measure == Bleu ? 2 : 4));
    const auto info = m_bridge.job(job);
    if (!info || limner::isOver(info->state)) m_scoring = JobId::None;
}

}  // namespace limner::app
