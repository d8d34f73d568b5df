#include "branch_panel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/command_button.h"
#include "app/notices.h"
#include "text_measures.h"
#include "widgets/branch_tree.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "write_session.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

/// Of what a model wrote in a branch.
struct Own {
    int tokens = 0;
    double perplexity = 0;  ///< 0 where there is nothing
};

Own ownBehind(const Branch& branch, int from) {
    if (!branch.marks) return {};
    const auto first = std::ranges::lower_bound(*branch.marks, from, {}, &widgets::TokenMark::start);
    double sum = 0;
    for (auto mark = first; mark != branch.marks->end(); ++mark)
        sum -= std::log(std::max(mark->probability, 1e-12));
    const auto count = static_cast<int>(branch.marks->end() - first);
    return {count, count == 0 ? 0 : std::exp(sum / count)};
}

QString detailOf(const BranchBook& book, const Branch& branch, int from) {
    const Own own = ownBehind(branch, from);
    QStringList parts;
    if (branch.id == book.current() && own.tokens > 0)
        return BranchPanel::tr("now, %n token(s)", nullptr, own.tokens);
    if (own.tokens == 0)
        return BranchPanel::tr("yours, %n word(s)", nullptr, wordCount(branch.text.mid(from)));
    if (!branch.settings.isEmpty()) parts << branch.settings;
    parts << BranchPanel::tr("perplexity %1").arg(QLocale().toString(own.perplexity, 'f', 1));
    return parts.join(QStringLiteral(", "));
}

}  // namespace

BranchPanel::BranchPanel(const Commands& commands, Notices& notices, WriteSession& session, QWidget* parent)
    : Surface(&widgets::Tokens::base, Qt::RightEdge, parent), m_notices(notices), m_session(session) {
    setObjectName(QStringLiteral("write.branches"));
    m_count = new Label({}, TextRole::Label, Ink::Text3);
    auto* keep = widgets::makeIconButton(QStringLiteral("bookmark"), tr("Keep this branch"));
    keep->setObjectName(QStringLiteral("write.keepButton"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), px(6), px(8), px(6));
    head->setSpacing(px(8));
    head->addWidget(new Label(tr("Branches"), TextRole::Section));
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(bindButton(keep, commands, QStringLiteral("write.keep")));
    m_empty = new Label({}, TextRole::Number, Ink::Text3);
    m_empty->setParagraph(tr("Each continuation becomes a branch. You can go back to any of them."));
    m_empty->setContentsMargins(px(16), px(4), px(16), 0);
    m_tree = new widgets::BranchTree;
    m_tree->setObjectName(QStringLiteral("write.tree"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_empty);
    column->addWidget(m_tree, 1);
    connect(&session, &WriteSession::branchesChanged, this, &BranchPanel::show);
    connect(m_tree, &widgets::BranchTree::activated, &session, &WriteSession::goTo);
    connect(m_tree, &widgets::BranchTree::keepToggled, &session, &WriteSession::toggleKept);
    connect(m_tree, &widgets::BranchTree::removeRequested, this, &BranchPanel::remove);
    connect(m_tree, &widgets::BranchTree::menuRequested, this, &BranchPanel::openMenu);
    show();
}

void BranchPanel::show() {
    const BranchBook& book = m_session.record().branches;
    std::vector<widgets::BranchItem> items;
    for (const Branch& branch : book.all()) {
        const int from = book.start(branch);
        items.push_back({branch.id, branch.parent, book.title(branch, from), detailOf(book, branch, from),
                         branch.isKept});
    }
    m_tree->setItems(std::move(items));
    m_tree->setCurrent(book.current());
    m_count->setText(book.isEmpty() ? QString() : QLocale().toString(static_cast<int>(book.all().size())));
    m_empty->setVisible(book.all().size() < 2);
}

void BranchPanel::remove(qint64 branch) {
    if (!m_session.removeBranch(branch))
        m_notices.tell(tr("The text stands in this branch. Go to another one first."));
}

void BranchPanel::openMenu(qint64 id, const QPoint& place) {
    const Branch* branch = m_session.record().branches.find(id);
    if (branch == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Go there"), this, [this, id] { m_session.goTo(id); });
    menu->addAction(branch->isKept ? tr("Keep it no longer") : tr("Keep this branch"), this,
                    [this, id] { m_session.toggleKept(id); });
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, [this, id] { remove(id); });
    menu->popup(place);
}

}  // namespace limner::app
