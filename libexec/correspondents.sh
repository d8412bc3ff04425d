# ./sceau correspondents : ce qu'il est advenu de nos messages pour une boîte d'un autre opérateur. Le détail : ./sceau correspondents --help

build_if_needed
locate_home
if [ "${1:-}" != --help ]; then
    [ -s "$SCEAU_HOME/conf/sceau.properties" ] || die "rien dans $SCEAU_HOME : d'abord ./sceau init"
    set -- --home "$SCEAU_HOME" "$@"
fi
mkdir -p "$SCEAU_HOME"
choose_account
operator_tool correspondents "$@"
