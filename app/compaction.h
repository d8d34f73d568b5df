// What gives way as the window gets smaller, as widths at 100 %.
#pragma once

#include <QSize>

namespace limner::app {

struct Compaction {
    bool isRailNarrow = false;       ///< below 1280 wide: icons only, pipeline as one chip
    bool isInspectorNarrow = false;  ///< below 1120 wide: sliders fold into their fields
    bool isInspectorDrawer = false;  ///< below 960 wide: F9 opens it over the page
    bool isLow = false;              ///< below 720 high: no thumbnails on the time line

    friend bool operator==(const Compaction&, const Compaction&) = default;
};

/// @param size   of the window, in logical pixels
/// @param scale  of the interface; at 200 % a window counts as half as wide
inline Compaction compactionFor(QSize size, double scale) {
    const double width = size.width() / scale;
    const double height = size.height() / scale;
    return {width < 1280, width < 1120, width < 960, height < 720};
}

}  // namespace limner::app
