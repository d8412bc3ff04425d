#!/bin/sh
# Quatre clients IMAP et un collègue au hasard contre un modèle de référence : 1 h, ou imap SECONDES [GRAINE] ; s'arrête à la première contradiction.
#
# On an installation of its own, in /tmp. What is compared: docs/imap-model.md.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build; do . "$SCEAU_ROOT/libexec/$part.sh"; done

ls "$SCEAU_ROOT"/system-tests/target/lib/*.jar >/dev/null 2>&1 || rm -f "$SCEAU_ROOT/$BUILD_STAMP"
build_if_needed
test_classes=$SCEAU_ROOT/system-tests/target
exec java -Xmx512m "-Dsceau.root=$SCEAU_ROOT" -cp "$test_classes/test-classes:$test_classes/lib/*" \
    fr.sceau.system.model.Main "$@" </dev/null
