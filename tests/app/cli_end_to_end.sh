#!/bin/bash
# cli_end_to_end.sh LIMNER_CLI CASE: limner-cli through the real core, on a tiny data set made here.
set -uo pipefail
cli=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export OMP_NUM_THREADS=1

failures=0
expect() {  # expect WHAT COMMAND…
    local what=$1
    shift
    if ! "$@"; then
        echo "FAILED: $what"
        failures=$((failures + 1))
    fi
}
has() { grep -qF -- "$2" "$1" || { echo "in $1, which lacks “$2”:"; cat "$1"; false; }; }
be32() { printf '%b' "$(printf '\\x%02x\\x%02x\\x%02x\\x%02x' $(($1 >> 24 & 255)) $(($1 >> 16 & 255)) $(($1 >> 8 & 255)) $(($1 & 255)))"; }

# idx PREFIX COUNT: random pictures of 28×28 and their labels, in the format of MNIST.
idx() {
    { be32 0x803; be32 "$2"; be32 28; be32 28; head -c $(($2 * 784)) /dev/urandom; } >"data/$1-images-idx3-ubyte"
    { be32 0x801; be32 "$2"; head -c "$2" /dev/zero; } >"data/$1-labels-idx1-ubyte"
}
mkdir data
idx train 96
idx t10k 32
base=(train --data idx --batch-size 16 --seed 7 --device cpu)
train=("${base[@]}" --data-folder data --model mlp-gan --preset classic)

# The newest checkpoint of a run.
newest() { find "$1/checkpoints" -mindepth 1 -maxdepth 1 -type d | sort | tail -n 1; }
# The scalars of a run without the wall time.
scalars() { cut -d, -f1,2,4- "$1/metrics.csv"; }

# Trains 120 steps into the folder, and sends the signals once it is under way; prints the exit code.
train_and_signal() {
    local out=$1 code
    shift
    mkfifo events
    "$cli" "${train[@]}" --steps 120 --out "$out" --json >events 2>"$out.err" &
    local pid=$! line
    exec 3<events
    while read -r line <&3; do
        echo "$line"
        [[ $line == *'"event":"progress"'* ]] && break
    done >"$out.log"
    local signal
    for signal in "$@"; do kill -"$signal" "$pid"; done
    cat <&3 >>"$out.log"
    exec 3<&-
    wait "$pid"
    code=$?
    rm events
    echo "$code"
}

case $2 in
trains)
    expect 'train' "$cli" "${train[@]}" --epochs 2 --out run >train.log
    for part in recipe.json metrics.csv summary.json; do expect "$part" test -s "run/$part"; done
    expect 'a checkpoint' test -s "$(newest run)/model.safetensors"
    expect 'the end says where the run is' has train.log "$work/run"
    expect 'and its last scalars' has train.log loss_g
    expect 'sample' "$cli" sample --run run --count 16 --seed 1 --out sheet.png >/dev/null
    expect 'info knows the sheet' "$cli" info sheet.png --json >info.json
    expect 'and its recipe' has info.json '"kind":"sample"'
    mv sheet.png first.png
    "$cli" sample --run run --count 16 --seed 1 --out sheet.png >/dev/null
    expect 'the same seed gives the same sheet' cmp sheet.png first.png
    expect 'export' "$cli" export --run run --out weights.safetensors >/dev/null
    expect 'info lists the weights' "$cli" info weights.safetensors >info.txt
    expect 'by network' has info.txt generator
    place=(--count 1 --seed 4 --truncation 0.8 --directions 1:-1.2,3:0.5)
    expect 'a place of the run' "$cli" sample --run run "${place[@]}" --out run.png >/dev/null
    expect 'a place of the file' "$cli" sample --run weights.safetensors "${place[@]}" --out file.png >/dev/null
    "$cli" sample --run run --count 1 --directions 12:1 --out no.png >/dev/null 2>err.txt
    expect 'a direction that is not there' has err.txt 'The range is 1 to 10.'
    expect 'encode' "$cli" encode --run run --image run.png --steps 20 --out z.json >/dev/null
    expect 'the point' has z.json '"latent"'
    expect 'plot' "$cli" plot --run run --out plot.png >/dev/null
    expect 'a plot is drawn again' "$cli" plot --run run --out plot.png >/dev/null
    for made in 'plot --run run' 'sample --run run --count 4'; do
        echo precious >holiday.png
        expect "$made keeps what is not its own" test "$("$cli" $made --out holiday.png 2>err.txt; echo $?)" = 2
        expect 'and says how to replace it' has err.txt '--overwrite'
        expect 'the file is as before' has holiday.png precious
        expect "$made --overwrite" "$cli" $made --overwrite --out holiday.png >/dev/null
    done
    expect 'the plot is a picture' "$cli" info plot.png >info.txt
    expect 'of the standard size' has info.txt '1600 × 900'
    expect 'info of the run' "$cli" info run >info.txt
    expect 'says that it is finished' has info.txt finished
    ;;
