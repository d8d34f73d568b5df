// The left column of Stylize: the content, the styles with their weights, the method.
#pragma once

#include <functional>
#include <map>

#include "app/page.h"
#include "app/surface.h"
#include "core/types/param.h"

class QMenu;
class QStackedWidget;

namespace limner::widgets {
class ChoiceCombo;
class Label;
class MethodList;
class NameLabel;
class PictureWell;
class StyleList;
}  // namespace limner::widgets

namespace limner::app {

class PictureLoader;
class SampleThumbs;
class StylizeSession;

class InputPanel : public Surface {
    Q_OBJECT

public:
    InputPanel(const Shell& shell, StylizeSession& session, QWidget* parent = nullptr);

    /// The content as it is looked at, no larger than kPreviewEdge; null while there is none.
    const QImage& content() const { return m_content; }
    static constexpr int kPreviewEdge = 1600;
    widgets::PictureWell* contentWell() const { return m_well; }
    /// The method as a combo, where there is little room.
    void setCompact(bool isCompact);
    /// What can be chosen here, and what the others need.
    void setMethods(const std::vector<Choice>& methods);

    void openContent();
    void openStyle(int index);
    /// Files that were dropped on the window: the first becomes the content if there is none, the others
    /// styles.
    void bring(const QStringList& files);
    /// What is in the clipboard, in the same way.
    void paste();
    /// A sample content, a sample style and small settings: something to see in seconds.
    void trySamples();
    void fillContentMenu(QMenu& menu);
    void fillStyleMenu(QMenu& menu, int index);

Q_SIGNALS:
    void contentChanged();
    /// A network should learn the manner of this picture.
    void learnRequested(const QString& file);

private:
    QWidget* makeContent();
    QWidget* makeStyles();
    QWidget* makeMethod();
    void tie();
    void tieStyles();
    void showValues();
    void showContent();
    void showStyles();
    void showMethod();
    void takePicture(qint64 request, const QImage& picture, const QSize& size);
    void takeFailure(qint64 request, const Error& error);
    void pickFile(const QString& title, std::function<void(const QString&)> take);
    void addSamples(QMenu& menu, bool areStyles, std::function<void(const QString&)> take);

    Shell m_shell;
    StylizeSession& m_session;
    PictureLoader* m_loader = nullptr;
    SampleThumbs* m_thumbs = nullptr;
    widgets::PictureWell* m_well = nullptr;
    widgets::NameLabel* m_name = nullptr;
    widgets::Label* m_size = nullptr;
    widgets::Label* m_weights = nullptr;
    widgets::StyleList* m_styles = nullptr;
    QStackedWidget* m_methodViews = nullptr;
    widgets::MethodList* m_methods = nullptr;
    widgets::ChoiceCombo* m_methodCombo = nullptr;
    QImage m_content;
    QString m_contentFile;
    QStringList m_styleFiles;
    qint64 m_contentRequest = 0;
    std::map<qint64, int> m_styleRequests;
};

}  // namespace limner::app
