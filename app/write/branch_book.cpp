#include "branch_book.h"

#include <algorithm>
#include <set>

namespace limner::app {
namespace {

constexpr int kTitleUnits = 48;

}  // namespace

int commonStart(const QString& a, const QString& b) {
    const auto found = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    auto units = static_cast<int>(found.first - a.begin());
    if (units > 0 && a[units - 1].isHighSurrogate()) --units;
    return units;
}

int commonEnd(const QString& a, const QString& b, int start) {
    const auto rest = [start](const QString& text) { return QStringView(text).mid(start); };
    const QStringView first = rest(a), second = rest(b);
    const auto found = std::mismatch(first.rbegin(), first.rend(), second.rbegin(), second.rend());
    auto units = static_cast<int>(found.first - first.rbegin());
    if (units > 0 && first[first.size() - units].isLowSurrogate()) --units;
    return units;
}

Branch* BranchBook::mutableFind(qint64 id) {
    const auto found = std::ranges::find(m_all, id, &Branch::id);
    return found == m_all.end() ? nullptr : &*found;
}

const Branch* BranchBook::find(qint64 id) const {
    return const_cast<BranchBook*>(this)->mutableFind(id);
}

void BranchBook::keep(const QString& text, MarkList marks) {
    if (m_all.empty()) {
        m_all.push_back({.id = ++m_lastId});
        m_current = m_lastId;
    }
    Branch* here = mutableFind(m_current);
    here->text = text;
    here->marks = std::move(marks);
}

qint64 BranchBook::add(qint64 parent, const QString& settings) {
    const Branch* above = find(parent);
    m_all.push_back({.id = ++m_lastId,
                     .parent = parent,
                     .text = above ? above->text : QString(),
                     .marks = above ? above->marks : nullptr,
                     .settings = settings});
    m_current = m_lastId;
    return m_lastId;
}

/// Where the place lies in what the current one came from, that one is divided.
qint64 BranchBook::divideAt(int units) {
    const Branch* here = find(m_current);
    if (here == nullptr || units >= here->text.size()) return here == nullptr ? -1 : here->id;
    while (find(here->parent) != nullptr && start(*here) >= units && find(here->parent)->text.size() > units)
        here = find(here->parent);
    const Branch* above = find(here->parent);
    if (above != nullptr && above->text == QStringView(here->text).left(units)) return above->id;
    Branch head = *here;
    head.id = ++m_lastId;
    head.text.truncate(units);
    head.isKept = false;
    const qint64 id = head.id;
    const auto place = m_all.begin() + (here - m_all.data());
    place->parent = id;
    m_all.insert(place, std::move(head));
    return id;
}

void BranchBook::goTo(qint64 id) {
    if (find(id) != nullptr) m_current = id;
}

void BranchBook::toggleKept(qint64 id) {
    if (Branch* branch = mutableFind(id)) branch->isKept = !branch->isKept;
}

bool BranchBook::isAbove(qint64 ancestor, qint64 id) const {
    for (const Branch* branch = find(id); branch != nullptr; branch = find(branch->parent))
        if (branch->id == ancestor) return true;
    return false;
}

bool BranchBook::remove(qint64 id) {
    if (find(id) == nullptr || isAbove(id, m_current)) return false;
    std::set<qint64> gone{id};
    for (const Branch& branch : m_all)
        if (gone.contains(branch.parent)) gone.insert(branch.id);
    std::erase_if(m_all, [&](const Branch& branch) { return gone.contains(branch.id); });
    return true;
}

int BranchBook::start(const Branch& branch) const {
    const Branch* above = find(branch.parent);
    return above == nullptr ? 0 : commonStart(above->text, branch.text);
}

QString BranchBook::title(const Branch& branch, int from) const {
    const QString words = branch.text.mid(from, 4 * kTitleUnits).simplified();
    if (words.isEmpty()) return QStringLiteral("…");
    return words.size() <= kTitleUnits ? words : words.left(kTitleUnits).trimmed() + QStringLiteral("…");
}

BranchBook BranchBook::of(std::vector<Branch> branches, qint64 current) {
    BranchBook book;
    std::set<qint64> known;
    for (Branch& branch : branches) {
        if (branch.id < 1 || known.contains(branch.id)) continue;
        if (!known.contains(branch.parent)) branch.parent = -1;
        known.insert(branch.id);
        book.m_lastId = std::max(book.m_lastId, branch.id);
        book.m_all.push_back(std::move(branch));
    }
    book.m_current = known.contains(current) ? current : book.m_all.empty() ? -1 : book.m_all.back().id;
    return book;
}

}  // namespace limner::app
