// The part of a form row that holds the value: one kind of widget for each kind of parameter.
#pragma once

#include <QWidget>

#include "core/types/param.h"

namespace limner::widgets {

class ParamEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows without emitting. The value has the row's type.
    virtual void setValue(const ParamValue& value) = 0;
    /// Shows that there is no value.
    virtual void setNone() {}
    virtual void setChanged(bool) {}
    virtual void setCompact(bool) {}
    virtual void setRunsFolder(const QString&) {}

    /// The width below which something would be cut.
    virtual int leastWidth() const = 0;
    /// Whether it takes all the width it can get, else it stands at the right with its least width.
    virtual bool fills() const { return true; }

Q_SIGNALS:
    void valueChanged(const limner::ParamValue& value, bool final);
    void refused(const QString& sentence);
    void resetRequested();
    /// leastWidth may have changed.
    void widthChanged();
};

/// The editor for this row; `name` is its accessible name.
ParamEditor* makeParamEditor(const ParamSpec& spec, const QString& name, QWidget* parent);

}  // namespace limner::widgets
