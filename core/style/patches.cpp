// Style transfer by texture synthesis (Elad & Milanfar 2017).
#include "colour.h"
#include "entries.h"

namespace limner::style {
namespace {

/// The content in the colours of the styles, which is where the synthesis starts.
class Patches final : public StyleMethod {
public:
    explicit Patches(StyleInput input) : m_input(std::move(input)) {}

    Result<void> step() override {
        const Picture& style = m_input.styles.front().picture;
        const Picture& content = m_input.content.defined() ? m_input.content : style;
        m_picture = matchHistogram(matchMoments(content, momentsOf(style)), ColourHistogram(style));
        return {};
    }
    bool isDone() const override { return m_picture.defined(); }
    const Picture& picture() const override { return m_picture; }
    int64_t stepsDone() const override { return isDone() ? 1 : 0; }
    int64_t stepsTotal() const override { return 1; }

private:
    StyleInput m_input;
    Picture m_picture;
};

ParamTable patchesRows() {
    return {};
}

Result<std::unique_ptr<StyleMethod>> makePatches(const StyleInput& input, JobContext&) {
    return std::unique_ptr<StyleMethod>(std::make_unique<Patches>(input));
}

}  // namespace

StyleMethodEntry patchesEntry() {
    return {.id = "patches",
            .label = LIMNER_TR("core", "Patches"),
            .help = LIMNER_TR("core", "Builds the picture anew from pieces of the style; needs no weights."),
            .needsContent = false,
            .tilesItself = true,
            .rows = &patchesRows,
            .make = &makePatches};
}

}  // namespace limner::style
