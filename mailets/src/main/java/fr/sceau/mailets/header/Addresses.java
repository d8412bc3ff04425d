package fr.sceau.mailets.header;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;

/** Reads address fields strictly. */
public final class Addresses {
    private Addresses() {}

    /** The one address of the one field; empty when there are none or several fields or addresses, or a group. */
    public static Optional<String> only(List<String> values) {
        if (values.size() != 1) {
            return Optional.empty();
        }
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(values.get(0), true);
            if (addresses.length != 1
                    || addresses[0].isGroup()
                    || !addresses[0].getAddress().contains("@")) {
                return Optional.empty();
            }
            return Optional.of(addresses[0].getAddress().toLowerCase(Locale.ROOT));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
