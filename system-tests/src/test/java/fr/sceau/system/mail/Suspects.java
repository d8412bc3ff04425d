package fr.sceau.system.mail;

import fr.sceau.demo.Installation;
import fr.sceau.demo.world.Table;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What would betray a patient in a log: names and INS of the test letters and of the demo, and patients' addresses. */
public final class Suspects {
    private static final List<String> WORDS = Stream.concat(
                    Stream.of(Patient.NAME.split(" ")),
                    Table.read(Installation.class, "seed/patients.tsv").stream()
                            .flatMap(row -> Stream.of(row.get("family"), row.get("nir"))))
            .map(Suspects::folded)
            .toList();

    private Suspects() {}

    /** The kind of betrayal, never the word itself. */
    public static Optional<String> in(String line) {
        String folded = folded(line);
        if (folded.replaceAll("[ .]", "").contains(Patient.INS)) {
            return Optional.of("an INS");
        }
        if (folded.matches(".*[0-9]{5}[^ ]*@patient\\.mssante\\.fr.*")) {
            return Optional.of("a patient's address");
        }
        return WORDS.stream().filter(folded::contains).findFirst().map(word -> "a patient's name");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
    }
}
