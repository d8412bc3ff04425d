#!/bin/sh
# Debian 12 nu (debootstrap) : clone, ./sceau test, ./sceau demo ; 60 min au plus, en root.
#
# The chroot gets git and the package sources of Debian, nothing else: the launcher installs what it needs. What this
# machine knows of its network (name servers, proxies, added authorities, npm and Maven settings) goes along.
# SCEAU_CHROOT_LIMIT: seconds for each of the two commands (default 1800).
set -eu
SCEAU_ROOT=${SCEAU_ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$SCEAU_ROOT/libexec/base.sh"
. "$SCEAU_ROOT/libexec/install.sh"

is_root || die "cette épreuve demande les droits de root (chroot)"
command -v debootstrap >/dev/null || install_packages debootstrap
limit=${SCEAU_CHROOT_LIMIT:-1800}
work=$(mktemp -d "${TMPDIR:-/var/tmp}/sceau-chroot.XXXXXX")
root=$work/debian
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

mirror() {
    sed -n 's/^URIs: *//p; s/^deb [^h]*\(http[^ ]*\) .*/\1/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
        grep -m1 '/debian/*$' || die "aucun miroir de Debian dans les sources d'apt de cette machine"
}

make_root() {
    base=$(mirror)
    debootstrap --variant=minbase --include=git,ca-certificates bookworm "$root" "$base" >"$work/debootstrap.log" 2>&1 ||
        { tail -n 20 "$work/debootstrap.log" >&2; die "debootstrap a échoué"; }
    {
        echo "deb $base bookworm main"
        echo "deb $base bookworm-updates main"
        echo "deb ${base%debian*}debian-security bookworm-security main"
    } >"$root/etc/apt/sources.list"
    git clone -q --no-hardlinks "$SCEAU_ROOT" "$root/srv/sceau"
    copy_network_settings
}

copy_network_settings() {
    for file in /etc/resolv.conf /etc/hosts /etc/npmrc "$HOME/.npmrc" "$HOME/.m2/settings.xml" /etc/apt/apt.conf.d/*proxy*; do
        [ -f "$file" ] || continue
        mkdir -p "$root$(dirname "$file")"
        cp -L "$file" "$root$file"
    done
    cp -R /usr/local/share/ca-certificates "$root/usr/local/share/" 2>/dev/null || :
    chroot "$root" update-ca-certificates >/dev/null 2>&1
}

# inside NAME COMMAND: bounded, in process and mount namespaces of its own, so that nothing can stay behind.
inside() {
    name=$1 begin=$(date +%s) outcome=réussi
    say "== $2 (dans Debian 12 nu)"
    timeout --foreground "$limit" unshare --mount --pid --fork --kill-child sh -c '
        mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && exec chroot "$1" env -i \
            HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
            $3 sh -c "cd /srv/sceau && $2"' sh "$root" "$2" "$(network_environment)" || outcome="échec ($?)"
    case $outcome in échec*) failed=1 ;; esac
    table="$table$(printf '%-28s %-12s %5s s' "$2" "$outcome" $(($(date +%s) - begin)))
"
}

network_environment() {
    env | grep -E '^(https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY)=' | tr '\n' ' '
    [ -z "${NODE_EXTRA_CA_CERTS:-}" ] || echo "NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt"
}

table='' failed=0
make_root
inside test "./sceau test"
inside demo "./sceau prove demo"
printf '\n%-28s %-12s %7s\n%s' commande résultat durée "$table"
exit $failed
