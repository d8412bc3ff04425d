package fr.sceau.directory.server.certificates;

import fr.sceau.smime.identity.CertificateAddresses;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A certificate that the operator publishes for a mailbox of the house.
 *
 * @param name of its file without the extension: the address, then anything after a mark, such as {@code
 *     claire.martin@exemple.mssante.test-2026}
 */
public record CertificateFile(String name, X509Certificate certificate) {
    private static final Pattern SUFFIX = Pattern.compile("(?:[-_+ .].*)?");

    /** What cannot be the rest of a longer domain name. */
    private static final Pattern CLEAR_SUFFIX = Pattern.compile("(?:[-_+ ][^.@]*|\\.\\d+)?");

    /** The longest known address with which the name of the file begins. */
    public Optional<String> address(Predicate<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int end = lower.length(); end > 0; end--) {
            boolean whole = SUFFIX.matcher(lower.substring(end)).matches();
            if (whole && known.test(lower.substring(0, end))) {
                return Optional.of(lower.substring(0, end));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether it may be published for an address, in lower case: it names that address; or it names none at all (certificates of
     * IGC-Santé need not) and the name of its file cannot be taken for a longer address.
     */
    public boolean isFor(String address) {
        List<String> named = CertificateAddresses.of(certificate);
        return named.isEmpty()
                ? CLEAR_SUFFIX.matcher(name.substring(address.length())).matches()
                : named.contains(address);
    }
}
