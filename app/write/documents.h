// Texts on the disk: open, save, save as; nothing is lost and nothing written over without a question.
#pragma once

#include <QObject>

#include "app/page.h"
#include "text_file.h"

class QMenu;

namespace limner::app {

class WriteSession;

class Documents : public QObject {
    Q_OBJECT

public:
    Documents(const Shell& shell, WriteSession& session, QObject* parent);

    void fill(QMenu& menu);
    void startNew();
    void pick();
    /// Asks first where what is there has never been saved.
    void open(const QString& path);
    void save();
    void saveAs();
    /// Writes there, whatever is there.
    void writeTo(const QString& path);

private:
    void ifReplaceable(const std::function<void()>& act);

    Shell m_shell;
    WriteSession& m_session;
};

}  // namespace limner::app
