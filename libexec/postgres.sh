#!/bin/sh
# PostgreSQL for a small installation, the demo and the tests: the programs that Maven brought, a private cluster.
#   postgres.sh start|stop|status DIR PORT [immediate]
# DIR is the folder `postgres` of the installation; the password stands in DIR/../conf/secrets.properties.
# The server outlives this script. Exit: 0 done or running, 1 failure, 2 wrong use, 3 (status) not running.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
. "$SCEAU_ROOT/libexec/base.sh"

[ $# -ge 3 ] || { sed -n '2,5s/^# //p' "$0"; [ "${1:-}" = --help ] && exit 0; exit 2; }
action=$1 dir=$2 port=$3 mode=${4:-fast}
case $dir in /*) ;; *) dir=$PWD/$dir ;; esac
programs=$dir/programmes-$POSTGRES_VERSION
data=$dir/data
log=$dir/postgres.log
# The details of a refused statement quote the row: names of folders, documents. Here, for clusters of any age.
NO_CONTENT='-c log_error_verbosity=terse'

pg_ctl() { (cd / && as_sceau "$programs/bin/pg_ctl" -D "$data" "$@"); }

# The number in postmaster.pid counts only while that process is our server: after a power cut another may bear it.
running() {
    [ -s "$data/postmaster.pid" ] || return 1
    [ "$(readlink "/proc/$(head -n 1 "$data/postmaster.pid")/cwd" 2>/dev/null)" = "$(readlink -f "$data")" ]
}

# After kill -9 the locks stay. PostgreSQL drops them itself, but not while their number is that of a zombie or went to
# another process of the account: where no process at all works in the data folder they say nothing.
drop_stale_locks() {
    for cwd in /proc/[0-9]*/cwd; do
        if [ "$(readlink "$cwd" 2>/dev/null)" = "$(readlink -f "$data")" ]; then return 0; fi
    done
    rm -f "$data/postmaster.pid" "$dir"/socket/.s.PGSQL.*
}

prepare_folder() {
    ensure_account
    mkdir -p "$dir"
    if is_root; then chown sceau:sceau "$dir"; fi
    chmod 0755 "$dir"
    reachable "$dir" || die "le dossier $dir n'est pas accessible au compte « sceau » : choisir un autre SCEAU_HOME"
    if [ ! -d "$programs" ]; then
        java -Xmx64m -cp "$SCEAU_ROOT/james-server/target/lib/*" fr.sceau.store.postgres.PostgresFiles "$programs" ||
            die "les programmes de PostgreSQL manquent (construire d'abord : mvn package)"
    fi
}

# A cluster appears whole or not at all: it is made under another name, then renamed.
create_cluster() {
    [ -s "$data/PG_VERSION" ] && return 0
    password=$(property "$dir/../conf/secrets.properties" postgres.password)
    [ -n "$password" ] || die "postgres.password manque dans $dir/../conf/secrets.properties"
    case $password in *[!A-Za-z0-9_-]*) die "postgres.password : lettres, chiffres, - et _ seulement" ;; esac
    new=$dir/data.nouveau
    rm -rf "$new" # left by an initdb that was cut short; never held mail
    as_sceau sh -c 'umask 077; cat >"$1"' sh "$dir/.amorce" <<EOF
$password
EOF
    (cd / && as_sceau "$programs/bin/initdb" -D "$new" -U postgres --pwfile="$dir/.amorce" \
        -E UTF8 --locale=C -A scram-sha-256 --data-checksums --no-instructions) >>"$log" 2>&1 ||
        { rm -f "$dir/.amorce"; die "initdb a échoué, voir $log"; }
    rm -f "$dir/.amorce"
    write_settings "$new"
    printf '%s\n' "CREATE ROLE sceau LOGIN PASSWORD '$password'" "CREATE DATABASE sceau OWNER sceau" |
        (cd / && as_sceau "$programs/bin/postgres" --single -D "$new" postgres) >/dev/null 2>>"$log" ||
        die "la base « sceau » n'a pas pu être créée, voir $log"
    mv "$new" "$data"
}

write_settings() {
    as_sceau tee -a "$1/postgresql.conf" >/dev/null <<'EOF'

# Sceau: what 250 promises needs these three.
fsync = on
synchronous_commit = on
full_page_writes = on
listen_addresses = '127.0.0.1'
password_encryption = scram-sha-256
shared_buffers = 256MB      # the indexes of a million messages; only what is used takes memory
checkpoint_timeout = 15min  # after each checkpoint every page is written whole once
max_connections = 60
max_wal_size = 512MB
log_min_error_statement = panic   # statements may hold content: never logged
log_timezone = 'UTC'
EOF
    as_sceau tee "$1/pg_hba.conf" >/dev/null <<'EOF'
# Sceau's own role and database from this machine; the superuser only from the socket, with the password.
host  sceau sceau    127.0.0.1/32 scram-sha-256
local all   postgres              scram-sha-256
EOF
}

# A unix socket path has at most 107 bytes; beyond that the server listens on loopback alone.
socket_folder() {
    [ "${#dir}" -le 70 ] || return 0
    as_sceau mkdir -p -m 0700 "$dir/socket"
    printf '%s' "$dir/socket"
}

start() {
    prepare_folder
    if running; then say "postgres tourne déjà ($data)"; return 0; fi
    if is_root; then touch "$log"; chown sceau:sceau "$log"; fi
    create_cluster
    drop_stale_locks
    port_free "$port" || die "le port $port est occupé : changer postgres.port dans conf/sceau.properties"
    sockets=$(socket_folder)
    pg_ctl start -w -t 60 -s -l "$log" -o "-p $port -c unix_socket_directories='$sockets' $NO_CONTENT" >/dev/null 2>>"$log" </dev/null || {
        tail -n 6 "$log" >&2
        die "postgres n'a pas démarré, voir $log"
    }
    say "postgres ready 127.0.0.1:$port"
}

case $action in
    start) start ;;
    stop) if running; then pg_ctl stop -w -t 60 -s -m "$mode"; fi ;;
    status) if running; then head -n 1 "$data/postmaster.pid"; else exit 3; fi ;;
    *) usage_error "postgres.sh : action inconnue « $action »" ;;
esac
