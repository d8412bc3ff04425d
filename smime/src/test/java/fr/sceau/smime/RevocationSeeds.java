package fr.sceau.smime;

import fr.sceau.testpki.Issued;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** Lists and answers of one authority, about one holder. */
final class RevocationSeeds {
    private static final Date BEFORE = Date.from(World.NOW.minus(Duration.ofHours(1)));
    private static final Date AFTER = Date.from(World.NOW.plus(Duration.ofDays(5)));

    private final X509Certificate authority;
    private final X509Certificate holder = World.DOCTOR_SIGNATURE.certificate();
    private final ContentSigner signer;

    private RevocationSeeds(Issued issued) throws Exception {
        this.authority = issued.certificate();
        this.signer = new JcaContentSignerBuilder("SHA256withRSA").build(issued.key());
    }

    /** @param seeds of a target that takes answers after an even octet and lists after an odd one */
    static void write(Path folder, Path seeds) throws Exception {
        RevocationSeeds all =
                new RevocationSeeds(SmallAuthority.rsa(2048, KeyUsage.cRLSign | KeyUsage.digitalSignature));
        Files.createDirectories(folder);
        Files.write(folder.resolve("authority.cer"), all.authority.getEncoded());
        Files.write(folder.resolve("holder.cer"), all.holder.getEncoded());
        byte number = 0;
        for (byte[] list : List.of(all.list(1, false), all.list(2, true))) {
            both(folder, seeds, (byte) 1, number++, list, ".crl");
        }
        number = 0;
        for (byte[] answer : List.of(
                all.answer(CertificateStatus.GOOD),
                all.answer(new RevokedStatus(BEFORE, CRLReason.keyCompromise)),
                all.answer(new UnknownStatus()))) {
            both(folder, seeds, (byte) 0, number++, answer, ".ocsp");
        }
    }

    private static void both(Path folder, Path seeds, byte kind, byte number, byte[] content, String ending)
            throws IOException {
        FuzzSeeds.keep(folder, content, ending);
        FuzzSeeds.keep(seeds, FuzzSeeds.concat(new byte[] {kind, 0}, content), ".bin");
        FuzzSeeds.keep(seeds, new byte[] {kind, 1, number, 7, 0, 1, 0}, ".bin");
    }

    private byte[] list(int number, boolean scoped) throws Exception {
        X500Name issuer = new JcaX509CertificateHolder(authority).getSubject();
        X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, BEFORE);
        builder.setNextUpdate(AFTER);
        builder.addCRLEntry(BigInteger.valueOf(number), BEFORE, CRLReason.superseded);
        builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
        if (scoped) {
            builder.addExtension(
                    Extension.issuingDistributionPoint, true, new IssuingDistributionPoint(null, true, false));
        }
        return builder.build(signer).getEncoded();
    }

    private byte[] answer(@Nullable CertificateStatus status) throws Exception {
        X509CertificateHolder issuer = new JcaX509CertificateHolder(authority);
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        CertificateID id = new CertificateID(digests.get(CertificateID.HASH_SHA1), issuer, holder.getSerialNumber());
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(issuer.getSubject()));
        builder.addResponse(id, status, BEFORE, AFTER, null);
        var basic = builder.build(signer, new X509CertificateHolder[] {issuer}, BEFORE);
        return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
    }
}
