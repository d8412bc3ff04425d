#!/bin/sh
# 200 000 messages signés ou scellés dont un octet a été changé : aucun ne doit tromper ; mutation [NOMBRE] [GRAINE] ; 15 min au plus.
#
# One line for each shape of message. Exit: 0 when no change deceived; else 1, with each change that did.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build; do . "$SCEAU_ROOT/libexec/$part.sh"; done

ls "$SCEAU_ROOT"/system-tests/target/lib/*.jar >/dev/null 2>&1 || rm -f "$SCEAU_ROOT/$BUILD_STAMP"
build_if_needed
smime=$SCEAU_ROOT/smime/target
exec java -Xmx512m -cp "$smime/test-classes:$smime/classes:$SCEAU_ROOT/system-tests/target/lib/*" \
    fr.sceau.smime.MutationProof "$@" </dev/null
