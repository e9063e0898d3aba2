# Sourced after common.sh: a PostgreSQL and a Redis of our own, on free loopback ports, in a folder that goes with the script.
# shellcheck shell=bash

SERVERS=
STOP=()

# The folder for this run's servers: under target/, unless the user PostgreSQL runs as cannot get there.
servers_open() {
    [ -n "$SERVERS" ] && return 0
    mkdir -p "$TARGET/servers"
    SERVERS=$(mktemp -d "$TARGET/servers/run-XXXXXX")
    if [ "$(id -u)" = 0 ] && chmod 755 "$SERVERS" && ! runuser -u postgres -- test -x "$SERVERS"; then
        rmdir "$SERVERS"
        SERVERS=$(mktemp -d "${TMPDIR:-/tmp}/huji-servers-XXXXXX")
        chmod 755 "$SERVERS"
    fi
    trap servers_close EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

# Ends what was started, the last first, and removes its files.
servers_close() {
    local status=$? i
    trap - EXIT
    for ((i = ${#STOP[@]} - 1; i >= 0; i--)); do eval "${STOP[i]}" >/dev/null 2>&1 || true; done
    [ -z "$SERVERS" ] || rm -rf "$SERVERS"
    exit $status
}

# PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# start_postgres [setting=value…] → POSTGRES_URL, the owner's; POSTGRES_DIR, with postmaster.pid in it.
start_postgres() {
    install_packages postgresql
    local bin port password setting options
    bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -1)
    servers_open
    POSTGRES_DIR=$SERVERS/postgres
    mkdir "$POSTGRES_DIR"
    [ "$(id -u)" != 0 ] || chown postgres "$POSTGRES_DIR"
    password=$(node -p 'require("crypto").randomBytes(12).toString("hex")')
    printf '%s' "$password" >"$SERVERS/password"
    [ "$(id -u)" != 0 ] || chown postgres "$SERVERS/password"
    chmod 600 "$SERVERS/password"
    as_postgres "$bin/initdb" -D "$POSTGRES_DIR/data" -U postgres --pwfile="$SERVERS/password" --auth=scram-sha-256 \
        --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$SERVERS/initdb.log"
    port=$(free_port)
    options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC"
    for setting in "$@"; do options+=" -c $setting"; done
    STOP+=("as_postgres '$bin/pg_ctl' -D '$POSTGRES_DIR/data' -m immediate -w stop")
    as_postgres "$bin/pg_ctl" -D "$POSTGRES_DIR/data" -l "$POSTGRES_DIR/log" -o "$options" -w -t 60 start >/dev/null ||
        { cat "$POSTGRES_DIR/log" >&2; die "PostgreSQL did not start"; }
    POSTGRES_URL=postgres://postgres:$password@127.0.0.1:$port/postgres
}

# start_redis → REDIS_URL_PRIVATE.
start_redis() {
    install_packages redis-server
    local port
    port=$(free_port)
    servers_open
    redis-server --bind 127.0.0.1 --port "$port" --save '' --appendonly no --dir "$SERVERS" >"$SERVERS/redis.log" 2>&1 &
    STOP+=("kill $!")
    await 20 redis-cli -h 127.0.0.1 -p "$port" ping || { cat "$SERVERS/redis.log" >&2; die "Redis did not start"; }
    REDIS_URL_PRIVATE=redis://127.0.0.1:$port
}

# start_demo → DEMO_URL and DEMO_DIR, a seeded `huji demo` in a folder of its own.
start_demo() {
    local port
    servers_open
    port=$(free_port)
    DEMO_DIR=$SERVERS/demo
    DEMO_URL=http://127.0.0.1:$port
    mkdir "$DEMO_DIR"
    (cd "$DEMO_DIR" && exec env -u DATABASE_URL -u REDIS_URL HUJI_LISTEN="127.0.0.1:$port" "$HUJI" demo </dev/null) \
        >"$DEMO_DIR/log" 2>&1 &
    STOP+=("kill $!")
    await 60 curl -fsS "$DEMO_URL/readyz" || { tail -40 "$DEMO_DIR/log" >&2; die "huji demo did not become ready"; }
}
