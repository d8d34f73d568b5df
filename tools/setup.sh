# What ./run and ./check share: packages, LibTorch, configure, build. Sourced; the working folder is the root.
# Each step looks first whether it has been done, says what it does and how long that may take, and keeps its
# output in build/logs, which is shown only when it fails.

set -euo pipefail
logs=build/logs

say() { printf '%s\n' "$@" >&2; }

# quietly NAME COMMAND…: runs the command with its output in a log; shows the end of it on failure.
quietly() {
    local log=$logs/$1.log
    shift
    mkdir -p "$logs"
    if "$@" >"$log" 2>&1; then return 0; fi
    say "" "This failed: $*" "The end of $log:"
    tail -n 25 "$log" >&2
    return 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null; then
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        say "This needs root or sudo: $*"
        return 1
    fi
}

rows() { sed 's/#.*//' "$@" | grep -v '^[[:space:]]*$'; }

# install_packages FILE…: installs those packages of the lists that are missing.
install_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "Not a Debian system: please see to it that what ${*} names is installed."
        return 0
    fi
    local missing=() package
    while read -r package; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done < <(rows "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing ${#missing[@]} Debian packages (some minutes the first time): ${missing[*]}"
    if ! quietly apt-update as_root apt-get update; then say "Going on with the package lists at hand."; fi
    quietly apt-install as_root apt-get install -y --no-install-recommends "${missing[@]}"
}

has_torch() { [ -f "$1/share/cmake/Torch/TorchConfig.cmake" ]; }

# True if the caller's environment names a LibTorch: that one wins.
is_torch_given() {
    local folder places=${CMAKE_PREFIX_PATH:-}
    [ -z "${Torch_DIR:-}" ] || return 0
    for folder in ${places//:/ }; do
        if has_torch "$folder"; then return 0; fi
    done
    return 1
}

# fetch SOURCE WHAT FOLDER: downloads one row of libtorch.txt into the folder.
fetch() {
    local wheel=(--no-deps --only-binary=:all: --python-version 3.11 --platform manylinux_2_28_x86_64 --dest "$3")
    local pip=(python3 -m pip)
    "${pip[@]}" --version >/dev/null 2>&1 || pip=(/usr/bin/python3 -m pip)
    case $1 in
        pip) "${pip[@]}" download "${wheel[@]}" "$2" ;;
        index) "${pip[@]}" download "${wheel[@]}" --index-url "$2" torch==2.13.0+cpu ;;
        archive) (cd "$3" && python3 -c 'import sys, urllib.request
urllib.request.urlretrieve(sys.argv[1], "libtorch.zip")' "$2") ;;
    esac
}

# unpack FILE FOLDER: headers, libraries and CMake package of a wheel or an archive, whole or not at all.
unpack() {
    rm -rf "$2.part"
    unzip -q "$1" '*torch/include/*' '*torch/lib/*' '*torch/share/*' -x '*/libtorch_python.so' -d "$2.part"
    mkdir -p "$2"
    rm -rf "$2/torch"
    mv "$2.part"/*torch "$2/torch"
    rm -rf "$2.part"
}

# fetch_libtorch VARIANT (cpu or cuda): sets torch_dir, empty where CMake is to look for itself.
fetch_libtorch() {
    torch_dir=
    if is_torch_given; then return 0; fi
    local folder=$PWD/.deps/libtorch-2.13.0-$1
    torch_dir=$folder/torch/share/cmake/Torch
    if has_torch "$folder/torch"; then return 0; fi
    if [ "$(uname -m)" = x86_64 ] && load_libtorch "$1" "$folder"; then return 0; fi
    torch_dir=
    if [ "$1" = cuda ]; then
        say "The CUDA build of LibTorch could not be fetched. Try again, or give one with Torch_DIR."
        return 1
    fi
    say "WARNING: the official LibTorch could not be fetched (see $logs/libtorch-*.log); using Debian's" \
        "         libtorch-dev, which trains two to three times slower. Delete build/ and call again to retry."
    quietly apt-libtorch as_root apt-get install -y --no-install-recommends libtorch-dev
}

# load_libtorch VARIANT FOLDER: tries the rows of libtorch.txt from the top.
load_libtorch() {
    local variant source what sum file
    mkdir -p "$logs" .deps/download
    while read -r variant source what sum; do
        [ "$variant" = "$1" ] || continue
        rm -rf .deps/download/*
        say "Fetching LibTorch 2.13.0, the $1 build (130 to 500 MB, some minutes; source: $source) …"
        fetch "$source" "$what" .deps/download >"$logs/libtorch-$source.log" 2>&1 || continue
        file=$(ls .deps/download/*)
        if [ "$(sha256sum "$file" | cut -d' ' -f1)" != "$sum" ]; then
            say "What came has another checksum than it should have and is not used: $what"
            continue
        fi
        unpack "$file" "$2" || return 1
        rm -rf .deps/download
        return 0
    done < <(rows tools/libtorch.txt)
    return 1
}

# build PRESET: configures once, then builds what has changed.
build() {
    if [ ! -f "build/$1/build.ninja" ] || [ "${torch_dir:-}" != "$(cat "build/$1/torch-dir" 2>/dev/null)" ]; then
        say "Configuring build/$1 …"
        quietly "configure-$1" cmake --preset "$1" ${torch_dir:+-DTorch_DIR="$torch_dir"}
        printf '%s' "${torch_dir:-}" >"build/$1/torch-dir"
    fi
    if cmake --build --preset "$1" -- -n 2>/dev/null | grep -q 'no work to do'; then return 0; fi
    say "Building build/$1 (about ten minutes on two cores the first time) …"
    quietly "build-$1" cmake --build --preset "$1"
}
