// A workspace that does not exist yet: says plainly what it will be for and what can be done today.
#pragma once

#include "app/page.h"

namespace limner::app {

class ComingPage : public Page {
    Q_OBJECT

public:
    struct Content {
        QString name;
        QString iconName;
        QString sentence;
        QStringList points;
    };

    explicit ComingPage(const Content& content, QWidget* parent = nullptr);

Q_SIGNALS:
    void trainRequested();
};

}  // namespace limner::app
