package fr.sceau.smime;

import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import fr.sceau.testpki.Issued;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of any name, on elliptic curves, that issues certificates of any shape. */
record BentAuthority(X500Name name, KeyPair keys, List<X509Certificate> chain) {
    static final String DOCTOR_NAME =
            "C=FR,O=CABINET,OU=10B0000001,T=Médecin,SURNAME=MARTIN+GIVENNAME=CLAIRE+CN=" + World.DOCTOR_ID;
    private static final String CATEGORY = "1.2.250.1.71.1.2.5";

    /** What a certificate says. */
    record Shape(String subject, int usage, List<KeyPurposeId> purposes, int category, String mail, BigInteger serial) {
        static Shape of(String subject) {
            List<KeyPurposeId> mail = List.of(KeyPurposeId.id_kp_emailProtection);
            return new Shape(subject, KeyUsage.digitalSignature, mail, -1, "", BigInteger.valueOf(7));
        }

        Shape usage(int bits, KeyPurposeId... others) {
            return new Shape(subject, bits, List.of(others), category, mail, serial);
        }

        Shape category(int value) {
            return new Shape(subject, usage, purposes, value, mail, serial);
        }

        Shape subject(String name) {
            return new Shape(name, usage, purposes, category, mail, serial);
        }

        Shape serial(BigInteger number) {
            return new Shape(subject, usage, purposes, category, mail, number);
        }

        Shape mail(String address) {
            return new Shape(subject, usage, purposes, category, address, serial);
        }
    }

    /** The issuing authority of CPS cards, were it ours. */
    static BentAuthority production() {
        try {
            return named(
                    new X500Name("C=FR,O=ASIP-SANTE,OU=0002 187512751,OU=IGC-SANTE,CN=AC IGC-SANTE FORT PERSONNES"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static BentAuthority named(X500Name subject) throws Exception {
        KeyPair pair = pair();
        var builder = builder(subject, subject, pair, BigInteger.ONE);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return new BentAuthority(subject, pair, List.of(signed(builder, pair)));
    }

    /** A laboratory's own key of any kind, certified by itself. */
    static Issued alone(String keyAlgorithm, String algorithm) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance(keyAlgorithm).generateKeyPair();
        X500Name name = new X500Name("C=FR,O=ESSAI,OU=" + World.LABORATORY_STRUCTURE + ",CN=" + keyAlgorithm);
        var builder = builder(name, name, pair, BigInteger.TEN);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign));
        return new Issued(pair.getPrivate(), List.of(signed(builder, pair, algorithm)));
    }

    /** A holder that plays authority with its end-entity key. */
    static BentAuthority of(Issued holder) throws Exception {
        X500Name name = X500Name.getInstance(
                holder.certificate().getSubjectX500Principal().getEncoded());
        return new BentAuthority(name, new KeyPair(holder.certificate().getPublicKey(), holder.key()), holder.chain());
    }

    Issued issue(Shape shape) throws Exception {
        KeyPair pair = pair();
        var builder = builder(name, new X500Name(shape.subject()), pair, shape.serial());
        extend(builder, shape);
        X509Certificate certificate = signed(builder, keys);
        return new Issued(
                pair.getPrivate(),
                Stream.concat(Stream.of(certificate), chain.stream()).toList());
    }

    private static void extend(JcaX509v3CertificateBuilder builder, Shape shape) throws Exception {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(shape.usage()));
        if (!shape.purposes().isEmpty()) {
            KeyPurposeId[] purposes = shape.purposes().toArray(new KeyPurposeId[0]);
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
        }
        if (shape.category() >= 0) {
            byte[] category = {(byte) shape.category()};
            builder.addExtension(new ASN1ObjectIdentifier(CATEGORY), false, new DEROctetString(category));
        }
        if (!shape.mail().isEmpty()) {
            GeneralName mail = new GeneralName(GeneralName.rfc822Name, shape.mail());
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(mail));
        }
    }

    /** Trusts this authority alone, whose list revokes nothing. */
    MessageVerifier verifier(Path trust, boolean testCertificatesAccepted) throws Exception {
        X509v2CRLBuilder list = new X509v2CRLBuilder(name, Date.from(World.NOW));
        list.setNextUpdate(Date.from(World.NOW.plus(Duration.ofDays(7))));
        Path folder =
                Files.createDirectories(trust.resolve("bent-" + keys.getPublic().hashCode()));
        Files.write(
                folder.resolve("bent.crl"),
                list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                        .getEncoded());
        return new MessageVerifier(
                new PathValidator(TrustAnchors.of(chain, List.of()), new CrlCache(folder), testCertificatesAccepted),
                World::match);
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair pair, BigInteger serial) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                serial,
                Date.from(World.NOW.minus(Duration.ofDays(1))),
                Date.from(World.NOW.plus(Duration.ofDays(1000))),
                subject,
                pair.getPublic());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair signer) throws Exception {
        String algorithm = signer.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return signed(builder, signer, algorithm);
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair signer, String algorithm)
            throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate())));
    }
}
