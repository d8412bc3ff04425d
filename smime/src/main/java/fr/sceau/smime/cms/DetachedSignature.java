package fr.sceau.smime.cms;

import fr.sceau.smime.SmimeException;
import fr.sceau.smime.keys.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes a detached signature with SHA-256 while the content passes by. RFC 5652 section 5 */
public final class DetachedSignature {
    private static final int MIN_RSA_BITS = 2048;

    private final CMSSignedDataStreamGenerator generator = new CMSSignedDataStreamGenerator();

    public DetachedSignature(SigningKey key, Instant signingTime) throws SmimeException {
        try {
            generator.addSignerInfoGenerator(signerInfo(key, signingTime));
            generator.addCertificates(new JcaCertStore(withoutRoots(key.chain())));
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new SmimeException("la clé de signature ne peut pas être employée", e);
        }
    }

    /** Takes the canonical content; on closing, the signature is written to {@code signature}. */
    public OutputStream content(OutputStream signature) throws IOException {
        return generator.open(signature, false);
    }

    private static SignerInfoGenerator signerInfo(SigningKey key, Instant signingTime)
            throws GeneralSecurityException, OperatorCreationException, SmimeException {
        X509Certificate certificate = key.certificate();
        var builder = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
        builder.setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(SignatureAttributes.of(certificate, signingTime)));
        // No provider is named: the key, which may be in a card, chooses its own.
        ContentSigner signer = new JcaContentSignerBuilder(algorithm(certificate)).build(key.key());
        return builder.build(signer, new JcaX509CertificateHolder(certificate));
    }

    private static String algorithm(X509Certificate certificate) throws SmimeException {
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
            if (rsa.getModulus().bitLength() < MIN_RSA_BITS) {
                throw new SmimeException("clé RSA de moins de 2048 bits refusée");
            }
            return "SHA256withRSA";
        }
        return "SHA256withECDSA";
    }

    /** A root proves nothing in a message: who trusts it has it. */
    private static List<X509Certificate> withoutRoots(List<X509Certificate> chain) {
        return chain.stream()
                .filter(link -> link.equals(chain.get(0))
                        || !link.getSubjectX500Principal().equals(link.getIssuerX500Principal()))
                .toList();
    }
}
