# ./sceau batch : un dossier de résultats et une table de destinataires ; un message signé chacun. Le détail :
# ./sceau batch --help. C'est l'agent du laboratoire, le même jar que sous Windows ; il ne dépend pas de l'installation.

build_if_needed
exec java -Xmx256m -XX:+UseSerialGC -jar "$SCEAU_ROOT/agent/target/sceau-agent.jar" batch "$@"
