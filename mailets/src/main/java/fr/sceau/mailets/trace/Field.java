package fr.sceau.mailets.trace;

import java.util.Locale;

/** The only things a trace line can hold: there is no field for a subject or for content. */
public enum Field {
    MAIL,
    LOGIN,
    PERSON,
    MAILBOX,
    SENDER,
    RECIPIENTS,
    CODE,
    VERDICT,
    SIZE,
    SHA256,
    PEER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
