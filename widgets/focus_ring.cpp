#include "focus_ring.h"

#include <QApplication>
#include <QEvent>
#include <QFocusFrame>
#include <QKeyEvent>
#include <QPointer>
#include <QWidget>

namespace limner::widgets {
namespace {

class FocusRing : public QObject {
public:
    explicit FocusRing(QApplication& app) : QObject(&app) {
        setObjectName(QStringLiteral("limner.focusRing"));
        app.installEventFilter(this);
        connect(&app, &QApplication::focusChanged, this, [this] { follow(); });
    }

    bool inUse() const { return m_inUse; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::MouseButtonPress) setInUse(false);
        if (event->type() == QEvent::KeyPress && movesFocus(static_cast<QKeyEvent*>(event)->key()))
            setInUse(true);
        return QObject::eventFilter(watched, event);
    }

private:
    static bool movesFocus(int key) {
        switch (key) {
            case Qt::Key_Tab:
            case Qt::Key_Backtab:
            case Qt::Key_Left:
            case Qt::Key_Right:
            case Qt::Key_Up:
            case Qt::Key_Down:
            case Qt::Key_F6:
                return true;
            default:
                return false;
        }
    }

    void setInUse(bool inUse) {
        if (inUse == m_inUse) return;
        m_inUse = inUse;
        follow();
    }

    void follow() {
        QWidget* focused = QApplication::focusWidget();
        if (focused != nullptr) focused->update();
        const bool shown = m_inUse && focused != nullptr && !focused->isWindow() && !drawsItsOwn(*focused);
        if (!shown) {
            delete m_frame;
            return;
        }
        if (m_frame == nullptr) m_frame = new QFocusFrame(focused->parentWidget());
        m_frame->setWidget(focused);
    }

    /// Fields show the focus by their own outline; views and editors by their current row or caret.
    static bool drawsItsOwn(const QWidget& widget) {
        return widget.property("ownFocus").toBool() || widget.inherits("QLineEdit") ||
               widget.inherits("QAbstractScrollArea") || widget.inherits("QAbstractSpinBox") ||
               widget.inherits("QMenu");
    }

    QPointer<QFocusFrame> m_frame;
    bool m_inUse = false;
};

FocusRing* ringOf(const QObject& app) {
    for (QObject* child : app.children())
        if (child->objectName() == QStringLiteral("limner.focusRing")) return static_cast<FocusRing*>(child);
    return nullptr;
}

}  // namespace

void installFocusRing(QApplication& app) {
    if (ringOf(app) == nullptr) new FocusRing(app);
}

bool keyboardInUse() {
    const FocusRing* ring = qApp != nullptr ? ringOf(*qApp) : nullptr;
    return ring != nullptr && ring->inUse();
}

}  // namespace limner::widgets
