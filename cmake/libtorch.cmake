# Finds LibTorch (Torch_DIR or CMAKE_PREFIX_PATH first, then what ./run put into .deps) as limner_torch.

find_path(LIMNER_GIVEN_TORCH share/cmake/Torch/TorchConfig.cmake
    PATHS ${CMAKE_PREFIX_PATH} ENV CMAKE_PREFIX_PATH NO_DEFAULT_PATH)
if(NOT Torch_DIR AND NOT DEFINED ENV{Torch_DIR} AND NOT LIMNER_GIVEN_TORCH)
    file(GLOB fetched ${PROJECT_SOURCE_DIR}/.deps/libtorch-*/torch)
    list(APPEND CMAKE_PREFIX_PATH ${fetched})
endif()
set(keptFlags "${CMAKE_CXX_FLAGS}")
find_package(Torch REQUIRED)
set(CMAKE_CXX_FLAGS "${keptFlags}")

set(LIMNER_TORCH_LIBRARIES_FOLDER ${TORCH_INSTALL_PREFIX}/lib CACHE INTERNAL "for the installer")
add_library(limner_torch INTERFACE)
target_include_directories(limner_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(limner_torch INTERFACE torch c10)
message(STATUS "LibTorch ${Torch_VERSION} in ${TORCH_INSTALL_PREFIX}")
