package fr.sceau.store.message;

import javax.mail.Flags;

/**
 * The keyword of messages that the server itself has judged: those whose content has a side record, which only delivery
 * writes. It is derived whenever a message is read and never stored, so no client can set or remove it.
 */
public final class Judged {
    public static final String KEYWORD = "$SceauJudged";

    private Judged() {}

    /** The same flags without the keyword, in whatever case it was written. */
    static Flags without(Flags flags) {
        if (!flags.contains(KEYWORD)) {
            return flags;
        }
        Flags rest = new Flags(flags);
        rest.remove(KEYWORD);
        return rest;
    }
}
