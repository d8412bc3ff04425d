# ./sceau verify FICHIER : juge les signatures d'un message en fichier. Le détail : ./sceau verify --help

build_if_needed
locate_home
refuse_half_restored
case ${1:---help} in
    --help | -h) operator_tool verify --help ;;
    *)
        need_installation
        file_tool verify --home "$SCEAU_HOME" "$@"
        ;;
esac
