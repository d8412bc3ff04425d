package fr.sceau.directory.client;

import java.util.Locale;
import java.util.Optional;

/** The kinds of mailbox of the trust space. */
public enum MailboxType {
    /** Of one professional. */
    PER,
    /** Of an organisation or one of its services. */
    ORG,
    /** Of an application. */
    APP,
    /** Of a practice. */
    CAB;

    /** The type with this code, or nothing when the directory names a kind that is not known here. */
    public static Optional<MailboxType> of(String code) {
        return switch (code.trim().toUpperCase(Locale.ROOT)) {
            case "PER" -> Optional.of(PER);
            case "ORG" -> Optional.of(ORG);
            case "APP" -> Optional.of(APP);
            case "CAB" -> Optional.of(CAB);
            default -> Optional.empty();
        };
    }
}
