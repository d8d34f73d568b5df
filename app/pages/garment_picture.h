// The picture of the welcome page: four samples of a real run of Limner at several steps, as they formed.
#pragma once

#include <QImage>
#include <QWidget>

namespace limner::app {

/// Drawn from resources/welcome.png, which tools/welcome_picture makes from a run.
class GarmentPicture : public QWidget {
    Q_OBJECT

public:
    explicit GarmentPicture(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
    QStringList m_captions;
};

}  // namespace limner::app
