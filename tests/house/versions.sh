#!/bin/bash
# versions.sh VERSION PROGRAM…: each program says its name and version, without a display.
version=$1
shift
failures=0
for program in "$@"; do
    said=$("$program" --version 2>&1)
    if [ "$said" != "$(basename "$program") $version" ]; then
        echo "$program --version says: $said"
        failures=1
    fi
done
exit "$failures"
