# shellcheck shell=sh
# slapd with back_mdb from Debian's package: a private folder, its own configuration, a high port on the loopback, never root.
# /etc/ldap/slapd.d is neither read nor changed. The caller sets `work` and has read libexec/*.sh and bench/peers.sh.

SLAPD=/usr/sbin/slapd
SLAPADD=/usr/sbin/slapadd
SLAPD_SCHEMA=/etc/ldap/schema
SLAPD_MODULES=/usr/lib/ldap

need_slapd() {
    if [ -x $SLAPD ] && [ -e $SLAPD_MODULES/back_mdb.so ]; then return 0; fi
    is_root || die "le paquet slapd manque ; à taper avec les droits d'administration : apt-get install --no-install-recommends slapd"
    say "L'épreuve compare avec slapd de Debian ; il s'installe sans démarrer."
    echo 'slapd slapd/no_configuration boolean true' | debconf-set-selections
    keep_services_down
    install_packages slapd
    if [ -n "$policy_written" ]; then rm -f /usr/sbin/policy-rc.d; fi
}

# prepare_slapd: folders and configuration; the schema comes later, from the running directory.
prepare_slapd() {
    mkdir -p "$work/slapd/db"
    slapd_configuration >"$work/slapd/slapd.conf"
    if is_root; then chown sceau:sceau "$work/slapd" "$work/slapd/db"; fi
}

# What sites index for white pages, and by which numbers and towns are asked: nothing that is asked here is without an index.
slapd_configuration() {
    for schema in core cosine inetorgperson; do echo "include $SLAPD_SCHEMA/$schema.schema"; done
    cat <<EOF2
include $work/slapd/sceau.schema
modulepath $SLAPD_MODULES
moduleload back_mdb
pidfile $work/slapd/slapd.pid
argsfile $work/slapd/slapd.args
tool-threads 2
sizelimit 500
database mdb
suffix "o=annuaire-sante"
directory $work/slapd/db
maxsize 68719476736
index objectClass eq
index cn,sn,givenName,mail eq,sub,pres
index uid,employeeNumber,asIdNatPS,asFiness,asSiret eq
index title,l eq
EOF2
}

# load_slapd LDIF: entries that slapd does not take are named and left out, as -c says. For `step`.
load_slapd() {
    # shellcheck disable=SC2046
    cd / && bench_directory load --ldif "$1" -- timeout 5400 $(slapd_account) $SLAPADD -q -c -f "$work/slapd/slapd.conf" -b o=annuaire-sante
}

slapd_account() { if is_root; then echo "setpriv --reuid sceau --regid sceau --clear-groups --"; fi; }

# start_slapd PORT: in the foreground of a child, so that its number is known; the kernel ends it when this script is gone,
# whatever ended that.
start_slapd() {
    port_free "$1" || die "le port $1 est occupé"
    # shellcheck disable=SC2046
    (cd / && exec $(slapd_account) setpriv --pdeathsig TERM $SLAPD -d 0 -f "$work/slapd/slapd.conf" -h "ldap://127.0.0.1:$1/") \
        >"$work/slapd/slapd.log" 2>&1 </dev/null &
    slapd_pid=$!
    tries=150
    while port_free "$1"; do
        tries=$((tries - 1))
        pid_alive "$slapd_pid" && [ $tries -gt 0 ] || { cat "$work/slapd/slapd.log" >&2; die "slapd n'a pas démarré"; }
        sleep 0.2
    done
}

stop_slapd() {
    pid_alive "${slapd_pid:-}" || return 0
    kill -TERM "$slapd_pid" 2>/dev/null || :
    wait "$slapd_pid" 2>/dev/null || :
    slapd_pid=
}

# resident PID: megabytes.
resident() { awk '/^VmRSS:/ { printf "%d", $2 / 1024 }' "/proc/$1/status" 2>/dev/null; }
