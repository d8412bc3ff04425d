# shellcheck shell=sh
# Builds what runs, only when a source is newer than the last build.

BUILD_STAMP=.build/stamp

# A file that entered the build after it, or none yet.
stale_source() {
    [ -e "$SCEAU_ROOT/$BUILD_STAMP" ] || { echo "première construction"; return 0; }
    for jar in directory/server james-server demo webmail; do
        ls "$SCEAU_ROOT/$jar"/target/lib/sceau-*.jar >/dev/null 2>&1 || { echo "$jar n'est pas construit"; return 0; }
    done
    (cd "$SCEAU_ROOT" && find . \( -name target -o -name node_modules -o -name .git -o -name .build -o -path ./var \) -prune -o \
        -type f \( -path '*/src/main/*' -o -name pom.xml -o -path './webmail/ui/*' \) -newer "$BUILD_STAMP" -print | head -n 1)
}

build_if_needed() {
    reason=$(stale_source)
    [ -n "$reason" ] || { need_java; return 0; }
    need_tools
    say "Construction ($reason) : quelques minutes la première fois…"
    mkdir -p "$SCEAU_ROOT/.build"
    touch "$SCEAU_ROOT/$BUILD_STAMP.new"
    remove_stale_jars
    (cd "$SCEAU_ROOT" && mvn -B -ntp -DskipTests -Dspotless.check.skip package </dev/null) 2>&1 | build_progress ||
        die "la construction a échoué, voir $SCEAU_ROOT/.build/build.log"
    mv "$SCEAU_ROOT/$BUILD_STAMP.new" "$SCEAU_ROOT/$BUILD_STAMP"
}

# One line a module; everything in the log; fails unless Maven said it succeeded.
build_progress() {
    tee "$SCEAU_ROOT/.build/build.log" | awk '
        /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]/ { sub(/^\[INFO\] Building /, ""); print "  " $0; fflush() }
        /^\[ERROR\]/ { print; fflush() }
        /BUILD SUCCESS/ { ok = 1 }
        END { exit !ok }'
}

# A library replaced by another version must not stay beside it.
remove_stale_jars() {
    rm -rf "$SCEAU_ROOT"/*/target/lib "$SCEAU_ROOT"/directory/*/target/lib
}
