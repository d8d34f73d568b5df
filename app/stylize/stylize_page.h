// The Stylize workspace: content and styles at the left, the picture that grows in the middle, every result
// below, the parameters of the method at the right.
#pragma once

#include "app/page.h"
#include "core/types/job.h"
#include "core/types/recipe.h"

namespace limner::app {

class CanvasPanel;
class ChannelPanel;
class InputPanel;
class LivePreview;
class NetworkOffers;
class ParameterPanel;
class ResultPanel;
class StylizeHeader;
class StylizeOutputs;
class StylizeSession;
class StylizeSweep;
class ZoomPanel;

class StylizePage : public Page {
    Q_OBJECT

public:
    explicit StylizePage(const Shell& shell, QWidget* parent = nullptr);
    ~StylizePage() override;

    QWidget* inspector() override;
    void setCompaction(const Compaction& compaction) override;
    QList<QWidget*> areas() override;

    StylizeSession& session() { return *m_session; }
    InputPanel& inputs() { return *m_inputs; }
    bool hasPicture() const;
    bool isBusy() const;
    bool canStart() const;
    bool canGoOn() const;

    /// Pictures that were dropped on the window.
    void bring(const QStringList& files);
    /// Whether this page made the picture of a recipe: a result, or a sweep of results.
    static bool made(const Recipe& recipe);
    /// Every setting of a picture that was made here; of a sweep, those that its cells share.
    /// @pre made(recipe)
    void takeRecipe(const Recipe& recipe);
    void findParameter();

    // What the commands do.
    void start();
    void keepBest();
    void goOn();
    void save();
    void copy();
    void paste();
    void openContent();
    void addStyle();
    void toggleMask();
    void toggleSweep();
    void toggleChannels();
    void toggleZoom();
    void nextView();

Q_SIGNALS:
    /// Commands follow it.
    void stateChanged();
    /// A network should learn the manner of this picture.
    void learnRequested(const QString& file);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    void setupPanel();
    void tie();
    void showForm();
    bool isFormCurrent() const;
    std::string featuresOf() const;
    std::string formKey() const;
    ParamTable tableForForm() const;
    void showHeader();
    /// Another view in place of the picture; null for the picture.
    void showExtra(QWidget* extra);
    void toggleOfDream(QWidget* extra);
    void startOrSay(Result<JobId> job);
    void trySamples();

    Shell m_shell;
    StylizeSession* m_session;
    StylizeOutputs* m_outputs;
    LivePreview* m_preview;
    NetworkOffers* m_offers;
    StylizeHeader* m_header = nullptr;
    InputPanel* m_inputs = nullptr;
    CanvasPanel* m_canvas = nullptr;
    StylizeSweep* m_sweep = nullptr;
    ChannelPanel* m_channels = nullptr;
    ZoomPanel* m_zoom = nullptr;
    ResultPanel* m_results = nullptr;
    ParameterPanel* m_panel = nullptr;
    std::string m_formKey;  ///< what the rows of the form depend on
};

}  // namespace limner::app
