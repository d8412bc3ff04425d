package fr.sceau.smime.cms;

import fr.sceau.smime.SigningScheme;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.keys.SigningKey;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
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
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes a detached signature while the content passes by. RFC 5652 section 5 */
public final class DetachedSignature {
    private final CMSSignedDataStreamGenerator generator = new CMSSignedDataStreamGenerator();

    public DetachedSignature(SigningKey key, SigningScheme scheme, Instant signingTime) throws SmimeException {
        try {
            generator.addSignerInfoGenerator(signerInfo(key, scheme, signingTime));
            generator.addCertificates(new JcaCertStore(withoutRoots(key.chain())));
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new SmimeException("la clé de signature ne peut pas être employée", e);
        }
    }

    /**
     * Takes the canonical content; on closing, the signature is written to {@code signature}. Closing fails with {@link
     * fr.sceau.smime.keys.TokenUnavailable} when the key's token is away.
     */
    public OutputStream content(OutputStream signature) throws IOException {
        return new FilterOutputStream(generator.open(signature, false)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                try {
                    out.close();
                } catch (UncheckedIOException tokenAway) {
                    throw tokenAway.getCause();
                }
            }
        };
    }

    private static SignerInfoGenerator signerInfo(SigningKey key, SigningScheme scheme, Instant signingTime)
            throws GeneralSecurityException, OperatorCreationException, SmimeException {
        X509Certificate certificate = key.certificate();
        var builder = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
        builder.setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(SignatureAttributes.of(certificate, signingTime)));
        ContentSigner signer = new KeySigner(
                key.key(),
                scheme.algorithm(certificate.getPublicKey()),
                DigestAlgorithm.valueOf(scheme.hash().name()));
        return builder.build(signer, new JcaX509CertificateHolder(certificate));
    }

    /** A root proves nothing in a message: who trusts it has it. */
    private static List<X509Certificate> withoutRoots(List<X509Certificate> chain) {
        return chain.stream()
                .filter(link -> link.equals(chain.get(0))
                        || !link.getSubjectX500Principal().equals(link.getIssuerX500Principal()))
                .toList();
    }
}
