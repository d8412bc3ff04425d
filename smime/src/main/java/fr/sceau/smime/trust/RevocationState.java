package fr.sceau.smime.trust;

import fr.sceau.smime.RevocationSource;
import java.util.List;

/**
 * What is known of one certificate's revocation, and from where.
 *
 * @param sources the lists and answers that were believed
 */
record RevocationState(Kind kind, List<RevocationSource> sources) {
    enum Kind {
        GOOD,
        REVOKED,
        UNKNOWN
    }

    RevocationState {
        sources = List.copyOf(sources);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
