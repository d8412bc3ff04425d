# ./sceau directory ... : l'annuaire. Le détail : ./sceau directory --help

build_if_needed
locate_home
choose_account
index=$SCEAU_HOME/directory/index
code=0
# shellcheck disable=SC2086 # more heap, or a log of collections: later flags win
java -Xmx2g -XX:+UseSerialGC ${SCEAU_DIRECTORY_FLAGS:-} -Dsceau.index="$index" -Dsceau.home="$SCEAU_HOME" -cp "$SCEAU_ROOT/directory/server/target/lib/*" \
    fr.sceau.directory.server.commands.DirectoryTool "$@" || code=$?
# It reads and writes the caller's files; the index of the installation, what was fetched, bound and published are the directory's own.
if [ -n "${JVM_DROP:-}" ]; then
    for folder in "$SCEAU_HOME/directory/index"* "$SCEAU_HOME"/directory/registry "$SCEAU_HOME"/directory/correspondents \
        "$SCEAU_HOME"/directory/publication; do
        if [ -e "$folder" ]; then chown -R sceau:sceau "$folder"; fi
    done
fi
exit $code
