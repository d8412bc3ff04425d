package fr.sceau.smime.identity;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The mail addresses that a certificate names. RFC 8550 section 3 */
final class CertificateAddresses {
    private static final int RFC822_NAME = 1;

    private CertificateAddresses() {}

    /** In lower case, from the alternative names and from the subject. */
    static List<String> of(X509Certificate certificate) {
        List<String> addresses = new ArrayList<>();
        for (List<?> name : alternativeNames(certificate)) {
            if (name.get(0).equals(RFC822_NAME)) {
                addresses.add(name.get(1).toString().toLowerCase(Locale.ROOT));
            }
        }
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        for (var rdn : subject.getRDNs(BCStyle.EmailAddress)) {
            for (var value : rdn.getTypesAndValues()) {
                if (value.getType().equals(BCStyle.EmailAddress)) {
                    addresses.add(IETFUtils.valueToString(value.getValue()).toLowerCase(Locale.ROOT));
                }
            }
        }
        return addresses;
    }

    private static Collection<List<?>> alternativeNames(X509Certificate certificate) {
        try {
            return Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.of());
        } catch (CertificateParsingException unreadable) {
            return List.of(List.of(RFC822_NAME, "")); // names that nobody can read are not the sender's
        }
    }
}
