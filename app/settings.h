// Everything the window remembers: one table of rows, kept by QSettings.
#pragma once

#include <QObject>
#include <QSettings>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/types/param.h"

namespace limner::app {

enum class SettingScope {
    Preference,  ///< chosen by the person on the Settings page
    Session,     ///< where the person left off; never shown
};

struct SettingRow {
    SettingScope scope;
    ParamSpec spec;  ///< id, label, help, kind, range, standard; the id is the key
};

const std::vector<SettingRow>& settingRows();
/// The rows of the Settings page.
const ParamTable& preferenceTable();

class Settings : public QObject {
    Q_OBJECT

public:
    /// Kept in the person's configuration folder.
    explicit Settings(QObject* parent = nullptr);
    /// Kept in one file; for tests and for `--settings`.
    explicit Settings(const QString& file, QObject* parent = nullptr);

    /// A stored value that does not fit its row counts as not stored. @pre the id is in the table
    ParamValue value(std::string_view id) const;
    bool flag(std::string_view id) const;
    int integer(std::string_view id) const;
    QString text(std::string_view id) const;
    QByteArray bytes(std::string_view id) const;  ///< of a text row that holds base64
    ParamValues preferences() const;

    /// @pre the id is in the table and the value has its type
    void set(std::string_view id, const ParamValue& value);
    void setText(std::string_view id, const QString& text);
    void setBytes(std::string_view id, const QByteArray& bytes);

    /// The shortcut that the person gave to a command, or nothing where they kept the standard one.
    std::optional<QString> shortcut(const QString& commandId) const;
    void setShortcut(const QString& commandId, const std::optional<QString>& keys);

Q_SIGNALS:
    void changed(const std::string& id);

private:
    std::unique_ptr<QSettings> m_store;
};

}  // namespace limner::app
