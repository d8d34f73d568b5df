#!/bin/bash
# Makes resources/welcome.png and resources/welcome-sheet.png: trains the model of the welcome page's button, then
# takes four of its samples at eight steps. Then resources/welcome-faces.png, from the faces that come with Limner.
# About eight minutes on two cores.
#   tools/welcome_picture/make_welcome_picture.sh [BUILD_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${1:-build/ci}/bin
run=$(mktemp -d)/welcome
"$bin/limner-cli" train --model dcgan --data fashion-mnist --steps 1300 --ema 0.98 --preview-every 20 \
    --save-every 1300 --validate-every 100000 --seed 7 --threads 1 --out "$run"
"$bin/limner-welcome-picture" "$run" resources/welcome.png 0,60,140,240,360,520,800,1300 27,62,24,61 \
    resources/welcome-sheet.png
"$bin/limner-cli" render --run resources/models/emoji-faces.safetensors --timeline tools/welcome_picture/faces.json \
    --out "$(dirname "$run")/frames"
"$bin/limner-welcome-picture" "$(dirname "$run")/frames" resources/welcome-faces.png
