#include "param_editor.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QRandomGenerator>

#include "button.h"
#include "choice_combo.h"
#include "core_text.h"
#include "number_field.h"
#include "number_scale.h"
#include "param_slider.h"
#include "path_picker.h"
#include "segment.h"
#include "theme.h"

namespace limner::widgets {
namespace {

int editorGap() {
    return px(6);
}

/// Name for tests and tools: "param.learning_rate.field".
QString partName(const ParamSpec& spec, const char* part) {
    return QStringLiteral("param.%1.%2").arg(QString::fromStdString(spec.id), QLatin1String(part));
}

void place(QWidget* widget, int x, int width, int height, int of) {
    widget->setGeometry(x, (of - height) / 2, width, height);
}

/// Slider and field; the field alone where the range is too large to aim in, or, with a bar, in a compact
/// form.
class NumberEditor : public ParamEditor {
public:
    NumberEditor(const ParamSpec& spec, const QString& name, QWidget* parent)
        : ParamEditor(parent), m_spec(spec) {
        const bool seed = spec.id == "seed";
        if (!seed && limner::widgets::hasSlider(spec)) addSlider(name);
        m_field = new NumberField(this);
        m_field->setObjectName(partName(spec, "field"));
        m_field->setAccessibleName(name);
        m_field->setSpec(spec);
        setFocusProxy(m_field);
        connect(m_field, &NumberField::valueChanged, this, &NumberEditor::take);
        connect(m_field, &NumberField::refused, this, &ParamEditor::refused);
        if (seed) addDice();
    }

    void setValue(const ParamValue& value) override { show(numberOf(value)); }
    void setNone() override { m_field->setNone(); }

    void setChanged(bool changed) override {
        m_field->setChanged(changed);
        if (m_slider != nullptr) m_slider->setChanged(changed);
    }

    void setCompact(bool compact) override {
        m_compact = compact;
        m_field->setBar(compact);
        if (m_slider != nullptr) m_slider->setVisible(!compact);
        resizeEvent(nullptr);
    }

    int leastWidth() const override {
        const int field = std::max(m_field->wantedWidth(), m_compact ? px(88) : 0);
        if (m_dice != nullptr) return field + px(30);
        return hasSlider() ? m_slider->minimumSizeHint().width() + editorGap() + field : field;
    }

    bool fills() const override { return hasSlider() || m_dice != nullptr; }

protected:
    void resizeEvent(QResizeEvent*) override {
        const int side = px(24);
        if (m_dice != nullptr) {
            place(m_dice, width() - side, side, side, height());
            place(m_field, 0, width() - side - editorGap(), side, height());
            return;
        }
        const int fieldWidth = hasSlider() ? std::min(m_field->wantedWidth(), width()) : width();
        place(m_field, width() - fieldWidth, fieldWidth, side, height());
        if (m_slider != nullptr) m_slider->setGeometry(0, 0, width() - fieldWidth - editorGap(), height());
    }

private:
    bool hasSlider() const { return m_slider != nullptr && !m_compact; }

    void addSlider(const QString& name) {
        m_slider = new ParamSlider(this);
        m_slider->setObjectName(partName(m_spec, "slider"));
        m_slider->setAccessibleName(name);
        m_slider->setSpec(m_spec);
        connect(m_slider, &ParamSlider::valueChanged, this, &NumberEditor::take);
        connect(m_slider, &ParamSlider::resetRequested, this, &ParamEditor::resetRequested);
    }

    void addDice() {
        m_dice = makeIconButton(QStringLiteral("dice"),
                                QCoreApplication::translate("limner::widgets", "Another seed"), this);
        m_dice->setObjectName(partName(m_spec, "dice"));
        connect(m_dice, &QPushButton::clicked, this, [this] {
            const auto low = static_cast<int64_t>(m_spec.range.low);
            // Six digits can be read aloud and typed again.
            const auto high = static_cast<int64_t>(std::min(m_spec.range.high, 999999.0));
            take(static_cast<double>(QRandomGenerator::global()->bounded(qint64{low}, qint64{high} + 1)),
                 true);
        });
    }

