# Qt 6 and QCustomPlot, and limner_qt_target: the settings that every Qt target of Limner shares.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Network Widgets Svg PrintSupport Test LinguistTools)
find_package(QCustomPlotQt6 REQUIRED)

function(limner_qt_target target)
    limner_target(${target})
    set_target_properties(${target} PROPERTIES AUTOMOC ON AUTORCC ON)
    target_compile_definitions(${target} PRIVATE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII)
endfunction()
