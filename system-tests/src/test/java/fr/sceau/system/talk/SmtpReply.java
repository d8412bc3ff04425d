package fr.sceau.system.talk;

/**
 * An answer of an SMTP server.
 *
 * @param code such as 250
 * @param text the lines after the code, joined by line feeds
 */
public record SmtpReply(int code, String text) {
    /** 2xx or 3xx. */
    public boolean positive() {
        return code < 400;
    }

    @Override
    public String toString() {
        return code + " " + text;
    }
}
