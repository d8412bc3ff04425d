#!/bin/sh
# L'annuaire de tout le pays : premier import, import du lendemain, démarrage, taille sur disque ; une demi-heure au plus.
#
#   import.sh [SHARE] [--seed N]
# SHARE: the part of the country, 0.001 to 1 (default 1: 1.97 million persons, 2.25 million lines of activity, 535,000
# mailboxes, a million cards; 12 GB in TMPDIR or /var/tmp). --seed: another country.
#
# Two days of an invented country are written; the first is imported, then the second, by `./sceau directory import` in a heap
# of 2 GB; then the directory starts and is asked. Ends with a table and, of the whole country, with what was promised: 360 s, 60 s,
# 3 s, 3 GB. A part of it is shown and not judged. What is measured and how: docs/benches.md. Needs a quiet machine.
# Exit: 0 when every target is reached, 1 when one is not, or nothing could be measured.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build home processes; do . "$SCEAU_ROOT/libexec/$part.sh"; done
for part in sceau nation; do . "$SCEAU_ROOT/bench/$part.sh"; done

share=1 seed=1
while [ $# -gt 0 ]; do
    case $1 in
        --seed) [ $# -gt 1 ] || usage_error "prove import : --seed N"; read_seed "$2"; shift ;;
        1 | 0.*) read_share "$1" ;;
        *) usage_error "prove import : argument inconnu « $1 »" ;;
    esac
    shift
done

cleanup() {
    trap '' INT TERM HUP
    [ -z "$job" ] || kill -TERM "$job" 2>/dev/null || :
    if [ -n "${SCEAU_HOME:-}" ]; then stop_one directory 10 >/dev/null; fi
    if [ -z "${SCEAU_BENCH_KEEP:-}" ]; then rm -rf "$work"; else say "Gardé : $work"; fi
}

ls "$SCEAU_ROOT"/bench/target/lib/unboundid-ldapsdk-*.jar >/dev/null 2>&1 || rm -f "$SCEAU_ROOT/$BUILD_STAMP"
build_if_needed
job=
work=$(mktemp -d "${TMPDIR:-/var/tmp}/sceau-import.XXXXXX")
chmod 0755 "$work"
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

SCEAU_HOME=$work/sceau
export SCEAU_HOME
prepare_home
shift_ports
say "Part du pays : $share, graine $seed ; dans $work"
for day in 0 1; do step write_day $day; done
own_directory
: >"$SCEAU_HOME/run/directory.pid"
part=
[ "$share" = 1 ] || part=--part
code=0
step bench_directory import --sceau "$SCEAU_ROOT/sceau" --index "$SCEAU_HOME/directory/index" --first "$work/day0" --next "$work/day1" \
    --work "$work" $part --port "$(conf directory.port)" -- sh "$SCEAU_ROOT/bench/spawn.sh" directory || code=$?
[ -z "$part" ] || say "Une part de $share du pays : ce qui est atteint ici ne dit rien du pays entier."
exit $code