renders)
    "$cli" "${train[@]}" --steps 3 --out run >/dev/null
    echo '{"schema":1,"seconds":1,"rate":12,"loop":true,"keys":[{"at":0,"place":{"seed":1}},
        {"at":0.5,"place":{"seed":2,"directions":"1:0.5"}}]}' >t.json
    for out in walk.gif walk.webp frames; do
        expect "$out" "$cli" render --run run --timeline t.json --size 56 --out $out >/dev/null
        expect "$out is there" test -s $out
    done
    expect 'a GIF' test "$(head -c 6 walk.gif)" = GIF89a
    expect 'which carries its recipe' grep -qa '"kind": "render"' walk.gif
    expect 'twelve frames' test "$(ls frames | wc -l)" = 12
    expect 'a frame carries its recipe' "$cli" info frames/000007.png --json >info.json
    expect 'with its number' has info.json '"frame":7'
    expect 'a strip' "$cli" interpolate --run run --from 1 --to 2 --path spherical --count 5 --out strip.png >/dev/null
    expect 'is a picture' "$cli" info strip.png >info.txt
    expect 'of five in a row' has info.txt '140 × 28'
    expect 'a sweep' "$cli" sweep --run run --x truncation --x-from 0 --x-to 2 --x-count 3 --y directions.1 --y-from -2 \
        --y-to 2 --y-count 2 --out sweep.png >/dev/null
    expect 'is a picture with its recipe' "$cli" info sweep.png --json >info.json
    expect 'of a sweep' has info.json '"kind":"sweep"'
    "$cli" render --run run --timeline t.json --out walk.avi >out.txt 2>err.txt
    expect 'an ending that is no movie' has err.txt '.gif'
    ;;
stylizes)
    "$cli" "${train[@]}" --steps 3 --out run >/dev/null
    "$cli" sample --run run --count 16 --columns 4 --seed 1 --out content.png >/dev/null
    "$cli" sample --run run --count 9 --columns 3 --seed 2 --out style.png >/dev/null
    styled=(stylize --method patches --style style.png --levels 2 --size 96)
    expect 'stylize' "$cli" "${styled[@]}" --content content.png --strength 0.7 --out c.png >/dev/null
    expect 'info knows the result' "$cli" info c.png --json >info.json
    expect 'and its recipe' has info.json '"kind":"stylize"'
    for ending in jpg webp tif; do
        expect "a .$ending" "$cli" "${styled[@]}" --content content.png --out c.$ending >out.txt
        expect "of which the size is known" "$cli" info c.$ending >info.txt
        expect 'as it was asked for' has info.txt '96 × 96'
    done
    mkdir in && cp content.png in/one.png && cp content.png in/two.png && echo words >in/words.png
    expect 'a folder in' "$cli" "${styled[@]}" --content in --out out >/dev/null 2>&1
    expect 'a folder out' test "$(ls out)" = "$(printf 'one.png\ntwo.png')"
    "$cli" "${styled[@]}" --content content.png --out content.png >/dev/null 2>err.txt
    expect 'the content is never overwritten' has err.txt 'made from'
    ;;
verifies)
    "$cli" "${train[@]}" --steps 4 --out run >/dev/null
    expect 'a whole run is good' "$cli" verify run >/dev/null
    weights=$(newest run)/model.safetensors
    printf 'x' | dd of="$weights" bs=1 seek=$(($(stat -c %s "$weights") - 7)) conv=notrunc status=none
    "$cli" verify run >verify.txt
    expect 'a flipped byte is exit code 1' test $? = 1
    expect 'and names the file' has verify.txt "${weights#run/}"
    sed -i '2s/\.\([0-8]\)/.9\1/' run/metrics.csv
    "$cli" verify run >verify.txt
    expect 'a flipped digit is found' has verify.txt metrics.csv
    echo 'no table' >run/metrics.csv
    "$cli" info run >info.txt
    expect 'info does not hide a damaged table' has info.txt metrics.csv
    ;;
resumes)
    "$cli" "${train[@]}" --steps 120 --out whole >/dev/null
    expect 'SIGTERM is no failure' test "$(train_and_signal broken TERM)" = 0
    expect 'it stopped before the end' has broken.log '"state":"cancelled"'
    expect 'it resumes' "$cli" train --resume broken >resume.log
    expect 'the weights are those of an unbroken run' cmp "$(newest whole)/model.safetensors" "$(newest broken)/model.safetensors"
    expect 'and so are the scalars' diff <(scalars whole) <(scalars broken)
    ;;
stops)
    expect 'SIGINT is no failure' test "$(train_and_signal one INT)" = 0
    expect 'a checkpoint is there' test -s "$(newest one)/model.safetensors"
    expect 'a second signal ends at once' test "$(train_and_signal two INT TERM)" = 130
    ;;
refuses)
    refused() {  # refused CODE TEXT WORD…
        local code=$1 text=$2
        shift 2
        "$cli" "$@" >out.txt 2>err.txt
        expect "exit code of limner-cli $*" test $? = "$code"
        expect "one clear sentence" has err.txt "$text"
        expect 'and no flood' test "$(wc -l <err.txt)" -le 3
    }
    [ -e /dev/nvidia0 ] || refused 1 'CUDA' "${base[@]:0:7}" --device cuda:1 --data-folder data --model mlp-gan --out run
    refused 2 '1 to ' "${train[@]}" --epochs 0 --out run
    refused 2 'whole number' "${train[@]}" --epochs few --out run
    refused 2 '--epochs' "${train[@]}" --epoch 1 --out run
    refused 2 'mlp-gan' "${base[@]}" --model mlp-gna --out run
    refused 2 'train' trian
    refused 2 '10000000' "${train[@]}" --steps 1000000000000000000 --out run
    refused 2 'is not empty' "${train[@]}" --out data
    "$cli" --threads many list models --json 2>/dev/null >out.txt
    expect 'even the first words are answered in JSON' has out.txt '"code":"invalid-argument"'
    refused 1 'data/none' "${base[@]}" --data-folder data/none --out run
    refused 1 'nowhere' train --resume nowhere
    refused 1 'nowhere' info nowhere
    expect 'nothing was written' test ! -e run
    ;;
esac
[ "$failures" = 0 ]
