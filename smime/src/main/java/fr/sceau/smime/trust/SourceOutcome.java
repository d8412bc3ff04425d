package fr.sceau.smime.trust;

import java.util.Locale;

/** What became of an attempt to get a revocation list, an answer of a responder or an authority's certificate. */
public enum SourceOutcome {
    /** New, checked and kept. */
    STORED,
    /** The same as we hold. */
    UNCHANGED,

    /** Not on a host that the operator named; nothing was asked. */
    ADDRESS_REFUSED,
    /** The source points elsewhere; nobody follows. */
    REDIRECTED,
    UNREACHABLE,
    TOO_SLOW,
    TOO_LARGE,
    /** Any status but 200. */
    STATUS_REFUSED,

    /** Good, but our own disk did not take it. */
    NOT_WRITTEN,

    /** Something else came, such as a page in HTML. */
    NOT_A_LIST,
    NOT_AN_ANSWER,
    NOT_A_CERTIFICATE,
    /** A list of changes, or with a critical extension that we do not know. RFC 5280 5.2 */
    NOT_UNDERSTOOD,

    WRONG_ISSUER,
    /** An authority that leads to no anchor of the installation. */
    UNKNOWN_AUTHORITY,
    /** No key that could have signed it did. */
    BAD_SIGNATURE,
    /** Past its time, or from the future; an answer that is replayed later ends here. */
    OUT_OF_DATE,
    /** Made before what we hold: a source that went back, or a replay in time. */
    OLDER,

    /** The responder says that it cannot answer. RFC 6960 4.2.1 */
    RESPONDER_DECLINED,
    /** The responder knows nothing of the certificate. RFC 6960 2.2 */
    CERTIFICATE_UNKNOWN,
    /** The answer is about another certificate. */
    OTHER_CERTIFICATE,
    /** A nonce came back that we did not send. RFC 9654 */
    WRONG_NONCE,
    /** Signed by somebody whom the certificate's issuer did not name. */
    WRONG_SIGNER,
    /** Signed with a certificate of the right issuer that is not meant for answers. RFC 6960 4.2.2.2 */
    UNAUTHORISED_SIGNER;

    /** Stable, lower case, for logs and tests. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The source works, whether or not it has something new. */
    public boolean isGood() {
        return this == STORED || this == UNCHANGED;
    }
}
