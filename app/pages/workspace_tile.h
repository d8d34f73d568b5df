// One workspace on the welcome page: a picture, its name and key, and one sentence.
#pragma once

#include <QAbstractButton>
#include <QKeySequence>
#include <QTextLayout>
#include <functional>

namespace limner::app {

class WorkspaceTile : public QAbstractButton {
    Q_OBJECT

public:
    struct Content {
        QString name;
        QString iconName;
        QString sentence;
        QKeySequence keys;
        void (*paintPicture)(QPainter& painter, const QRect& room);  ///< the painter is clipped to the room
    };

    explicit WorkspaceTile(const Content& content, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintWords(QPainter& painter, const QRect& room) const;
    int pictureHeight() const;
    int layOutSentence(int width, const std::function<void(const QTextLine&)>& draw = {}) const;

    Content m_content;
};

}  // namespace limner::app
