package fr.sceau.smime.trust;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.jspecify.annotations.Nullable;

/** Sets of revocation reasons, as bits of {@link ReasonFlags}. RFC 5280 4.2.1.13 */
final class Reasons {
    static final int NONE = 0;
    static final int ALL = ReasonFlags.keyCompromise
            | ReasonFlags.cACompromise
            | ReasonFlags.affiliationChanged
            | ReasonFlags.superseded
            | ReasonFlags.cessationOfOperation
            | ReasonFlags.certificateHold
            | ReasonFlags.privilegeWithdrawn
            | ReasonFlags.aACompromise;

    private Reasons() {}

    /** Where none are named, all are meant. */
    static int of(@Nullable ASN1BitString flags) {
        return flags == null ? ALL : flags.intValue() & ALL;
    }
}
