# shellcheck shell=sh
# Where the installation is, and what `init` puts there.

# Sets and exports SCEAU_HOME. As root the database runs under an account of its own, which must be able to enter.
locate_home() {
    SCEAU_HOME=${SCEAU_HOME:-$SCEAU_ROOT/var}
    case $SCEAU_HOME in /*) ;; *) SCEAU_HOME=$PWD/$SCEAU_HOME ;; esac
    if is_root && id sceau >/dev/null 2>&1 && ! reachable "$(nearest_folder "$SCEAU_HOME")"; then
        wanted=$SCEAU_HOME
        SCEAU_HOME=/var/lib/sceau/$(basename "$SCEAU_ROOT")-$(printf '%s' "$wanted" | cksum | cut -d' ' -f1)
        warn "Le compte « sceau » ne peut pas entrer dans $wanted : l'installation est dans $SCEAU_HOME."
    fi
    export SCEAU_HOME
}

nearest_folder() {
    folder=$1
    until [ -d "$folder" ]; do folder=$(dirname "$folder"); done
    printf '%s' "$folder"
}

# Under root the programs run as « sceau » where that account can read the clone, else as root.
choose_account() {
    JVM_DROP=
    is_root || return 0
    if reachable "$SCEAU_ROOT" && as_sceau test -r "$SCEAU_ROOT/james-server/target/lib"; then
        JVM_DROP="setpriv --reuid sceau --regid sceau --clear-groups -- env HOME=/var/lib/sceau"
    else
        warn "Le compte « sceau » ne peut pas lire $SCEAU_ROOT : seul PostgreSQL tourne sous ce compte."
    fi
}

# A restoration that was cut short left a part of an installation: nothing starts on it.
refuse_half_restored() {
    [ ! -e "$SCEAU_HOME/RESTAURATION-INACHEVEE" ] ||
        die "une restauration est restée inachevée dans $SCEAU_HOME : effacer ce dossier et recommencer"
}

need_installation() {
    [ -s "$SCEAU_HOME/conf/sceau.properties" ] || die "rien dans $SCEAU_HOME : d'abord ./sceau init"
}

prepare_home() {
    ensure_account
    locate_home
    refuse_half_restored
    prepare_files
    choose_account
    own_home
}

prepare_files() {
    mkdir -p "$SCEAU_HOME/conf" "$SCEAU_HOME/run"
    private_folders james trace log webmail keys tls # mail, patients' and professionals' names, keys: nobody else looks
    copy_conf
    create_secrets
}

private_folders() {
    for folder in "$@"; do
        mkdir -p "$SCEAU_HOME/$folder"
        chmod 0700 "$SCEAU_HOME/$folder"
    done
}

own_home() {
    [ -n "${JVM_DROP:-}" ] || return 0
    chown -R sceau:sceau "$SCEAU_HOME/conf" "$SCEAU_HOME/run"
    chown sceau:sceau "$SCEAU_HOME"/james "$SCEAU_HOME"/trace "$SCEAU_HOME"/log "$SCEAU_HOME"/webmail "$SCEAU_HOME"/keys "$SCEAU_HOME"/tls
    if [ "$(stat -c %U "$SCEAU_HOME")" != sceau ]; then chown -R sceau:sceau "$SCEAU_HOME"; fi
}

# Files that nobody edited follow the clone; an edited one stays, with the clone's new version beside it.
copy_conf() {
    sums=$SCEAU_HOME/conf/.origine
    touch "$sums"
    (cd "$SCEAU_ROOT/conf" && find . -type f | sort) | while IFS= read -r file; do
        file=${file#./}
        copy_conf_file "$SCEAU_ROOT/conf/$file" "$SCEAU_HOME/conf/$file" "$file"
    done
}

copy_conf_file() {
    if [ -e "$2" ] && ! cmp -s "$1" "$2"; then
        grep -qxF "$(sum_of "$2") $3" "$sums" || { offer_new_version "$@"; return 0; }
    fi
    mkdir -p "$(dirname "$2")"
    cmp -s "$1" "$2" || cp "$1" "$2"
    { grep -v " $3\$" "$sums" || :; printf '%s\n' "$(sum_of "$1") $3"; } >"$sums.tmp"
    mv "$sums.tmp" "$sums"
}

offer_new_version() {
    grep -qxF "$(sum_of "$1") $3" "$sums" && return 0 # edited since that very version
    cp "$1" "$2.nouveau"
    say "conf/$3 a été modifié : gardé ; la version du dépôt est dans conf/$3.nouveau"
}

sum_of() { cksum <"$1" | tr ' ' '-'; }

create_secrets() {
    file=$SCEAU_HOME/conf/secrets.properties
    for key in keys.password tls.password postgres.password; do
        [ -z "$(property "$file" "$key")" ] || continue
        (umask 077 && printf '%s = %s\n' "$key" "$(random_password)" >>"$file")
    done
    chmod 0600 "$file"
}

# 32 letters and digits: 190 bits.
random_password() {
    password=$(head -c 600 /dev/urandom | LC_ALL=C tr -dc 'A-Za-z0-9' | cut -c 1-32)
    [ "${#password}" -eq 32 ] || die "/dev/urandom ne répond pas"
    printf '%s' "$password"
}
