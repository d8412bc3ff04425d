package fr.sceau.directory.server.publishing;

/**
 * Whose entry of the national directory a mailbox stands in.
 *
 * @param number national identification: type digit and number
 */
public record Bearer(Kind kind, String number) {
    /** Whom the national directory knows. */
    public enum Kind {
        PERSON,
        STRUCTURE
    }
}
