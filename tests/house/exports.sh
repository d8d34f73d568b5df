#!/bin/bash
# limner_core exports one function.
exported=$(nm -D --defined-only -C "$1" | awk '{ $1 = ""; print }' | sort)
count=$(grep -c . <<<"$exported")
if [ "$exported" = ' T limnerOpenStudio' ]; then exit 0; fi
echo "limner_core exports $count symbols instead of limnerOpenStudio alone; some of them:"
head -n 20 <<<"$exported"
exit 1
