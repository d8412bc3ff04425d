package fr.sceau.demo.world;

import fr.sceau.demo.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Adds what the demonstration needs to tables that an operator edits; lines already there are left alone. */
final class ConfigurationLines {
    private static final String NOTE = "# Monde de démonstration (inventé).";

    private final Installation installation;

    ConfigurationLines(Installation installation) {
        this.installation = installation;
    }

    /** The partner operator, under the name of its TLS certificate; it has no gateway, so nothing leaves this machine. */
    void partner(String distinguishedName) throws IOException {
        add(
                "operators.tsv",
                "# Opérateurs de l'espace de confiance : domaine, nom (DN) du certificat client, passerelle hôte:port"
                        + " (facultative). Colonnes séparées par des tabulations.",
                List.of(Cast.PARTNER_DOMAIN + "\t" + distinguishedName));
    }

    /** Doctors and the service write without a key of their own, the laboratory signs itself. */
    void policies() throws IOException {
        add(
                "policies.tsv",
                "# Règles : boîte ou domaine, signature à l'envoi, chiffrement vers elle. Colonnes séparées par des"
                        + " tabulations ; « - » garde la règle générale.",
                List.of(
                        Cast.CLAIRE + "\ton-behalf\t-",
                        Cast.PAUL + "\ton-behalf\t-",
                        Cast.CARDIOLOGY + "\ton-behalf\t-",
                        Cast.LABORATORY + "\tany\t-"));
    }

    private void add(String name, String header, List<String> lines) throws IOException {
        Path file = installation.path("conf", name);
        if (Files.notExists(file)) {
            Files.writeString(file, header + "\n");
        }
        List<String> keys = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(ConfigurationLines::key)
                .toList();
        List<String> missing = new ArrayList<>(
                lines.stream().filter(line -> !keys.contains(key(line))).toList());
        if (!missing.isEmpty()) {
            String text = "\n" + NOTE + "\n" + String.join("\n", missing) + "\n";
            Files.writeString(file, text, StandardOpenOption.APPEND);
        }
    }

    private static String key(String line) {
        return line.strip().split("\t", -1)[0].strip();
    }
}
