// A part of the inspector that is no form: a heading that folds whatever stands below it.
#pragma once

#include <QWidget>

namespace limner::widgets {

class GroupHead;

class FoldSection : public QWidget {
    Q_OBJECT

public:
    /// Takes the content.
    FoldSection(const QString& name, QWidget* content, QWidget* parent = nullptr);
    void setNote(const QString& note);
    void setFolded(bool folded);
    bool isFolded() const;

Q_SIGNALS:
    void foldedChanged(bool folded);

private:
    GroupHead* m_head;
    QWidget* m_content;
};

}  // namespace limner::widgets
