package fr.sceau.smime.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.jspecify.annotations.Nullable;

/** What a certificate may be used for, by its own extensions. RFC 8550 4.4 */
public final class CertificatePurpose {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;
    /** emailProtection and anyExtendedKeyUsage. */
    private static final Set<String> MAIL_USAGES = Set.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0");
    /** Category of IGC-Santé certificates; 0x80 and above is TEST. */
    private static final String CATEGORY = "1.2.250.1.71.1.2.5";

    private CertificatePurpose() {}

    /** Signs mail: an authentication certificate does not. */
    public static boolean signsMail(X509Certificate certificate) {
        return allows(certificate, DIGITAL_SIGNATURE, NON_REPUDIATION) && allowsMail(certificate);
    }

    /** Receives encrypted mail. */
    public static boolean receivesMail(X509Certificate certificate) {
        return holdsContentKeys(certificate) && allowsMail(certificate);
    }

    /** Its key opens what was encrypted to it, for whatever purpose. */
    public static boolean holdsContentKeys(X509Certificate certificate) {
        int usage = certificate.getPublicKey().getAlgorithm().equals("RSA") ? KEY_ENCIPHERMENT : KEY_AGREEMENT;
        return allows(certificate, usage, usage);
    }

    /** Belongs to the TEST world; a category that cannot be read is taken for TEST. */
    public static boolean isTest(X509Certificate certificate) {
        byte @Nullable [] extension = certificate.getExtensionValue(CATEGORY);
        if (extension == null) {
            return false;
        }
        try {
            byte[] value = ASN1OctetString.getInstance(extension).getOctets();
            byte[] category = ASN1OctetString.getInstance(value).getOctets();
            return category.length != 1 || category[0] < 0; // a byte from 0x80 on is negative
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    private static boolean allows(X509Certificate certificate, int one, int other) {
        boolean @Nullable [] usage = certificate.getKeyUsage();
        return usage == null || usage[one] || usage[other];
    }

    private static boolean allowsMail(X509Certificate certificate) {
        try {
            @Nullable List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null || usages.stream().anyMatch(MAIL_USAGES::contains);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }
}
