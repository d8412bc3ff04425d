# shellcheck shell=sh
# An installation of Sceau for a bench: a demonstration's world with the bench's boxes, on ports of its own, without the
# webmail. The caller sets `work` and has read libexec/*.sh and bench/groups.sh.

bench_java() { run_java bench "-Xmx${BENCH_HEAP:-512m} -XX:TieredStopAtLevel=4" fr.sceau.bench.Main "$@" --home "$SCEAU_HOME"; }

# prepare_sceau: folder, free ports, keys, boxes.
prepare_sceau() {
    SCEAU_HOME=$work/sceau
    export SCEAU_HOME
    prepare_home
    shift_ports
    run_java demo "-Xmx192m" fr.sceau.demo.Main generate --home "$SCEAU_HOME" >"$work/world.log" 2>&1 ||
        { cat "$work/world.log" >&2; die "le monde de démonstration n'a pas pu être préparé"; }
    bench_java world || die "les boîtes du banc n'ont pas pu être préparées"
}

shift_ports() {
    settings=$SCEAU_HOME/conf/sceau.properties
    cp "$settings" "$work/usual"
    for shift in 7000 7100 7300 7600 8200; do
        awk -v shift=$shift '
            /^[a-z.]*\.port *= *[0-9]/ { split($0, part, /= */); print part[1] "= " part[2] + shift; next }
            { print }' "$work/usual" >"$settings"
        if (check_ports) 2>/dev/null; then return 0; fi
    done
    die "aucun jeu de ports libre"
}

# start_sceau GROUP: all its programs in one control group.
start_sceau() {
    in_group "$1" postgres_script start >"$work/postgres-start.log" 2>&1 || { cat "$work/postgres-start.log" >&2; die "postgres n'a pas démarré"; }
    in_group "$1" spawn directory
    wait_ready directory 60 || die "l'annuaire n'est pas prêt"
    operator_tool mailbox import "$SCEAU_HOME/bench/accounts.tsv" --home "$SCEAU_HOME" >"$work/import.log" 2>&1 ||
        { tail -n 15 "$work/import.log" >&2; die "les comptes n'ont pas pu être créés"; }
    in_group "$1" spawn james
    wait_ready james 120 || die "la messagerie n'est pas prête"
}

# system_line LABEL TREATMENT SUBMISSION IMAPS GROUP NAME: for the driver.
system_line() { printf '%s\t%s\t127.0.0.1\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "$5" "$6"; }
