#!/bin/sh
# Un lot de résultats d'essai (500) vers le Dr Martin, à travers la démonstration qui tourne : lot.sh [NOMBRE] [DOSSIER].
#
# With ./sceau batch itself, as the demo's laboratory. Prints what the agent prints; fails unless all were accepted.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build home processes; do . "$SCEAU_ROOT/libexec/$part.sh"; done

count=${1:-500}
work=${2:-$(mktemp -d "${TMPDIR:-/tmp}/sceau-lot.XXXXXX")}
laboratory=laboratoire@exemple.mssante.test
locate_home
[ -s "$SCEAU_HOME/demo/logins.tsv" ] || die "pas de démonstration dans $SCEAU_HOME : d'abord ./sceau demo"

umask 077
mkdir -p "$work/files"
number=0
while [ "$number" -lt "$count" ]; do
    number=$((number + 1))
    printf 'Résultat d'\''essai numéro %s\r\nGlycémie 0,92 g/L\r\n' "$number" >"$work/files/resultat-$number.txt"
done
printf '*\tclaire.martin@exemple.mssante.test\tRésultats (essai)\n' >"$work/files/destinataires.tsv"
awk -F '\t' -v who=$laboratory '$1 == who { print $2 }' "$SCEAU_HOME/demo/logins.tsv" >"$work/password"
secret keys.password >"$work/keys-password"
secret tls.password >"$work/tls-password"

"$SCEAU_ROOT/sceau" batch --server=localhost --tls=tls --port="$(conf submissions.port)" \
    --trust="$SCEAU_HOME/tls/trust.p12" --trust-password-file="$work/tls-password" \
    --from=$laboratory --password-file="$work/password" \
    --p12="$SCEAU_HOME/demo/laboratoire.p12" --p12-password-file="$work/keys-password" \
    --ldap="localhost:$(conf directory.port)" --certificates-trust="$SCEAU_HOME/trust" --test-certificates \
    --report="$work/rapport.csv" "$work/files"
