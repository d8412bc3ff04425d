# ./sceau restore FICHIER --into DOSSIER --key CLE.p12 [--verify-only] [--exact] : une installation à partir d'une
# sauvegarde, dans un dossier vide ou absent. Tout le fichier est lu et vérifié avant que rien ne soit écrit. Ensuite :
# SCEAU_HOME=DOSSIER ./sceau start. Le détail : ./sceau restore --help
#
# Codes de retour : 0 fait, 1 refusé et rien n'est écrit, 2 appel incorrect, 3 interrompu (effacer le dossier, recommencer).

build_if_needed
ensure_account
file_tool restore --clone "$SCEAU_ROOT" "$@"
