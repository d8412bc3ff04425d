# ./sceau test : construit et passe tous les tests (mvn verify), puis dit combien de chaque sorte : unitaires,
# dialogues (texte SMTP et IMAP avec un vrai serveur), de bout en bout (vrais outils). Un outil absent est un test
# passé, avec sa raison. SCEAU_PEERS=1 demande les tests de bout en bout.

need_tools
if is_root; then ensure_account; fi
start=$(date +%s)
mkdir -p "$SCEAU_ROOT/.build"
remove_stale_jars
find "$SCEAU_ROOT" -path '*/target/surefire-reports/*' -name 'TEST-*.xml' -delete
touch "$SCEAU_ROOT/$BUILD_STAMP.new"
result=0
(cd "$SCEAU_ROOT" && mvn -B -ntp verify </dev/null) || result=1
[ $result -ne 0 ] || mv "$SCEAU_ROOT/$BUILD_STAMP.new" "$SCEAU_ROOT/$BUILD_STAMP" # built, too
"$SCEAU_ROOT/libexec/test-report.sh" "$SCEAU_ROOT" || result=1
say "Durée : $((($(date +%s) - start) / 60)) min $((($(date +%s) - start) % 60)) s"
[ $result -eq 0 ] || die "les tests ne passent pas"
