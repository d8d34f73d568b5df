// The options of one Choice as cards: name, one sentence, and why one cannot be chosen here.
#pragma once

#include <QAbstractButton>
#include <vector>

#include "core/types/param.h"

class QVBoxLayout;

namespace limner::app {

class ChoiceCard : public QAbstractButton {
    Q_OBJECT

public:
    ChoiceCard(const Choice& choice, QWidget* parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect sentenceRect(int width) const;

    QString m_sentence;
    bool m_isAvailable;
};

/// One card is chosen. Up and Down move between cards.
class ChoiceCards : public QWidget {
    Q_OBJECT

public:
    explicit ChoiceCards(QWidget* parent = nullptr);
    void setChoices(const std::vector<Choice>& choices);
    void setCurrent(const QString& id);
    ChoiceCard* card(const QString& id) const;

Q_SIGNALS:
    /// The person chose; not emitted by setCurrent.
    void chosen(const QString& id);

private:
    QVBoxLayout* m_column = nullptr;
    std::vector<std::pair<QString, ChoiceCard*>> m_cards;
};

}  // namespace limner::app
