# ./sceau queue : le courrier en attente et le courrier mis de côté. Le détail : ./sceau queue --help

build_if_needed
locate_home
[ -s "$SCEAU_HOME/conf/sceau.properties" ] || [ "${1:-}" = --help ] || die "rien dans $SCEAU_HOME : d'abord ./sceau init"
mkdir -p "$SCEAU_HOME"
choose_account
case ${1:---help} in
    -*) operator_tool queue "$@" ;;
    *)
        subcommand=$1
        shift
        operator_tool queue "$subcommand" --home "$SCEAU_HOME" "$@"
        ;;
esac
