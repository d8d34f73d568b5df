// Writes pictures of the widgets of Write with plausible content, in both themes and two sizes, to look at
// them. Usage: write_gallery FOLDER
#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "widgets/branch_tree.h"
#include "widgets/find_bar.h"
#include "widgets/fold_section.h"
#include "widgets/probability_bars.h"
#include "widgets/surprise_legend.h"
#include "widgets/tag_chips.h"
#include "widgets/text_editor.h"
#include "widgets/theme.h"
#include "widgets/token_popup.h"

using namespace limner;
using namespace limner::widgets;

namespace {

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

class Ground : public QWidget {
public:
    explicit Ground(QColor Tokens::*colour) : m_colour(colour) {}

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokens().*m_colour); }

private:
    QColor Tokens::*m_colour;
};

/// Words with invented probabilities; the first of each paragraph is the least expected.
std::vector<MachineWord> wordsOf(const QString& passage) {
    std::vector<MachineWord> words;
    QString word;
    const auto push = [&] {
        if (word.isEmpty()) return;
        const double p = static_cast<double>(qHash(word, 7) % 97) / 97.0;
        words.push_back({word, p, 5 - 4.5 * p});
        word.clear();
    };
    for (const QChar c : passage) {
        if (c == u' ' || c == u'\n' || c.script() == QChar::Script_Han) push();
        word += c;
    }
    push();
    return words;
}

TextEditor* makeEditor(const char* mine, const char* yours, bool bySurprise) {
    auto* editor = new TextEditor;
    editor->begin(text(mine));
    const auto end = static_cast<int>(editor->toPlainText().size());
    editor->setCaret(end);
    editor->startPassage(end, end);
    editor->write(wordsOf(text(yours)));
    editor->endPassage();
    editor->setSurpriseShown(bySurprise);
    return editor;
}

QWidget* makeSide() {
    auto* side = new Ground(&Tokens::panel);
    side->setFixedWidth(px(320));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tags = new QWidget;
    auto* room = new QVBoxLayout(tags);
    room->setContentsMargins(px(32), 0, px(12), px(8));
    auto* chips = new TagChips;
    chips->setTags({text("narrative"), text("law"), text("psalm"), text("letter"), text("prophecy")});
    chips->setCurrent(text("narrative"));
    room->addWidget(chips);
    column->addWidget(new FoldSection(text("Style tags"), tags));
    auto* bars = new ProbabilityBars;
    bars->setInset(32, 16);
    bars->setRows({{text(","), 0.46},
                   {text("."), 0.21},
                   {text(" from"), 0.08},
                   {text(" in"), 0.06},
                   {text("\n"), 0.004}});
    auto* next = new FoldSection(text("Next word"), bars);
    next->setNote(text("after “water”"));
    column->addWidget(next);
    column->addStretch();
    return side;
}

void fill(QWidget& page) {
    auto* row = new QHBoxLayout(&page);
    row->setContentsMargins({});
    row->setSpacing(0);
    auto* tree = new BranchTree;
    tree->setFixedWidth(px(232));
    tree->setItems({{1, -1, text("And in those days there went out a man"), text("yours, 27 words")},
                    {2, 1, text("And he journeyed three days"), text("0.80, perplexity 14.2")},
                    {3, 2, text("the voice of the LORD came"), text("perplexity 9.6"), true},
                    {4, 2, text("the voice of the river"), text("perplexity 14.2")},
                    {5, 4, text("and behold, a great fire"), text("now, 152 tokens")},
                    {6, 4, text("and behold, the city"), text("perplexity 12.8")},
                    {7, 1, text("So he came unto the gate"), text("1.20, perplexity 31.5")},
                    {8, 7, text("gate at even"), text("bookmarked"), true}});
    tree->setCurrent(5);
    row->addWidget(tree);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    auto* first = makeEditor(
        "And in those days there went out a man of the hill country, and he took with him "
        "bread and water, and the staff of his father.",
        " And he journeyed three days toward the wilderness, and found no rest; and the "
        "voice of the river was heard in the night, saying,\n\nArise, and tell the people "
        "what thou hast seen. Then the man lifted up his eyes, and behold, a great fire "
        "upon the water, yet the reeds were not burned.",
        true);
    auto* bar = new FindBar(*first);
    auto* second = makeEditor("太初有道，道与神同在。",
                              "这道太初与神同在，万物是藉着他造的；凡被造的，没有一样不是藉着他造的。\n\nمرحب"
                              "ا بالعالم 😀👩‍👩‍👧",
                              false);
    middle->addWidget(bar);
    middle->addWidget(first, 3);
    middle->addWidget(second, 2);
    row->addLayout(middle, 1);
    row->addWidget(makeSide());
    first->setCaret(10);
    bar->open(true);
    auto* legend = new SurpriseLegend(first);
    legend->move(px(300), px(300));
    const auto at = static_cast<int>(first->toPlainText().indexOf(text(" river")));
    first->setRing(at, 6);
    auto* popup = new TokenPopup(first);
    popup->setContent({text(" river"),
                       {{text(" LORD"), 0.31},
                        {text(" river"), 0.12},
                        {text(" people"), 0.09},
                        {text(" angel"), 0.07},
                        {text(" wind"), 0.05},
                        {text(" prophet"), 0.04}},
                       4.1});
    page.show();
    for (int turn = 0; turn < 3; ++turn) QApplication::processEvents();
    popup->openAt(first->rectOf(at, 6).translated(first->viewport()->pos()));
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    if (argc < 2) {
        qWarning("usage: write_gallery FOLDER");
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    for (const Tone tone : {Tone::Dark, Tone::Light}) {
        for (const int percent : {100, 200}) {
            applyTheme(app, tone, percent / 100.0);
            Ground page(&Tokens::base);
            page.resize(QSize(1376, 804) * percent / 100);
            fill(page);
            for (int turn = 0; turn < 3; ++turn) QApplication::processEvents();
            page.grab().save(folder.filePath(
                QStringLiteral("write-%1-%2.png")
                    .arg(tone == Tone::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                    .arg(percent)));
        }
    }
    return 0;
}
