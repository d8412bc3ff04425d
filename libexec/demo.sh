# ./sceau demo : de rien à un système qui tourne, avec un hôpital, deux médecins, une secrétaire, un laboratoire et
# une nuit de résultats, tous inventés. Construit si besoin, prépare le dossier (var/), démarre tout et affiche les
# adresses et les comptes. Ctrl-C arrête tout ; le courrier reste pour la fois suivante.

demo_java() { run_java demo "-Xmx192m" fr.sceau.demo.Main "$@" --home "$SCEAU_HOME"; }

elapsed() { echo $(($(date +%s) - started)); }
step() { printf '[%2d s] %s\n' "$(elapsed)" "$*"; }

# Ctrl-C and TERM: once, in order, whatever was going on.
leave() {
    trap '' INT TERM HUP
    say ""
    say "Arrêt…"
    kill "$job" 2>/dev/null || :
    stop_all
    exit "$1"
}

abandon() { warn "sceau : $*"; leave 1; }

start_database() {
    postgres_script start >"$SCEAU_HOME/log/postgres-start.log" 2>&1 &
    job=$!
}

start_all() {
    start_database
    demo_java generate || abandon "le monde de démonstration n'a pas pu être préparé"
    wait $job || { cat "$SCEAU_HOME/log/postgres-start.log" >&2; abandon "postgres n'a pas démarré"; }
    job=
    step "postgres prêt"
    spawn directory
    once imported import_accounts || leave 1
    for name in james webmail; do spawn "$name"; done
    for name in $PROGRAMS; do
        wait_ready "$name" 90 || leave 1
        step "$name prêt"
    done
}

# once NAME COMMAND…: remembers in the installation that it was done.
once() {
    mark=$SCEAU_HOME/demo/.$1
    [ ! -e "$mark" ] || return 0
    shift
    "$@" || return 1
    : >"$mark"
}

import_accounts() {
    step "création des comptes"
    operator_tool mailbox import "$SCEAU_HOME/demo/accounts.tsv" --home "$SCEAU_HOME" >"$SCEAU_HOME/log/import.log" 2>&1 ||
        { tail -n 15 "$SCEAU_HOME/log/import.log" >&2; return 1; }
}

seed() {
    step "le laboratoire envoie les résultats de la nuit"
    demo_java seed
}

show_ready() {
    bind=$(conf bind)
    say ""
    say "ready ($(elapsed) s)"
    say "  Webmail             https://$(conf hostname):$(conf webmail.port)/"
    say "  IMAP                $bind:$(conf imaps.port) (TLS), $bind:$(conf imap.port) (STARTTLS)"
    say "  Soumission          $bind:$(conf submissions.port) (TLS), $bind:$(conf submission.port) (STARTTLS)"
    say "  Autres opérateurs   $bind:$(conf mx.port) (STARTTLS et certificat client)"
    say "  Annuaire LDAP       ldap://127.0.0.1:$(conf directory.port)/o=annuaire-sante"
    say "  Autorités à faire connaître au navigateur et au logiciel de messagerie : $SCEAU_HOME/trust/anchors/"
    say ""
    show_logins
    say ""
    say "Ctrl-C arrête tout. Tout effacer : ./sceau stop ; rm -rf $SCEAU_HOME"
}

# Passwords are shown the first time only; afterwards they stay in a file that its owner alone reads.
show_logins() {
    shown=$SCEAU_HOME/demo/.passwords-shown
    awk -F '\t' -v again="$([ ! -e "$shown" ] || echo 1)" '
        NR == 1 { printf "  %-48s %-24s %s\n", "compte", "mot de passe", "qui"; next }
        { printf "  %-48s %-24s %s\n", $1, again ? "(donné au premier démarrage)" : $2, $3 }' "$SCEAU_HOME/demo/logins.tsv"
    if [ -e "$shown" ]; then say "  Mots de passe : $SCEAU_HOME/demo/logins.tsv"; fi
    : >"$shown"
}

# In the foreground until a signal, or until one of ours dies.
watch_all() {
    while :; do
        sleep 2 &
        wait $! || :
        for name in postgres $PROGRAMS; do
            if [ -z "$(pid_of "$name")" ]; then abandon "$name s'est arrêté (journal : $SCEAU_HOME/log/)"; fi
        done
    done
}

job=
build_if_needed
started=$(date +%s)
prepare_home
if anything_runs; then die "cette installation tourne déjà : ./sceau status, ./sceau stop"; fi
check_ports
trap 'leave 130' INT
trap 'leave 143' TERM HUP
start_all
once seeded seed || leave 1
demo_java table || leave 1
show_ready
watch_all
