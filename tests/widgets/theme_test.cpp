// The look: contrast of every token on the backgrounds it may stand on, and what a change of theme does.
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "widgets/icon.h"
#include "widgets/label.h"
#include "widgets/tabular.h"
#include "widgets/theme.h"

using namespace limner::widgets;

namespace {

/// WCAG 2.1: relative luminance of an sRGB colour.
double luminance(const QColor& colour) {
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

struct Use {
    const char* name;
    QColor Tokens::*ink;
    std::vector<QColor Tokens::*> grounds;
    double least;  ///< 4.5 for text, 3 for shapes (WCAG 1.4.3 and 1.4.11)
};

/// Where each token is used in the design.
const std::vector<Use>& uses() {
    using T = Tokens;
    static const std::vector<QColor T::*> pages{&T::canvas, &T::base, &T::panel, &T::field};
    static const std::vector<QColor T::*> all{&T::canvas,  &T::base,  &T::panel,    &T::field,
                                              &T::control, &T::hover, &T::accentDim};
    static const std::vector<Use> rows{
        {"text", &T::text, all, 4.5},
        {"text2", &T::text2, all, 4.5},
        {"text3", &T::text3, {&T::canvas, &T::base, &T::panel, &T::field, &T::control}, 4.5},
        {"edge", &T::edge, pages, 3.0},
        {"accent", &T::accent, {&T::canvas, &T::base, &T::panel, &T::field, &T::accentDim}, 4.5},
        {"onAccent", &T::onAccent, {&T::accent}, 4.5},
        {"ok", &T::ok, {&T::canvas, &T::base, &T::panel}, 4.5},
        {"warn", &T::warn, {&T::base, &T::panel, &T::warnDim}, 4.5},
        {"error", &T::error, {&T::base, &T::panel, &T::errorDim}, 4.5},
    };
    return rows;
}

}  // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTokenCanBeReadOnItsBackgrounds() {
        for (const Tone tone : {Tone::Dark, Tone::Light})
            for (const Use& use : uses())
                for (const auto ground : use.grounds) {
                    const Tokens& t = tokensOf(tone);
                    const double ratio = contrast(t.*use.ink, t.*ground);
                    QVERIFY2(ratio >= use.least,
                             qPrintable(QStringLiteral("%1 on %2: %3")
                                            .arg(QLatin1String(use.name), (t.*ground).name())
                                            .arg(ratio)));
                }
    }

    void plotLinesStandOutFromTheWindow() {
        for (const Tone tone : {Tone::Dark, Tone::Light})
            for (const QColor& line : tokensOf(tone).plot)
                QVERIFY(contrast(line, tokensOf(tone).base) >= 3.0);
    }

    void knownContrastOfBlackOnWhite() { QCOMPARE(contrast(Qt::black, Qt::white), 21.0); }

    void aNewThemeReachesEveryWidget() {
        applyTheme(*qApp, Tone::Dark, 1.0);
        Label label(QStringLiteral("Step"), TextRole::Body, Ink::Text2);
        const int before = label.sizeHint().height();
        applyTheme(*qApp, Tone::Light, 2.0);
        QCOMPARE(label.palette().color(QPalette::WindowText), tokensOf(Tone::Light).text2);
        QVERIFY(label.sizeHint().height() >= 2 * before - 2);
        QCOMPARE(qApp->palette().color(QPalette::Window), tokensOf(Tone::Light).panel);
        QCOMPARE(px(28), 56);
        applyTheme(*qApp, Tone::Dark, 1.0);
        QCOMPARE(label.palette().color(QPalette::WindowText), tokensOf(Tone::Dark).text2);
    }

    void iconsTakeTheColourOfTheTheme() {
        applyTheme(*qApp, Tone::Dark, 1.0);
        const QIcon save = icon(QStringLiteral("save"));
        const QImage dark = save.pixmap(QSize(18, 18)).toImage();
        applyTheme(*qApp, Tone::Light, 1.0);
        const QImage light = save.pixmap(QSize(18, 18)).toImage();
        QCOMPARE(strongest(dark).rgb(), tokensOf(Tone::Dark).text2.rgb());
        QCOMPARE(strongest(light).rgb(), tokensOf(Tone::Light).text2.rgb());
        applyTheme(*qApp, Tone::Dark, 1.0);
    }

    void iconsHaveOnePixelForEachDevicePixel() {
        for (const double dpr : {1.0, 1.5, 2.0}) {
            const QPixmap picture = iconPixmap(QStringLiteral("play"), Qt::white, 18, dpr);
            QCOMPARE(picture.width(), qRound(18 * dpr));
            QCOMPARE(picture.devicePixelRatio(), dpr);
        }
    }

    void everyIconDrawsSomething() {
        QVERIFY(iconNames().size() >= 42);
        for (const QString& name : iconNames()) {
            const QImage picture = iconPixmap(name, Qt::white, 20, 1).toImage();
            QVERIFY2(strongest(picture).alpha() > 128, qPrintable(name));
        }
        QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
    }

    void digitsTakeEqualSpace() {
        const QFontMetricsF metrics(font(TextRole::Number));
        QCOMPARE(tabularWidth(metrics, QStringLiteral("111.1")),
                 tabularWidth(metrics, QStringLiteral("888.8")));
        QVERIFY(tabularWidth(metrics, QStringLiteral("18")) < tabularWidth(metrics, QStringLiteral("188")));
    }

private:
    /// The most opaque pixel: the middle of a stroke.
    static QColor strongest(const QImage& picture) {
        QColor best(0, 0, 0, 0);
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixelColor(x, y).alpha() > best.alpha()) best = picture.pixelColor(x, y);
        return best;
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
