package fr.sceau.mailets.facts;

/**
 * What the server established about a message, to be kept beside it; the last three are JSON.
 *
 * @param verdict stable code
 * @param evidence as {@link Evidence} writes it
 * @param origin as {@link OriginText} writes it
 * @param documents as {@link Contained} writes it; may name a patient, so it belongs in no log
 */
public record Findings(String verdict, String evidence, String origin, String documents) {
    /** Shows the verdict only. */
    @Override
    public String toString() {
        return "Findings[" + verdict + "]";
    }
}
