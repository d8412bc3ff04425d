package fr.sceau.smime.identity;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.jspecify.annotations.Nullable;

/** The mail addresses that a certificate names. RFC 8550 section 3 */
final class CertificateAddresses {
    /** Names that nobody can read are not the sender's. The JDK would call them absent. */
    private static final String UNREADABLE = "";

    private CertificateAddresses() {}

    /** In lower case, from the alternative names and from the subject. */
    static List<String> of(X509Certificate certificate) {
        return Stream.concat(alternatives(certificate.getExtensionValue("2.5.29.17")), inSubject(certificate))
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Stream<String> alternatives(byte @Nullable [] extension) {
        if (extension == null) {
            return Stream.of();
        }
        try {
            byte[] names = ASN1OctetString.getInstance(extension).getOctets();
            return Arrays.stream(GeneralNames.getInstance(names).getNames())
                    .filter(name -> name.getTagNo() == GeneralName.rfc822Name)
                    .map(name -> name.getName().toString());
        } catch (IllegalArgumentException unreadable) {
            return Stream.of(UNREADABLE);
        }
    }

    private static Stream<String> inSubject(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Arrays.stream(subject.getRDNs(BCStyle.EmailAddress))
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .filter(attribute -> attribute.getType().equals(BCStyle.EmailAddress))
                .map(AttributeTypeAndValue::getValue)
                .map(IETFUtils::valueToString);
    }
}
