#!/bin/bash
# Makes what the welcome page shows, all of it by Limner, into resources/:
#   welcome.png, welcome-sheet.png  samples of the model of the page's button as it learns
#   welcome-faces.png               a walk through the faces that come with Limner
#   welcome-style.jpg               a picture that Limner draws, and what Patches makes of it
#   welcome-words.jsonl             a sentence, and how the model Scripture continues it
# About eight minutes on two cores.
#   tools/welcome_picture/make_welcome_picture.sh [BUILD_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${1:-build/ci}/bin
work=$(mktemp -d)

"$bin/limner-cli" train --model dcgan --data fashion-mnist --steps 1300 --ema 0.98 --preview-every 20 \
    --save-every 1300 --validate-every 100000 --seed 7 --threads 1 --out "$work/welcome"
"$bin/limner-welcome-picture" learning "$work/welcome" resources/welcome.png 0,60,140,240,360,520,800,1300 \
    27,62,24,61 resources/welcome-sheet.png

"$bin/limner-cli" render --run resources/models/emoji-faces.safetensors --timeline tools/welcome_picture/faces.json \
    --out "$work/frames"
"$bin/limner-welcome-picture" walk "$work/frames" resources/welcome-faces.png

"$bin/limner-welcome-picture" inputs "$work/lake.png" "$work/current.png"
"$bin/limner-cli" stylize --method patches --content "$work/lake.png" --style "$work/current.png" --size 640 --seed 0 \
    --out "$work/painted.png"
"$bin/limner-welcome-picture" halves "$work/lake.png" "$work/painted.png" resources/welcome-style.jpg

prompt="And the people"
{
    printf '{"text":"%s"}\n' "$prompt"
    "$bin/limner-cli" write --run resources/models/scripture.safetensors --prompt "$prompt" --tokens 16 --seed 1 \
        --json | grep '"event":"token"'
} >resources/welcome-words.jsonl
