#include "scalar_style.h"

#include <QCoreApplication>
#include <array>

namespace limner::widgets {
namespace {

struct Row {
    const char* id;
    const char* label;
    int colour;
    bool isShownAtFirst;
};

// p1 is always D or the one loss, p2 G or its first part. A validation scalar has its own colour, so that the
// pairs most often seen together (loss and validation) differ in hue and not only in dots.
constexpr std::array kRows{
    Row{"loss_d", QT_TRANSLATE_NOOP("scalar", "Loss D"), 1, true},
    Row{"loss_g", QT_TRANSLATE_NOOP("scalar", "Loss G"), 2, true},
    Row{"d_accuracy_real", QT_TRANSLATE_NOOP("scalar", "D accuracy, real"), 3, false},
    Row{"d_accuracy_fake", QT_TRANSLATE_NOOP("scalar", "D accuracy, fake"), 4, false},
    Row{"loss", QT_TRANSLATE_NOOP("scalar", "Loss"), 1, true},
    Row{"reconstruction", QT_TRANSLATE_NOOP("scalar", "Reconstruction"), 2, true},
    Row{"kl", QT_TRANSLATE_NOOP("scalar", "KL divergence"), 3, true},
    Row{"validation_loss", QT_TRANSLATE_NOOP("scalar", "Validation loss"), 4, true},
    Row{"validation_loss_d", QT_TRANSLATE_NOOP("scalar", "Validation loss D"), 5, true},
    Row{"validation_loss_g", QT_TRANSLATE_NOOP("scalar", "Validation loss G"), 6, true},
    Row{"validation_negative_elbo", QT_TRANSLATE_NOOP("scalar", "Validation −ELBO"), 4, true},
    Row{"validation_reconstruction", QT_TRANSLATE_NOOP("scalar", "Validation reconstruction"), 5, false},
    Row{"validation_kl", QT_TRANSLATE_NOOP("scalar", "Validation KL"), 6, false},
    Row{"learning_rate", QT_TRANSLATE_NOOP("scalar", "Learning rate"), 5, false},
    Row{"learning_rate_d", QT_TRANSLATE_NOOP("scalar", "Learning rate D"), 5, false},
    Row{"learning_rate_g", QT_TRANSLATE_NOOP("scalar", "Learning rate G"), 6, false},
};

Qt::PenStyle penFor(int colour) {
    return colour < 4 ? Qt::SolidLine : colour == 4 ? Qt::DashLine : Qt::DotLine;
}

/// "gradient_norm" → "Gradient norm"
QString spellOut(const QString& id) {
    QString text = id;
    text.replace(u'_', u' ');
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

bool isOfAnotherScale(const QString& id) {
    return id.startsWith(u"learning_rate") || id.contains(u"accuracy");
}

}  // namespace

ScalarStyle scalarStyle(const QString& id, int place) {
    for (const Row& row : kRows) {
        if (id != QLatin1StringView(row.id)) continue;
        return {QCoreApplication::translate("scalar", row.label), row.colour, penFor(row.colour),
                row.isShownAtFirst};
    }
    const int colour = place % 6 + 1;
    return {spellOut(id), colour, penFor(colour), !isOfAnotherScale(id)};
}

}  // namespace limner::widgets
