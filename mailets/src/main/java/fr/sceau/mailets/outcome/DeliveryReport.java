package fr.sceau.mailets.outcome;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a notice says: of delivery (RFC 3464) or of what the recipient's software did (RFC 8098).
 *
 * @param messageId of the message that it is about, as written; or empty
 * @param about each address that it speaks of
 */
public record DeliveryReport(String messageId, List<Line> about) {
    private static final int LONGEST_PATH = 254; // RFC 5321 4.5.3.1.3, without the angle brackets

    /** What can be seen: other characters are in no address that we sent to, and not all of them can be kept or shown. */
    private static final Pattern ADDRESS = Pattern.compile("(?U)[\\p{Graph}&&[^<>@\\p{Cf}]]+@[a-z0-9.-]+");

    public DeliveryReport {
        about = List.copyOf(about);
    }

    /** What became of one address. */
    public sealed interface Line {
        /** In lower case. */
        String address();
    }

    /** Given up. */
    public record Failed(String address, Failure failure) implements Line {}

    /** In the mailbox, or beyond. */
    public record Arrived(String address, boolean processed) implements Line {}

    /** @param fields names in lower case, values unfolded */
    static Optional<Line> line(Map<String, String> fields) {
        Optional<String> address = address(fields, "original-recipient").or(() -> address(fields, "final-recipient"));
        return address.flatMap(found -> line(found, fields));
    }

    private static Optional<Line> line(String address, Map<String, String> fields) {
        String action = fields.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        String disposition = fields.getOrDefault("disposition", "").toLowerCase(Locale.ROOT);
        if (action.equals("failed")) {
            return Optional.of(new Failed(address, Failure.of(fields.getOrDefault("status", ""))));
        }
        boolean processed = disposition.contains("processed") && !disposition.contains("error");
        return action.equals("delivered") || !disposition.isEmpty()
                ? Optional.of(new Arrived(address, processed && !fields.containsKey("error")))
                : Optional.empty(); // delayed, relayed, expanded: nothing is known yet
    }

    private static Optional<String> address(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        int type = value.indexOf(';'); // RFC 3464 2.1.2: address-type ";" address
        String address = value.substring(type + 1).strip().toLowerCase(Locale.ROOT);
        boolean whole =
                address.length() <= LONGEST_PATH && ADDRESS.matcher(address).matches();
        return type > 0 && whole ? Optional.of(address) : Optional.empty();
    }
}
