# Libraries that the core uses privately, all Debian packages, as limner_core_dependencies.

find_package(nlohmann_json REQUIRED)
find_package(spdlog REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(Freetype REQUIRED)
find_package(ZLIB REQUIRED)

# Debian's small OpenCV packages have no OpenCVConfig.cmake.
find_path(OPENCV_INCLUDE opencv2/imgproc.hpp PATH_SUFFIXES opencv4 REQUIRED)
find_library(OPENCV_CORE opencv_core REQUIRED)
find_library(OPENCV_IMGPROC opencv_imgproc REQUIRED)
find_path(PROTOZERO_INCLUDE protozero/pbf_writer.hpp REQUIRED)

# The FFmpeg libraries name themselves through pkg-config alone.
find_package(PkgConfig REQUIRED)
pkg_check_modules(FFMPEG REQUIRED IMPORTED_TARGET libavcodec libavformat libavutil libswscale)

add_library(limner_core_dependencies INTERFACE)
target_include_directories(limner_core_dependencies SYSTEM INTERFACE ${OPENCV_INCLUDE} ${PROTOZERO_INCLUDE})
target_link_libraries(limner_core_dependencies INTERFACE
    nlohmann_json::nlohmann_json spdlog::spdlog OpenSSL::Crypto Freetype::Freetype ZLIB::ZLIB
    ${OPENCV_CORE} ${OPENCV_IMGPROC} PkgConfig::FFMPEG)
