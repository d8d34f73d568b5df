#include "network_card.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QGridLayout>
#include <QUrl>
#include <QVBoxLayout>

#include "app/core_text.h"
#include "app/scroll_room.h"
#include "app/surface.h"
#include "network_row.h"
#include "widgets/button.h"
#include "widgets/label.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

/// In groups of eight, so that it can be read and may break.
QString grouped(const std::string& hash) {
    QStringList groups;
    for (size_t at = 0; at < hash.size(); at += 8) groups << fromUtf8(hash.substr(at, 8));
    return groups.join(QLatin1Char(' '));
}

QString usedBy(NetworkKind kind) {
    return kind == NetworkKind::Features    ? NetworkCard::tr("Neural style, Dream")
           : kind == NetworkKind::FastStyle ? NetworkCard::tr("Fast style")
                                            : NetworkCard::tr("Explore");
}

}  // namespace

NetworkCard::NetworkCard(NetworkShelf& shelf, QWidget* parent) : QWidget(parent), m_shelf(shelf) {
    setObjectName(QStringLiteral("networks.card"));
    setAccessibleName(tr("Chosen network"));
    auto* body = new Surface(&widgets::Tokens::panel);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(px(16), px(16), px(4), px(16));
    column->setSpacing(px(4));
    m_title = new Label({}, TextRole::Title);
    m_title->setWordWrap(true);
    m_kind = new Label({}, TextRole::Label, Ink::Text3);
    m_facts = new QWidget;
    m_rows = new QGridLayout(m_facts);
    m_rows->setContentsMargins(0, px(12), 0, 0);
    m_rows->setHorizontalSpacing(px(16));
    m_rows->setVerticalSpacing(px(8));
    m_rows->setColumnStretch(1, 1);
    m_check = new Label;
    m_check->setObjectName(QStringLiteral("networks.check"));
    m_check->setWordWrap(true);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_kind, m_facts, m_check})
        column->addWidget(part);
    column->addStretch();
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(new ScrollRoom(body), 1);
    all->addWidget(makeFoot());
    connect(&shelf, &NetworkShelf::changed, this, &NetworkCard::showFacts);
    show({});
}

QWidget* NetworkCard::makeFoot() {
    auto* foot = new Surface(&widgets::Tokens::panel, Qt::TopEdge);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(px(16), px(12), px(12), px(12));
    row->setSpacing(px(8));
    const auto add = [&](const char* name, const QString& text, const QString& icon, const QString& role,
                         auto act) {
        auto* button = new Button(text, icon, role);
        if (text.isEmpty()) button->setToolTip(tr("Show its folder"));
        if (text.isEmpty()) button->setAccessibleName(tr("Show its folder"));
        button->setObjectName(QStringLiteral("networks.") + QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, act);
        m_buttons.push_back(button);
        row->addWidget(button);
    };
    add("verify", tr("Check"), QStringLiteral("shield"), {}, [this] { m_shelf.verify(m_id); });
    add("reveal", {}, QStringLiteral("folder"), {}, [this] {
        if (const auto* network = m_shelf.find(m_id))
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(fromUtf8(network->file)).path()));
    });
    add("remove", tr("Remove…"), QStringLiteral("trash"), QStringLiteral("danger"),
        [this] { m_shelf.remove(m_id); });
    return foot;
}

void NetworkCard::show(const std::string& id) {
    m_id = id;
    showFacts();
}

void NetworkCard::addFact(const QString& name, const QString& value, bool isMono) {
    if (value.isEmpty()) return;
    auto* text = new Label(value, isMono ? TextRole::Mono : TextRole::Body, Ink::Text2);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int line = m_rows->rowCount();
    m_rows->addWidget(new Label(name, TextRole::Body, Ink::Text3), line, 0, Qt::AlignTop);
    m_rows->addWidget(text, line, 1, Qt::AlignTop);
}

void NetworkCard::showFacts() {
    const LibraryNetwork* network = m_shelf.find(m_id);
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (Button* button : m_buttons) button->setEnabled(network && network->isHere());
    m_title->setText(network ? fromUtf8(network->title) : tr("Choose a network"));
    m_kind->setText(network ? kindText(network->kind) : QString());
    m_check->clear();
    if (!network) return;
    addFact(tr("Used by"), usedBy(network->kind), false);
    addFact(tr("Licence"), network->licence.empty() ? tr("not known") : fromUtf8(network->licence), false);
    addFact(tr("Size"), sizeText(network->sizeBytes), false);
    if (!network->isHere() || network->isAsPublished())
        addFact(tr("Address"), fromUtf8(network->address), false);
    addFact(tr("From"), fromUtf8(network->source), false);
    addFact(tr("SHA-256"), grouped(network->isHere() ? network->sourceHash : network->publishedHash + "…"),
            true);
    const auto check = m_shelf.check(m_id);
    m_check->setInk(check == NetworkShelf::Check::Bad ? Ink::Error : Ink::Ok);
    if (check == NetworkShelf::Check::Good)
        m_check->setText(tr("The file is what was imported, checked just now."));
    if (check == NetworkShelf::Check::Bad)
        m_check->setText(tr("The file is not what was imported. Remove it and import it again."));
    if (check == NetworkShelf::Check::None && network->isAsPublished())
        m_check->setText(tr("The imported file matched the hash that its makers publish."));
}

}  // namespace limner::app
