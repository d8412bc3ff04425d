package fr.sceau.smime.trust;

import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.TrustPath;
import java.util.Optional;

/** What is known of a certificate's issuers, validity and revocation; says nothing of its purpose or of its holder. */
public sealed interface PathOutcome {
    /** A path to an anchor, valid and not revoked. */
    record Valid(TrustPath path) implements PathOutcome {}

    /** A valid path, but no current CRL says whether one of its certificates is revoked. */
    record RevocationUnknown(TrustPath path) implements PathOutcome {}

    /**
     * No such path.
     *
     * @param path the one that was found all the same, and by what it is refused: of a revoked certificate
     */
    record Refused(Doubt doubt, Optional<TrustPath> path) implements PathOutcome {
        public Refused(Doubt doubt) {
            this(doubt, Optional.empty());
        }
    }
}
