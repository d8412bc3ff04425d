#!/bin/sh
# S/MIME à côté d'OpenSSL sur un cœur : signer, vérifier, sceller, ouvrir, 10 ko et 10 Mo ; 15 min au plus.
#
#   crypto.sh [--only SIGN|VERIFY|SEAL_CBC|SEAL_GCM|OPEN_CBC|OPEN_GCM]
# Whole messages in memory, three peers in turn, each in a process of its own (JMH) on the same core: smime with the
# accelerator, smime with Java alone, and OpenSSL's library (libcrypto.so.3), called as `openssl cms` calls it, without the
# start of a process. Verifying is without the path of certificates on both sides. Needs OpenSSL 3 and a quiet machine.
# Exit: 0 when the ratios that the project promises are reached with the accelerator.
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export SCEAU_ROOT LC_ALL
for part in base install build; do . "$SCEAU_ROOT/libexec/$part.sh"; done

command -v taskset >/dev/null || die "il manque taskset (paquet util-linux)"
ls "$SCEAU_ROOT"/bench/target/lib/jmh-core-*.jar >/dev/null 2>&1 || rm -f "$SCEAU_ROOT/$BUILD_STAMP"
build_if_needed
work=$(mktemp -d "${TMPDIR:-/var/tmp}/sceau-crypto.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
core=$(($(nproc) - 1))
taskset -c "$core" java -Xmx1g -XX:+UseSerialGC -Djmh.ignoreLock=true -cp "$SCEAU_ROOT/bench/target/lib/*" \
    fr.sceau.bench.Main crypto --folder "$work" "$@" </dev/null
