# ./sceau init : prépare le dossier d'une installation réelle (var/, ou celui que désigne SCEAU_HOME).
#
# Copie conf/ du dépôt et crée conf/secrets.properties (mots de passe tirés au sort, lisibles du seul compte).
# Relancée, la commande met à jour les fichiers que personne n'a modifiés et garde les autres ; la version du dépôt
# est alors posée à côté (.nouveau).
#
# Restent à fournir : tls/server.p12 et tls/trust.p12 (clé et confiance TLS), trust/ (autorités S/MIME), et
# conf/operators.tsv, conf/policies.tsv.

need_tools
build_if_needed
prepare_home
for folder in trust/anchors trust/intermediates trust/crl directory/registry directory/own/certificates; do
    mkdir -p "$SCEAU_HOME/$folder"
done
if [ -n "${JVM_DROP:-}" ]; then chown -R sceau:sceau "$SCEAU_HOME/trust" "$SCEAU_HOME/directory"; fi
say "Installation prête dans $SCEAU_HOME"
say "À relire : $SCEAU_HOME/conf/sceau.properties"
