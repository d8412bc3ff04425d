# ./sceau mailbox : les boîtes et leurs comptes. Le détail : ./sceau mailbox --help

build_if_needed
locate_home
refuse_half_restored
[ "${1:-}" = --help ] || need_installation
mkdir -p "$SCEAU_HOME"
choose_account
case ${1:---help} in
    -*) operator_tool mailbox "$@" ;;
    export | import-mail) # files of the caller
        subcommand=$1
        shift
        file_tool mailbox "$subcommand" --home "$SCEAU_HOME" "$@"
        ;;
    *)
        subcommand=$1
        shift
        operator_tool mailbox "$subcommand" --home "$SCEAU_HOME" "$@"
        ;;
esac
