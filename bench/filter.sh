#!/bin/sh
# The peer's content filter: filter.sh PEER PEM_FOLDER SENDER RECIPIENT < message. Does to a message what Sceau does for
# the same box, with `openssl cms`, and hands it to Dovecot's own delivery agent. A message costs five processes: this
# shell, awk, openssl twice, and cat beside the delivery agent, which takes the shell's place. Runs from pipe(8).
set -eu
peer=$1 pem=$2 sender=$3 recipient=$4
box=${recipient%@*}
work=$peer/filter/$$
umask 077
mkdir "$work"
trap 'rm -r "$work"' EXIT
fail() { exit 75; } # EX_TEMPFAIL: the queue keeps it

# The entity is the body with its Content-* fields; the rest of the header stays outside. RFC 8551 3.1
awk -v head="$work/head" -v entity="$work/entity" '
    body { print >entity; next }
    /^\r?$/ { body = 1; print >entity; next }
    /^[^ \t]/ { inside = tolower($0) ~ /^(content-|mime-version:)/ }
    { if (inside) print >entity; else print >head }'

open() {
    openssl cms -decrypt -in "$work/entity" -inkey "$pem/$box.pem" -recip "$pem/$box.pem" -out "$work/out" || fail
    verify "$work/out"
}
verify() {
    openssl cms -verify -in "$1" -CAfile "$pem/trust.pem" -crl_check_all -purpose any -out /dev/null 2>>"$work/said" ||
        { cat "$work/said" >&2; fail; }
}
close() { openssl cms -encrypt -aes256 -in "$1" -out "$work/out" "$pem/$box.pem" || fail; }
sign() { openssl cms -sign -in "$work/entity" -signer "$pem/sign.pem" -md sha256 -out "$work/signed" || fail; }

case $box in
    banc.scelle[1-4]) open ;;
    banc.scelle[56]) verify "$work/entity" && close "$work/entity" ;;
    banc.scelle[78]) sign && close "$work/signed" ;;
    *) fail ;;
esac
cat "$work/head" "$work/out" | /usr/lib/dovecot/dovecot-lda -c "$peer/dovecot.conf" -f "$sender" -d "$recipient"
