// One workspace on the welcome page: a picture or icon, its name and key, and one sentence.
#pragma once

#include <QAbstractButton>
#include <QImage>

namespace limner::app {

class WorkspaceTile : public QAbstractButton {
    Q_OBJECT

public:
    struct Content {
        QString name;
        QString iconName;
        QString sentence;
        QString keys;       ///< "Ctrl+1"
        QString chip = {};  ///< "not there yet"
        QImage picture = {};
    };

    explicit WorkspaceTile(const Content& content, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintPicture(QPainter& painter, const QRect& room) const;
    void paintWords(QPainter& painter, const QRect& room) const;
    int pictureHeight() const;
    int sentenceHeight(int width) const;

    Content m_content;
};

}  // namespace limner::app
