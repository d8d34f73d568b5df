#include "place_panel.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core_text.h"
#include "app/surface.h"
#include "attribute_panel.h"
#include "blend.h"
#include "direction_panel.h"
#include "explore_session.h"
#include "place_values.h"
#include "widgets/button.h"
#include "widgets/choice_combo.h"
#include "widgets/label.h"
#include "widgets/param_form.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

/// A heading with what may stand at its right end, over a body. @param inset  of the body, at 100 %
QWidget* makeSection(const QString& name, QWidget* right, QWidget* body, int inset) {
    auto* section = new Surface(&widgets::Tokens::panel, Qt::TopEdge);
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(px(8), 0, px(4), px(12));
    column->setSpacing(px(4));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(8), 0, px(8), 0);
    head->addWidget(new Label(name, TextRole::Section));
    head->addStretch();
    if (right != nullptr) head->addWidget(right);
    head->addStrut(px(32));
    column->addLayout(head);
    auto* room = new QHBoxLayout;
    room->setContentsMargins(px(inset), 0, px(inset), 0);
    room->addWidget(body);
    column->addLayout(room);
    return section;
}

bool isPicture(const QMimeData* data) {
    return data->urls().size() == 1 && data->urls().front().isLocalFile();
}

}  // namespace

PlacePanel::PlacePanel(ExploreSession& session, QWidget* parent) : QWidget(parent), m_session(session) {
    setObjectName(QStringLiteral("explore.inspector"));
    setAcceptDrops(true);
    auto* sheet = new Surface(&widgets::Tokens::panel);
    m_sections = new QVBoxLayout(sheet);
    m_sections->setContentsMargins(0, 0, 0, 0);
    m_sections->setSpacing(0);
    for (QWidget* section : {makeSeed(), makeDirections(), makeMixing(), makeAttributes(), makeOwnPicture()})
        m_sections->addWidget(section);
    m_sections->addStretch();
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(sheet);
    m_foot = new Surface(&widgets::Tokens::panel, Qt::TopEdge);
    m_foot->hide();
    auto* foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(px(16), px(12), px(12), px(12));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_scroll, 1);
    column->addWidget(m_foot);
    tie();
}

QWidget* PlacePanel::makeHead() {
    auto* head = new Surface(&widgets::Tokens::panel, Qt::BottomEdge);
    head->setFixedHeight(px(48));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(px(16), 0, px(8), 0);
    auto* reset =
        widgets::makeIconButton(QStringLiteral("reset"), tr("Set all directions to 0 that are not locked"));
    reset->setObjectName(QStringLiteral("explore.resetDirections"));
    row->addWidget(new Label(tr("Latent"), TextRole::Title));
    row->addStretch();
    row->addWidget(reset);
    connect(reset, &QPushButton::clicked, this, [this] { m_directions->reset(); });
    return head;
}

QWidget* PlacePanel::makeSeed() {
    m_form = new widgets::ParamForm;
    m_form->setObjectName(QStringLiteral("explore.form"));
    return m_form;
}

QWidget* PlacePanel::makeDirections() {
    m_directions = new DirectionPanel(m_session);
    return makeSection(tr("Directions"), m_directions->shares(), m_directions, 0);
}

QWidget* PlacePanel::makeAttributes() {
    auto* attributes = new AttributePanel(m_session);
    connect(attributes, &AttributePanel::found, this, [this](size_t own) {
        const int top = m_directions->mapTo(m_scroll->widget(), QPoint()).y();
        m_scroll->verticalScrollBar()->setValue(top - px(40));  // the new slider is the first thing in sight
        m_directions->startRename(own);
    });
    connect(attributes, &AttributePanel::refused, this, &PlacePanel::refused);
    return makeSection(tr("Find a direction"), new Label(tr("from A to B"), TextRole::Label, Ink::Text3),
                       attributes, 8);
}

