package fr.sceau.mailets.submission;

/**
 * Remembers what was accepted, so that a client that lost our answer may send again without doubling a result. Throws
 * {@link LedgerUnavailable} when it cannot be read or written just now.
 */
public interface SubmissionLedger {
    /** Whether these very bytes under this Message-ID were accepted from this login before. */
    boolean accepted(String login, String messageId, String sha256);

    /** Remembers an acceptance for good; doing it twice is harmless. */
    void record(String login, String messageId, String sha256);
}
