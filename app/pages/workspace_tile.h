// One workspace on the welcome page: a picture or icon, its name and key, and one sentence.
#pragma once

#include <QAbstractButton>
#include <QImage>
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
        QString chip = {};  ///< "not there yet"
        QImage picture = {};
    };

    explicit WorkspaceTile(const Content& content, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintPicture(QPainter& painter, const QRect& room) const;
    void paintWords(QPainter& painter, const QRect& room) const;
    int pictureHeight() const;
    int layOutSentence(int width, const std::function<void(const QTextLine&)>& draw = {}) const;

    Content m_content;
};

}  // namespace limner::app
