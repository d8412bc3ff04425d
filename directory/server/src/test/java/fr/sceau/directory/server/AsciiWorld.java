package fr.sceau.directory.server;

import static fr.sceau.directory.server.TestFiles.ACTIVITY_HEADER;
import static fr.sceau.directory.server.TestFiles.MAILBOX_HEADER;
import static fr.sceau.directory.server.TestFiles.line;
import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Professionals, structures and mailboxes without accents and hyphens, of which every server thinks the same. */
final class AsciiWorld {
    /** An organisation's. */
    static final String NATIONAL_WITH_CERTIFICATE = "bal5@autre.mssante.test";

    static final String ITS_STRUCTURE = "1990000002";

    private static final List<String> GIVEN = List.of("Anne", "Bruno", "Clara", "David", "Emma", "Anna Maria");
    private static final List<String> FAMILY = List.of("MARTIN", "BERNARD", "MARTINEAU", "DURAND", "LE ROY");
    private static final List<String> TOWNS = List.of("LYON", "LILLE", "LE HAVRE", "BREST");
    private static final int PEOPLE = 40;
    private static final int MAILBOXES = 50;

    private AsciiWorld() {}

    static void write(Path folder) {
        TestFiles.activities(
                folder.resolve("registry").resolve(SampleWorld.ACTIVITIES), lines(PEOPLE, AsciiWorld::person));
        TestFiles.mailboxes(
                folder.resolve("registry").resolve(SampleWorld.MAILBOXES), lines(MAILBOXES, AsciiWorld::mailbox));
        TestFiles.own(
                DirectoryFixture.own(folder),
                "bal3@autre.mssante.test\tPER\t\t1990000001\tSACHS\tNelly\tDr Nelly Sachs\tMedecin\tdeclared",
                "accueil@exemple.mssante.test\tORG\t\t1990000002\t\t\tAccueil\t\t",
                "labo@exemple.mssante.test\tAPP\t\t1990009999\t\t\tLaboratoire de Lyon\t\t");
    }

    private static String[] lines(int count, java.util.function.IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).toArray(String[]::new);
    }

    private static <T> T at(List<T> list, int i) {
        return list.get(i % list.size());
    }

    /** An ADELI number has no check digit. */
    private static String person(int i) {
        String number = String.format("6912%05d", i);
        return line(
                ACTIVITY_HEADER,
                Map.ofEntries(
                        entry("Type d'identifiant PP", "0"),
                        entry("Identifiant PP", number),
                        entry("Identification nationale PP", "0" + number),
                        entry("Nom d'exercice", at(FAMILY, i)),
                        entry("Prénom d'exercice", at(GIVEN, i)),
                        entry("Code profession", i % 3 == 0 ? "10" : "26"),
                        entry("Libellé profession", i % 3 == 0 ? "Medecin" : "Infirmier"),
                        entry("Numéro FINESS site", "99000000" + i % 3),
                        entry("Raison sociale site", "CLINIQUE DE " + at(TOWNS, i)),
                        entry("Code postal (coord. structure)", "6900" + i % 4),
                        entry("Libellé commune (coord. structure)", at(TOWNS, i))));
    }

    private static String mailbox(int i) {
        return line(
                MAILBOX_HEADER,
                Map.ofEntries(
                        entry("Type de BAL", i % 5 == 0 ? "ORG" : "PER"),
                        entry("Adresse BAL", "bal" + i + "@" + (i % 2 == 0 ? "hopital" : "autre") + ".mssante.test"),
                        entry("Type identifiant structure", "1"),
                        entry("Identification Structure", "99000000" + i % 3),
                        entry("Nom d'exercice", at(FAMILY, i)),
                        entry("Prénom d'exercice", at(GIVEN, i)),
                        entry("Libellé Profession", i % 3 == 0 ? "Medecin" : "Infirmier"),
                        entry("Raison Sociale structure BAL", "CLINIQUE DE " + at(TOWNS, i)),
                        entry("L6LIGNEACHEMINEMENT structure BAL", at(TOWNS, i)),
                        entry("Code postal structure BAL", "6900" + i % 4)));
    }
}