QWidget* PlacePanel::makeMixing() {
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    m_path = new widgets::ChoiceCombo;
    m_path->setObjectName(QStringLiteral("explore.path"));
    m_path->setAccessibleName(tr("Path between pictures"));
    m_path->setChoices({{name(Path::Spherical), toUtf8(tr("Spherical"))},
                        {name(Path::Linear), toUtf8(tr("Linear"))},
                        {name(Path::Spline), toUtf8(tr("Spline"))}});
    auto* path = new QHBoxLayout;
    path->addWidget(new Label(tr("Path"), TextRole::Body, Ink::Text2));
    path->addStretch();
    path->addWidget(m_path);
    column->addLayout(path);
    auto* sum = new QHBoxLayout;
    sum->setSpacing(px(4));
    const std::array<QString, 3> signs{QString(), QStringLiteral("−"), QStringLiteral("+")};
    for (size_t i = 0; i < m_terms.size(); ++i) {
        m_terms[i] = new widgets::ChoiceCombo;
        m_terms[i]->setObjectName(QStringLiteral("explore.term%1").arg(i));
        m_terms[i]->setAccessibleName(tr("Bookmark %1 of the sum").arg(i + 1));
        if (!signs[i].isEmpty()) sum->addWidget(new Label(signs[i], TextRole::Body, Ink::Text3));
        m_terms[i]->setMinimumWidth(px(40));
        m_terms[i]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        sum->addWidget(m_terms[i], 1);
        connect(m_terms[i], &widgets::ChoiceCombo::chosen, this, [this] { m_hasChosenTerms = true; });
    }
    auto* go = widgets::makeIconButton(QStringLiteral("arrow-right"), tr("Go to this sum of bookmarks"));
    go->setObjectName(QStringLiteral("explore.mix"));
    sum->addWidget(go);
    column->addLayout(sum);
    connect(go, &QPushButton::clicked, this, &PlacePanel::mix);
    return makeSection(tr("Between pictures"),
                       new Label(QStringLiteral("A − B + C"), TextRole::Label, Ink::Text3), body, 8);
}

QWidget* PlacePanel::makeOwnPicture() {
    auto* zone = new Surface(&widgets::Tokens::panel);
    zone->setDashed(true);
    auto* column = new QVBoxLayout(zone);
    column->setContentsMargins(px(12), px(12), px(12), px(12));
    column->setSpacing(px(8));
    m_ownHint = new Label({}, TextRole::Label, Ink::Text3);
    m_ownHint->setParagraph(tr("Drop a picture here, paste one, or choose a file."));
    auto* browse = new Button(tr("Choose a picture…"), QStringLiteral("picture"), {});
    browse->setObjectName(QStringLiteral("explore.ownPicture"));
    column->addWidget(m_ownHint);
    column->addWidget(browse, 0, Qt::AlignLeft);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(
            this, tr("A picture to bring into latent space"), {},
            tr("Pictures") + QStringLiteral(" (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)"));
        if (!file.isEmpty()) Q_EMIT pictureFileChosen(file);
    });
    return makeSection(tr("Your own picture"),
                       new Label(tr("encode, then edit"), TextRole::Label, Ink::Text3), zone, 8);
}

void PlacePanel::tie() {
    connect(m_form, &widgets::ParamForm::valueChanged, this, &PlacePanel::formEdited);
    connect(m_path, &widgets::ChoiceCombo::chosen, this, [this](const QString& id) {
        Timeline changed = m_session.record().timeline;
        if (const auto path = pathOfName(toUtf8(id))) changed.path = *path;
        m_session.setTimeline(changed, tr("Path"));
    });
    connect(&m_session, &ExploreSession::factsChanged, this, &PlacePanel::showHint);
    connect(&m_session, &ExploreSession::placeChanged, this, &PlacePanel::showPlace);
    connect(&m_session, &ExploreSession::bookmarksChanged, this, &PlacePanel::showMarks);
    connect(&m_session, &ExploreSession::timelineChanged, this,
            [this] { m_path->setCurrentId(QLatin1String(name(m_session.record().timeline.path))); });
    connect(&m_session, &ExploreSession::modelChanged, this, [this] {
        showHint();
        showMarks();
        showPlace();
        m_path->setCurrentId(QLatin1String(name(m_session.record().timeline.path)));
    });
}

