#!/bin/sh
# One script for everything: ./do demo | serve | test | check | bench | docs | shell | ...   (./do help)
# It makes its own environment in .venv from the hashed lock files and then hands over to `answerable`.
set -eu
cd "$(dirname "$0")"

say() { printf '%s\n' "$*" >&2; }

can_install_packages() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

find_python() {
    for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$candidate"
            return
        fi
    done
    say "Answerable needs Python 3.11 or newer, and none was found."
    say "On Debian or Ubuntu: sudo apt-get install python3 python3-venv"
    exit 1
}

make_venv() {
    python=$(find_python)
    "$python" -m venv .venv >/dev/null 2>&1 && return
    rm -rf .venv
    if can_install_packages; then
        say "Installing python3-venv, which Debian keeps apart from Python ..."
        apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null && "$python" -m venv .venv && return
    fi
    say "Python cannot make an environment here. On Debian or Ubuntu: sudo apt-get install python3-venv"
    exit 1
}

# install LOCK: bring .venv in step with a lock file; a stamp is written last, so a killed run starts again.
install() {
    lock=$1
    stamp=".venv/.installed-$(basename "$lock" .lock)"
    want=$(cat requirements-tools.lock "$lock" pyproject.toml | sha256sum | cut -d' ' -f1)
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && return
    [ -x .venv/bin/python ] || make_venv
    say "[1/2] Installing from $lock (once; about a minute on a slow line) ..."
    .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-tools.lock
    .venv/bin/uv pip install -q --python .venv/bin/python --require-hashes -r "$lock" 2>.venv/install.log ||
        .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r "$lock"
    .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
    say "[2/2] Ready."
    printf '%s' "$want" >"$stamp"
}

case "${1:-help}" in
test | check | bench | docs | battery | lock)
    install requirements-dev.lock
    ;;
*)
    # The developers' lock holds all of the runtime's: whoever has it needs nothing more.
    [ -f .venv/.installed-requirements-dev ] && install requirements-dev.lock || install requirements.lock
    ;;
esac
case "${1:-help}" in
help | -h | --help | read | lock | docs) ;;
*) .venv/bin/python -m answerable.project.words --compile ;;
esac
exec .venv/bin/python -m answerable.project.cli "$@"
