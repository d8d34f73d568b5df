// Small copies of the sample pictures for menus, made beside the window.
#pragma once

#include <QIcon>
#include <QObject>
#include <QThreadPool>
#include <map>

#include "sample_pictures.h"

class QAction;

namespace limner::app {

class SampleThumbs : public QObject {
    Q_OBJECT

public:
    explicit SampleThumbs(QObject* parent = nullptr);
    ~SampleThumbs() override;

    /// Gives the action the small copy as its icon: at once, or when it is there; until then a blank of the
    /// same size.
    void show(const SamplePicture& sample, QAction* action);

Q_SIGNALS:
    void made(const QString& id);

private:
    QThreadPool m_worker;
    std::map<QString, QIcon> m_icons;  ///< blank while it is being made
};

}  // namespace limner::app
