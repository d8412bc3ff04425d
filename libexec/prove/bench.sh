#!/bin/sh
# Remise et lecture mesurées à côté de Postfix et Dovecot, tours alternés sur cette machine ; 25 min au plus, en root.
#
#   bench.sh [--quick] [--delivery | --reading | --profile]
# --quick: 6 minutes at most, fewer and shorter rounds. --delivery, --reading: that half alone. --profile: instead of the
# comparison, where the processor time of the mail server goes; needs no peer.
#
# Systems, each in a control group of its own, so that the time of all its processes is known, those that ended included:
#   A  Sceau, signed and sealed mail: opened, verified, recognised, signed, sealed, by policy
#   B  the same server, unsigned mail in clear (policies login, trust-space): what a mail without S/MIME costs
#   C  Postfix and Dovecot (Debian): LMTP to Maildir
#   D  the same with an `openssl cms` filter that does A's work; it forks five processes a message
# Exit: 0 when the ratios that the project promises are reached.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build home processes; do . "$SCEAU_ROOT/libexec/$part.sh"; done
for part in groups sceau peers; do . "$SCEAU_ROOT/bench/$part.sh"; done

rounds='--rounds 5 --messages 600 --warm 6000 --minutes 14' reading='--rounds 5' profile='' only=''
for argument in "$@"; do
    case $argument in
        --quick) profile='--messages 400 --warm 400' rounds='--rounds 3 --messages 200 --warm 2500 --minutes 4 --connections 4' reading='--rounds 3 --windows 20 --bodies 1000' ;;
        --delivery | --reading | --profile) only=${argument#--} ;;
        *) usage_error "prove bench : argument inconnu « $argument »" ;;
    esac
done

work=$(mktemp -d "${TMPDIR:-/var/tmp}/sceau-bench.XXXXXX")
chmod 0755 "$work"
failed=1

cleanup() {
    trap '' INT TERM
    stop_peer C
    stop_peer D
    if [ -n "${SCEAU_HOME:-}" ]; then stop_all >/dev/null; fi
    end_groups
    if [ $failed -eq 0 ] || [ -z "${SCEAU_BENCH_KEEP:-}" ]; then rm -rf "$work"; else say "Journaux gardés : $work"; fi
}
trap cleanup EXIT
trap 'exit 130' INT TERM

describe_systems() {
    system_line A sealed "$(conf submission.port)" "$(conf imaps.port)" "$sceau_group" "Sceau, S/MIME"
    system_line B clear "$(conf submission.port)" "$(conf imaps.port)" "$sceau_group" "Sceau, sans S/MIME"
    system_line C clear "$(peer_port C submission)" "$(peer_port C imaps)" "$c_group" "Postfix+Dovecot"
    system_line D sealed "$(peer_port D submission)" "$(peer_port D imaps)" "$d_group" "Postfix+Dovecot+openssl cms"
}

# Beside the ports of this installation, which were found free.
peer_port() {
    case $1$2 in
        Csubmission) echo $(($(conf submission.port) + 30)) ;;
        Cimaps) echo $(($(conf submission.port) + 31)) ;;
        Dsubmission) echo $(($(conf submission.port) + 32)) ;;
        Dimaps) echo $(($(conf submission.port) + 33)) ;;
    esac
}

[ "$only" = profile ] || need_peers
build_if_needed
say "Préparation dans $work…"
prepare_sceau
sceau_group=$(new_group sceau) c_group=$(new_group C) d_group=$(new_group D)
start_sceau "$sceau_group"
if [ "$only" != profile ]; then
    start_peer C "$c_group" "$(peer_port C submission)" "$(peer_port C imaps)" lmtp
    start_peer D "$d_group" "$(peer_port D submission)" "$(peer_port D imaps)" smime
fi
describe_systems >"$SCEAU_HOME/bench/systems.tsv"
failed=0
# shellcheck disable=SC2086
if [ -z "$only" ] || [ "$only" = delivery ]; then bench_java delivery $rounds || failed=1; fi
# shellcheck disable=SC2086
if [ -z "$only" ] || [ "$only" = reading ]; then
    bench_java reading $reading --maildir "$work/C/mail/banc.lecture@$(conf domains)/Maildir" || failed=1
fi
# shellcheck disable=SC2086
if [ "$only" = profile ]; then bench_java profile $profile || failed=1; fi
exit $failed
