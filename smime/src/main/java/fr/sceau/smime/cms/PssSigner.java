package fr.sceau.smime.cms;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.RuntimeOperatorException;

/** RSASSA-PSS by the key's own provider: Bouncy Castle asks for it under a name that the JDK does not have. RFC 4056 */
final class PssSigner implements ContentSigner {
    private final AlgorithmIdentifier algorithm;
    private final Signature signature;

    /** @param hash as in {@code SHA-256}: of the content, of the mask, and for the salt's length */
    PssSigner(PrivateKey key, DigestAlgorithm hash) throws GeneralSecurityException {
        String name = hash.jcaName();
        int salt = hash.create().getDigestLength();
        algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find(name.replace("-", "") + "withRSAandMGF1");
        signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec(name, "MGF1", new MGF1ParameterSpec(name), salt, 1));
        signature.initSign(key);
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                try {
                    signature.update(bytes, offset, length);
                } catch (SignatureException e) {
                    throw new RuntimeOperatorException("not signed", e);
                }
            }
        };
    }

    @Override
    public byte[] getSignature() {
        try {
            return signature.sign();
        } catch (SignatureException e) {
            throw new RuntimeOperatorException("not signed", e);
        }
    }
}
