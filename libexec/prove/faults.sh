#!/bin/sh
# 40 kill -9 de la messagerie, 20 de PostgreSQL, disque plein, horloge reculée, sous charge ; ou faults N M ; 60 min au plus.
#
# On an installation of its own, in /tmp; prints the table of docs/faults.md. Root mounts the full disk; see there for others.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build; do . "$SCEAU_ROOT/libexec/$part.sh"; done

ls "$SCEAU_ROOT"/system-tests/target/lib/*.jar >/dev/null 2>&1 || rm -f "$SCEAU_ROOT/$BUILD_STAMP"
build_if_needed
test_classes=$SCEAU_ROOT/system-tests/target
exec timeout --foreground 3600 java -Xmx512m "-Dsceau.root=$SCEAU_ROOT" -cp "$test_classes/test-classes:$test_classes/lib/*" \
    fr.sceau.system.faults.Main "$@" </dev/null
