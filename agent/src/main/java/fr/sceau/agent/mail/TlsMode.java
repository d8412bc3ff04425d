package fr.sceau.agent.mail;

/** How a connection becomes confidential; there is no third way. */
public enum TlsMode {
    /** The connection starts in clear and must change before anything is said. RFC 3207 */
    STARTTLS,
    /** TLS from the first byte. RFC 8314 */
    TLS
}
