# Sourced by the scripts beside it: where we are, what must be installed, and servers of our own that end with the script.
# shellcheck shell=bash

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
CONSOLE=$ROOT/gateway/console
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
HUJI=$TARGET/debug/huji
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-auto} CARGO_INCREMENTAL=${CARGO_INCREMENTAL:-1}
export LC_ALL=C.UTF-8 npm_config_fund=false npm_config_audit=false npm_config_update_notifier=false

say() { printf '\n== %s\n' "$*"; }
die() {
    printf 'huji: %s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Installs the Debian packages named that are missing, without letting any of them start a service of its own.
install_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} = 0 ] && return 0
    say "installing ${missing[*]}"
    local policy=/usr/sbin/policy-rc.d ours=
    if [ ! -e $policy ]; then
        ours=1
        printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null
        as_root chmod 755 $policy
    fi
    local failed=
    { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null; } || failed=1
    [ -z "$ours" ] || as_root rm -f $policy
    [ -z "$failed" ] || die "could not install ${missing[*]}"
}

need_tools() {
    command -v cargo >/dev/null || die "cargo is missing: install the Rust toolchain named in Cargo.toml (rust-version)"
    command -v npm >/dev/null || die "npm is missing: install Node.js 20 or newer"
    install_packages gcc libc6-dev curl ca-certificates
}

# `npm ci`, but only where the lock file is newer than what is installed.
npm_install() {
    local stamp=$1/node_modules/.package-lock.json
    [ -e "$stamp" ] && [ ! "$1/package-lock.json" -nt "$stamp" ] && return 0
    say "npm ci in ${1#"$ROOT"/}"
    (cd "$1" && npm ci --no-progress --loglevel=error </dev/null)
}

build_console() {
    npm_install "$CONSOLE"
    (cd "$CONSOLE" && npm run --silent build </dev/null)
}

# Always the whole workspace's features, as the lints and the tests have them: otherwise dependencies are built twice.
build_huji() {
    mkdir -p "$CONSOLE/dist" # what the gateway embeds must be a folder, though it may be empty
    cargo build --locked --workspace --bin huji
}

free_port() {
    node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
}

# Runs a command again until it succeeds, at most $1 seconds.
await() {
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.2
    done
}
