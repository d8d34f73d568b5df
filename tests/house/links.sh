#!/bin/bash
# The programs do not link LibTorch, nor what only the core uses: the core is loaded after the first paint.
failures=0
for program in "$@"; do
    linked=$(ldd "$program") || exit 1
    echo "$(basename "$program"): $(wc -l <<<"$linked") libraries"
    if grep -E 'libtorch|libc10|libopencv|liblimner_core' <<<"$linked"; then failures=1; fi
done
exit "$failures"
