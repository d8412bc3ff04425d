#!/bin/sh
# Coût de chaque opération à 1 000 et 100 000 messages, puis parmi 10 000 boîtes ; avec --full aussi 1 000 000. En root.
#
#   growth.sh [--full]
# A home of its own; boxes are filled inside the database with copies of messages that came in by IMAP. Each cost is that
# of all processes of the installation. Exit: 0 when every cost stays within 1.3 times that of the smallest box.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build home processes; do . "$SCEAU_ROOT/libexec/$part.sh"; done
for part in groups sceau; do . "$SCEAU_ROOT/bench/$part.sh"; done

sizes='--sizes 1000,100000'
for argument in "$@"; do
    case $argument in
        --full) sizes='--sizes 1000,100000,1000000' ;;
        *) usage_error "prove growth : argument inconnu « $argument »" ;;
    esac
done

work=$(mktemp -d "${TMPDIR:-/var/tmp}/sceau-growth.XXXXXX")
chmod 0755 "$work"
failed=1

cleanup() {
    trap '' INT TERM
    if [ -n "${SCEAU_HOME:-}" ]; then stop_all >/dev/null; fi
    end_groups
    if [ $failed -eq 0 ] || [ -z "${SCEAU_BENCH_KEEP:-}" ]; then rm -rf "$work"; else say "Journaux gardés : $work"; fi
}
trap cleanup EXIT
trap 'exit 130' INT TERM

build_if_needed
say "Préparation dans $work…"
prepare_sceau
group=$(new_group growth)
start_sceau "$group"
system_line B clear "$(conf submission.port)" "$(conf imaps.port)" "$group" Sceau >"$SCEAU_HOME/bench/systems.tsv"
failed=0
# shellcheck disable=SC2086
bench_java growth $sizes || failed=1
exit $failed
