// The networks of the library as a list: those that are here, those that could be, and where files are
// dropped.
#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "network_shelf.h"

class QVBoxLayout;

namespace limner::app {

class NetworkRow;

class NetworksView : public QWidget {
    Q_OBJECT

public:
    explicit NetworksView(NetworkShelf& shelf, QWidget* parent = nullptr);
    /// Opens a file dialog for weights to take in.
    void chooseFile();

Q_SIGNALS:
    /// Empty for none.
    void chosen(const std::string& id);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void showRows();
    void addHead(const QString& text);
    void addRow(const LibraryNetwork& network);
    void choose(const std::string& id);
    QWidget* makeDropPlace();

    NetworkShelf& m_shelf;
    QVBoxLayout* m_column = nullptr;
    std::vector<NetworkRow*> m_rows;
    std::string m_chosen;
};

}  // namespace limner::app
