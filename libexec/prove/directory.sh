#!/bin/sh
# L'annuaire de tout le pays : import, démarrage, recherches à côté de slapd, chaque réponse vérifiée ; 3 h 30 au plus, en root.
#
#   directory.sh [SHARE] [--seed N] [--quick]
# SHARE: the part of the country, 0.001 to 1 (default 1: 1.97 million persons, 2.25 million lines of activity, 535,000
# mailboxes, a million cards; 25 GB in TMPDIR or /var/tmp). The targets are those of the whole country: what a part reaches
# says little. --seed: another country, other questions. --quick: two short rounds, to see that everything works.
#
# In turn: two days of an invented country are written; the first is imported, then the second, by `./sceau directory import`
# in a heap of 2 GB; the directory starts; all entries are exported and loaded into Debian's slapd (back_mdb); both are
# asked the same questions by the same client in alternating rounds; every answer is held against a scan of all entries.
# What is measured and how: docs/benches.md. Needs a quiet machine. Exit: 0 when every target is reached.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build home processes; do . "$SCEAU_ROOT/libexec/$part.sh"; done
for part in sceau nation peers slapd; do . "$SCEAU_ROOT/bench/$part.sh"; done

share=1 seed=1 rounds=
while [ $# -gt 0 ]; do
    case $1 in
        --seed) [ $# -gt 1 ] || usage_error "prove directory : --seed N"; read_seed "$2"; shift ;;
        --quick) rounds='--rounds 2 --millis 300' ;;
        1 | 0.*) read_share "$1" ;;
        *) usage_error "prove directory : argument inconnu « $1 »" ;;
    esac
    shift
done

cleanup() {
    trap '' INT TERM HUP
    [ -z "$job" ] || kill -TERM "$job" 2>/dev/null || :
    stop_slapd
    if [ -n "${SCEAU_HOME:-}" ]; then stop_one directory 10 >/dev/null; fi
    if [ $failed -eq 0 ] || [ -z "${SCEAU_BENCH_KEEP:-}" ]; then rm -rf "$work"; else say "Gardé : $work"; fi
}

export_all() {
    say "Export…"
    exec timeout 1800 "$SCEAU_ROOT/sceau" directory export --index "$index" >"$work/all.ldif"
}

start_directory() {
    : >"$SCEAU_HOME/run/directory.pid"
    step bench_directory start --port "$(conf directory.port)" -- sh "$SCEAU_ROOT/bench/spawn.sh" directory
}

need_slapd
ls "$SCEAU_ROOT"/bench/target/lib/unboundid-ldapsdk-*.jar >/dev/null 2>&1 || rm -f "$SCEAU_ROOT/$BUILD_STAMP"
build_if_needed
failed=1 job=
work=$(mktemp -d "${TMPDIR:-/var/tmp}/sceau-annuaire.XXXXXX")
chmod 0755 "$work"
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

reached=0
SCEAU_HOME=$work/sceau
export SCEAU_HOME
prepare_home
shift_ports
index=$SCEAU_HOME/directory/index
say "Part du pays : $share, graine $seed ; dans $work"
for day in 0 1; do step write_day $day; done
mkdir -p "$SCEAU_HOME/directory"
step bench_directory import --sceau "$SCEAU_ROOT/sceau" --index "$index" --first "$work/day0" --next "$work/day1" --work "$work" ||
    reached=1
own_directory
start_directory || reached=1
[ -n "$(pid_of directory)" ] || die "l'annuaire ne tourne pas, voir $SCEAU_HOME/log/directory.log"
step export_all
prepare_slapd
step bench_directory schema --port "$(conf directory.port)" --to "$work/slapd/sceau.schema"
step load_slapd "$work/all.ldif" || warn "slapadd n'a pas tout pris, voir ci-dessus"
say "slapd sur disque : $(du -sm "$work/slapd/db" | cut -f1) Mo ; Sceau : $(du -sm "$index" | cut -f1) Mo"
slapd_port=$(($(conf directory.port) + 1))
start_slapd "$slapd_port"
# shellcheck disable=SC2086
step bench_directory compare --sceau "$(conf directory.port)" --slapd "$slapd_port" --ldif "$work/all.ldif" --seed "$seed" $rounds ||
    reached=1
say ""
say "Mémoire résidente à la fin : Sceau $(resident "$(pid_of directory)") Mo, slapd $(resident "$slapd_pid") Mo"
[ "$share" = 1 ] || say "Une part de $share du pays : ce qui est atteint ici ne dit rien du pays entier."
failed=$reached
exit $failed
