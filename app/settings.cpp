#include "settings.h"

#include <algorithm>
#include <stdexcept>

#include "core/types/param_text.h"
#include "core_text.h"

namespace limner::app {
namespace {

const ParamSpec& specOf(std::string_view id) {
    const auto& rows = settingRows();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [id](const SettingRow& row) { return row.spec.id == id; });
    if (found == rows.end()) throw std::logic_error("no setting called " + std::string(id));
    return found->spec;
}

QString keyOf(std::string_view id) {
    return QStringLiteral("settings/") + QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

QString shortcutKey(const QString& commandId) {
    return QStringLiteral("shortcuts/") + commandId;
}

}  // namespace

Settings::Settings(QObject* parent) : QObject(parent), m_store(std::make_unique<QSettings>()) {}

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent), m_store(std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

ParamValue Settings::value(std::string_view id) const {
    const ParamSpec& spec = specOf(id);
    const QString stored = m_store->value(keyOf(id)).toString();
    if (stored.isNull()) return spec.standard;
    if (std::holds_alternative<std::string>(spec.standard) && spec.kind != ParamKind::Choice)
        return toUtf8(stored);
    const Result<ParamValue> read = parseValue(spec, toUtf8(stored));
    return read ? *read : spec.standard;
}

bool Settings::flag(std::string_view id) const {
    return std::get<bool>(value(id));
}
int Settings::integer(std::string_view id) const {
    return static_cast<int>(std::get<int64_t>(value(id)));
}
QString Settings::text(std::string_view id) const {
    return fromUtf8(std::get<std::string>(value(id)));
}
QByteArray Settings::bytes(std::string_view id) const {
    return QByteArray::fromBase64(text(id).toLatin1());
}

ParamValues Settings::preferences() const {
    ParamValues values;
    for (const ParamSpec& spec : preferenceTable()) values[spec.id] = value(spec.id);
    return values;
}

void Settings::set(std::string_view id, const ParamValue& newValue) {
    const ParamSpec& spec = specOf(id);
    if (value(id) == newValue) return;
    const bool isText = std::holds_alternative<std::string>(newValue);
    const std::string stored = isText ? std::get<std::string>(newValue) : formatValue(spec, newValue);
    m_store->setValue(keyOf(id), fromUtf8(stored));
    Q_EMIT changed(std::string(id));
}

void Settings::setText(std::string_view id, const QString& newText) {
    set(id, toUtf8(newText));
}
void Settings::setBytes(std::string_view id, const QByteArray& newBytes) {
    setText(id, QString::fromLatin1(newBytes.toBase64()));
}

std::optional<QString> Settings::shortcut(const QString& commandId) const {
    const QVariant stored = m_store->value(shortcutKey(commandId));
    if (!stored.isValid()) return std::nullopt;
    return stored.toString();
}

void Settings::setShortcut(const QString& commandId, const std::optional<QString>& keys) {
    if (keys)
        m_store->setValue(shortcutKey(commandId), *keys);
    else
        m_store->remove(shortcutKey(commandId));
}

}  // namespace limner::app
