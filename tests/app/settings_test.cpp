// Settings, shortcuts and the log keep what they were given.
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/app_log.h"
#include "app/commands.h"
#include "app/settings.h"

using namespace limner;
using app::Commands;
using app::Settings;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standardsHoldUntilChanged();
    void valuesSurviveARestart();
    void aDamagedValueCountsAsNotStored();
    void everyCommandIsUniqueAndItsKeysToo();
    void aReboundShortcutSurvivesAndCanBeReset();
    void theLogRotates();

private:
    QTemporaryDir m_folder;
    QString file() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }
};

void SettingsTest::standardsHoldUntilChanged() {
    Settings settings(file());
    QCOMPARE(settings.text("theme"), QStringLiteral("dark"));
    QCOMPARE(settings.integer("scale"), 100);
    QVERIFY(!settings.flag("reduced_motion"));
}

void SettingsTest::valuesSurviveARestart() {
    {
        Settings settings(file());
        QSignalSpy changed(&settings, &Settings::changed);
        settings.setText("theme", QStringLiteral("light"));
        settings.set("scale", int64_t{200});
        settings.set("threads", int64_t{0});
        settings.set("reduced_motion", true);
        settings.setText("project_folder", QStringLiteral("/tmp/画/my runs"));
        settings.setBytes("geometry", QByteArray("\0\1\2", 3));
        QCOMPARE(changed.count(), 5);  // threads had that value already
    }
    Settings settings(file());
    QCOMPARE(settings.text("theme"), QStringLiteral("light"));
    QCOMPARE(settings.integer("scale"), 200);
    QVERIFY(settings.flag("reduced_motion"));
    QCOMPARE(settings.text("project_folder"), QStringLiteral("/tmp/画/my runs"));
    QCOMPARE(settings.bytes("geometry"), QByteArray("\0\1\2", 3));
}

void SettingsTest::aDamagedValueCountsAsNotStored() {
    {
        QSettings raw(file(), QSettings::IniFormat);
        raw.setValue(QStringLiteral("settings/theme"), QStringLiteral("mauve"));
        raw.setValue(QStringLiteral("settings/scale"), QStringLiteral("9999"));
    }
    Settings settings(file());
    QCOMPARE(settings.text("theme"), QStringLiteral("dark"));
    QCOMPARE(settings.integer("scale"), 100);
}

void SettingsTest::everyCommandIsUniqueAndItsKeysToo() {
    Settings settings(file());
    const Commands commands(settings);
    QCOMPARE(commands.actions().size(), app::commandTable().size());
    for (const QAction* action : commands.actions()) {
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(commands.conflict(action->shortcut(), action) == nullptr, qPrintable(action->objectName()));
    }
}

void SettingsTest::aReboundShortcutSurvivesAndCanBeReset() {
    const QKeySequence keys(QStringLiteral("Ctrl+Alt+S"));
    Settings settings(file());
    {
        Commands commands(settings);
        commands.setShortcut(commands.action(QStringLiteral("run.save")), keys);
        QCOMPARE(commands.conflict(keys, nullptr), commands.action(QStringLiteral("run.save")));
    }
    Commands commands(settings);
    QAction* save = commands.action(QStringLiteral("run.save"));
    QCOMPARE(save->shortcut(), keys);
    commands.resetShortcut(save);
    QCOMPARE(save->shortcut(), QKeySequence(QStringLiteral("Ctrl+S")));
    QVERIFY(!settings.shortcut(QStringLiteral("run.save")));
}

void SettingsTest::theLogRotates() {
    const QDir folder(file());
    app::startLog(folder.path(), 2000);
    for (int i = 0; i < 200; ++i) qInfo("line %d of a log that must not grow for ever", i);
    app::stopLog();
    const QStringList files = folder.entryList(QDir::Files);
    QCOMPARE(files.size(), 4);
    for (const QString& name : files) QVERIFY(QFileInfo(folder.filePath(name)).size() <= 2000);
    QFile newest(folder.filePath(QStringLiteral("limner.log")));
    QVERIFY(newest.open(QIODevice::ReadOnly));
    QVERIFY(newest.readAll().contains("line 199"));
}

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
