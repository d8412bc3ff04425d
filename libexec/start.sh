# ./sceau start : démarre l'installation en arrière-plan (postgres, annuaire, messagerie, webmail) et rend la main
# quand tout répond. Journaux : log/ de l'installation. Arrêt : ./sceau stop.

build_if_needed
ensure_account
locate_home
refuse_half_restored
need_installation
prepare_home
[ -s "$SCEAU_HOME/tls/server.p12" ] || die "tls/server.p12 manque dans $SCEAU_HOME (clé TLS du serveur)"
if anything_runs; then die "déjà démarré, au moins en partie : voir ./sceau status, ou ./sceau stop"; fi
check_ports
postgres_script start || exit 1
for name in $PROGRAMS; do spawn "$name"; done
for name in $PROGRAMS; do
    wait_ready "$name" 90 || { stop_all; exit 1; }
    say "$name prêt"
done
