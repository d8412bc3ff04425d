# ./sceau status : pour chaque processus, son numéro, ses ports et sa mémoire (PSS) ; puis les messages en erreur.
#
# Code de retour : 0 tout tourne, 3 quelque chose ne tourne pas.

# The share of memory that is this process's own, in MB; postgres with its children.
pss_of() {
    { echo "$1"; cat "/proc/$1/task/$1/children" 2>/dev/null; } | tr ' ' '\n' | while read -r pid; do
        [ -z "$pid" ] || awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup" 2>/dev/null || :
    done | awk '{ sum += $1 } END { printf "%d", sum / 1024 }'
}

ports_shown() {
    for key in $(ports_of "$1"); do printf '%s ' "$(conf "$key")"; done
}

show_processes() {
    total=0 down=0
    printf '%-10s %8s %8s  %s\n' processus numéro 'PSS (Mo)' ports
    for name in postgres $PROGRAMS; do
        pid=$(pid_of "$name")
        if [ -z "$pid" ]; then
            printf '%-10s %8s\n' "$name" arrêté
            down=$((down + 1))
            continue
        fi
        pss=$(pss_of "$pid")
        total=$((total + pss))
        printf '%-10s %8s %8s  %s\n' "$name" "$pid" "$pss" "$(ports_shown "$name")"
    done
    printf '%-10s %8s %8s\n' total '' "$total"
}

locate_home
[ -s "$SCEAU_HOME/conf/sceau.properties" ] || die "rien dans $SCEAU_HOME : d'abord ./sceau init ou ./sceau demo"
show_processes
if [ -n "$(pid_of postgres)" ]; then
    need_java
    choose_account
    timeout 60 sh -c 'exec "$@"' sh ${JVM_DROP:-} java -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -cp "$SCEAU_ROOT/james-server/target/lib/*" fr.sceau.server.cli.Main status --home "$SCEAU_HOME" || down=$((down + 1))
fi
[ $down -eq 0 ] || exit 3
