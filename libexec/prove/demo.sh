#!/bin/sh
# Démarre la démonstration deux fois et un lot de 500 : durées, mémoire, arrêt par Ctrl-C, courrier gardé ; 20 min au plus.
#
# In a home of its own, on ports of its own. Limits: ready in 60 s the first time and 30 s the
# second (the build apart), PSS of all processes below 2048 MB after the batch, nothing left after Ctrl-C.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build home processes; do . "$SCEAU_ROOT/libexec/$part.sh"; done

batch_size=${SCEAU_BATCH:-500}
work=$(mktemp -d "${TMPDIR:-/tmp}/sceau-demo.XXXXXX")
chmod 0755 "$work"
SCEAU_HOME=$work/var
export SCEAU_HOME
demo_pid='' failed=0 table=''

cleanup() {
    [ -z "$demo_pid" ] || kill -TERM "$demo_pid" 2>/dev/null || :
    [ -z "$demo_pid" ] || wait "$demo_pid" 2>/dev/null || :
    if [ $failed -eq 0 ]; then rm -rf "$work"; else say "Journaux gardés : $work"; fi
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# row WHAT VALUE UNIT LIMIT: one line of the table; above the limit it failed.
row() {
    verdict=bon
    [ "$2" -le "$4" ] || { verdict=ÉCHEC; failed=1; }
    table="$table$(printf '%-44s %8s %-8s (au plus %s) %s' "$1" "$2" "$3" "$4" "$verdict")
"
}

# start_demo NAME SECONDS: in the background, its output kept; sets ready_after to what it says itself.
start_demo() {
    out=$work/$1.out
    # An interactive shell gives a foreground job SIGINT; here it is restored, as a background job ignores it.
    : >"$out"
    setsid env --default-signal=INT "$SCEAU_ROOT/sceau" demo >"$out" 2>&1 </dev/null &
    demo_pid=$!
    tries=$2
    until grep -q '^ready' "$out"; do
        tries=$((tries - 1))
        if [ $tries -le 0 ] || ! kill -0 "$demo_pid" 2>/dev/null; then
            failed=1
            cat "$out" >&2
            die "la démonstration ($1) n'est pas prête"
        fi
        sleep 1
    done
    ready_after=$(sed -n 's/^ready (\([0-9]*\) s).*/\1/p' "$out")
}

# Ctrl-C, then what is left of our processes: none may be.
interrupt_demo() {
    kill -s INT -- "-$demo_pid" # the whole group, as a terminal does
    code=0
    wait "$demo_pid" || code=$?
    demo_pid=''
    printf '%s' "$SCEAU_HOME" >"$work/pattern"
    left=$(grep -lzFf "$work/pattern" /proc/[0-9]*/cmdline 2>/dev/null | wc -l)
    row "processus restants après Ctrl-C ($1)" "$left" "" 0
}

total_pss() { "$SCEAU_ROOT/sceau" status | awk '$1 == "total" { print $2 }'; }
# Until the last of the batch is in its mailbox: the count stays the same for five seconds.
await_delivery() {
    seen=-1 now=$(mail_count) tries=24
    while [ "$seen" != "$now" ] && [ $tries -gt 0 ]; do
        sleep 5
        seen=$now now=$(mail_count) tries=$((tries - 1))
    done
}

# Lines of the table of all inboxes.
mail_count() {
    run_java demo -Xmx192m fr.sceau.demo.Main table --wait 60 --home "$SCEAU_HOME" | grep -cE '^(claire.martin|paul.durand|cardiologie) '
}

# A home on ports that are free, so that a demonstration that runs already is not in the way.
shift_ports() {
    prepare_home
    settings=$SCEAU_HOME/conf/sceau.properties
    cp "$settings" "$work/usual"
    for shift in 3000 3100 3300 3600 4200; do
        awk -v shift=$shift '
            /^[a-z.]*\.port *= *[0-9]/ { split($0, part, /= */); print part[1] "= " part[2] + shift; next }
            { print }' "$work/usual" >"$settings"
        if (check_ports) 2>/dev/null; then return 0; fi
    done
    die "aucun jeu de ports libre"
}

build_if_needed
shift_ports
start_demo premier 240
cat "$work/premier.out"
row "premier démarrage" "$ready_after" s 60
sh "$SCEAU_ROOT/libexec/prove/lot.sh" "$batch_size" "$work/lot" || failed=1
await_delivery
row "PSS après un lot de $batch_size messages" "$(total_pss)" Mo 2048
before=$(mail_count)
interrupt_demo premier
start_demo second 120
row "second démarrage" "$ready_after" s 30
row "messages perdus au redémarrage (sur $before)" "$((before - $(mail_count)))" "" 0
interrupt_demo second
printf '\n%s' "$table"
exit $failed
