#include "network_row.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QProgressBar>
#include <map>

#include "app/core_text.h"
#include "app/download.h"
#include "widgets/button.h"
#include "widgets/icon_view.h"
#include "widgets/name_label.h"

namespace limner::app {

using widgets::Button;
using widgets::IconView;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

constexpr int kHeight = 40, kKindWidth = 120, kSizeWidth = 80, kLicenceWidth = 120, kStateWidth = 240;
constexpr int kNarrow = 800, kNarrowState = 150;

Label* cell(const QString& text, int width, Ink ink = Ink::Text2) {
    auto* label = new Label(text, TextRole::Body, ink);
    label->setMinimumWidth(px(width));
    return label;
}

}  // namespace

QString kindText(NetworkKind kind) {
    static const std::map<NetworkKind, const char*> texts{
        {NetworkKind::Features, QT_TRANSLATE_NOOP("NetworkRow", "Feature network")},
        {NetworkKind::FastStyle, QT_TRANSLATE_NOOP("NetworkRow", "Fast style")},
        {NetworkKind::Language, QT_TRANSLATE_NOOP("NetworkRow", "Continues a text")},
        {NetworkKind::Trained, QT_TRANSLATE_NOOP("NetworkRow", "Trained by Limner")}};
    return QCoreApplication::translate("NetworkRow", texts.at(kind));
}

QString sizeText(uint64_t bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

NetworkRow::NetworkRow(const LibraryNetwork& network, NetworkShelf& shelf, QWidget* parent)
    : Surface(&widgets::Tokens::base, {}, parent), m_network(network), m_shelf(shelf) {
    setObjectName(QStringLiteral("networks.row.") + fromUtf8(network.id));
    setAccessibleName(fromUtf8(network.title));
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(px(kHeight));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->setSpacing(px(12));
    const bool isStyle = network.kind == NetworkKind::FastStyle;
    row->addWidget(new IconView(isStyle ? QStringLiteral("stylize") : QStringLiteral("library")));
    row->addWidget(new Label(fromUtf8(network.title)));
    auto* source = new widgets::NameLabel(TextRole::Label);
    source->setInk(Ink::Text3);
    source->setName(fromUtf8(network.source));
    row->addWidget(source, 1);
    row->addWidget(cell(kindText(network.kind), kKindWidth));
    auto* size = cell(sizeText(network.sizeBytes), kSizeWidth);
    size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(size);
    const bool isUnknown = network.licence.empty();
    row->addWidget(cell(isUnknown ? tr("Licence unknown") : fromUtf8(network.licence), kLicenceWidth,
                        isUnknown ? Ink::Warn : Ink::Text2));
    m_state = makeState();
    row->addWidget(m_state);
    showProgress();
}

void NetworkRow::resizeEvent(QResizeEvent* event) {
    Surface::resizeEvent(event);
    m_state->setFixedWidth(px(width() < px(kNarrow) ? kNarrowState : kStateWidth));
}

QWidget* NetworkRow::makeState() {
    auto* state = new QWidget;
    auto* row = new QHBoxLayout(state);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    m_bar->setFixedHeight(px(4));
    m_amount = new Label({}, TextRole::Body, Ink::Text2);
    m_get = new Button(tr("Get…"), QStringLiteral("save"), {});
    m_get->setObjectName(QStringLiteral("networks.get.") + fromUtf8(m_network.id));
    m_pause = widgets::makeIconButton(QStringLiteral("pause"), tr("Stop for now; what has come is kept"));
    m_cancel = widgets::makeIconButton(QStringLiteral("close"), tr("Stop and throw away what has come"));
    row->addWidget(m_bar, 1);
    row->addWidget(m_amount);
    row->addWidget(m_get);
    row->addWidget(m_pause);
    row->addWidget(m_cancel);
    row->addStretch();
    connect(m_get, &QPushButton::clicked, this, [this] { m_shelf.get(m_network.id); });
    connect(m_pause, &QPushButton::clicked, this, [this] { m_shelf.pause(m_network.id); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_shelf.cancel(m_network.id); });
    return state;
}

void NetworkRow::showProgress() {
    const Download* download = m_shelf.download(m_network.id);
    const bool isRunning = download && download->isRunning();
    m_bar->setVisible(download != nullptr);
    m_pause->setVisible(isRunning);
    m_cancel->setVisible(download != nullptr);
    m_get->setVisible(!m_network.isHere() && !isRunning);
    m_get->setText(download ? tr("Go on") : tr("Get…"));
    m_amount->setVisible(m_network.isHere() || download);
    if (m_network.isHere()) {
        const auto check = m_shelf.check(m_network.id);
        m_amount->setInk(check == NetworkShelf::Check::Bad ? Ink::Error : Ink::Text3);
        m_amount->setText(check == NetworkShelf::Check::Bad    ? tr("Damaged")
                          : check == NetworkShelf::Check::Good ? tr("Whole, checked just now")
                          : m_network.isAsPublished()          ? tr("As published")
                                                               : tr("Imported"));
        return;
    }
    if (!download) return;
    const qint64 total = download->total() > 0 ? download->total() : static_cast<qint64>(m_network.sizeBytes);
    m_bar->setValue(total > 0 ? static_cast<int>(download->done() * 1000 / total) : 0);
    m_amount->setText(sizeText(static_cast<uint64_t>(download->done())));
}

void NetworkRow::setChosen(bool isChosen) {
    setFill(isChosen ? &widgets::Tokens::accentDim : &widgets::Tokens::base);
}

void NetworkRow::mousePressEvent(QMouseEvent* event) {
    Surface::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    Q_EMIT chosen();
}

void NetworkRow::focusInEvent(QFocusEvent* event) {
    Surface::focusInEvent(event);
    Q_EMIT chosen();
}

void NetworkRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        return;
    }
    if (event->key() == Qt::Key_Delete && m_network.isHere()) return m_shelf.remove(m_network.id);
    Surface::keyPressEvent(event);
}

}  // namespace limner::app
