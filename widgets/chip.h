// A small label with a fill: a count, a state, a key of the keyboard.
#pragma once

#include <QWidget>

namespace limner::widgets {

class Chip : public QWidget {
    Q_OBJECT

public:
    enum class Look { Plain, Accent, Warn, Error, Key };

    explicit Chip(const QString& text = {}, Look look = Look::Plain, const QString& iconName = {},
                  QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const { return m_text; }
    void setLook(Look look);
    void setIconName(const QString& name);
    /// A chip that can be clicked shows the hand's hover and takes the keyboard.
    void setClickable(bool clickable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_text;
    QString m_iconName;
    Look m_look;
    bool m_clickable = false;
};

}  // namespace limner::widgets
