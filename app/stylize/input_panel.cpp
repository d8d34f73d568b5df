#include "input_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/core_text.h"
#include "app/notices.h"
#include "app/scroll_room.h"
#include "app/train/train_texts.h"
#include "picture_loader.h"
#include "sample_pictures.h"
#include "sample_thumbs.h"
#include "stylize_session.h"
#include "widgets/button.h"
#include "widgets/choice_combo.h"
#include "widgets/label.h"
#include "widgets/method_list.h"
#include "widgets/name_label.h"
#include "widgets/picture_well.h"
#include "widgets/style_list.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

constexpr int kStyleEdge = 320;
constexpr int64_t kFirstSize = 384;  ///< of a first try: a few seconds

QString pictureFilter() {
    return InputPanel::tr("Pictures") +
           QStringLiteral(" (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)");
}

QVBoxLayout* makePart(Surface* part, const QString& name, QWidget* right) {
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(px(16), px(8), px(16), px(16));
    column->setSpacing(px(8));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(new Label(name, TextRole::Section));
    head->addStretch();
    if (right != nullptr) head->addWidget(right);
    head->addStrut(px(28));
    column->addLayout(head);
    return column;
}

}  // namespace

InputPanel::InputPanel(const Shell& shell, StylizeSession& session, QWidget* parent)
    : Surface(&widgets::Tokens::base, Qt::RightEdge, parent),
      m_shell(shell),
      m_session(session),
      m_loader(new PictureLoader(this)),
      m_thumbs(new SampleThumbs(this)) {
    setObjectName(QStringLiteral("stylize.inputs"));
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeContent());
    column->addWidget(makeStyles());
    column->addWidget(makeMethod());
    column->addStretch();
    auto* room = new QVBoxLayout(this);
    room->setContentsMargins(0, 0, 1, 0);
    auto* scroll = new ScrollRoom(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    room->addWidget(scroll);
    setFixedWidth(px(232));
    tie();
}

QWidget* InputPanel::makeContent() {
    auto* part = new Surface(&widgets::Tokens::base);
    auto* more = widgets::makeIconButton(QStringLiteral("more"), tr("Sample pictures and more"));
    more->setObjectName(QStringLiteral("stylize.contentMenu"));
    auto* column = makePart(part, tr("Content"), more);
    m_well = new widgets::PictureWell;
    m_well->setObjectName(QStringLiteral("stylize.content"));
    m_well->setEmptyText(tr("Drop a picture"));
    m_well->setAccessibleName(tr("Content: choose a picture"));
    m_name = new widgets::NameLabel(TextRole::Body);
    m_size = new Label({}, TextRole::Label, Ink::Text3);
    auto* facts = new QHBoxLayout;
    facts->addWidget(m_name, 1);
    facts->addWidget(m_size);
    column->addWidget(m_well);
    column->addLayout(facts);
    const auto openMenu = [this](const QPoint& place) {
        QMenu menu(this);
        fillContentMenu(menu);
        menu.exec(place);
    };
    connect(more, &QPushButton::clicked, this,
            [more, openMenu] { openMenu(more->mapToGlobal(QPoint(0, more->height()))); });
    connect(m_well, &widgets::PictureWell::menuRequested, this, openMenu);
    return part;
}

QWidget* InputPanel::makeStyles() {
    auto* part = new Surface(&widgets::Tokens::base, Qt::TopEdge);
    auto* more = widgets::makeIconButton(QStringLiteral("more"), tr("Sample styles"));
    more->setObjectName(QStringLiteral("stylize.styleMenu"));
    auto* right = new QWidget;
    auto* row = new QHBoxLayout(right);
    row->setContentsMargins(0, 0, 0, 0);
    m_weights = new Label(tr("weights"), TextRole::Label, Ink::Text3);
    row->addWidget(m_weights);
    row->addWidget(more);
    auto* column = makePart(part, tr("Styles"), right);
    m_styles = new widgets::StyleList;
    m_styles->setObjectName(QStringLiteral("stylize.styles"));
    column->addWidget(m_styles);
    const auto openMenu = [this](int index, const QPoint& place) {
        QMenu menu(this);
        fillStyleMenu(menu, index);
        menu.exec(place);
    };
    connect(more, &QPushButton::clicked, this, [this, more, openMenu] {
        openMenu(m_styles->count(), more->mapToGlobal(QPoint(0, more->height())));
    });
    connect(m_styles, &widgets::StyleList::menuRequested, this, openMenu);
    return part;
}

