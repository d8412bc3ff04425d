# ./sceau mailbox : les boîtes et leurs comptes. Le détail : ./sceau mailbox --help

build_if_needed
locate_home
[ -s "$SCEAU_HOME/conf/sceau.properties" ] || [ "${1:-}" = --help ] || die "rien dans $SCEAU_HOME : d'abord ./sceau init"
mkdir -p "$SCEAU_HOME"
choose_account
run_java james-server "-Xmx128m -XX:TieredStopAtLevel=1" fr.sceau.server.cli.Main --home "$SCEAU_HOME" mailbox "$@"
