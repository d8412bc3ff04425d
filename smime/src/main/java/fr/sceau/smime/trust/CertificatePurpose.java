package fr.sceau.smime.trust;

import fr.sceau.smime.ExtensionValue;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1OctetString;
import org.jspecify.annotations.Nullable;

/** What a certificate may be used for, by its own extensions. RFC 8550 4.4 */
public final class CertificatePurpose {
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    static final int DIGITAL_SIGNATURE = 0;
    static final int CRL_SIGN = 6;
    private static final int NON_REPUDIATION = 1;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;
    /** emailProtection and anyExtendedKeyUsage. */
    private static final Set<String> MAIL_USAGES = Set.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0");
    /** TLS client authentication and smart card logon. */
    private static final Set<String> LOGIN_USAGES = Set.of("1.3.6.1.5.5.7.3.2", "1.3.6.1.4.1.311.20.2.2");
    /** Category of IGC-Santé certificates; 0x80 and above is TEST. */
    private static final String CATEGORY = "1.2.250.1.71.1.2.5";
    /** Table G01 without the bit of TEST: card, security module, software. */
    private static final Set<Integer> CATEGORIES = Set.of(0, 2, 3);

    private static final int TEST_BIT = 0x80;
    private static final int UNREADABLE = 0xff;
    /** The unit in the name of every TEST authority. */
    private static final Pattern TEST_AUTHORITY = Pattern.compile("(?i)(^|[,+])\\s*(OU=IGC-SANTE TEST|CN=TEST AC )");

    private CertificatePurpose() {}

    /** Signs mail: an authentication certificate does not. */
    public static boolean signsMail(X509Certificate certificate) {
        return (allows(certificate, DIGITAL_SIGNATURE) || allows(certificate, NON_REPUDIATION))
                && allowsMail(certificate);
    }

    /** Is meant for logging in and not for mail, though its key could sign. */
    public static boolean isAuthentication(X509Certificate certificate) {
        return !allowsMail(certificate) && usages(certificate).stream().anyMatch(LOGIN_USAGES::contains);
    }

    /** Receives encrypted mail. */
    public static boolean receivesMail(X509Certificate certificate) {
        return holdsContentKeys(certificate) && allowsMail(certificate);
    }

    /** Its key opens what was encrypted to it, for whatever purpose. */
    public static boolean holdsContentKeys(X509Certificate certificate) {
        int usage = certificate.getPublicKey().getAlgorithm().equals("RSA") ? KEY_ENCIPHERMENT : KEY_AGREEMENT;
        return allows(certificate, usage);
    }

    /**
     * Belongs to the TEST world, by its category or by the name of its issuer, so that neither a forgotten extension nor a
     * TEST root among the anchors lets it pass. A category that cannot be read is taken for TEST.
     */
    public static boolean isTest(X509Certificate certificate) {
        return category(certificate).filter(category -> category >= TEST_BIT).isPresent()
                || TEST_AUTHORITY
                        .matcher(certificate.getIssuerX500Principal().getName())
                        .find();
    }

    /** Has a category of table G01, in TEST or not, or none at all. */
    public static boolean hasAdmittedCategory(X509Certificate certificate) {
        return category(certificate)
                .map(category -> CATEGORIES.contains(category & ~TEST_BIT))
                .orElse(true);
    }

    private static Optional<Integer> category(X509Certificate certificate) {
        return ExtensionValue.read(
                certificate, CATEGORY, CertificatePurpose::category, Optional.empty(), Optional.of(UNREADABLE));
    }

    private static Optional<Integer> category(byte[] value) {
        byte[] category = ASN1OctetString.getInstance(value).getOctets();
        return Optional.of(category.length == 1 ? category[0] & 0xff : UNREADABLE);
    }

    /** Absent usages allow everything, unreadable ones nothing: the JDK gives none for either. RFC 8550 4.4.2 */
    static boolean allows(X509Certificate certificate, int usage) {
        boolean @Nullable [] usages = certificate.getKeyUsage();
        return usages == null ? certificate.getExtensionValue(KEY_USAGE) == null : usages[usage];
    }

    /** As above. RFC 8550 4.4.4 */
    private static boolean allowsMail(X509Certificate certificate) {
        try {
            @Nullable List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null
                    ? certificate.getExtensionValue(EXTENDED_KEY_USAGE) == null
                    : usages.stream().anyMatch(MAIL_USAGES::contains);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    private static List<String> usages(X509Certificate certificate) {
        try {
            return Objects.requireNonNullElse(certificate.getExtendedKeyUsage(), List.of());
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }
}
