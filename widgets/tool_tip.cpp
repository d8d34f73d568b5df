#include "tool_tip.h"

#include <QCoreApplication>

#include "core_text.h"
#include "theme.h"

namespace limner::widgets {
namespace {

QString limitText(const ParamSpec& spec, double limit) {
    ParamSpec plain = spec;
    plain.zeroText.clear();
    return spec.kind == ParamKind::Integer ? valueText(plain, static_cast<int64_t>(limit))
                                           : valueText(plain, limit);
}

}  // namespace

QString toolTipText(const QString& name, const QString& sentence, const QString& key) {
    QString text = QStringLiteral("<b>%1</b>").arg(name.toHtmlEscaped());
    if (!sentence.isEmpty()) text += QStringLiteral(" ") + sentence.toHtmlEscaped();
    if (!key.isEmpty())
        text += QStringLiteral("&nbsp; <span style=\"color:%1\">%2</span>")
                    .arg(tokens().text2.name(), key.toHtmlEscaped());
    return text;
}

QString paramToolTip(const ParamSpec& spec, const ParamValue& standard) {
    QString sentence = coreText(spec.help);
    const QString preset = valueTextWithUnit(spec, standard);
    if (spec.kind == ParamKind::Integer || spec.kind == ParamKind::Real) {
        //: The range of a parameter and its default value: "1e-6 to 1, default 2e-4."
        sentence +=
            u' ' + QCoreApplication::translate("limner::widgets", "%1 to %2, default %3.")
                       .arg(limitText(spec, spec.range.low), limitText(spec, spec.range.high), preset);
    } else if (!preset.isEmpty()) {
        sentence += u' ' + QCoreApplication::translate("limner::widgets", "Default: %1.").arg(preset);
    }
    return toolTipText(coreText(spec.label), sentence.trimmed(), QStringLiteral("F1"));
}

}  // namespace limner::widgets
