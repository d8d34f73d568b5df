// The parts of Write that need no window: words from bytes, files as they are, branches, prompts, what is
// kept.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/write/branch_book.h"
#include "app/write/text_file.h"
#include "app/write/text_measures.h"
#include "app/write/write_record.h"
#include "app/write/write_values.h"
#include "app/write/written_words.h"
#include "fake_studio.h"

using namespace limner;
using namespace limner::app;

namespace {

QString qs(const char* text) {
    return QString::fromUtf8(text);
}

Token token(const char* bytes, double probability) {
    return {.text = bytes, .logProbability = std::log(probability), .entropy = std::log(4.0)};
}

QStringList textsOf(const std::vector<WrittenWord>& words) {
    QStringList texts;
    for (const WrittenWord& word : words) texts << word.text;
    return texts;
}

}  // namespace

class WritePartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesBecomeCharactersHoweverTheyWereCut() {
        WordReader reader;
        const std::vector<Token> tokens{token(" \xE9", 0.5), token("\xBE\x99", 0.5), token("\xF0\x9F", 0.25),
                                        token("\x98\x80!", 0.25), token("\r\n", 1)};
        const auto first = reader.read(std::span(tokens).first(1));
        QCOMPARE(textsOf(first), QStringList{qs(" ")});  // the space is whole, the sign is not
        const auto rest = reader.read(std::span(tokens).subspan(1));
        QCOMPARE(textsOf(rest), (QStringList{qs("龙"), qs("😀!"), qs("\n")}));
        QVERIFY(std::abs(rest[1].probability - 0.0625) < 1e-9);  // of both tokens together
        QVERIFY(std::abs(rest[0].entropyBits - 2) < 1e-9);
    }

    void wordsAreCountedInEveryScript() {
        QCOMPARE(wordCount(qs("In those days, there went out a man.")), 8);
        QCOMPARE(wordCount(QString()), 0);
        QVERIFY(wordCount(qs("太初有道")) >= 1);
        // of "a b c d", "b c d a", "c d a b", "d a b c", "a b c d" one of five stood there before
        QCOMPARE(repeatedFourGrams(qs("a b c d a b c d")), 0.2);
        QCOMPARE(repeatedFourGrams(qs("one two three")), 0.0);
    }

    void filesKeepTheirMarkAndTheirLineEnds() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(qs("a.txt"));
        const QByteArray windows("\xEF\xBB\xBFone\r\ntwo\r\n");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(windows);
        file.close();
        const auto read = readTextFile(path);
        QVERIFY(read);
        QCOMPARE(read->text, qs("one\ntwo\n"));
        QVERIFY(read->form.hasMark && read->form.isWindows);
        QVERIFY(writeTextFile(path, read->text, read->form));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), windows);
        QVERIFY(!writeTextFile(folder.filePath(qs("no/such/folder/a.txt")), {}, {}));
    }

    void badBytesAreReplacedAndCounted() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(qs("a.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("good \xFF bad \xC3( nul \0 end", 23);
        file.close();
        const auto read = readTextFile(path);
        QVERIFY(read);
        QCOMPARE(read->replaced, 3);
        QVERIFY(read->text.startsWith(qs("good �")));
        QVERIFY(!readTextFile(folder.filePath(qs("missing.txt"))));
        QVERIFY(!readTextFile(folder.path()));
    }

    void largeFilesAreRefusedWithTheLimit() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(qs("huge.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(1LL << 30));  // a hole: it takes no room
        file.close();
        const auto read = readTextFile(file.fileName());
        QVERIFY(!read);
        QVERIFY(read.error().message.text().find("16 MB") != std::string::npos);
    }

    void aBranchDividesTheOneThatItLeaves() {
        BranchBook book;
        book.keep(qs("In those days"), nullptr);
        const qint64 root = book.current();
        const qint64 first = book.add(root, qs("0.80"));
        book.keep(qs("In those days a man went out to the sea"), nullptr);
        QCOMPARE(book.title(*book.find(first)), qs("a man went out to the sea"));
        const qint64 head = book.divideAt(19);  // "In those days a man"
        QCOMPARE(book.find(head)->text, qs("In those days a man"));
        QCOMPARE(book.find(head)->parent, root);
        QCOMPARE(book.find(first)->parent, head);
        const qint64 second = book.add(head, qs("0.80"));
        book.keep(qs("In those days a man came home"), nullptr);
        QCOMPARE(book.title(*book.find(second)), qs("came home"));
        QCOMPARE(book.divideAt(19), head);  // it ends there already
        QCOMPARE(book.all().size(), size_t{4});
        const qint64 upper = book.divideAt(8);  // inside the beginning itself
        QCOMPARE(book.find(upper)->text, qs("In those"));
        QCOMPARE(book.find(root)->parent, upper);
        QVERIFY(!book.remove(head));  // on the way to the current one
        QVERIFY(book.remove(first));
        QCOMPARE(book.find(first), nullptr);
        for (size_t i = 0; i < book.all().size(); ++i) {  // parents first
            const qint64 parent = book.all()[i].parent;
            const bool isBefore =
                parent < 0 || std::any_of(book.all().begin(), book.all().begin() + static_cast<int>(i),
                                          [&](const Branch& b) { return b.id == parent; });
            QVERIFY(isBefore);
        }
    }

    void commonPartsNeverHoldHalfACharacter() {
        QCOMPARE(commonStart(qs("a😀"), qs("a😁")), 1);
        QCOMPARE(commonEnd(qs("x😀"), qs("y😀"), 0), 2);
        QCOMPARE(commonEnd(qs("aXb"), qs("aXXb"), 2), 1);
        QCOMPARE(commonStart(qs("abc"), qs("abc")), 3);
    }

    void turnsAreLaidOutPlainlyOrByTheModelsTemplate() {
        const std::vector<ChatTurn> turns{
            {true, qs("Who are you?")}, {false, qs("A voice.")}, {true, qs("Whose?")}};
        const ChatLayout plain = chatLayout({});
        QCOMPARE(chatPrompt(turns, plain), qs("You: Who are you?\nModel: A voice.\nYou: Whose?\nModel:"));
        QCOMPARE(chatStop(plain), qs("You:"));
        const ChatLayout own = chatLayout(qs("<u>{person}\n<m>{model}\n"));
        QCOMPARE(chatPrompt(turns, own), qs("<u>Who are you?\n<m>A voice.\n<u>Whose?\n<m>"));
        QCOMPARE(chatStop(own), qs("<u>"));
        QCOMPARE(chatStop(chatLayout(qs("{person}\n{model}\n"))), qs("\\n"));
        QVERIFY(!isChatTemplate(qs("{model}{person}")));
        QVERIFY(chatMarkdown(turns, qs("gpt")).contains(qs("**Model:** A voice.")));
    }

    void theFormLeavesOutWhatThePageShowsElsewhere() {
        const ParamTable rows = writeFormTable(test::fakeWriteTable(), {});
        const auto has = [&](const char* id) {
            return std::ranges::any_of(rows, [&](const ParamSpec& row) { return row.id == id; });
        };
        for (const char* id : {"temperature", "top_k", "decoding", "tokens", "stop", "seed"})
            QVERIFY2(has(id), id);
        for (const char* id : {"run", "prompt", "after", "tag", "out"}) QVERIFY2(!has(id), id);
        QCOMPARE(choicesOf(rows, "stop").size(), size_t{3});
        const ParamTable own = writeFormTable(test::fakeWriteTable(), {{"stop", std::string("THE END")}});
        QCOMPARE(choicesOf(own, "stop").back().id, std::string("THE END"));
    }

    void whatIsKeptComesBack() {
        const QTemporaryDir folder;
        test::FakeStudio studio;
        studio.addWrite();
        WriteStore store(folder.path());
        QVERIFY(!store.read(studio.catalog()));
        WriteRecord record;
        record.values = {{"temperature", 1.1}, {"decoding", std::string("greedy")}};
        record.model = {.key = qs("limner:gpt"), .title = qs("gpt"), .values = {{"run", std::string("/m")}}};
        record.text = qs("你好 \U0001F600\nsecond");
        record.marks = {{0, 2, 0.25, 3.5}};
        record.caret = 4;
        record.branches.keep(record.text, nullptr);
        record.branches.add(record.branches.current(), qs("0.80"));
        record.chat = {{true, qs("hi")}, {false, qs("there")}};
        record.chatTemplates = {{qs("limner:gpt"), qs("Q: {person}\nA: {model}\n")}, {qs("b"), qs("no")}};
        record.file = {.path = qs("/tmp/a.txt"), .form = {true, true}};
        record.isSaved = false;
        QVERIFY(store.write(record));
        const auto back = store.read(studio.catalog());
        QVERIFY(back);
        QCOMPARE(back->text, record.text);
        QVERIFY(back->values == record.values);
        QCOMPARE(back->marks, record.marks);
        QCOMPARE(back->caret, 4);
        QCOMPARE(back->branches.all().size(), size_t{2});
        QCOMPARE(back->branches.current(), record.branches.current());
        QVERIFY(back->chat == record.chat);
        QCOMPARE(back->chatTemplates.size(), size_t{1});  // what is no template is left out
        QCOMPARE(back->chatTemplates.begin()->second, qs("Q: {person}\nA: {model}\n"));
        QVERIFY(back->file.form == record.file.form && !back->isSaved);
        QFile file(store.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"schema\":2}");
        file.close();
        QVERIFY(!store.read(studio.catalog()));
        QVERIFY(!store.write(record));  // of a newer version: it stays as it is
    }
};

QTEST_GUILESS_MAIN(WritePartsTest)
#include "write_parts_test.moc"
