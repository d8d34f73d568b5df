#!/bin/bash
# Trains the models of resources/models and writes their weights, places and cards. About two hours on one core; the
# seeds and the number of threads are part of the recipe.
#   tools/shipped_models/make_shipped_models.sh [BUILD_FOLDER [MODEL…]]    (targets limner-cli, limner-named-places)
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${1:-build/ci}/bin
wanted=("${@:2}")
[ ${#wanted[@]} -gt 0 ] || wanted=(emoji-faces garments-vae garments-gan scripture)
work=${LIMNER_MODELS_WORK:-$(mktemp -d)}
out=resources/models
mkdir -p "$out"
export OMP_NUM_THREADS=1 QT_QPA_PLATFORM=offscreen

# train NAME OPTIONS…: unless the run is there and complete.
train() {
    local run=$work/$1
    shift
    [ -f "$run/summary.json" ] || "$bin/limner-cli" train "$@" --seed 1 --threads 1 --out "$run"
}

# ship NAME TITLE SUMMARY OPTIONS…: the averaged weights, with what the library shows.
ship() {
    local file=$out/$1.safetensors
    rm -f "$file"
    "$bin/limner-cli" export --run "$work/$1" --title "$2" --summary "$3" --out "$file" "${@:4}"
}

emoji-faces() {
    train emoji-faces --model vae --preset conv --width 24 --latent-size 32 --data emoji --emoji-subset faces \
        --size 64 --channels rgb --rotate 6 --zoom 0.06 --shift 0.04 --validation-share 0 --test-share 0 \
        --batch-size 64 --steps 6000 --schedule cosine --warmup-steps 200 --kl-weight 2 --kl-warmup 1000 \
        --ema 0.995 --preview-every 250 --save-every 500 --log-every 20
    ship emoji-faces "Emoji faces" "Morphs between smileys and animal faces: a VAE of the faces of Noto Color Emoji."
    "$bin/limner-named-places" "$out/emoji-faces.safetensors" "$out/emoji-faces.places.json" \
        Fox=🦊 Panda=🐼 Frog=🐸 Tiger=🐯 Cat=😺 Lion=🦁 Smile=😀 Ghost=👻
}

garments-vae() {
    train garments-vae --model vae --preset conv --width 24 --latent-size 16 --data fashion-mnist --batch-size 128 \
        --epochs 12 --schedule cosine --ema 0.99 --save-every 2000 --preview-every 500
    ship garments-vae "Garments, VAE" "Clothes from Fashion-MNIST, smooth between all of them."
}

garments-gan() {
    train garments-gan --model dcgan --g-width 32 --d-width 32 --data fashion-mnist --batch-size 64 --epochs 10 \
        --ema 0.998 --save-every 2000 --preview-every 500
    ship garments-gan "Garments, GAN" "Clothes from Fashion-MNIST, crisp: a DCGAN."
}

scripture() {
    train scripture --model gpt --preset small --data bible-kjv --text-tags --batch-size 16 --learning-rate 0.002 \
        --weight-decay 0.1 --steps 3000 --schedule cosine --warmup-steps 100 --ema 0.99 --validation-share 0.02 \
        --test-share 0.02 --preview-every 250 --save-every 250 --validate-every 250 --log-every 20
    ship scripture "Scripture" "Goes on in the manner of the King James Bible: a GPT of 1.6 million parameters."
}

for model in "${wanted[@]}"; do "$model"; done
