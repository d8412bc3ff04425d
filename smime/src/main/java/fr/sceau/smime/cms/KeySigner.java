package fr.sceau.smime.cms;

import fr.sceau.smime.keys.HeldKey;
import fr.sceau.smime.keys.TokenUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.RuntimeOperatorException;

/** Signs the attributes of a signature, which are small, where the key is held. */
final class KeySigner implements ContentSigner {
    private final HeldKey key;
    private final String algorithm;
    private final Optional<AlgorithmParameterSpec> parameters;
    private final AlgorithmIdentifier identifier;
    private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();

    /** @param algorithm as in {@code SHA256withRSA} or {@code SHA256withRSAandMGF1} */
    KeySigner(HeldKey key, String algorithm, DigestAlgorithm hash) {
        boolean pss = algorithm.endsWith("andMGF1");
        this.key = key;
        this.algorithm = pss ? "RSASSA-PSS" : algorithm;
        this.parameters = pss ? Optional.of(pss(hash)) : Optional.empty();
        this.identifier = new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
    }

    /** The hash of the content is that of the mask and tells the salt's length. RFC 4056 section 3 */
    private static PSSParameterSpec pss(DigestAlgorithm hash) {
        String name = hash.jcaName();
        int salt = hash.create().getDigestLength();
        return new PSSParameterSpec(name, "MGF1", new MGF1ParameterSpec(name), salt, 1);
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return identifier;
    }

    @Override
    public OutputStream getOutputStream() {
        return attributes;
    }

    @Override
    public byte[] getSignature() {
        try {
            return key.sign(algorithm, parameters, attributes.toByteArray());
        } catch (TokenUnavailable away) {
            throw new UncheckedIOException(away);
        } catch (GeneralSecurityException e) {
            throw new RuntimeOperatorException("not signed", e);
        }
    }
}
