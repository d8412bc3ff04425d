package fr.sceau.directory.server.sources;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate that the operator publishes.
 *
 * @param name of its file without the extension: the address, then anything after a mark, such as {@code
 *     claire.martin@exemple.mssante.test-2026}
 */
public record CertificateFile(String name, X509Certificate certificate) {
    private static final int KEY_ENCIPHERMENT = 2; // RFC 5280 4.2.1.3, as numbered by getKeyUsage
    private static final int KEY_AGREEMENT = 4;
    private static final int RFC822_NAME = 1; // RFC 5280 4.2.1.6

    private static final Pattern SUFFIX = Pattern.compile("(?:[-_+ .].*)?");

    /** What cannot be the rest of a longer domain name. */
    private static final Pattern CLEAR_SUFFIX = Pattern.compile("(?:[-_+ ][^.@]*|\\.\\d+)?");

    private static final List<String> FOR_MAIL = List.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0"); // RFC 8550 4.4.4

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

    /** Whether its profile lets mail be encrypted to it. */
    boolean encryptsMail() throws CertificateParsingException {
        boolean[] usage = certificate.getKeyUsage();
        boolean keys = usage != null && (usage[KEY_ENCIPHERMENT] || usage[KEY_AGREEMENT]); // RFC 8550 4.4.2
        List<String> purposes = certificate.getExtendedKeyUsage();
        return keys && (purposes == null || purposes.stream().anyMatch(FOR_MAIL::contains));
    }

    /**
     * Whether it may be published for an address: it names that address; or it names none at all (certificates of
     * IGC-Santé need not) and the name of its file cannot be taken for a longer address.
     */
    public boolean isFor(String address) {
        List<String> named = addresses();
        return named.isEmpty()
                ? CLEAR_SUFFIX.matcher(name.substring(address.length())).matches()
                : named.stream().anyMatch(address::equalsIgnoreCase);
    }

    private List<String> addresses() {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            List<String> alternative = names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.get(0).equals(RFC822_NAME))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
            return alternative.isEmpty() ? addressesInSubject() : alternative;
        } catch (CertificateParsingException | InvalidNameException e) {
            return List.of("unreadable"); // equals no address: not published
        }
    }

    private List<String> addressesInSubject() throws InvalidNameException {
        String subject = certificate
                .getSubjectX500Principal()
                .getName(X500Principal.RFC2253, java.util.Map.of("1.2.840.113549.1.9.1", "EMAILADDRESS"));
        return new LdapName(subject)
                .getRdns().stream()
                        .filter(rdn -> rdn.getType().equalsIgnoreCase("EMAILADDRESS"))
                        .map(rdn -> String.valueOf(rdn.getValue()))
                        .toList();
    }
}
