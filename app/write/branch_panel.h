// The left side of Write: every continuation that was tried.
#pragma once

#include "app/surface.h"

namespace limner::widgets {
class BranchTree;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class Commands;
class Notices;
class WriteSession;

class BranchPanel : public Surface {
    Q_OBJECT

public:
    BranchPanel(const Commands& commands, Notices& notices, WriteSession& session, QWidget* parent = nullptr);
    widgets::BranchTree* tree() const { return m_tree; }

private:
    void show();
    void openMenu(qint64 branch, const QPoint& place);
    void remove(qint64 branch);

    Notices& m_notices;
    WriteSession& m_session;
    widgets::Label* m_count = nullptr;
    widgets::Label* m_empty = nullptr;
    widgets::BranchTree* m_tree = nullptr;
};

}  // namespace limner::app
