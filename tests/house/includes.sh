#!/bin/bash
# Holds the table "The house" of docs/architecture.md: which folder may include what.
failures=0
sources() { find "$@" -name '*.h' -o -name '*.cpp' | sort; }

# forbid WHY PATTERN FILE…: no #include line of these files may match the extended regular expression.
forbid() {
    local why=$1 pattern=$2
    shift 2
    [ $# -gt 0 ] || return
    if grep -nE "^[[:space:]]*#[[:space:]]*include[[:space:]]*$pattern" "$@"; then
        echo "  ^ $why"
        failures=$((failures + 1))
    fi
}

torch='[<"](torch|ATen|c10|caffe2)/'
qt='[<"](Q[A-Z][A-Za-z0-9]*|q[a-z]+\.h|Qt[A-Z][A-Za-z]*/.*)[>"]'

forbid 'core/types needs nothing but the standard library' \
    '("core/(engine|language|models|datasets|losses|style|training|generation|io|internal|writing)/|"(app|widgets)/|<[^>]*[/.])' $(sources core/types)
forbid 'core/engine sees core/types and the standard library' \
    '("core/(language|models|datasets|losses|style|training|generation|io|internal)/|"(app|widgets)/|<(torch|ATen|c10|opencv2|nlohmann|Q))' \
    $(sources core/engine)
forbid 'core/pth reads strangers'"'"' files: it sees core/types, libzip and JSON' \
    '("core/(engine|language|models|datasets|losses|training|generation|io|internal)/|"(app|widgets)/|<(torch|ATen|c10|opencv2|Q))' \
    $(sources core/pth)
forbid 'core/language sees core/types, JSON, zlib and utf8proc' \
    '("core/(engine|models|datasets|library|losses|style|training|generation|io|internal|pth)/|"(app|widgets)/|<(torch|ATen|c10|opencv2|zip|openssl|Q))' \
    $(sources core/language)
forbid 'LibTorch belongs to the core' "$torch" $(sources core/types core/engine widgets app)
forbid 'The core knows no Qt' "$qt" $(sources core)
forbid 'The core knows neither widgets nor app' '"(app|widgets)/' $(sources core)
forbid 'Widgets see core/types, Qt and QCustomPlot' \
    '"(core/(engine|language|models|datasets|losses|style|training|generation|io|internal|writing)|app)/' $(sources widgets)
forbid 'The app sees core/types and widgets' \
    '"core/(engine|language|models|datasets|losses|style|training|generation|io|internal|writing)/' $(sources app)
forbid 'limner-cli has no window' '("widgets/|<Q(Widget|Application|MainWindow)>)' $(sources app/cli)
forbid 'The loader, which both programs share, knows no Qt' "$qt" app/core_loader.h app/core_loader.cpp

# A header with LibTorch in it is shared through core/internal, or private to its folder.
for header in $(grep -lE "^#include $torch" $(sources core) | grep '\.h$' | grep -v '^core/internal/'); do
    folder=$(dirname "$header")
    if grep -n "^#include \"$header\"" $(sources core app widgets | grep -v "^$folder/"); then
        echo "  ^ $header includes LibTorch, so other folders may not include it: move it to core/internal"
        failures=$((failures + 1))
    fi
done

for file in $(sources core widgets app tests); do
    if grep -qE "^#include $torch" "$file" && grep -qE "^#include $qt" "$file"; then
        echo "$file includes both Qt and LibTorch"
        failures=$((failures + 1))
    fi
done
[ "$failures" = 0 ]
