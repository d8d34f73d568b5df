// The name of a file, cut in its middle where it does not fit.
#pragma once

#include "label.h"

namespace limner::widgets {

class NameLabel : public Label {
    Q_OBJECT

public:
    explicit NameLabel(TextRole role, QWidget* parent = nullptr);
    /// Takes what room there is; the whole name is the tool tip, unless another one is set afterwards.
    void setName(const QString& name);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QString m_name;
};

}  // namespace limner::widgets