    void show(double number) {
        const int before = m_field->wantedWidth();
        m_field->setValue(number);
        if (m_slider != nullptr) m_slider->setValue(number);
        if (m_field->wantedWidth() == before) return;
        resizeEvent(nullptr);
        Q_EMIT widthChanged();
    }

    void take(double number, bool final) {
        show(number);
        Q_EMIT valueChanged(valueOf(m_spec, number), final);
    }

    ParamSpec m_spec;
    NumberField* m_field = nullptr;
    ParamSlider* m_slider = nullptr;
    Button* m_dice = nullptr;
    bool m_compact = false;
};

class ToggleEditor : public ParamEditor {
public:
    ToggleEditor(const ParamSpec& spec, const QString& name, QWidget* parent)
        : ParamEditor(parent), m_box(new QCheckBox(this)) {
        m_box->setObjectName(partName(spec, "check"));
        m_box->setAccessibleName(name);
        m_box->setFocusPolicy(Qt::TabFocus);
        setFocusProxy(m_box);
        connect(m_box, &QCheckBox::clicked, this,
                [this](bool on) { Q_EMIT valueChanged(ParamValue{on}, true); });
    }

    void setValue(const ParamValue& value) override {
        if (const bool* on = std::get_if<bool>(&value)) m_box->setChecked(*on);
    }
    int leastWidth() const override { return px(20); }

protected:
    void resizeEvent(QResizeEvent*) override { place(m_box, 0, px(20), px(20), height()); }

private:
    QCheckBox* m_box;
};

class SegmentEditor : public ParamEditor {
public:
    SegmentEditor(const ParamSpec& spec, const QString& name, QWidget* parent)
        : ParamEditor(parent), m_segment(new Segment(this)) {
        m_segment->setObjectName(partName(spec, "segment"));
        m_segment->setAccessibleName(name);
        m_segment->setItems(itemsOf(spec));
        setFocusProxy(m_segment);
        connect(m_segment, &Segment::chosen, this,
                [this](const QString& id) { Q_EMIT valueChanged(ParamValue{id.toStdString()}, true); });
    }

    static std::vector<Segment::Item> itemsOf(const ParamSpec& spec) {
        std::vector<Segment::Item> items;
        for (const Choice& choice : spec.choices) {
            const bool there = choice.unavailable.isEmpty();
            items.push_back({.id = QString::fromStdString(choice.id),
                             .label = coreText(choice.label),
                             .toolTip = there ? coreText(choice.help) : coreText(choice.unavailable),
                             .enabled = there});
        }
        return items;
    }

    void setValue(const ParamValue& value) override {
        if (const auto* id = std::get_if<std::string>(&value))
            m_segment->setCurrentId(QString::fromStdString(*id));
    }
    int leastWidth() const override { return m_segment->sizeHint().width(); }
    bool fills() const override { return false; }

protected:
    void resizeEvent(QResizeEvent*) override { place(m_segment, 0, width(), px(28), height()); }

private:
    Segment* m_segment;
};

class ComboEditor : public ParamEditor {
public:
    ComboEditor(const ParamSpec& spec, const QString& name, QWidget* parent)
        : ParamEditor(parent), m_combo(new ChoiceCombo(this)) {
        m_combo->setObjectName(partName(spec, "combo"));
        m_combo->setAccessibleName(name);
        m_combo->setChoices(spec.choices);
        setFocusProxy(m_combo);
        connect(m_combo, &ChoiceCombo::chosen, this,
                [this](const QString& id) { Q_EMIT valueChanged(ParamValue{id.toStdString()}, true); });
    }

