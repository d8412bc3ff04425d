# ./sceau backup : sauvegarde de l'installation dans un fichier chiffré, sans arrêt du service.
#
#   ./sceau backup init CLE.p12                     crée la paire de clés ; CLE.p12 est à garder ailleurs
#   ./sceau backup FICHIER [--to CERTIFICAT]        sauvegarde (par défaut pour conf/backup.cer)
#   ./sceau backup verify FICHIER --key CLE.p12     lit toute une sauvegarde : entière et intacte, ou non
#       [--against]                                 et la compare avec l'installation
#
# La base est prise à un seul instant pendant que le courrier continue. Avec elle : conf/ (secrets compris), keys/, tls/,
# trust/, directory/, trace/. Tout reprendre : ./sceau restore --help. Le détail : ./sceau backup verify --help, etc.
#
# Codes de retour : 0 fait, 1 échec ou sauvegarde refusée, 2 appel incorrect, 3 (--against) l'installation diffère.

build_if_needed
locate_home
refuse_half_restored
case "${1:---help} ${2:-}" in --help* | -h* | verify* | *--help) ;; *) need_installation ;; esac
case ${1:---help} in
    -h | --help) help_of backup ;;
    init | verify | create)
        subcommand=$1
        shift
        file_tool backup "$subcommand" --home "$SCEAU_HOME" "$@"
        ;;
    *) file_tool backup create --home "$SCEAU_HOME" "$@" ;;
esac
if is_root && [ "${subcommand:-}" = init ]; then chown --reference="$SCEAU_HOME/conf" "$SCEAU_HOME/conf/backup.cer"; fi
