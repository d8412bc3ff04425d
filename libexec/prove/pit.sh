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
# sources on the network, by the second). Left out of the tests: those that are long, see the profile in smime/pom.xml.
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
KEYS=200
smime=$SCEAU_ROOT/smime/target

# classes PACKAGE: the pattern that PIT takes; "~" begins a regular expression.
classes() {
    case $1 in
        root) printf '%s' '~fr\.sceau\.smime\.[A-Z][^.]*' ;;
        *) printf '%s' "fr.sceau.smime.$1.*" ;;
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

run_pit() {
    patterns=''
    for package in $names; do patterns=$patterns,$(classes "$package"); done
    (cd "$SCEAU_ROOT" && mvn -B -ntp -pl smime -am -Ppit -Dspotless.check.skip "-DtargetClasses=${patterns#,}" \
        "-Dthreads=${SCEAU_PIT_THREADS:-2}" test-compile </dev/null) >"$smime/pit.log" 2>&1 ||
        { tail -n 30 "$smime/pit.log" >&2; die "PIT a échoué, voir $smime/pit.log"; }
}

names=${*:-$CORE}
for package in $names; do
    case " $CORE mime " in *" $package "*) ;; *) usage_error "prove pit : paquet inconnu « $package »" ;; esac
done
need_tools
command -v openssl >/dev/null || install_packages openssl
make_keys
say "Mutations de : $names…"
run_pit
awk -f "$SCEAU_ROOT/libexec/pit.awk" "$SCEAU_ROOT/docs/mutation-survivors.md" "$smime/pit-reports/mutations.csv" && failed=0 || failed=1
say "Détail : $smime/pit-reports/index.html"
exit $failed
