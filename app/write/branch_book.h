// Every continuation of a text that was tried, and where each left another one.
#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "widgets/token_marks.h"

namespace limner::app {

using MarkList = std::shared_ptr<const std::vector<widgets::TokenMark>>;

/// A version of the whole text.
struct Branch {
    qint64 id = 0;
    qint64 parent = -1;
    QString text = {};
    MarkList marks = {};    ///< of what a model wrote in it; may be null
    QString settings = {};  ///< what it was made with: "0.80"
    bool isKept = false;
};

/// Parents come before their children. The text of the current one is that of the editor: it is brought up to
/// date before anything else is done.
class BranchBook {
public:
    const std::vector<Branch>& all() const { return m_all; }
    /// −1 while there is none.
    qint64 current() const { return m_current; }
    const Branch* find(qint64 id) const;
    bool isEmpty() const { return m_all.empty(); }

    /// The current one reads so now; the first call makes the beginning.
    void keep(const QString& text, MarkList marks);
    /// A new one below `parent`, which becomes current. @return its id
    qint64 add(qint64 parent, const QString& settings);
    /// Divides the current one: its first `units` become a branch of their own above it. Where a branch ends
    /// there already, nothing is divided. @return the branch that ends there
    qint64 divideAt(int units);
    void goTo(qint64 id);
    void toggleKept(qint64 id);
    /// With all that comes from it. False for one on the way to the current one.
    bool remove(qint64 id);

    /// Where a branch begins to differ from its parent; 0 for a beginning.
    int start(const Branch& branch) const;
    /// Its first new words, "…" behind them where there are more.
    QString title(const Branch& branch) const { return title(branch, start(branch)); }
    /// The same, where it is known where the branch begins to differ.
    QString title(const Branch& branch, int from) const;

    /// As read from a file: what does not fit is left out.
    static BranchBook of(std::vector<Branch> branches, qint64 current);

private:
    Branch* mutableFind(qint64 id);
    bool isAbove(qint64 ancestor, qint64 id) const;

    std::vector<Branch> m_all;
    qint64 m_current = -1;
    qint64 m_lastId = 0;
};

/// How many units two texts share at their beginning; never half a character.
int commonStart(const QString& a, const QString& b);
/// The same at their end, of what is left behind `start` in both.
int commonEnd(const QString& a, const QString& b, int start);

}  // namespace limner::app