QWidget* InputPanel::makeMethod() {
    auto* part = new Surface(&widgets::Tokens::base, Qt::TopEdge);
    auto* column = makePart(part, tr("Method"), nullptr);
    m_methods = new widgets::MethodList;
    m_methods->setObjectName(QStringLiteral("stylize.methods"));
    m_methodCombo = new widgets::ChoiceCombo;
    m_methodCombo->setObjectName(QStringLiteral("stylize.methodCombo"));
    m_methodCombo->setAccessibleName(tr("Method"));
    m_methodCombo->hide();
    column->addWidget(m_methods);
    column->addWidget(m_methodCombo);
    const auto take = [this](const QString& id) { m_session.set("method", toUtf8(id)); };
    connect(m_methods, &widgets::MethodList::chosen, this, take);
    connect(m_methodCombo, &widgets::ChoiceCombo::chosen, this, take);
    connect(m_methods, &widgets::MethodList::unavailableClicked, this, [this](const QString& id) {
        for (const Choice& choice : m_methods->choices())
            if (fromUtf8(choice.id) == id) m_shell.notices.tell(coreText(choice.unavailable));
    });
    return part;
}

void InputPanel::setCompact(bool isCompact) {
    m_methods->setVisible(!isCompact);
    m_methodCombo->setVisible(isCompact);
    setFixedWidth(px(isCompact ? 208 : 232));
}

void InputPanel::tie() {
    connect(&m_session, &StylizeSession::opened, this, &InputPanel::showMethod);
    connect(&m_session, &StylizeSession::valuesChanged, this, &InputPanel::showValues);
    connect(m_loader, &PictureLoader::loaded, this, &InputPanel::takePicture);
    connect(m_loader, &PictureLoader::failed, this, &InputPanel::takeFailure);
    connect(m_well, &widgets::PictureWell::browseRequested, this, &InputPanel::openContent);
    connect(m_well, &widgets::PictureWell::fileDropped, &m_session, &StylizeSession::setContent);
    connect(m_well, &widgets::PictureWell::clearRequested, &m_session, [this] { m_session.setContent({}); });
    connect(m_styles, &widgets::StyleList::browseRequested, this, &InputPanel::openStyle);
    connect(m_styles, &widgets::StyleList::fileDropped, &m_session, &StylizeSession::setStyle);
    connect(m_styles, &widgets::StyleList::removeRequested, &m_session, &StylizeSession::removeStyle);
    connect(m_styles, &widgets::StyleList::weightChanged, this,
            [this](int index, double weight, bool isFinal) {
                if (isFinal) m_session.setWeight(index, weight);
            });
    showValues();
}

void InputPanel::showMethod() {
    const ParamSpec* row = findRow(m_session.table(), m_session.values(), "method");
    if (row == nullptr) return;
    setMethods(row->choices);
}

void InputPanel::setMethods(const std::vector<Choice>& methods) {
    m_methods->setChoices(methods);
    m_methodCombo->setChoices(methods);
    showValues();
}

void InputPanel::showValues() {
    showContent();
    showStyles();
    m_methods->setCurrentId(m_session.method());
    m_methodCombo->setCurrentId(m_session.method());
}

void InputPanel::showContent() {
    const QString file = m_session.content();
    if (file == m_contentFile) return;
    m_contentFile = file;
    m_content = {};
    m_well->setPicture({});
    m_well->setFilled(!file.isEmpty());
    m_name->setName(QFileInfo(file).fileName());
    m_name->setToolTip(file);
    m_size->clear();
    m_contentRequest = file.isEmpty() ? 0 : m_loader->load(file, kPreviewEdge);
    Q_EMIT contentChanged();
}

void InputPanel::showStyles() {
    const auto styles = m_session.styles();
    std::vector<widgets::StyleItem> items;
    for (const StyleChoice& style : styles) items.push_back({QFileInfo(style.file).fileName(), style.weight});
    m_styles->setStyles(items);
    m_weights->setVisible(styles.size() > 1);
    QStringList files;
    for (const StyleChoice& style : styles) files << style.file;
    for (int i = 0; i < files.size(); ++i) {
        if (m_styleFiles.value(i) == files[i]) continue;
        m_styles->setPicture(i, {});
        m_styleRequests[m_loader->load(files[i], kStyleEdge)] = i;
    }
    m_styleFiles = files;
}

void InputPanel::takePicture(qint64 request, const QImage& picture, const QSize& size) {
    if (request == m_contentRequest) {
        m_content = picture;
        m_well->setPicture(picture);
        m_size->setText(QStringLiteral("%1 × %2").arg(size.width()).arg(size.height()));
        Q_EMIT contentChanged();
        return;
    }
    const auto asked = m_styleRequests.extract(request);
    if (!asked.empty() && asked.mapped() < m_styles->count()) m_styles->setPicture(asked.mapped(), picture);
}

