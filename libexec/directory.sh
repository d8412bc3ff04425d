# ./sceau directory ... : l'annuaire. Le détail : ./sceau directory --help

build_if_needed
exec java -Xmx512m -XX:+UseSerialGC -cp "$SCEAU_ROOT/directory/server/target/lib/*" fr.sceau.directory.server.commands.DirectoryTool "$@"
