package fr.sceau.webmail.mailbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names one message of a folder for as long as the folder lives: UIDVALIDITY and UID (RFC 9051 2.3.1.1). */
public record MessageId(long validity, long uid) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,10})-([0-9]{1,10})");

    /** Reads what {@link #toString} wrote. */
    public static Optional<MessageId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new MessageId(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return validity + "-" + uid;
    }
}
