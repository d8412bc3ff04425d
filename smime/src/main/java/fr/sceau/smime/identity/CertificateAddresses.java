package fr.sceau.smime.identity;

import fr.sceau.smime.ExtensionValue;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** The mail addresses that a certificate names. RFC 8550 section 3 */
public final class CertificateAddresses {
    /** Names that nobody can read are not the sender's. The JDK would call them absent. */
    private static final List<String> UNREADABLE = List.of("");

    private static final String ALTERNATIVE_NAMES = "2.5.29.17";

    private CertificateAddresses() {}

    /** In lower case, from the alternative names and from the subject. */
    public static List<String> of(X509Certificate certificate) {
        return Stream.concat(alternatives(certificate).stream(), inSubject(certificate).stream())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> alternatives(X509Certificate certificate) {
        return ExtensionValue.read(
                certificate, ALTERNATIVE_NAMES, CertificateAddresses::alternatives, List.of(), UNREADABLE);
    }

    private static List<String> alternatives(byte[] names) {
        return Arrays.stream(GeneralNames.getInstance(names).getNames())
                .filter(name -> name.getTagNo() == GeneralName.rfc822Name)
                .map(name -> name.getName().toString())
                .toList();
    }

    private static List<String> inSubject(X509Certificate certificate) {
        try {
            return inSubject(
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
        } catch (RuntimeException broken) { // as above
            return UNREADABLE;
        }
    }

    private static List<String> inSubject(X500Name subject) {
        return Arrays.stream(subject.getRDNs(BCStyle.EmailAddress))
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .filter(attribute -> attribute.getType().equals(BCStyle.EmailAddress))
                .map(AttributeTypeAndValue::getValue)
                .map(IETFUtils::valueToString)
                .toList();
    }
}
