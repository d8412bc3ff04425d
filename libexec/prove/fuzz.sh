#!/bin/sh
# Octets hostiles aux entrées de smime, et avis des autres opérateurs (Jazzer) : aucune ne doit céder ; fuzz [SECONDES] [GRAINE] ; 30 min en tout.
#
#   fuzz.sh [SECONDS] [SEED]     1800 seconds in all unless told otherwise, at least 20 for each target
#   fuzz.sh --replay FILE        one input that was kept, again
#
# Targets and what has to hold of each: smime/src/test/java/fr/sceau/smime/fuzz/Targets.java; of notice, NoticeFuzz of mailets. Each run makes a world of its own
# (authorities, keys, honest mail), in which every input is judged, so a seed alone does not repeat a run; an input that was kept
# does, with the world that was kept beside it. Limits for each input: 20 s, 512 MB of heap, 1500 MB in all. A finding ends its
# target, whose time goes to the others; the input is kept in .build/fuzz/DATE/TARGET. Exit: 1 when there is a finding.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build; do . "$SCEAU_ROOT/libexec/$part.sh"; done

TARGETS='keys notice certificate revocation header sent enveloped signed open verify' # what is left of a share goes to those behind
LONGEST_INPUT=20000
SECONDS_AN_INPUT=20
MEMORY='-Xmx512m'
RESIDENT_MB=1500
smime=$SCEAU_ROOT/smime/target
notices=$SCEAU_ROOT/mailets/target/test-classes
classes=$smime/test-classes:$smime/classes:$notices:$SCEAU_ROOT/mailets/target/classes:$SCEAU_ROOT/system-tests/target/lib/*
child=''

need_fuzzer() {
    ls "$SCEAU_ROOT"/system-tests/target/lib/*.jar >/dev/null 2>&1 || rm -f "$SCEAU_ROOT/$BUILD_STAMP"
    build_if_needed
    ls "$smime"/fuzzer/jazzer-*.jar >/dev/null 2>&1 && return 0
    (cd "$SCEAU_ROOT" && mvn -B -ntp -q -Pfuzz -pl smime dependency:copy@fuzzer </dev/null) ||
        die "Jazzer n'a pas pu être pris sur Maven Central"
}

# fuzzer WORLD TARGET SEEDS OPTION…
fuzzer() {
    world=$1 target=$2 seeds=$3
    shift 3
    entry=fr.sceau.smime.fuzz.FuzzEntry
    read='fr.sceau.smime.**:org.bouncycastle.asn1.**:org.bouncycastle.cms.**:org.bouncycastle.cert.**'
    case $target in notice) entry=fr.sceau.mailets.outcome.NoticeFuzz read='fr.sceau.mailets.outcome.**:org.apache.james.mime4j.stream.**' ;; esac
    exec java $MEMORY -XX:-OmitStackTraceInFastThrow -Dsceau.fuzz.world="$world" -Dsceau.fuzz.target="$target" -Dsceau.fuzz.seeds="$seeds" \
        -Djava.io.tmpdir="${temporary:-/tmp}" -cp "$classes:$smime/fuzzer/*" com.code_intelligence.jazzer.Jazzer \
        "--target_class=$entry" "--instrumentation_includes=$read" \
        '--instrumentation_excludes=fr.sceau.smime.fuzz.**:fr.sceau.mailets.outcome.NoticeFuzz' \
        "--reproducer_path=${temporary:-/tmp}" -timeout=$SECONDS_AN_INPUT -rss_limit_mb=$RESIDENT_MB "$@" </dev/null
}

replay() {
    input=$(realpath "$1") || usage_error "prove fuzz : pas de fichier « $1 »"
    target=$(basename "$(dirname "$input")")
    world=$(dirname "$(dirname "$input")")/world
    [ -d "$world" ] || usage_error "prove fuzz : le monde de cette entrée n'est pas à côté d'elle ($world)"
    need_fuzzer
    fuzzer "$world" "$target" '' "$input"
}

case ${1:-} in
    --replay) [ $# -eq 2 ] || usage_error 'prove fuzz --replay FICHIER' && replay "$2" ;;
esac
seconds=${1:-1800} seed=${2:-$(date +%s)}
case $seconds$seed in *[!0-9]*) usage_error 'prove fuzz [SECONDES] [GRAINE] : des nombres' ;; esac
set -- $TARGETS
[ "$seconds" -ge $((20 * $#)) ] || usage_error "prove fuzz : au moins $((20 * $#)) secondes"

need_fuzzer
temporary=$(mktemp -d "${TMPDIR:-/var/tmp}/sceau-fuzz.XXXXXX")
kept=$SCEAU_ROOT/.build/fuzz/$(date +%Y-%m-%d-%H%M%S)
cleanup() {
    trap '' INT TERM
    if pid_alive "$child"; then
        kill "$child" 2>/dev/null || :
        wait "$child" 2>/dev/null || : # it writes to the folder until it ends
    fi
    rm -rf "$temporary"
}
trap cleanup EXIT
trap 'exit 130' INT TERM
end=$(($(date +%s) + seconds))

say "Préparation du monde d'essai…"
java $MEMORY -Dsceau.root="$SCEAU_ROOT" -cp "$classes" fr.sceau.smime.FuzzSeeds "$temporary" </dev/null

mkdir -p "$temporary/seeds/notice"
cp "$notices"/fr/sceau/mailets/outcome/notices/*.eml "$temporary/seeds/notice/"

# progress TARGET LOG: one line, from the fuzzer's last.
progress() {
    left=$((end - $(date +%s)))
    awk -v target="$1" -v left="$left" '
        /^#[0-9]+/ { n = substr($1, 2); for (i = 2; i < NF; i++) if ($i == "cov:") cov = $(i + 1) }
        END { printf "  %-12s %9d essais, %5d branches ; reste %d min %02d s\n", target, n, cov, left / 60, left % 60 }' "$2"
}

# run TARGET SECONDS: its time, then its row of the table.
run() {
    mkdir -p "$temporary/corpus/$1" "$temporary/found/$1"
    dictionary=''
    case $1 in notice | verify | open | header | sent) dictionary=-dict=$smime/test-classes/fr/sceau/smime/fuzz/mail.dict ;; esac
    (fuzzer "$temporary/world" "$1" "$temporary/seeds/$1" -seed="$seed" -max_total_time="$2" -max_len=$LONGEST_INPUT -print_final_stats=1 \
        -artifact_prefix="$temporary/found/$1/" $dictionary "$temporary/corpus/$1" "$temporary/seeds/$1") \
        >"$temporary/$1.log" 2>&1 &
    child=$!
    since=0
    while pid_alive "$child"; do
        sleep 1
        since=$((since + 1))
        [ $((since % 30)) -ne 0 ] || progress "$1" "$temporary/$1.log"
    done
    status=0
    wait "$child" || status=$?
    finding=aucun
    if [ $status -ne 0 ]; then
        finding=TROUVÉ
        ls "$temporary/found/$1"/* >/dev/null 2>&1 || finding='PAS PASSÉ' # the fuzzer itself failed
        keep "$1"
    fi
    row "$1" "$finding" >>"$temporary/table"
}

row() {
    awk -v target="$1" -v finding="$2" '
        /^#[0-9]+/ { for (i = 2; i < NF; i++) { if ($i == "cov:") cov = $(i + 1); if ($i == "ft:") ft = $(i + 1)
                     if ($i == "corp:") { split($(i + 1), c, "/"); corpus = c[1] } } }
        /^stat::number_of_executed_units/ { executed = $2 }
        /^stat::average_exec_per_sec/ { rate = $2 }
        /^stat::peak_rss_mb/ { peak = $2 }
        END { printf "%-12s %10d %8d %8d %9d %8d %8d %s\n", target, executed, rate, cov, ft, corpus, peak, finding }' "$temporary/$1.log"
}

keep() {
    mkdir -p "$kept/$1"
    [ -d "$kept/world" ] || cp -r "$temporary/world" "$kept/world"
    cp "$temporary/$1.log" "$kept/$1.log"
    cp -r "$temporary/found/$1/." "$kept/$1/"
    failed="${failed:-} $1"
}

# The fuzzer does not count its own start, which depends on the machine: what the last one took is taken off.
start=8
for target in $TARGETS; do
    began=$(date +%s)
    share=$(((end - began) / $#))
    asked=$((share - start > 10 ? share - start : 10))
    say "$target : $share s"
    run "$target" "$asked"
    shift
    start=$(($(date +%s) - began - asked))
    [ $start -ge 0 ] || start=0 # a finding ended it early
done

printf '\n%-12s %10s %8s %8s %9s %8s %8s %s\n' cible essais par\ s branches traits corpus Mo constat
cat "$temporary/table"
say "graine $seed, $seconds s en tout"
[ -n "${failed:-}" ] || exit 0
for target in $failed; do
    say "À revoir : $kept/$target.log"
    for input in "$kept/$target"/*; do [ ! -f "$input" ] || say "  rejouer : ./sceau prove fuzz --replay $input"; done
done
exit 1
