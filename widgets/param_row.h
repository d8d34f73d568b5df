// One row of a form: mark, label, editor, reset dot, and below it a sentence when a value was refused.
#pragma once

#include <QWidget>
#include <memory>

#include "core/types/param.h"

class QAbstractButton;

namespace limner::widgets {

class ParamEditor;

class ParamRow : public QWidget {
    Q_OBJECT

public:
    /// None: no job runs; Live: may change while it runs; Locked: fixed since the start, shown as plain text.
    enum class Mark { None, Live, Locked };

    /// `table` keeps `spec` alive.
    ParamRow(std::shared_ptr<const ParamTable> table, const ParamSpec& spec, QWidget* parent);

    const ParamSpec& spec() const { return m_spec; }
    QString id() const { return QString::fromStdString(m_spec.id); }

    void setValue(const ParamValue& value, const ParamValue& standard);
    /// Shows a dash instead of a number, until the next value.
    void setNone();
    void setMark(Mark mark);
    void setCompact(bool compact);
    void setRunsFolder(const QString& folder);
    /// One sentence below the row in the error colour; empty for none.
    void setError(const QString& sentence);
    bool isChanged() const { return m_changed; }
    bool matches(const QString& filter) const;
    void giveFocus();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void valueChanged(const QString& id, const limner::ParamValue& value, bool final);
    void resetRequested(const QString& id);
    void helpRequested(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Places {
        QRect mark;
        QRect label;
        QRect editor;
        QRect dot;
        QRect error;
        int height = 0;
    };

    Places places(int width) const;
    int leastEditorWidth() const;
    void relayout();
    QString lockedText() const;
    QString lockedTextIn(int width) const;

    std::shared_ptr<const ParamTable> m_table;
    const ParamSpec& m_spec;
    ParamEditor* m_editor = nullptr;
    QAbstractButton* m_dot = nullptr;
    ParamValue m_value;
    ParamValue m_standard;
    QString m_error;
    Mark m_mark = Mark::None;
    bool m_changed = false;
    bool m_compact = false;
};

}  // namespace limner::widgets
