package fr.sceau.smime;

import fr.sceau.testpki.Issued;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys that IGC-Santé does not issue: elliptic curves, short RSA, old signatures. Each is its own authority. */
final class SmallAuthority {
    private SmallAuthority() {}

    static Issued ec(String curve, int usage) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return selfSigned(generator.generateKeyPair(), "SHA256withECDSA", usage);
    }

    static Issued rsa(int bits, int usage) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return selfSigned(generator.generateKeyPair(), "SHA256withRSA", usage);
    }

    private static Issued selfSigned(KeyPair pair, String algorithm, int usage) throws Exception {
        X500Name name = new X500Name(
                "C=FR,O=ESSAI,OU=399700000000077,CN=" + pair.getPublic().hashCode());
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(World.NOW.minus(Duration.ofDays(1))),
                Date.from(World.NOW.plus(Duration.ofDays(1000))),
                name,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage | KeyUsage.keyCertSign));
        return new Issued(
                pair.getPrivate(),
                List.of(new JcaX509CertificateConverter()
                        .getCertificate(
                                builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())))));
    }
}
