package fr.sceau.directory.server.registry;

import fr.sceau.directory.server.registry.TableFormat.BadRow;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The formats of documents that a table can say a mailbox takes, in one cell. */
final class Formats {
    private static final Set<String> KNOWN = Set.of("CDA", "HL7", "HPRIM", "PDF", "XDM");

    private Formats() {}

    /** @param cell words, separated by commas or spaces */
    static Set<String> of(String cell) throws BadRow {
        Set<String> formats = new TreeSet<>();
        Arrays.stream(cell.toUpperCase(Locale.ROOT).split("[, ]+"))
                .filter(word -> !word.isEmpty())
                .forEach(formats::add);
        if (!KNOWN.containsAll(formats)) {
            throw new BadRow("format is none of CDA, HL7, HPRIM, PDF, XDM");
        }
        return formats;
    }
}
