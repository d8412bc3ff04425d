package fr.sceau.directory.server.fetching;

import java.util.Arrays;
import java.util.Optional;

/** Who has to vouch for a server. */
public enum Authorities {
    /** The anchors of {@code trust/anchors/}: the registry's own server is certified by IGC-Santé and by nobody else. */
    IGC_SANTE("igc-sante"),
    /** Those of the Java installation, for mirrors in the open web. */
    PUBLIC("publiques");

    private final String written;

    Authorities(String written) {
        this.written = written;
    }

    public static Optional<Authorities> of(String written) {
        return Arrays.stream(values())
                .filter(one -> one.written.equals(written))
                .findFirst();
    }
}
