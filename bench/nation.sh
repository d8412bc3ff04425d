# shellcheck shell=sh
# An invented country for the proofs of the directory. The caller sets `work`, `share`, `seed`, has read libexec/*.sh and
# bench/sceau.sh, and sets `failed` and `job`.

# read_share ARG: 1, or a part.
read_share() {
    share=$1
    case ${share#0.} in '' | *[!0-9]*) usage_error "part inconnue « $share »" ;; esac
}

read_seed() {
    seed=$1
    case $seed in '' | *[!0-9]*) usage_error "graine inconnue « $seed »" ;; esac
}

# of NUMBER: that part of it, one at least.
of() { awk -v all="$1" -v share="$share" 'BEGIN { n = int(all * share + 0.5); print (n < 1 ? 1 : n) }'; }

# A step that takes its time, so that a signal to this script ends it at once.
step() {
    "$@" &
    job=$!
    wait "$job" && code=0 || code=$?
    job=
    return $code
}

# For `step`: takes the place of the shell that calls it.
bench_directory() {
    exec java -Xmx1g -XX:+UseSerialGC -cp "$SCEAU_ROOT/bench/target/lib/*" fr.sceau.bench.Main directory "$@"
}

# write_day DAY: the extractions of that day.
write_day() {
    say "Les extractions du jour $1…"
    exec timeout 1200 "$SCEAU_ROOT/sceau" directory generate "$work/day$1" --day "$1" --seed "$seed" --people "$(of 1970000)" \
        --structures "$(of 400000)" --mailboxes "$(of 535000)" --cards "$(of 1000000)"
}

# The files of the day stand where an operator puts them; the directory sees that it has them already.
own_directory() {
    mkdir -p "$SCEAU_HOME/directory/registry"
    ln -s "$work"/day1/* "$SCEAU_HOME/directory/registry/"
    if [ -n "${JVM_DROP:-}" ]; then chown -R -h sceau:sceau "$SCEAU_HOME/directory"; fi
}
