#include "language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace limner::app {
namespace {

constexpr QLatin1String kOwnTexts("language.own");
constexpr QLatin1String kQtTexts("language.qt");

QTranslator* freshTranslator(QCoreApplication& application, const QString& name) {
    delete application.findChild<QTranslator*>(name);  // uninstalls itself
    auto* translator = new QTranslator(&application);
    translator->setObjectName(name);
    return translator;
}

}  // namespace

void installLanguage(QCoreApplication& application, const QString& chosen) {
    const QLocale locale = chosen == QLatin1String("system") ? QLocale::system() : QLocale(chosen);
    QLocale::setDefault(locale);
    QTranslator* own = freshTranslator(application, kOwnTexts);
    const QString folder = QStringLiteral(":/i18n");
    if (own->load(locale, QStringLiteral("limner"), QStringLiteral("_"), folder) ||
        own->load(QStringLiteral("limner_en"), folder))
        QCoreApplication::installTranslator(own);
    QTranslator* qts = freshTranslator(application, kQtTexts);
    if (qts->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
}

}  // namespace limner::app
