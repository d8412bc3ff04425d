package fr.sceau.directory.server;

import static fr.sceau.directory.server.TestFiles.ACTIVITY_HEADER;
import static fr.sceau.directory.server.TestFiles.MAILBOX_HEADER;
import static fr.sceau.directory.server.TestFiles.line;
import static fr.sceau.directory.server.TestFiles.professional;
import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.Map;

/** Invented professionals, structures and mailboxes. */
final class SampleWorld {
    static final String ACTIVITIES = "PS_LibreAcces_Personne_activite_202610310800.txt";
    static final String MAILBOXES = "Extraction_Correspondance_MSSante_202610310900.txt";

    static final String CLAIRE = line(
            ACTIVITY_HEADER,
            Map.ofEntries(
                    entry("Type d'identifiant PP", "8"),
                    entry("Identifiant PP", "99700218896"),
                    entry("Identification nationale PP", "899700218896"),
                    entry("Code civilité d'exercice", "DR"),
                    entry("Nom d'exercice", "D'ARTAGNAN, Née #1"),
                    entry("Prénom d'exercice", "Zoé"),
                    entry("Code profession", "10"),
                    entry("Libellé profession", "Médecin"),
                    entry("Code catégorie professionnelle", "C"),
                    entry("Code savoir-faire", "SM26"),
                    entry("Code mode exercice", "S"),
                    entry("Numéro SIRET site", "12345678901234"),
                    entry("Numéro FINESS site", "990000001"),
                    entry("Numéro FINESS établissement juridique", "990000009"),
                    entry("Identifiant technique de la structure", "F990000001"),
                    entry("Raison sociale site", "CENTRE HOSPITALIER"),
                    entry("Enseigne commerciale site", "CHU de l'Exemple"),
                    entry("Numéro Voie (coord. structure)", "9"),
                    entry("Libellé type de voie (coord. structure)", "Route"),
                    entry("Libellé Voie (coord. structure)", "DE BESANÇON"),
                    entry("Bureau cedex (coord. structure)", "25300 DOUBS"),
                    entry("Code postal (coord. structure)", "25300"),
                    entry("Téléphone (coord. structure)", "0300000000"),
                    entry("Télécopie (coord. structure)", "0300000001"),
                    entry("Libellé Département (structure)", "Doubs"),
                    entry("Autorité d'enregistrement", "CNOM/CNOM/CNOM"),
                    entry("Code secteur d'activité", "SA01"),
                    entry("Libellé secteur d'activité", "Etablissement public de santé"),
                    entry("Code rôle", "FON-01"),
                    entry("Code genre activité", "GENR01")));

    static final String CLAIRE_OTHER_SKILL = CLAIRE.replace("SM26", "SM04");
    static final String ADELI = line(
            ACTIVITY_HEADER,
            Map.of(
                    "Type d'identifiant PP", "0",
                    "Identifiant PP", "012600631",
                    "Identification nationale PP", "0012600631",
                    "Nom d'exercice", "PETIT",
                    "Prénom d'exercice", "Luc",
                    "Code profession", "26"));

    static final String FOREIGN = line(
            MAILBOX_HEADER,
            Map.ofEntries(
                    entry("Type de BAL", "PER"),
                    entry("Adresse BAL", "Zoe.Dartagnan@autre.mssante.test"),
                    entry("Identification nationale PP", "899700218896"),
                    entry("Type identifiant structure", "1"),
                    entry("Identification Structure", "990000001"),
                    entry("Service de rattachement", "Médecine"),
                    entry("Civilité d'exercice", "DR"),
                    entry("Nom d'exercice", "D'ARTAGNAN"),
                    entry("Prénom d'exercice", "Zoé"),
                    entry("Libellé Profession", "Médecin"),
                    entry("Dématérialisation", "true"),
                    entry("Raison Sociale structure BAL", "CENTRE HOSPITALIER"),
                    entry("L6LIGNEACHEMINEMENT structure BAL", "25300 DOUBS"),
                    entry("Code postal structure BAL", "25300")));
    static final String FOREIGN_SECOND_STRUCTURE =
            FOREIGN.replace("990000001", "990000002").replace("CENTRE HOSPITALIER", "CLINIQUE");

    static final String OWN_CLAIRE = "claire.martin@exemple.mssante.test\tPER\t899700218896\t1990000001\tMartin\tClaire"
            + "\tDr Claire Martin\tMédecin\tdeclared";
    static final String OWN_SERVICE =
            "cardiologie@exemple.mssante.test\tORG\t\t1990000001\t\t\tCardiologie – CHU de l'Exemple\t\t";

    private SampleWorld() {}

    static DirectoryFixture start(Path folder) {
        write(folder);
        return new DirectoryFixture(folder);
    }

    static void write(Path folder) {
        Path registry = folder.resolve("registry");
        TestFiles.activities(
                registry.resolve(ACTIVITIES),
                CLAIRE,
                CLAIRE_OTHER_SKILL,
                ADELI,
                professional("99700000005", "Sophie", "LEFEBVRE"),
                professional("99700000013", "Sophie", "LEFEBVRE"));
        TestFiles.mailboxes(registry.resolve(MAILBOXES), FOREIGN, FOREIGN_SECOND_STRUCTURE);
        TestFiles.own(DirectoryFixture.own(folder), OWN_CLAIRE, OWN_SERVICE);
    }
}
