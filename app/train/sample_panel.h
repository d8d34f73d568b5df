// The canvas of Train: the step that is looked at, its samples, and one of them large beside the others; of a
// model that writes, the text that it wrote last.
#pragma once

#include "app/surface.h"

namespace limner::widgets {
class Label;
class SampleGrid;
class Segment;
class TextEditor;
class TileView;
}  // namespace limner::widgets

namespace limner::app {

class Notices;
class RunSession;

class SamplePanel : public Surface {
    Q_OBJECT

public:
    SamplePanel(RunSession& session, Notices& notices, QWidget* parent = nullptr);
    widgets::SampleGrid* grid() const { return m_grid; }
    void toggleAverage();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    void setupTile();
    void showSheet();
    void showWriting();
    void showStep();
    void openTile(int index);
    void closeTile();
    void showTile();
    void showFilm();
    void copyTile();
    void saveTile();
    void writeTile(int index, const QString& path);
    void fitGrid();

    RunSession& m_session;
    Notices& m_notices;
    widgets::Label* m_step = nullptr;
    widgets::Label* m_detail = nullptr;
    widgets::Segment* m_weights = nullptr;
    widgets::SampleGrid* m_grid = nullptr;
    widgets::TileView* m_tile = nullptr;
    widgets::TextEditor* m_text = nullptr;
};

}  // namespace limner::app
