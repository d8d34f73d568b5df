#!/bin/bash
# Every source file is as .clang-format wants it.
command -v clang-format >/dev/null || { echo "SKIPPED: clang-format is not installed"; exit 77; }
find app bench core tests tools widgets \( -name '*.h' -o -name '*.cpp' \) -print0 2>/dev/null |
    xargs -0 -n 16 -P "$(nproc)" clang-format --dry-run -Werror
