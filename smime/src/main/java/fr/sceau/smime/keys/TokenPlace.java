package fr.sceau.smime.keys;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where a token is found.
 *
 * @param library the module's PKCS#11 library
 * @param label the token's own label, whatever slot it is in
 */
public record TokenPlace(Path library, String label) {
    /** What the platform's configuration takes without quotes. */
    private static final Pattern LIBRARY = Pattern.compile("/[A-Za-z0-9/._+-]+");

    public TokenPlace {
        if (!LIBRARY.matcher(library.toString()).matches()) {
            throw new IllegalArgumentException("not a plain absolute path");
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("a token is known by its label");
        }
    }
}
