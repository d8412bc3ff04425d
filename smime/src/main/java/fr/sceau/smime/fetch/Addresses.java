package fr.sceau.smime.fetch;

import fr.sceau.smime.ExtensionValue;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Where a certificate says that news of it can be had, over HTTP. RFC 5280 4.2.1.13 and 4.2.2.1 */
final class Addresses {
    private static final String DISTRIBUTION_POINTS = "2.5.29.31";
    private static final String INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";

    private Addresses() {}

    /** Of complete lists by the certificate's own issuer. */
    static List<URI> lists(X509Certificate certificate) {
        return read(certificate, DISTRIBUTION_POINTS, Addresses::lists);
    }

    static List<URI> responders(X509Certificate certificate) {
        return read(certificate, INFORMATION_ACCESS, extension -> access(extension, AccessDescription.id_ad_ocsp));
    }

    /** Of the certificate of its issuer. */
    static List<URI> authorities(X509Certificate certificate) {
        return read(certificate, INFORMATION_ACCESS, extension -> access(extension, AccessDescription.id_ad_caIssuers));
    }

    private static Stream<GeneralName> lists(byte[] extension) {
        return Arrays.stream(CRLDistPoint.getInstance(extension).getDistributionPoints())
                .filter(point -> point.getCRLIssuer() == null)
                .map(DistributionPoint::getDistributionPoint)
                .filter(Objects::nonNull)
                .filter(name -> name.getType() == DistributionPointName.FULL_NAME)
                .flatMap(name ->
                        Arrays.stream(GeneralNames.getInstance(name.getName()).getNames()));
    }

    private static Stream<GeneralName> access(byte[] extension, ASN1ObjectIdentifier method) {
        return Arrays.stream(AuthorityInformationAccess.getInstance(extension).getAccessDescriptions())
                .filter(access -> access.getAccessMethod().equals(method))
                .map(AccessDescription::getAccessLocation);
    }

    private static List<URI> read(
            X509Certificate certificate, String oid, Function<byte[], Stream<GeneralName>> names) {
        return ExtensionValue.read(certificate, oid, value -> addresses(names.apply(value)), List.of(), List.of());
    }

    private static List<URI> addresses(Stream<GeneralName> names) {
        return names.filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
                .flatMap(name -> uri(name.getName().toString()).stream())
                .toList();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text))
                    .filter(uri -> String.valueOf(uri.getScheme()).startsWith("http"));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
