// Pictures that leave Stylize: saved with their recipe, copied, dragged out.
#pragma once

#include <QObject>

#include "app/page.h"
#include "core/types/recipe.h"

namespace limner::app {

class StylizeSession;
struct StylizeResult;

class StylizeOutputs : public QObject {
    Q_OBJECT

public:
    StylizeOutputs(const Shell& shell, StylizeSession& session, QObject* parent);

    void copy();
    /// Asks where to. @param result  0: the one that is shown
    void save(qint64 result = 0);
    /// Writes a result to a file; the ending says the format: png (with its recipe), jpg, webp, tif.
    /// Errors: NotFound, Unsupported, NotWritable.
    Result<void> saveTo(const StylizeResult& result, const QString& path) const;
    /// Starts a drag of the picture as a file. @param source  the widget that it is pulled from
    void dragOut(qint64 result, QWidget* source);
    void showFolder(qint64 result);

private:
    const StylizeResult* wanted(qint64 result) const;
    Recipe recipeOf(const StylizeResult& result) const;

    Shell m_shell;
    StylizeSession& m_session;
};

}  // namespace limner::app
