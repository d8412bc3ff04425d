package fr.sceau.smime.facts;

import java.util.Locale;

/** Whether the message came encrypted, and whether the server opened it. */
public enum Seal {
    /** Came unencrypted. */
    CLEAR,
    /** Came encrypted and was opened with the mailbox's key. */
    OPENED,
    /** As {@link #OPENED}, but nothing vouches that the content is as it was encrypted. */
    UNGUARDED,
    /** Still encrypted to its recipient. */
    SEALED;

    /** Word in headers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
