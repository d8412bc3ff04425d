package fr.sceau.store.delivery;

/**
 * What the server established about a message. The three JSON objects are written by the mail flow and kept as they are.
 *
 * @param verdict stable code of the signature verdict
 * @param evidence signer, chain, revocation lists by digest, times
 * @param origin how the message came in
 * @param documents what it carries; may name a patient, so it belongs in no log
 */
public record Findings(String verdict, String evidence, String origin, String documents) {
    /** Shows the verdict only. */
    @Override
    public String toString() {
        return "Findings[" + verdict + "]";
    }
}
