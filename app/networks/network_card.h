// The card about one network: where it came from, whether it is whole, and what can be done with it.
#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "network_shelf.h"

class QGridLayout;

namespace limner::widgets {
class Button;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class NetworkCard : public QWidget {
    Q_OBJECT

public:
    explicit NetworkCard(NetworkShelf& shelf, QWidget* parent = nullptr);
    /// Empty for none.
    void show(const std::string& id);

private:
    void showFacts();
    void addFact(const QString& name, const QString& value, bool isMono);
    QWidget* makeFoot();

    NetworkShelf& m_shelf;
    std::string m_id;
    widgets::Label* m_title = nullptr;
    widgets::Label* m_kind = nullptr;
    widgets::Label* m_check = nullptr;
    QWidget* m_facts = nullptr;
    QGridLayout* m_rows = nullptr;
    std::vector<widgets::Button*> m_buttons;
};

}  // namespace limner::app
