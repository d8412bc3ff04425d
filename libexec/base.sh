# shellcheck shell=sh
# Common words of the launcher's scripts: messages, the keys of conf/sceau.properties, the account that runs Sceau.
# The caller sets SCEAU_ROOT (the clone) and, where a key is read, SCEAU_HOME (the installation).

POSTGRES_VERSION=17.5

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() { warn "sceau : $*"; exit 1; }
usage_error() { warn "sceau : $*"; warn "Aide : ./sceau --help"; exit 2; }

# property FILE KEY: the value, trimmed, or nothing. The last line that sets the key wins.
property() {
    [ -r "$1" ] || return 0
    awk -v key="$2" '
        /^[ \t]*#/ || !/=/ { next }
        { k = $0; sub(/=.*/, "", k); gsub(/[ \t]/, "", k)
          if (k == key) { v = $0; sub(/^[^=]*=/, "", v); sub(/^[ \t]+/, "", v); sub(/[ \t\r]+$/, "", v); found = v } }
        END { print found }' "$1"
}

conf() { property "$SCEAU_HOME/conf/sceau.properties" "$1"; }
secret() { property "$SCEAU_HOME/conf/secrets.properties" "$1"; }

is_root() { [ "$(id -u)" = 0 ]; }

# The account that runs the database, and the rest where it can read the clone: never root.
ensure_account() {
    is_root || return 0
    id sceau >/dev/null 2>&1 && return 0
    say "Création du compte système « sceau » (PostgreSQL refuse de tourner en root)."
    useradd --system --user-group --home-dir /var/lib/sceau --shell /usr/sbin/nologin sceau ||
        die "le compte système « sceau » n'a pas pu être créé (useradd)"
}

# as_sceau COMMAND…: the command under that account; unchanged for an ordinary user.
as_sceau() {
    if is_root; then
        setpriv --reuid sceau --regid sceau --clear-groups -- env HOME=/var/lib/sceau "$@"
    else
        "$@"
    fi
}

# reachable FOLDER: can that account enter the folder?
reachable() { as_sceau test -x "$1"; }

# port_free PORT: nobody listens there on this machine (both address families).
port_free() {
    hex=$(printf '%04X' "$1")
    ! cat /proc/net/tcp /proc/net/tcp6 2>/dev/null |
        awk -v port=":$hex\$" '$4 == "0A" && $2 ~ port { seen = 1 } END { exit !seen }'
}

pid_alive() { [ -n "${1:-}" ] && kill -0 "$1" 2>/dev/null; }
