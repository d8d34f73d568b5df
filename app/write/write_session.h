// A text that is written with a model: settings and model as they stand, the passage that is being written,
// the branches, and what of all that can be undone.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <optional>

#include "core/types/studio.h"
#include "write_record.h"
#include "writing_job.h"

class QUndoStack;

namespace limner::widgets {
class TextEditor;
}

namespace limner::app {

class StudioBridge;

class WriteSession : public QObject {
    Q_OBJECT

public:
    WriteSession(StudioBridge& bridge, QUndoStack& undo, const QString& projectFolder,
                 widgets::TextEditor& editor, QObject* parent = nullptr);
    /// Writes what has changed.
    ~WriteSession() override;

    /// Once the core is open: takes the table and what the project remembers.
    void open();
    bool isOpen() const { return !m_table.empty(); }
    const ParamTable& table() const { return m_table; }
    const WriteRecord& record() const { return m_record; }
    const QString& projectFolder() const { return m_projectFolder; }
    widgets::TextEditor& editor() const { return m_editor; }
    QString text() const;
    bool isEmpty() const;

    // Settings
    const ParamValues& values() const { return m_record.values; }
    /// @pre the row is in force
    ParamValue value(const std::string& id) const;
    void set(const std::string& id, const ParamValue& value);
    /// While a hand drags: reaches what is being written, is not remembered.
    void preview(const std::string& id, const ParamValue& value);
    void setTag(const QString& tag);
    bool hasModel() const { return !m_record.model.key.isEmpty(); }
    const WriteModel& model() const { return m_record.model; }
    /// As one undo step; without, where there was none before.
    void setModel(const WriteModel& model);
    /// The model of last time as it stands today: what ships moves with the program. No undo step.
    void settleModel(const WriteModel& model);
    /// Null until the model has been read.
    const std::shared_ptr<const LanguageFacts>& facts() const { return m_facts; }
    /// What a recipe was made with: prompt, model and settings, as one undo step.
    void takeRecipe(const ParamValues& values, const WriteModel& model);

    // Writing
    /// Goes on from the caret, or fills in for the selection. Errors: those of Studio::start.
    Result<void> writeOn();
    /// Another passage in place of the last. @pre canRegenerate()
    Result<void> regenerate();
    bool canRegenerate() const;
    void stop();
    const WritingJob& job() const { return m_job; }
    bool isWriting() const { return m_job.isRunning(); }
    /// At a word of the text another one, and on from there; what followed stays as a branch.
    Result<void> branchAt(int position, const widgets::Likelihood& word);
    /// At the caret, as if the model had written it.
    void insertWord(const widgets::Likelihood& word);
    /// A passage that was written elsewhere, at the caret, as a branch.
    void takePassage(const std::vector<widgets::MachineWord>& words, const QString& settings);
    /// The values of a job that writes behind this prompt.
    ParamValues jobValues(const QString& prompt, const QString& after = {}) const;

    // Branches
    /// The book with the current branch as the text stands.
    const BranchBook& branches();
    void goTo(qint64 branch);
    void toggleKept(qint64 branch);
    /// False for one that the text stands in.
    bool removeBranch(qint64 branch);

    // The document
    const DocumentFile& file() const { return m_record.file; }
    bool isSaved() const { return m_record.isSaved; }
    /// Another text, as one undo step.
    void setDocument(const QString& text, const DocumentFile& file, const QString& what);
    void wasSavedAs(const DocumentFile& file);
    /// What the page shows besides; kept, but not undone.
    void change(const std::function<void(WriteRecord&)>& edit);
    /// Writes write.json and write.txt if something changed, on a thread of its own.
    void save();

Q_SIGNALS:
    void opened();
    void valuesChanged();
    void modelChanged();
    void factsChanged();
    /// Began, went on, waits or ended.
    void writingChanged();
    /// A passage is complete.
    void passageEnded();
    void branchesChanged();
    void documentChanged();
    void failed(const limner::Error& error);
    void notSaved(const QString& file);

private:
    /// What the model wrote last, which may be written once more.
    struct Passage {
        int start = -1;
        QString text = {};
        bool fillsIn = false;  ///< it stands before other text
    };
    /// What is pushed with the next step of the text.
    struct Pending {
        QString label;
        BranchBook before, after;
        std::function<void(bool isForward)> more = {};
        Passage passage = {};  ///< the last one before it
    };

    void put(const ParamValues& values);
    void edit(const std::string& id, const ParamValue& value);
    void applyModel(const WriteModel& model);
    void askFacts();
    void goBackFrom(Error error);
    void takeAnswer(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer);
    void insert(const std::vector<widgets::MachineWord>& words, const Pending& pending);
    void takeWords(const std::vector<WrittenWord>& words);
    void takeEnd();
    void addStep();
    void putBranches(const BranchBook& book);
    void replaceText(const QString& text, const MarkList& marks);
    Result<void> startPassage(const Passage& passage, int to, const ParamValues& values, Pending pending);
    BranchBook booked();
    void textChanged();
    void changed();

    StudioBridge& m_bridge;
    QUndoStack& m_undo;
    QString m_projectFolder;
    WriteStore m_store;
    widgets::TextEditor& m_editor;
    WritingJob m_job;
    ParamTable m_table;
    WriteRecord m_record;
    RequesterId m_describer;
    uint64_t m_described = 0;
    std::shared_ptr<const LanguageFacts> m_facts;
    std::optional<WriteModel> m_lastDescribed;  ///< the last that could be read
    std::optional<Pending> m_pending;
    QString m_stepLabel;
    Passage m_passage;
    bool m_isPushing = false;
    QTimer m_saveSoon;
    QThreadPool m_saver;  ///< one thread: a slow disk is no reason to wait for a key
    bool m_isDirty = false;
    bool m_hasWarned = false;
};

}  // namespace limner::app
