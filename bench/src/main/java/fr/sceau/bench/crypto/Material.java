package fr.sceau.bench.crypto;

import fr.sceau.bench.BenchException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** One key with its certificate, in files, so that every process works with the same. */
record Material(PrivateKey key, X509Certificate certificate) {
    private static final int USAGE = KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.keyAgreement;

    static void make(Path folder, KeyKind kind) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.algorithm());
            generator.initialize(kind.parameters());
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=Banc " + kind.title());
            Instant now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(now.minus(Duration.ofDays(1))),
                    Date.from(now.plus(Duration.ofDays(1))),
                    name,
                    pair.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(USAGE));
            String algorithm = "SHA256with" + (kind == KeyKind.P_256 ? "ECDSA" : "RSA");
            var signer = new JcaContentSignerBuilder(algorithm).build(pair.getPrivate());
            Files.write(keyFile(folder, kind), pair.getPrivate().getEncoded());
            Files.write(certificateFile(folder, kind), builder.build(signer).getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new BenchException("clé du banc", e);
        }
    }

    static Material read(Path folder, KeyKind kind) throws IOException, GeneralSecurityException {
        PrivateKey key = KeyFactory.getInstance(kind.algorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(keyFile(folder, kind))));
        try (InputStream in = Files.newInputStream(certificateFile(folder, kind))) {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return new Material(key, (X509Certificate) factory.generateCertificate(in));
        }
    }

    private static Path keyFile(Path folder, KeyKind kind) {
        return folder.resolve(kind + ".key");
    }

    private static Path certificateFile(Path folder, KeyKind kind) {
        return folder.resolve(kind + ".cer");
    }
}
