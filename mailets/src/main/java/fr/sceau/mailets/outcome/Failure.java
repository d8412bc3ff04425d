package fr.sceau.mailets.outcome;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why mail for a mailbox failed for good.
 *
 * @param code RFC 3463, or empty when none was given
 */
public record Failure(String code, Blame blame) {
    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])[45]\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");

    /** No such mailbox, closed, moved away, a domain that takes no mail (RFC 7505). */
    private static final Set<String> CLOSED = Set.of("1.1", "1.6", "1.10", "2.1");

    /** Of the message or its sender: too large, no such sender. Content and policy are whole subjects of their own. */
    private static final Set<String> OF_THE_MESSAGE = Set.of("1.7", "1.8", "2.3", "3.4");

    /** RFC 3463 3.3, 3.4: longer than the mailbox, or the system, takes. */
    private static final Set<String> OF_ITS_SIZE = Set.of("5.2.3", "5.3.4");

    private static final Set<String> SUBJECTS_OF_THE_MESSAGE = Set.of("5", "6", "7");

    /** What the failure speaks against. */
    public enum Blame {
        /** There is no such mailbox. */
        CLOSED,
        /** The mailbox or its operator, in a way that may pass. */
        FAILING,
        /** The message, its sender or a policy: it says nothing of the mailbox. */
        MESSAGE
    }

    /** No code is known. */
    public static final Failure UNEXPLAINED = new Failure("", Blame.FAILING);

    /** @param text the words of another operator, or a status field; the code alone is kept of it */
    public static Failure of(String text) {
        Matcher found = ENHANCED.matcher(text);
        return found.find()
                ? new Failure("5." + found.group(1) + "." + found.group(2), blame(found.group(1), found.group(2)))
                : UNEXPLAINED;
    }

    /** It says so itself: 552 alone may mean a full mailbox (RFC 5321 4.2.2). */
    public boolean isOfSize() {
        return OF_ITS_SIZE.contains(code);
    }

    private static Blame blame(String subject, String detail) {
        String both = subject + "." + detail;
        if (CLOSED.contains(both)) {
            return Blame.CLOSED;
        }
        boolean message = SUBJECTS_OF_THE_MESSAGE.contains(subject) || OF_THE_MESSAGE.contains(both);
        return message ? Blame.MESSAGE : Blame.FAILING;
    }
}
