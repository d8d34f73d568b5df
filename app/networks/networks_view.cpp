#include "networks_view.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

#include "app/core_text.h"
#include "app/scroll_room.h"
#include "network_row.h"
#include "widgets/button.h"
#include "widgets/label.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

NetworksView::NetworksView(NetworkShelf& shelf, QWidget* parent) : QWidget(parent), m_shelf(shelf) {
    setObjectName(QStringLiteral("networks"));
    setAcceptDrops(true);
    auto* list = new Surface(&widgets::Tokens::base);
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(0, 0, 0, px(16));
    m_column->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new ScrollRoom(list), 1);
    auto* place = new QVBoxLayout;
    place->setContentsMargins(px(16), px(8), px(16), px(16));
    place->addWidget(makeDropPlace());
    column->addLayout(place);
    connect(&shelf, &NetworkShelf::changed, this, &NetworksView::showRows);
    connect(&shelf, &NetworkShelf::progressed, this, [this](const std::string& id) {
        for (NetworkRow* row : m_rows)
            if (row->id() == id) row->showProgress();
    });
    showRows();
}

QWidget* NetworksView::makeDropPlace() {
    auto* place = new Surface(&widgets::Tokens::base);
    place->setDashed(true);
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(px(16), px(12), px(16), px(12));
    row->setSpacing(px(16));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Label(tr("Drop a .safetensors or PyTorch .pth file here")));
    auto* more =
        new Label(tr("Read in a separate process that knows tensors only. Names, shapes and hash are "
                     "checked before anything is kept."),
                  TextRole::Label, Ink::Text3);
    more->setWordWrap(true);
    words->addWidget(more);
    row->addLayout(words, 1);
    auto* choose = new widgets::Button(tr("Import…"), QStringLiteral("plus"), {});
    choose->setObjectName(QStringLiteral("networks.import"));
    connect(choose, &QPushButton::clicked, this, &NetworksView::chooseFile);
    row->addWidget(choose);
    return place;
}

void NetworksView::chooseFile() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Import weights"), {},
                                                      tr("Weights (*.safetensors *.pth *.pt *.bin)"));
    if (!file.isEmpty()) m_shelf.import(file);
}

void NetworksView::addHead(const QString& text) {
    auto* head = new Label(text, TextRole::Section, Ink::Text2);
    head->setContentsMargins(px(16), px(16), px(16), px(8));
    m_column->addWidget(head);
}

void NetworksView::addRow(const LibraryNetwork& network) {
    auto* row = new NetworkRow(network, m_shelf);
    row->setChosen(network.id == m_chosen);
    connect(row, &NetworkRow::chosen, this, [this, id = network.id] { choose(id); });
    m_column->addWidget(row);
    m_rows.push_back(row);
}

void NetworksView::showRows() {
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (QWidget* row = item->widget()) {  // whose button may be what led here
            row->setParent(nullptr);
            row->deleteLater();
        }
        delete item;
    }
    m_rows.clear();
    for (const bool isHere : {true, false}) {
        bool hasHead = false;
        for (const LibraryNetwork& network : m_shelf.networks()) {
            if (network.isHere() != isHere) continue;
            if (!std::exchange(hasHead, true)) addHead(isHere ? tr("Installed") : tr("Known, not installed"));
            addRow(network);
        }
    }
    m_column->addStretch();
    if (!m_shelf.find(m_chosen)) choose({});
}

void NetworksView::choose(const std::string& id) {
    m_chosen = id;
    for (NetworkRow* row : m_rows) row->setChosen(row->id() == id);
    Q_EMIT chosen(id);
}

void NetworksView::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void NetworksView::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) m_shelf.import(url.toLocalFile());
}

}  // namespace limner::app
