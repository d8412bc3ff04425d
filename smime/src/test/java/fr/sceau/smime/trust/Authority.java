package fr.sceau.smime.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A small authority whose certificates and lists a test can bend. */
public record Authority(X500Name name, KeyPair keys, X509Certificate certificate, String algorithm) {
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Authority root(String name) throws Exception {
        KeyPair keys = ec();
        X500Name subject = new X500Name("C=FR,CN=" + name);
        String algorithm = "SHA256withECDSA";
        return new Authority(subject, keys, sign(subject, keys, subject, keys, algorithm, true), algorithm);
    }

    public Authority under(String subject) throws Exception {
        return under(subject, ec(), "SHA256withECDSA");
    }

    /** @param algorithm what this new authority will sign with */
    public Authority under(String subject, KeyPair pair, String algorithmOfNew) throws Exception {
        X500Name subjectName = new X500Name("C=FR,CN=" + subject);
        return new Authority(subjectName, pair, sign(name, keys, subjectName, pair, algorithm, true), algorithmOfNew);
    }

    /** An authority under this one that lives between those instants. */
    public Authority living(String subject, KeyPair pair, Instant start, Instant end) throws Exception {
        X500Name subjectName = new X500Name("C=FR,CN=" + subject);
        BigInteger number = new BigInteger(100, RANDOM);
        var builder = new JcaX509v3CertificateBuilder(
                name, number, Date.from(start), Date.from(end), subjectName, pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        X509Certificate made = new JcaX509CertificateConverter().getCertificate(builder.build(signer()));
        return new Authority(subjectName, pair, made, algorithm);
    }

    public X509Certificate leaf() throws Exception {
        return holder(ec(), builder -> {});
    }

    /** The holder of a key that is no authority's. */
    public X509Certificate holder(KeyPair pair, Extensions extensions) throws Exception {
        return sign(name, keys, new X500Name("C=FR,CN=feuille"), pair, algorithm, false, extensions);
    }

    /** What a test adds to a certificate. */
    @FunctionalInterface
    public interface Extensions {
        void apply(JcaX509v3CertificateBuilder certificate) throws IOException;
    }

    public static KeyPair ec() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    public static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static X509Certificate sign(
            X500Name issuer, KeyPair issuerKeys, X500Name subject, KeyPair keys, String algorithm, boolean authority)
            throws Exception {
        return sign(issuer, issuerKeys, subject, keys, algorithm, authority, builder -> {});
    }

    private static X509Certificate sign(
            X500Name issuer,
            KeyPair issuerKeys,
            X500Name subject,
            KeyPair keys,
            String algorithm,
            boolean authority,
            Extensions extensions)
            throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(100, RANDOM),
                Date.from(NOW.minus(Duration.ofDays(10))),
                Date.from(NOW.plus(Duration.ofDays(100))),
                subject,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        int usage = authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        extensions.apply(builder);
        var signer =
                new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(issuerKeys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    /** What a test adds to a list. */
    @FunctionalInterface
    public interface Change {
        void apply(X509v2CRLBuilder list) throws IOException;
    }

    /** A list made at that instant, good for a week. */
    public byte[] list(Instant thisUpdate, Change change) throws Exception {
        X509v2CRLBuilder list = new X509v2CRLBuilder(name, Date.from(thisUpdate));
        list.setNextUpdate(Date.from(thisUpdate.plus(Duration.ofDays(7))));
        change.apply(list);
        return list.build(signer()).getEncoded();
    }

    public void publish(Path file, Instant thisUpdate, Change change) throws Exception {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, list(thisUpdate, change));
    }

    public ContentSigner signer() throws Exception {
        return new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(keys.getPrivate());
    }
}
