// One network in the list: what it is, whether it can be trusted, and the one thing to do with it.
#pragma once

#include "app/surface.h"
#include "network_shelf.h"

class QProgressBar;

namespace limner::widgets {
class Button;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class NetworkRow : public Surface {
    Q_OBJECT

public:
    NetworkRow(const LibraryNetwork& network, NetworkShelf& shelf, QWidget* parent = nullptr);
    const std::string& id() const { return m_network.id; }
    /// How far its download is.
    void showProgress();
    void setChosen(bool isChosen);

Q_SIGNALS:
    void chosen();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeState();

    LibraryNetwork m_network;
    NetworkShelf& m_shelf;
    QWidget* m_state = nullptr;
    widgets::Button* m_get = nullptr;
    widgets::Button* m_pause = nullptr;
    widgets::Button* m_cancel = nullptr;
    widgets::Label* m_amount = nullptr;
    QProgressBar* m_bar = nullptr;
};

/// "Feature network", "Fast style", "Trained here".
QString kindText(NetworkKind kind);
/// "553.4 MB"
QString sizeText(uint64_t bytes);

}  // namespace limner::app
