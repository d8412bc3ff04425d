package fr.sceau.mailets.submission;

/**
 * Remembers what was accepted, so that a client that lost our answer may send again without doubling a result. Throws
 * {@link LedgerUnavailable} when it cannot be read or written just now.
 */
public interface SubmissionLedger {
    /**
     * Whether these very bytes under this Message-ID and for these recipients were accepted from this login before.
     *
     * @param fingerprint {@link Submission#fingerprint()}
     */
    boolean accepted(String login, String messageId, String fingerprint);

    /**
     * Remembers an acceptance for good; doing it twice is harmless.
     *
     * @param octets that were handed in; 0: not known
     */
    void record(String login, String messageId, String fingerprint, long octets);
}
