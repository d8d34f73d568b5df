// A path that can be typed, dropped or looked for.
#pragma once

#include <QWidget>

#include "core/types/param.h"

class QLineEdit;

namespace limner::widgets {

class Button;

class PathPicker : public QWidget {
    Q_OBJECT

public:
    /// @pre kind is File, Folder or Run
    explicit PathPicker(ParamKind kind, QWidget* parent = nullptr);

    void setPath(const QString& path);
    QString path() const;
    /// Where looking begins when the path is empty.
    void setStartFolder(const QString& folder) { m_startFolder = folder; }
    QLineEdit* field() const { return m_field; }

Q_SIGNALS:
    void pathChosen(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void browse();
    void commit();

    ParamKind m_kind;
    QString m_startFolder;
    QString m_shown;
    QLineEdit* m_field = nullptr;
    Button* m_browse = nullptr;
};

}  // namespace limner::widgets
