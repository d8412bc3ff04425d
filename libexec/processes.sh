# shellcheck shell=sh
# Starts, watches and stops the four processes of an installation, by the ids it noted itself. The order is fixed:
# postgres, directory, james, webmail; and back.

PROGRAMS="directory james webmail"

module_of() { case $1 in directory) echo directory/server ;; james) echo james-server ;; webmail) echo webmail ;; esac; }
main_of() {
    case $1 in
        directory) echo fr.sceau.directory.server.Main ;;
        james) echo fr.sceau.server.Main ;;
        webmail) echo fr.sceau.webmail.Main ;;
    esac
}
# Small heaps, one collector thread. The directory alone stays with the quick compiler: it has no RSA to compute, which
# is ten times slower there. It needs its heap while it imports a country, and gives it back.
# What reaching a PKCS#11 token by its label takes.
PKCS11_FLAGS="--add-opens jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED"

# For commands that end at once: loading the accelerator of S/MIME would cost them more than it saves.
TOOL_FLAGS=-Dsceau.accelerator=off

flags_of() {
    case $1 in
        directory) echo "-Xms96m -XX:NewSize=48m -Xmx2g -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40" ;;
        james) echo "-Xmx640m -Dlogback.configurationFile=conf/logback.xml $PKCS11_FLAGS" ;;
        webmail) echo "-Xmx160m" ;;
    esac
}
if_set() { if [ -n "$(conf "$1")" ]; then echo "$1"; fi; }
ports_of() {
    case $1 in
        postgres) echo postgres.port ;;
        directory) echo directory.port "$(if_set ldap.port)" "$(if_set ldaps.port)" ;;
        james) echo mx.port submission.port submissions.port imap.port imaps.port ;;
        webmail) echo webmail.port ;;
    esac
}

# Unlike the number alone, number and start time name one process for ever.
identity() { sed 's/.*) \([^Z].*\)/\1/;t;d' "/proc/$1/stat" 2>/dev/null | awk -v pid="$1" '{ print pid, $20 }'; }

pid_of() {
    if [ "$1" = postgres ]; then
        postgres_script status 2>/dev/null || :
        return 0
    fi
    noted=$(cat "$SCEAU_HOME/run/$1.pid" 2>/dev/null) || return 0
    if [ -n "$noted" ] && [ "$(identity "${noted%% *}")" = "$noted" ]; then echo "${noted%% *}"; fi
}

anything_runs() {
    for name in postgres $PROGRAMS; do
        if [ -n "$(pid_of "$name")" ]; then return 0; fi
    done
    return 1
}

postgres_script() {
    "$SCEAU_ROOT/libexec/postgres.sh" "$1" "$SCEAU_HOME/postgres" "$(conf postgres.port)"
}

check_ports() {
    for name in postgres $PROGRAMS; do
        for key in $(ports_of "$name"); do
            port=$(conf "$key")
            case $port in '' | *[!0-9]*) die "conf/sceau.properties : la clé $key manque ou n'est pas un port" ;; esac
            port_free "$port" || die "le port $port est occupé : changer $key dans $SCEAU_HOME/conf/sceau.properties"
        done
    done
}

# run_java MODULE FLAGS MAIN ARG…: a command of ours, under the account of the installation.
run_java() {
    module=$1 flags=$2
    shift 2
    # shellcheck disable=SC2086
    (cd "$SCEAU_HOME" && exec ${JVM_DROP:-} java $flags -XX:+UseSerialGC -cp "$SCEAU_ROOT/$module/target/lib/*" "$@")
}

operator_tool() {
    run_java james-server "-Xmx128m -Dlogback.configurationFile=conf/logback.xml $PKCS11_FLAGS $TOOL_FLAGS" fr.sceau.server.cli.Main "$@"
}

# file_tool ARG…: as operator_tool, but as whoever calls, in the caller's folder: it reads and writes the caller's files.
file_tool() {
    java -Xmx256m -XX:+UseSerialGC $TOOL_FLAGS -Djava.awt.headless=true -Dlogback.configurationFile="$SCEAU_ROOT/conf/logback.xml" \
        -cp "$SCEAU_ROOT/james-server/target/lib/*" fr.sceau.server.cli.Main "$@"
}

# spawn NAME: starts it in the background, away from the terminal's signals; its output goes to log/NAME.log.
spawn() {
    log=$SCEAU_HOME/log/$1.log
    keep_log_small "$log"
    : >>"$log"
    # shellcheck disable=SC2046,SC2086
    (cd "$SCEAU_HOME" && exec setsid ${JVM_DROP:-} java $(flags_of "$1") -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
        -Djava.awt.headless=true -cp "$SCEAU_ROOT/$(module_of "$1")/target/lib/*" "$(main_of "$1")" --home "$SCEAU_HOME") \
        >>"$log" 2>&1 </dev/null &
    identity $! >"$SCEAU_HOME/run/$1.pid"
}

keep_log_small() {
    if [ -f "$1" ] && [ "$(wc -c <"$1")" -gt 20000000 ]; then mv "$1" "$1.1"; fi
}

# wait_ready NAME SECONDS: until it listens on all its ports; the end of its log when it dies or takes too long.
wait_ready() {
    tries=$(($2 * 5))
    until listens "$1"; do
        tries=$((tries - 1))
        [ -n "$(pid_of "$1")" ] || { show_log "$1" "s'est arrêté au démarrage"; return 1; }
        [ $tries -gt 0 ] || { show_log "$1" "n'est pas prêt après $2 s"; return 1; }
        sleep 0.2
    done
}

listens() {
    for key in $(ports_of "$1"); do
        if port_free "$(conf "$key")"; then return 1; fi
    done
}

show_log() {
    warn "sceau : $1 $2. Fin de $SCEAU_HOME/log/$1.log :"
    tail -n 25 "$SCEAU_HOME/log/$1.log" >&2
}

# stop_one NAME SECONDS
stop_one() {
    pid=$(pid_of "$1")
    [ -n "$pid" ] || { rm -f "$SCEAU_HOME/run/$1.pid"; return 0; }
    kill -TERM "$pid" 2>/dev/null || :
    tries=$(($2 * 5))
    while [ -n "$(pid_of "$1")" ]; do
        tries=$((tries - 1))
        if [ $tries -eq 0 ]; then
            warn "$1 ne s'arrête pas en $2 s : arrêt forcé"
            kill -KILL "$pid" 2>/dev/null || :
        fi
        sleep 0.2
    done
    rm -f "$SCEAU_HOME/run/$1.pid"
    say "$1 arrêté"
}

stop_all() {
    stop_one webmail 10
    stop_one james 30
    stop_one directory 10
    if [ -n "$(pid_of postgres)" ]; then
        postgres_script stop && say "postgres arrêté"
    fi
}
