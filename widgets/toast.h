// A short message at the foot of the window that goes by itself; it never takes the focus.
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace limner::widgets {

class Toast : public QWidget {
    Q_OBJECT

public:
    enum class Look { Plain, Ok, Warn, Error };

    explicit Toast(QWidget* window);

    /// Shows a message for as long as it takes to read; a new one replaces it. With an action text the toast
    /// has a button that emits `actionTriggered`.
    void show(const QString& text, Look look = Look::Plain, const QString& actionText = {});
    /// Shows a message that stays until another one takes its place.
    void hold(const QString& text, Look look = Look::Plain);
    QString text() const;
    /// How far above the lower edge of the window it lies (the job bar), in logical pixels at 100 %.
    void setBottomMargin(int margin);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QLabel* m_icon = nullptr;
    QLabel* m_label = nullptr;
    QPushButton* m_action = nullptr;
    QTimer m_timer;
    bool m_isHeld = false;
    int m_bottomMargin = 64;
};

}  // namespace limner::widgets
