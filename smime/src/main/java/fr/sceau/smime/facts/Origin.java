package fr.sceau.smime.facts;

/** How a message came in, as the transport proved it. */
public sealed interface Origin {
    /**
     * From another operator over mutual TLS.
     *
     * @param domain the operator's domain
     * @param dn subject of the operator's certificate
     */
    record Operator(String domain, String dn) implements Origin {}

    /**
     * From one of our own users.
     *
     * @param mailbox the sending mailbox
     * @param login who logged in
     */
    record Submitted(String mailbox, String login) implements Origin {}
}
