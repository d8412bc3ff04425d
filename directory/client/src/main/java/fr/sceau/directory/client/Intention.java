package fr.sceau.directory.client;

import java.util.Locale;
import java.util.Set;

/**
 * What somebody is about to send.
 *
 * @param address of the recipient; kept in lower case
 * @param formats of the documents that go with it, as far as they are known
 * @param octets about as many; 0: not known yet
 */
public record Intention(String address, Set<Format> formats, long octets) {
    public Intention {
        address = address.strip().toLowerCase(Locale.ROOT);
        formats = Set.copyOf(formats);
    }

    @Override
    public String toString() {
        return "Intention[…]"; // an address of a patient is patient identity
    }
}