void InputPanel::takeFailure(qint64 request, const Error& error) {
    if (request == m_contentRequest) {
        m_well->setError(coreText(error.message));
        if (isVisible()) m_shell.notices.showError(tr("This picture cannot be used"), error, m_contentFile);
        return;
    }
    const auto asked = m_styleRequests.extract(request);
    if (asked.empty() || asked.mapped() >= m_styles->count()) return;
    m_styles->setError(asked.mapped(), coreText(error.message));
    if (!isVisible()) return;  // read again at the start of the program: the mark on it is enough
    m_shell.notices.showError(tr("This style cannot be used"), error, m_styleFiles.value(asked.mapped()));
}

void InputPanel::pickFile(const QString& title, std::function<void(const QString&)> take) {
    auto* dialog = new QFileDialog(this, title, {}, pictureFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, std::move(take));
    dialog->open();
}

void InputPanel::openContent() {
    pickFile(tr("Content"), [this](const QString& file) { m_session.setContent(file); });
}

void InputPanel::openStyle(int index) {
    pickFile(tr("Style"), [this, index](const QString& file) { m_session.setStyle(index, file); });
}

void InputPanel::bring(const QStringList& files) {
    for (const QString& file : files) {
        const auto count = static_cast<int>(m_session.styles().size());
        if (m_session.content().isEmpty())
            m_session.setContent(file);
        else if (count < kMostStyles)
            m_session.setStyle(count, file);
        else
            return m_shell.notices.tell(tr("There is room for four styles. Remove one first."));
    }
}

void InputPanel::paste() {
    const QMimeData* pasted = QApplication::clipboard()->mimeData();
    QStringList files;
    for (const QUrl& url : pasted->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    if (!files.isEmpty()) return bring(files);
    const QString kept =
        keepInput(QApplication::clipboard()->image(), QStringLiteral("pasted"), m_session.projectFolder());
    if (kept.isEmpty()) return m_shell.notices.tell(tr("There is no picture in the clipboard"));
    bring({kept});
}

void InputPanel::addSamples(QMenu& menu, bool areStyles, std::function<void(const QString&)> take) {
    for (const SamplePicture& sample : samplePictures()) {
        if (sample.isStyle != areStyles) continue;
        QAction* action =
            menu.addAction(sample.name + QLatin1Char('\t') + sample.licence, this, [this, sample, take] {
                const QString file = keepInput(sample.draw(), sample.id, m_session.projectFolder());
                if (file.isEmpty())
                    return m_shell.notices.warn(tr("The sample picture could not be put into the project."));
                take(file);
                m_shell.notices.tell(QStringLiteral("%1: %2").arg(sample.name, sample.licence));
            });
        action->setObjectName(QStringLiteral("stylize.sample.") + sample.id);
        m_thumbs->show(sample, action);
    }
}

void InputPanel::fillContentMenu(QMenu& menu) {
    menu.addAction(tr("Open a picture…"), this, &InputPanel::openContent);
    menu.addAction(tr("Paste a picture"), this, &InputPanel::paste);
    QAction* swap = menu.addAction(tr("Swap content and style"), this, [this] {
        const auto styles = m_session.styles();
        auto turned = styles;
        turned.front().file = m_session.content();
        ParamValues values = withStyles(m_session.values(), turned);
        values["content"] = toUtf8(styles.front().file);
        values.erase("region");
        m_session.change(values, tr("Swap content and style"));
    });
    swap->setEnabled(!m_session.content().isEmpty() && !m_session.styles().empty());
    menu.addSection(tr("Sample pictures"));
    addSamples(menu, false, [this](const QString& file) { m_session.setContent(file); });
}

void InputPanel::fillStyleMenu(QMenu& menu, int index) {
    const int place = std::min(index, kMostStyles - 1);
    menu.addAction(tr("Open a style…"), this, [this, place] { openStyle(place); });
    if (index < m_styles->count()) {
        menu.addAction(tr("Remove this style"), this, [this, index] { m_session.removeStyle(index); });
        menu.addAction(tr("Learn this style…"), this, [this, index] {
            Q_EMIT learnRequested(m_session.styles()[static_cast<size_t>(index)].file);
        });
    }
    menu.addSection(tr("Sample styles"));
    addSamples(menu, true, [this, place](const QString& file) { m_session.setStyle(place, file); });
}

void InputPanel::trySamples() {
    const auto all = samplePictures();
    ParamValues values = m_session.values();
    for (const bool isStyle : {false, true}) {
        const auto sample = std::ranges::find(all, isStyle, &SamplePicture::isStyle);
        const QString file = keepInput(sample->draw(), sample->id, m_session.projectFolder());
        if (file.isEmpty())
            return m_shell.notices.warn(tr("The sample picture could not be put into the project."));
        if (isStyle)
            values = withStyles(values, {{file, 1}});
        else
            values["content"] = toUtf8(file);
    }
    values["size"] = kFirstSize;
    m_session.change(values, tr("Sample pictures"));
}

}  // namespace limner::app
