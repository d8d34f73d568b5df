// What Write keeps in the project: the text and who wrote what in it, its branches, settings and the chat.
#pragma once

#include <QString>
#include <map>
#include <optional>

#include "branch_book.h"
#include "core/types/catalog.h"
#include "text_file.h"
#include "write_models.h"
#include "write_values.h"

namespace limner::app {

/// The file that the text was opened from or saved to.
struct DocumentFile {
    QString path = {};  ///< empty: it has no file of its own yet
    TextForm form = {};
    FileStamp stamp = {};  ///< as it was read or written last
    friend bool operator==(const DocumentFile&, const DocumentFile&) = default;
};

struct WriteRecord {
    ParamValues values = {};  ///< writing settings that differ from standard
    QString tag = {};
    WriteModel model = {};
    DocumentFile file = {};
    bool isSaved = true;  ///< the text is as in its file
    QString text = {};
    std::vector<widgets::TokenMark> marks = {};
    int caret = 0;
    BranchBook branches = {};
    std::vector<ChatTurn> chat = {};
    std::map<QString, QString> chatTemplates = {};  ///< set by hand, by the key of the model
    QString view = QStringLiteral("editor");
    bool showsSurprise = true;
    QString reference = {};      ///< file that the text is measured against
    WriteModel otherModel = {};  ///< of the second column
    ParamValues otherValues = {};
};

/// Reads and writes write.json and write.txt of a project. Files are put in place whole.
class WriteStore {
public:
    explicit WriteStore(QString projectFolder);

    /// Nothing if there is no record, or the file cannot be read or is of a newer version.
    std::optional<WriteRecord> read(const Catalog& catalog) const;
    /// False where a file cannot be written, or is of a newer version: then it stays as it is.
    bool write(const WriteRecord& record) const;
    QString file() const;
    QString textFile() const;

private:
    QString m_folder;
};

}  // namespace limner::app
