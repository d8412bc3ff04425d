package fr.sceau.store.message;

import java.util.List;
import javax.mail.Flags;

/**
 * The keywords that tell what the server itself found out: that it has judged a message at all, and what became of a verdict
 * that had to wait. They are derived from the side record, which only the server writes, whenever a message is read; they
 * are never stored, so no client can set or remove them.
 */
public final class Judged {
    /** Its content has a side record, which only delivery writes. */
    public static final String KEYWORD = "$SceauJudged";

    /** Its verdict waited for revocation data and has become {@code trusted}. */
    public static final String CONFIRMED = "$SceauConfirmed";

    /** Its verdict waited for revocation data and has become {@code untrusted.revoked}. */
    public static final String REVOKED = "$SceauRevoked";

    /** Of a {@code side_record s}, where there is one: an array. */
    static final String OF_RECORD = "CASE WHEN s.content_id IS NULL THEN '{}'::text[]"
            + " WHEN s.later_verdict = 'trusted' THEN '{" + KEYWORD + "," + CONFIRMED + "}'"
            + " WHEN s.later_verdict = 'untrusted.revoked' THEN '{" + KEYWORD + "," + REVOKED + "}'"
            + " ELSE '{" + KEYWORD + "}' END";

    private static final List<String> ALL = List.of(KEYWORD, CONFIRMED, REVOKED);

    private Judged() {}

    /** The same flags without these keywords, in whatever case they were written. */
    static Flags without(Flags flags) {
        if (ALL.stream().noneMatch(flags::contains)) {
            return flags;
        }
        Flags rest = new Flags(flags);
        ALL.forEach(rest::remove);
        return rest;
    }
}
