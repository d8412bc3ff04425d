package fr.sceau.directory.server;

import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Pkcs12File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Throw-away certificates. */
public final class TestCertificates {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final KeyPair KEYS = keys();

    private TestCertificates() {}

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a key file for a server on this machine, and says its certificate. */
    public static X509Certificate server(Path file, char[] password) throws IOException {
        X509Certificate certificate = made(
                KeyUsage.digitalSignature | KeyUsage.keyEncipherment,
                Instant.now().minus(HOUR),
                Instant.now().plus(HOUR),
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        Files.createDirectories(file.getParent());
        Pkcs12File.write(file, password, Map.of("server", new Issued(KEYS.getPrivate(), List.of(certificate))));
        return certificate;
    }

    private static X509Certificate made(int usage, Instant from, Instant to, GeneralName... names) {
        try {
            X500Name name = new X500Name("CN=test");
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(from.getEpochSecond()),
                    Date.from(from),
                    Date.from(to),
                    name,
                    KEYS.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (names.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(KEYS.getPrivate())));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
