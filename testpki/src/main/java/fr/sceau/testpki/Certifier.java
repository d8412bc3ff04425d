package fr.sceau.testpki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates under the authorities of one infrastructure. */
final class Certifier {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Hierarchy hierarchy;
    private final int keyBits;

    Certifier(Hierarchy hierarchy, int keyBits) {
        this.hierarchy = hierarchy;
        this.keyBits = keyBits;
    }

    Issued issue(Profile profile, Options options) {
        Issuer issuer = options.issuer().orElse(profile.issuer());
        Authority authority = hierarchy.issuing(issuer);
        KeyPair pair = options.pair().orElseGet(() -> Keys.rsa(keyBits));
        X509Certificate certificate = sign(
                new Request(profile.subject(), pair.getPublic(), options.from(), options.until()),
                hierarchy.issuerName(issuer),
                authority.key(),
                authority.certificate().getPublicKey(),
                builder -> IgcExtensions.holder(builder, profile, options, issuer));
        return new Issued(
                pair.getPrivate(),
                List.of(
                        certificate,
                        authority.certificate(),
                        hierarchy.root(issuer).certificate()));
    }

    record Request(X500Name subject, PublicKey key, Instant from, Instant until) {}

    interface Extending {
        void extend(X509v3CertificateBuilder builder) throws IOException;
    }

    static X509Certificate sign(
            Request request, X500Name issuer, PrivateKey issuerKey, PublicKey issuerPublicKey, Extending extensions) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(127, RANDOM).setBit(126), // RFC 5280 4.1.2.2: positive, at most 20 octets
                    Date.from(request.from()),
                    Date.from(request.until()),
                    request.subject(),
                    request.key());
            JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(request.key()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(issuerPublicKey));
            extensions.extend(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKey)));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new TestPkiException("certificate not made for " + request.subject(), e);
        }
    }
}
