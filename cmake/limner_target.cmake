# What every target of Limner shares: the language, warnings, sanitizers, ccache.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

# Presets that build everything at once do so in a quarter of the time with several files in one (CMAKE_UNITY_BUILD);
# dev compiles each file by itself, which also proves that each includes what it uses.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 12)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The sloppiness is what ccache asks for with precompiled headers; the base folder lets checkouts share results.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()

function(limner_target target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion -Wshadow)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(${target} PRIVATE -fpch-preprocess)
    endif()
    if(LIMNER_WARNINGS_ARE_ERRORS)
        # What GCC 12 concludes from optimized std::string is often wrong (its PR 105329 and 105651): only a warning.
        target_compile_options(${target} PRIVATE -Werror)
        foreach(guess array-bounds dangling-pointer free-nonheap-object maybe-uninitialized nonnull restrict
                stringop-overflow stringop-overread use-after-free)
            target_compile_options(${target} PRIVATE -Wno-error=${guess})
        endforeach()
    endif()
    if(LIMNER_SANITIZER STREQUAL "address")
        target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-omit-frame-pointer)
        target_link_options(${target} PUBLIC -fsanitize=address,undefined)
    elseif(LIMNER_SANITIZER STREQUAL "thread")
        target_compile_options(${target} PRIVATE -fsanitize=thread)
        target_link_options(${target} PUBLIC -fsanitize=thread)
    endif()
endfunction()
