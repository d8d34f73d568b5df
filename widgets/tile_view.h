// The right half of Train's canvas: one sample large, what is known about it, and how it came to be.
#pragma once

#include <QString>
#include <QWidget>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/types/image.h"

namespace limner::widgets {

class Button;
class FilmStrip;
class Label;
class PictureView;

class TileView : public QWidget {
    Q_OBJECT

public:
    using Film = std::vector<std::pair<int64_t, Image>>;
    using Facts = std::vector<std::pair<QString, QString>>;

    explicit TileView(QWidget* parent = nullptr);

    /// @param caption  "Sample 19, seed 7"
    void setTile(const Image& tile, const QString& caption);
    /// The same sample at earlier steps, oldest first; the strip is hidden while this is empty.
    void setFilm(const Film& film);
    /// Rows of a label and a number below the picture; hidden while empty.
    void setFacts(const Facts& facts);

    PictureView* pictureView() const { return m_picture; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void copyRequested();
    void saveRequested();
    void closeRequested();  ///< Esc
    void filmStepClicked(qint64 step);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setupSide();
    void setupFilm();
    /// Words beside the picture in a wide panel, below it in a narrow one; the picture as large as crisp
    /// pixels allow.
    void arrange();
    void updateZoomText();

    PictureView* m_picture = nullptr;
    QWidget* m_side = nullptr;
    Label* m_caption = nullptr;
    Label* m_zoom = nullptr;
    QWidget* m_facts = nullptr;
    Button* m_copy = nullptr;
    Button* m_save = nullptr;
    Label* m_filmTitle = nullptr;
    FilmStrip* m_film = nullptr;
};

}  // namespace limner::widgets
