package fr.sceau.store.backup;

import java.util.regex.Pattern;

/** One step of the schema, with the checksum of its script. */
public record Migration(String version, int checksum) {
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})*");

    public Migration {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("not a version of the schema");
        }
    }
}
