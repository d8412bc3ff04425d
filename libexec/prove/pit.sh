#!/bin/sh
# Change le code du verdict et du scellement, une instruction à la fois : les tests le voient-ils ? pit [PAQUET…] ; 30 min.
#
# Mutation testing (PIT) of the core packages of fr.sceau.smime:
#   root      the verdict, the layers, signing, sealing, opening: the package fr.sceau.smime itself
#   cms       CMS objects: digests, signatures, envelopes, paddings
#   identity  who a certificate names, and whether that is the sender
#   trust     paths, lists, answers of responders
#   facts     the header field that tells the rest of the server
#   header    protected header fields and what is hidden of them
#   spool     the encrypted temporary files
# Left out: mime (reading of MIME, held by the layers above and by the fuzzers), keys and fetch (their tests drive tokens and
# sources on the network, by the second). A package's mutants are shown to its own tests and to few others, see below; never
# to those that are long, see the profile in smime/pom.xml. What the other tests see of them is not counted.
# With names: only these packages, also mime. SCEAU_PIT_THREADS: processes at a time (default 2).
#
# A survivor that no test can kill is explained in docs/mutation-survivors.md; one that is not explained there is listed.
# Exit: 0 when of each package 85 % are killed, or every survivor is explained.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build; do . "$SCEAU_ROOT/libexec/$part.sh"; done

CORE='root cms identity trust facts header spool'
# Whole messages: signed, sealed, opened, judged.
MAIL='Envelope|Forgery|Layers|Message|Open|Several|Signature'
KEYS=200
smime=$SCEAU_ROOT/smime/target

# classes PACKAGE: the pattern that PIT takes; "~" begins a regular expression.
classes() {
    case $1 in
        root) printf '%s' '~fr\.sceau\.smime\.[A-Z][^.]*' ;;
        *) printf '%s' "fr.sceau.smime.$1.*" ;;
    esac
}

# tests PACKAGE: who is to see its mutants. PIT runs all of them once for every class, so few are named: those of the package
# and, where it is tried through whole messages, some that send such.
tests() {
    case $1 in
        root) printf '%s' "~fr\.sceau\.smime\.($MAIL|Capabilities|Entity|Sender|Signer|Signing|Verdict)[^.]*Test" ;;
        cms) printf '%s' "fr.sceau.smime.cms.*Test,~fr\.sceau\.smime\.($MAIL|Hostile)[^.]*Test" ;;
        identity) printf '%s' "fr.sceau.smime.identity.*Test,~fr\.sceau\.smime\.(Forgery|Layers|Sender|Signer)[^.]*Test" ;;
        header) printf '%s' "fr.sceau.smime.header.*Test,fr.sceau.smime.OpenedContentTest" ;;
        spool) printf '%s' "fr.sceau.smime.spool.*Test,fr.sceau.smime.OpenedContentTest,fr.sceau.smime.OpenFilesTest" ;;
        mime) printf '%s' 'fr.sceau.smime.*Test' ;;
        *) printf '%s' "fr.sceau.smime.$1.*Test" ;;
    esac
}

# RSA keys for the tests' certificates: made once, each process would make them again. See KeyStock.
make_keys() {
    mkdir -p "$smime/pit-keys"
    number=$(find "$smime/pit-keys" -name '*.der' | wc -l)
    [ "$number" -ge $KEYS ] || say "Préparation de $KEYS clés d'essai…"
    while [ "$number" -lt $KEYS ]; do
        number=$((number + 1))
        openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 2>/dev/null |
            openssl pkcs8 -topk8 -nocrypt -outform DER -out "$smime/pit-keys/$number.der"
    done
}

# run_pit PACKAGE
run_pit() {
    reports=$smime/pit-reports/$1
    mkdir -p "$reports"
    (cd "$SCEAU_ROOT" && exec mvn -B -ntp -pl smime -am -Ppit -Dspotless.check.skip "-DtargetClasses=$(classes "$1")" \
        "-DtargetTests=$(tests "$1")" "-Dthreads=${SCEAU_PIT_THREADS:-2}" "-DreportsDirectory=$reports" \
        -Dverbosity=NO_SPINNER '-Dfeatures=+progress(interval[5])' test-compile </dev/null) >"$smime/pit.log" 2>&1 &
    pit=$!
    trap 'kill $pit 2>/dev/null; exit 130' INT TERM
    watch_pit
    wait $pit || { tail -n 30 "$smime/pit.log" >&2; die "PIT a échoué, voir $smime/pit.log"; }
    trap - INT TERM
}

# A line each minute. PIT begins with the class that has the most mutants, so that less is left than this says.
watch_pit() {
    begun=''
    ticks=0
    while kill -0 $pit 2>/dev/null; do
        sleep 5
        ticks=$((ticks + 1))
        units=$(sed -n 's/.*Created \([0-9]*\) mutation test units$/\1/p' "$smime/pit.log")
        [ -z "$units" ] || begun=${begun:-$(date +%s)}
        [ $((ticks % 12)) -eq 0 ] || continue
        [ -n "$begun" ] || { say "  compilation, puis un passage des tests…"; continue; }
        classes=$(find "$reports" -mindepth 2 -name '*.java.html' | wc -l)
        mutants=$(sed -n 's/^\([0-9]*\) mutations completed.*/\1/p' "$smime/pit.log" | tail -n 1)
        awk -v n="$classes" -v all="$units" -v m="${mutants:-0}" -v t=$(($(date +%s) - begun)) 'BEGIN {
            printf "  %3d classes sur %d, %5d mutants, %4d par minute", n, all, m, t ? 60 * m / t : 0
            if (n) printf " ; reste au plus %d min", t * (all - n) / n / 60 + 1
            print "" }'
    done
}

names=${*:-$CORE}
for package in $names; do
    case " $CORE mime " in *" $package "*) ;; *) usage_error "prove pit : paquet inconnu « $package »" ;; esac
done
need_tools
command -v openssl >/dev/null || install_packages openssl
make_keys
rm -rf "$smime/pit-reports"
# shellcheck disable=SC2086
set -- $names
number=0
for package; do
    number=$((number + 1))
    say "Mutations de $package ($number sur $#)…"
    run_pit "$package"
done
awk -f "$SCEAU_ROOT/libexec/pit.awk" "$SCEAU_ROOT/docs/mutation-survivors.md" "$smime"/pit-reports/*/mutations.csv && failed=0 || failed=1
say "Détail : $smime/pit-reports/*/index.html"
exit $failed