void PlacePanel::setTable(const ParamTable& table) {
    ParamTable rows;
    for (const ParamSpec& row : table)
        if (row.id == "seed" || row.id == "truncation") rows.push_back(row);
    m_form->setTable(rows, {});
    showPlace();
}

void PlacePanel::setFoot(QWidget* foot) {
    m_foot->layout()->addWidget(foot);
    m_foot->show();
}

void PlacePanel::setCompact(bool isCompact) {
    m_form->setCompact(isCompact);
}

void PlacePanel::showHint() {
    const auto& facts = m_session.facts();
    m_ownHint->setParagraph(!facts || facts->encodes
                                ? tr("Drop a picture here, paste one, or choose a file.")
                                : tr("Drop a picture here, paste one, or choose a file. This model has no "
                                     "encoder: the nearest picture is searched for, which takes a while."));
}

void PlacePanel::showPlace() {
    const ParamValues& place = m_session.place();
    if (m_form->table().empty()) return;
    for (const char* id : {"seed", "truncation"}) {
        const auto value = place.find(id);
        const bool isGiven = value != place.end();
        const QString row = QLatin1String(id);
        if (row == QLatin1String("seed") && place.contains("point"))
            m_form->setNone(row);
        else
            m_form->setValue(row, isGiven ? value->second : standardValue(m_form->table(), {}, id));
    }
}

void PlacePanel::showMarks() {
    std::vector<Choice> choices;
    for (const Bookmark& mark : m_session.record().bookmarks)
        choices.push_back({toUtf8(mark.id), toUtf8(mark.name)});
    for (size_t i = 0; i < m_terms.size(); ++i) {
        const QString before = m_terms[i]->currentId();
        m_terms[i]->setChoices(choices);
        m_terms[i]->setEnabled(!choices.empty());
        if (m_hasChosenTerms)
            m_terms[i]->setCurrentId(before);
        else if (!choices.empty())
            m_terms[i]->setCurrentId(fromUtf8(choices[std::min(i, choices.size() - 1)].id));
    }
}

void PlacePanel::formEdited(const QString& id, const ParamValue& value, bool isFinal) {
    ParamValues place = m_session.place();
    place[toUtf8(id)] = value;
    if (id == QLatin1String("seed")) place.erase("point");
    if (isFinal)
        m_session.move(place, id == QLatin1String("seed") ? tr("Seed") : tr("Truncation"));
    else
        m_session.drag(place);
}

void PlacePanel::dice() {
    if (!m_session.isOpen()) return;
    ParamValues place = m_session.place();
    place.erase("point");
    place["seed"] = drawnSeed();
    m_session.move(place, tr("Another seed"));
}

const Bookmark* PlacePanel::chosen(const widgets::ChoiceCombo* combo) const {
    const auto& marks = m_session.record().bookmarks;
    const auto found = std::ranges::find(marks, combo->currentId(), &Bookmark::id);
    return found == marks.end() ? nullptr : &*found;
}

void PlacePanel::mix() {
    std::array<const PlaceBook::Entry*, 3> entries{};
    QStringList names;
    for (size_t i = 0; i < m_terms.size(); ++i) {
        const Bookmark* mark = chosen(m_terms[i]);
        entries[i] = mark ? m_session.book().find(mark->place) : nullptr;
        if (mark) names << mark->name;
    }
    if (std::ranges::count(entries, nullptr) > 0) {
        Q_EMIT refused(tr("Keep some places as bookmarks first; then they can be added and taken away."));
        return;
    }
    m_session.move(placeOfLatent(arithmetic(entries[0]->latent, entries[1]->latent, entries[2]->latent)),
                   QStringLiteral("%1 − %2 + %3").arg(names[0], names[1], names[2]));
}

void PlacePanel::dragEnterEvent(QDragEnterEvent* event) {
    if (isPicture(event->mimeData())) event->acceptProposedAction();
}

void PlacePanel::dropEvent(QDropEvent* event) {
    if (!isPicture(event->mimeData())) return;
    event->acceptProposedAction();
    Q_EMIT pictureFileChosen(event->mimeData()->urls().front().toLocalFile());
}

}  // namespace limner::app
