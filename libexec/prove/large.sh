#!/bin/sh
# Signe, scelle, ouvre et vérifie un message de 200 Mo dans 256 Mo de mémoire : large [MÉGAOCTETS] ; 2 min au plus.
#
# Each operation with its time. Files in a folder of its own, removed at the end.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build; do . "$SCEAU_ROOT/libexec/$part.sh"; done

ls "$SCEAU_ROOT"/system-tests/target/lib/*.jar >/dev/null 2>&1 || rm -f "$SCEAU_ROOT/$BUILD_STAMP"
build_if_needed
work=$(mktemp -d "${TMPDIR:-/var/tmp}/sceau-large.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
smime=$SCEAU_ROOT/smime/target
java -Xmx256m "-Djava.io.tmpdir=$work" -cp "$smime/test-classes:$smime/classes:$SCEAU_ROOT/system-tests/target/lib/*" \
    fr.sceau.smime.proof.LargeMessage "${1:-200}" "$work" </dev/null
