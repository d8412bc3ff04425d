package fr.sceau.directory.client;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody is about to send.
 *
 * @param address of the recipient; kept in lower case
 * @param formats of the documents that go with it, as far as they are known
 * @param others whether there are documents whose format is not known
 * @param octets about as many; 0: not known yet
 */
public record Intention(String address, Set<Format> formats, boolean others, long octets) {
    public Intention {
        address = address.strip().toLowerCase(Locale.ROOT);
        formats = Set.copyOf(formats);
    }

    /** A message with files, of which the names are known. */
    public static Intention of(String address, Collection<String> fileNames, long octets) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        boolean others = false;
        for (String name : fileNames) {
            Optional<Format> format = Format.ofFileName(name);
            format.ifPresent(formats::add);
            others |= format.isEmpty();
        }
        return new Intention(address, formats, others, octets);
    }

    /** A message of words alone has no counterpart on paper. */
    boolean hasDocuments() {
        return others || !formats.isEmpty();
    }

    @Override
    public String toString() {
        return "Intention[…]"; // an address of a patient is patient identity
    }
}
