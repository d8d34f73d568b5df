// The stations of a training project as chips: what is done, where we are, what is to come.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace limner::widgets {

enum class StageState { Done, Now, ToDo };

struct Stage {
    QString id;     ///< "train"
    QString label;  ///< "Train"
    StageState state = StageState::ToDo;
    bool isEnabled = true;  ///< a stage that does not exist yet cannot be clicked
};

/// Left and Right move, Enter and Space choose. Compact, it is one chip ("Train, 3 of 5") with a menu.
class PipelineBar : public QWidget {
    Q_OBJECT

public:
    explicit PipelineBar(QWidget* parent = nullptr);
    /// Data, Prepare, Train, Evaluate, Publish, with those before `current` done.
    static std::vector<Stage> trainStages(const QString& current);

    void setStages(std::vector<Stage> stages);
    const std::vector<Stage>& stages() const { return m_stages; }
    void setCompact(bool isCompact);
    bool isCompact() const { return m_isCompact; }
    QRect stageRect(int index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stageClicked(const QString& id);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int chipWidth(int index) const;
    int indexAt(QPoint place) const;
    void choose(int index);
    void openMenu();
    int currentStage() const;
    void paintChip(QPainter& painter, int index) const;
    void paintCompact(QPainter& painter) const;

    std::vector<Stage> m_stages;
    bool m_isCompact = false;
    int m_focused = 0;
    int m_hovered = -1;
};

}  // namespace limner::widgets
