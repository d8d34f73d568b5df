// A search for the person's picture while it goes on: theirs, the best so far, and how to end it.
#pragma once

#include <QWidget>

#include "core/types/job.h"

namespace limner::widgets {
class Button;
class Label;
class PictureView;
}  // namespace limner::widgets

namespace limner::app {

class SearchView : public QWidget {
    Q_OBJECT

public:
    explicit SearchView(QWidget* parent = nullptr);

    /// Before the first step. @param sentence  what is waited for
    void begin(const QString& sentence);
    void setSnapshot(const Snapshot& snapshot);

Q_SIGNALS:
    void keepRequested();
    void cancelRequested();

private:
    widgets::PictureView* m_own = nullptr;
    widgets::PictureView* m_best = nullptr;
    widgets::Label* m_facts = nullptr;
    widgets::Button* m_keep = nullptr;
};

}  // namespace limner::app
