# ./sceau mailbox : les boîtes et leurs comptes. Le détail : ./sceau mailbox --help

build_if_needed
locate_home
[ -s "$SCEAU_HOME/conf/sceau.properties" ] || [ "${1:-}" = --help ] || die "rien dans $SCEAU_HOME : d'abord ./sceau init"
mkdir -p "$SCEAU_HOME"
choose_account
case ${1:---help} in
    -*) operator_tool mailbox "$@" ;;
    *)
        subcommand=$1
        shift
        operator_tool mailbox "$subcommand" --home "$SCEAU_HOME" "$@"
        ;;
esac
