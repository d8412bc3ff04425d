# ./sceau directory ... : l'annuaire. Le détail : ./sceau directory --help

build_if_needed
# shellcheck disable=SC2086 # more heap, or a log of collections: later flags win
exec java -Xmx512m -XX:+UseSerialGC ${SCEAU_DIRECTORY_FLAGS:-} -cp "$SCEAU_ROOT/directory/server/target/lib/*" fr.sceau.directory.server.commands.DirectoryTool "$@"
