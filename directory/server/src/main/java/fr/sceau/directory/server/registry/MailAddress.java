package fr.sceau.directory.server.registry;

import fr.sceau.directory.server.registry.TableFormat.BadRow;
import java.util.Locale;
import java.util.regex.Pattern;

/** The addresses that the directory takes: the dot-atom form of RFC 5321 4.1.2, with letters beyond ASCII (RFC 6531). */
final class MailAddress {
    private static final int LONGEST = 254; // RFC 5321 4.5.3.1.3, without the angle brackets
    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321 4.5.3.1.1
    private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";
    private static final Pattern SHAPE =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

    private MailAddress() {}

    static String lowerCased(String address) throws BadRow {
        boolean good = address.length() <= LONGEST
                && address.indexOf('@') <= LONGEST_LOCAL_PART
                && SHAPE.matcher(address).matches();
        if (!good) {
            throw new BadRow("address malformed");
        }
        return address.toLowerCase(Locale.ROOT);
    }
}
