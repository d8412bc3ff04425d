package fr.sceau.webmail.mailbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The folders shown. */
public enum MailFolder {
    INBOX("INBOX"),
    SENT("Sent");

    private final String imapName;

    MailFolder(String imapName) {
        this.imapName = imapName;
    }

    String imapName() {
        return imapName;
    }

    /** Name in the addresses of the API, such as {@code inbox}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder of that name in the addresses of the API. */
    public static Optional<MailFolder> of(String slug) {
        return Arrays.stream(values()).filter(f -> f.slug().equals(slug)).findFirst();
    }
}
