package fr.sceau.webmail.writing;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses typed in a field. A refusal names the place of the bad one and never repeats it. */
final class Recipients {
    private Recipients() {}

    static List<InternetAddress> parse(String field, String typed) {
        List<String> pieces = Arrays.stream(typed.split("[,;\\n]"))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
        List<InternetAddress> addresses = new ArrayList<>();
        for (String piece : pieces) {
            addresses.add(address(field, addresses.size() + 1, piece));
        }
        return addresses;
    }

    private static InternetAddress address(String field, int place, String piece) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(piece, true);
            boolean plain = parsed.length == 1
                    && !parsed[0].isGroup()
                    && parsed[0].getAddress().matches("[!-~&&[^@]]+@[A-Za-z0-9.-]+");
            if (plain) {
                return parsed[0];
            }
        } catch (AddressException e) {
            throw bad(field, place, e);
        }
        throw bad(field, place, null);
    }

    private static WebmailException bad(String field, int place, @Nullable AddressException cause) {
        String sentence = "L'adresse n° " + place + " du champ « " + field + " » n'est pas valable.";
        // The library's exception quotes the address; only its class is kept.
        return new WebmailException(
                Refusal.BAD_RECIPIENT,
                sentence,
                cause == null
                        ? null
                        : new IllegalArgumentException(cause.getClass().getSimpleName()));
    }
}
