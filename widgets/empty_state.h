// What an empty page says: what it is for, and one button that makes something happen.
#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace limner::widgets {

class Button;

class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// An empty button text leaves the button out.
    void setContent(const QString& title, const QString& sentence, const QString& buttonText,
                    const QString& buttonIcon = {});
    Button* button() const { return m_button; }

Q_SIGNALS:
    void activated();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    Button* m_button = nullptr;
};

}  // namespace limner::widgets
