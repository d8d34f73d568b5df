#include "scalar_style.h"

#include <QCoreApplication>
#include <array>

namespace limner::widgets {
namespace {

struct Row {
    const char* id;
    const char* label;
    int colour;
    Qt::PenStyle pen;
    bool isShownAtFirst;
};

// p1 is always D or the one loss, p2 G or its first part. A validation scalar has its own colour, so that the
// pairs most often seen together (loss and validation) differ in hue and not only in dots.
constexpr std::array kRows{
    Row{"loss_d", QT_TRANSLATE_NOOP("scalar", "Loss D"), 1, Qt::SolidLine, true},
    Row{"loss_g", QT_TRANSLATE_NOOP("scalar", "Loss G"), 2, Qt::SolidLine, true},
    Row{"d_accuracy_real", QT_TRANSLATE_NOOP("scalar", "D accuracy, real"), 3, Qt::SolidLine, false},
    Row{"d_accuracy_fake", QT_TRANSLATE_NOOP("scalar", "D accuracy, fake"), 4, Qt::DashLine, false},
    Row{"loss", QT_TRANSLATE_NOOP("scalar", "Loss"), 1, Qt::SolidLine, true},
    Row{"reconstruction", QT_TRANSLATE_NOOP("scalar", "Reconstruction"), 2, Qt::SolidLine, true},
    Row{"kl", QT_TRANSLATE_NOOP("scalar", "KL divergence"), 3, Qt::SolidLine, true},
    Row{"validation_loss", QT_TRANSLATE_NOOP("scalar", "Validation loss"), 4, Qt::DashLine, true},
    Row{"validation_perplexity", QT_TRANSLATE_NOOP("scalar", "Validation perplexity"), 2, Qt::DashLine,
        false},
    Row{"validation_loss_d", QT_TRANSLATE_NOOP("scalar", "Validation loss D"), 5, Qt::DashLine, true},
    Row{"validation_loss_g", QT_TRANSLATE_NOOP("scalar", "Validation loss G"), 6, Qt::DashLine, true},
    Row{"validation_negative_elbo", QT_TRANSLATE_NOOP("scalar", "Validation −ELBO"), 4, Qt::DotLine, true},
    Row{"validation_reconstruction", QT_TRANSLATE_NOOP("scalar", "Validation reconstruction"), 5,
        Qt::DashLine, false},
    Row{"validation_kl", QT_TRANSLATE_NOOP("scalar", "Validation KL"), 6, Qt::DashLine, false},
    Row{"learning_rate", QT_TRANSLATE_NOOP("scalar", "Learning rate"), 5, Qt::DotLine, false},
    Row{"learning_rate_d", QT_TRANSLATE_NOOP("scalar", "Learning rate D"), 5, Qt::DotLine, false},
    Row{"learning_rate_g", QT_TRANSLATE_NOOP("scalar", "Learning rate G"), 6, Qt::DotLine, false},
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
        return {QCoreApplication::translate("scalar", row.label), row.colour, row.pen, row.isShownAtFirst};
    }
    const int colour = place % 6 + 1;
    return {spellOut(id), colour, penFor(colour), !isOfAnotherScale(id)};
}

}  // namespace limner::widgets
