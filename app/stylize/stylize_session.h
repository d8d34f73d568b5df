// Making pictures with styles: the settings as they stand, the jobs that were started with them, and every
// result. Each change of a setting can be undone.
#pragma once

#include <QObject>
#include <QTimer>
#include <map>

#include "picture_loader.h"
#include "stylize_record.h"
#include "stylize_values.h"

class QUndoStack;

namespace limner::app {

class StudioBridge;

class StylizeSession : public QObject {
    Q_OBJECT

public:
    StylizeSession(StudioBridge& bridge, QUndoStack& undo, const QString& projectFolder,
                   QObject* parent = nullptr);
    /// Writes what has changed.
    ~StylizeSession() override;

    /// Once the core is open: takes the table and what the project remembers.
    void open();
    bool isOpen() const { return !m_table.empty(); }
    const ParamTable& table() const { return m_table; }
    const QString& projectFolder() const { return m_projectFolder; }

    /// The settings, as far as they differ from standard.
    const ParamValues& values() const { return m_record.values; }
    /// @pre the row is in force
    ParamValue value(const std::string& id) const;
    QString method() const { return methodOf(m_table, m_record.values); }
    QString content() const { return textOr(m_record.values, "content"); }
    std::vector<StyleChoice> styles() const { return stylesOf(m_record.values); }

    /// Changes of the same row in quick succession are one undo step.
    void set(const std::string& id, const ParamValue& value);
    void change(const ParamValues& values, const QString& what);
    void setContent(const QString& file);
    /// Replaces a style, or adds one behind the last.
    void setStyle(int index, const QString& file);
    void removeStyle(int index);
    void setWeight(int index, double weight);
    /// The settings of a recipe, as one undo step.
    void takeRecipe(const ParamValues& values);

    /// Queues a job with the settings. Errors: those of Studio::start, or that a picture is missing.
    Result<JobId> start();
    /// The same, going on from a result. @pre it has a file
    Result<JobId> goOn(qint64 result);
    /// Ends the job of the shown result; the best picture so far stays.
    void keepBest();

    const std::vector<StylizeResult>& results() const { return m_record.results; }
    const StylizeResult* result(qint64 id) const;
    /// Null while there is none.
    const StylizeResult* shown() const { return result(m_shown); }
    /// Shows a result with the settings that made it, as one undo step.
    void show(qint64 id);
    /// Takes it out of the history; the file stays.
    void remove(qint64 id);
    /// Whether the shown result still grows or waits.
    bool isBusy() const;
    /// Whether a result's job waits for others.
    bool isWaiting(const StylizeResult& result) const;
    /// Jobs of this page that wait for their turn.
    int waiting() const;
    /// Writes stylize.json now if something changed.
    void save();

Q_SIGNALS:
    void opened();
    void valuesChanged();
    void resultsChanged();
    /// A result has another picture, or its small copy has been read.
    void pictureChanged(qint64 id);
    /// Another result is shown, or its job came further.
    void shownChanged();
    /// A picture of a result cannot be read.
    void failed(const limner::Error& error);
    void notSaved(const QString& file);

private:
    StylizeResult* find(qint64 id);
    StylizeResult* resultOf(JobId job);
    Result<JobId> startWith(const ParamValues& values);
    void put(const ParamValues& values);
    ParamValues possible(ParamValues values) const;
    void edit(const std::string& id, const ParamValue& value);
    void turnTo(qint64 id);
    void wantPicture(qint64 id, int edge);
    void readThumbnails();
    void takeSnapshot(JobId job);
    void takeEvent(const Event& event);
    void end(StylizeResult& result);
    void follow();
    void changed();

    StudioBridge& m_bridge;
    QUndoStack& m_undo;
    QString m_projectFolder;
    StylizeStore m_store;
    PictureLoader m_loader;
    ParamTable m_table;
    StylizeRecord m_record;
    qint64 m_shown = 0;
    qint64 m_lastId = 0;
    std::map<qint64, qint64> m_reading;  ///< request → result
    QTimer m_saveSoon;
    bool m_isDirty = false;
    bool m_hasWarned = false;
};

}  // namespace limner::app
