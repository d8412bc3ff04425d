package fr.sceau.mailets.trace;

import java.util.Locale;

/** The only things a trace line can hold: there is no field for a subject or for content. */
public enum Field {
    MAIL,
    LOGIN,
    PERSON,
    MAILBOX,
    /** Number of a folder, never its name: people name folders after patients. */
    FOLDER,
    /** UIDs in that folder, as an IMAP sequence set. */
    UIDS,
    COUNT,
    /** Number of the folder that messages went to. */
    TARGET,
    /** UIDs that they have there. */
    TARGET_UIDS,
    RIGHTS,
    FROM,
    UNTIL,
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