    void setValue(const ParamValue& value) override {
        if (const auto* id = std::get_if<std::string>(&value))
            m_combo->setCurrentId(QString::fromStdString(*id));
        Q_EMIT widthChanged();
    }
    int leastWidth() const override {
        return QFontMetrics(widgets::font(TextRole::Number)).horizontalAdvance(m_combo->currentText()) +
               px(8 + 22 + 2);
    }

protected:
    void resizeEvent(QResizeEvent*) override { place(m_combo, 0, width(), px(24), height()); }

private:
    ChoiceCombo* m_combo;
};

class TextEditor : public ParamEditor {
public:
    TextEditor(const ParamSpec& spec, const QString& name, QWidget* parent)
        : ParamEditor(parent), m_field(new QLineEdit(this)) {
        m_field->setObjectName(partName(spec, "text"));
        m_field->setAccessibleName(name);
        setFocusProxy(m_field);
        connect(m_field, &QLineEdit::editingFinished, this, [this] {
            if (m_field->text() == m_shown) return;
            m_shown = m_field->text();
            Q_EMIT valueChanged(ParamValue{m_shown.toStdString()}, true);
        });
    }

    void setValue(const ParamValue& value) override {
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr) return;
        m_shown = QString::fromStdString(*text);
        if (m_field->text() == m_shown) return;
        m_field->setText(m_shown);
        if (!m_field->hasFocus()) m_field->setCursorPosition(0);  // what does not fit is cut at its end
    }
    int leastWidth() const override { return px(96); }

protected:
    void resizeEvent(QResizeEvent*) override { place(m_field, 0, width(), px(24), height()); }

private:
    QLineEdit* m_field;
    QString m_shown;
};

class PathEditor : public ParamEditor {
public:
    PathEditor(const ParamSpec& spec, const QString& name, QWidget* parent)
        : ParamEditor(parent),
          m_runs(spec.kind == ParamKind::Run),
          m_picker(new PathPicker(spec.kind, this)) {
        m_picker->setObjectName(partName(spec, "path"));
        m_picker->field()->setAccessibleName(name);
        setFocusProxy(m_picker);
        connect(m_picker, &PathPicker::pathChosen, this,
                [this](const QString& path) { Q_EMIT valueChanged(ParamValue{path.toStdString()}, true); });
    }

    void setValue(const ParamValue& value) override {
        if (const auto* path = std::get_if<std::string>(&value))
            m_picker->setPath(QString::fromStdString(*path));
    }
    void setRunsFolder(const QString& folder) override {
        if (m_runs) m_picker->setStartFolder(folder);
    }
    int leastWidth() const override { return px(120); }

protected:
    void resizeEvent(QResizeEvent*) override { m_picker->setGeometry(rect()); }

private:
    bool m_runs;
    PathPicker* m_picker;
};

/// Two or three choices whose names fit beside a label of the usual width stand side by side.
bool fitsSegment(const ParamSpec& spec) {
    if (spec.choices.size() < 2 || spec.choices.size() > 3) return false;
    Segment probe;
    probe.setItems(SegmentEditor::itemsOf(spec));
    return probe.sizeHint().width() <= px(150);
}

}  // namespace

ParamEditor* makeParamEditor(const ParamSpec& spec, const QString& name, QWidget* parent) {
    switch (spec.kind) {
        case ParamKind::Integer:
        case ParamKind::Real:
            return new NumberEditor(spec, name, parent);
        case ParamKind::Toggle:
            return new ToggleEditor(spec, name, parent);
        case ParamKind::Choice:
            if (fitsSegment(spec)) return new SegmentEditor(spec, name, parent);
            return new ComboEditor(spec, name, parent);
        case ParamKind::Text:
            return new TextEditor(spec, name, parent);
        case ParamKind::File:
        case ParamKind::Folder:
        case ParamKind::Run:
            return new PathEditor(spec, name, parent);
    }
    return nullptr;
}

}  // namespace limner::widgets
