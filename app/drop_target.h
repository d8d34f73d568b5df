// What may be dropped on the window: a run, weights, a folder of pictures, a picture or text that Limner
// made, other pictures to be stylised, other texts to be written on.
#pragma once

#include <QObject>

#include "core/types/recipe.h"
#include "page.h"

namespace limner::app {

class DropTarget : public QObject {
    Q_OBJECT

public:
    /// Takes the drops of `window`.
    DropTarget(const Shell& shell, QWidget* window);
    /// Tells what it is on another thread, then emits one of the signals or says what can be dropped.
    void take(const QStringList& paths);

Q_SIGNALS:
    void runDropped(const QString& folder);
    void picturesDropped(const QString& folder);
    void weightsDropped(const QString& file);
    /// Pictures that Limner did not make.
    void photosDropped(const QStringList& files);
    void textDropped(const QString& file);
    void recipeDropped(const limner::Recipe& recipe);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Shell m_shell;
};

}  // namespace limner::app
