#include "core_text.h"

#include <QCoreApplication>
#include <vector>

#include "core/types/param_text.h"

namespace limner::widgets {

QString coreText(const std::string& source) {
    return source.empty() ? QString() : QCoreApplication::translate("core", source.c_str());
}

QString coreText(const Message& message) {
    std::vector<std::string> args;
    args.reserve(message.args.size());
    for (const std::string& arg : message.args) args.push_back(coreText(arg).toStdString());
    return QString::fromStdString(fillPlaceholders(coreText(message.source).toStdString(), args));
}

QString valueText(const ParamSpec& spec, const ParamValue& value) {
    if (const auto* id = std::get_if<std::string>(&value); id != nullptr && spec.kind == ParamKind::Choice)
        for (const Choice& choice : spec.choices)
            if (choice.id == *id) return coreText(choice.label);
    const std::string plain = formatValue(spec, value);
    const bool word = plain == spec.zeroText || std::holds_alternative<bool>(value);
    return word ? coreText(plain) : QString::fromStdString(plain);
}

QString valueTextWithUnit(const ParamSpec& spec, const ParamValue& value) {
    const QString text = valueText(spec, value);
    const bool number = spec.kind == ParamKind::Integer || spec.kind == ParamKind::Real;
    if (!number || spec.unit.empty() || text == coreText(spec.zeroText)) return text;
    return QStringLiteral("%1 %2").arg(text, coreText(spec.unit));
}

}  // namespace limner::widgets
