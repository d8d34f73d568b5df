// A group of form rows under a heading that folds them.
#pragma once

#include <QWidget>
#include <string>
#include <vector>

class QVBoxLayout;

namespace limner::widgets {

class GroupHead;
class ParamRow;

class ParamGroup : public QWidget {
    Q_OBJECT

public:
    /// @param name  as in the table (English); shown translated
    explicit ParamGroup(const std::string& name, QWidget* parent);

    const std::string& name() const { return m_name; }
    /// The rows in order; those that are not among them leave the group but are not deleted.
    void setRows(const std::vector<ParamRow*>& rows);
    const std::vector<ParamRow*>& rows() const { return m_rows; }

    /// Heading and editors in the order in which Tab visits them.
    QWidgetList tabStops() const;

    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }
    /// At the right end of the heading: "live".
    void setNote(const QString& note);
    /// The first group has no line above it.
    void setFirst(bool first);
    /// Shows only rows that match; unfolds while there is a filter. False if none matches.
    bool applyFilter(const QString& filter);

Q_SIGNALS:
    void foldedChanged(bool folded);

private:
    void applyVisibility();

    std::string m_name;
    std::vector<ParamRow*> m_rows;
    GroupHead* m_head = nullptr;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_bodyLayout = nullptr;
    QString m_filter;
    bool m_folded = false;
};

}  // namespace limner::widgets
