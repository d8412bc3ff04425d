package fr.sceau.directory.server;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root of its own, and what a server needs that it certifies. */
public final class LoopbackTls {
    private static final char[] PASSWORD = "x".toCharArray();

    private final X509Certificate anchor;
    private final KeyManagerFactory keys;

    /** @param end of its certificate */
    public LoopbackTls(String host, Instant end) throws Exception {
        KeyPair root = keys();
        this.anchor = certificate("Racine", root, "Racine", root, end, host);
        KeyPair own = keys();
        X509Certificate leaf = certificate("Racine", root, "Serveur", own, end, host);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", own.getPrivate(), PASSWORD, new Certificate[] {leaf, anchor});
        this.keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            String issuer, KeyPair signer, String subject, KeyPair keys, Instant end, String host) throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + issuer),
                BigInteger.valueOf(subject.length()),
                Date.from(end.minus(Duration.ofDays(300))),
                Date.from(end),
                new X500Name("CN=" + subject),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(subject.equals(issuer)));
        builder.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
    }

    /** @param clients who vouches for them */
    public SSLContext context(TrustManager... clients) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), clients, null);
        return context;
    }

    /** Puts the root into a folder of anchors. */
    public void trustIn(Path anchors, String name) throws IOException, GeneralSecurityException {
        Files.createDirectories(anchors);
        Files.write(anchors.resolve(name + ".cer"), anchor.getEncoded());
    }
}
