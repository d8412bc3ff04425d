package fr.sceau.directory.server.registry;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** A column that is read, under any of the names that it has had. Implemented by enums. */
public interface Column {
    /** The present name first, then those of older or later files. */
    List<String> titles();

    /** Whether a file without this column is refused. */
    boolean mandatory();

    /** A name reduced to letters and digits without accents: publications differ in case, accents and punctuation. */
    static String normalised(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
