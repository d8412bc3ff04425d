package fr.sceau.smime.cms;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.trust.Authority;
import java.security.KeyPair;
import java.security.Signature;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;

class SignatureSchemeTest {
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final AlgorithmIdentifier SHA1 = new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1);

    private static AlgorithmIdentifier pss(AlgorithmIdentifier hash, AlgorithmIdentifier maskHash) {
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(
                        hash,
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, maskHash),
                        RSASSAPSSparams.DEFAULT_SALT_LENGTH,
                        RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
    }

    @Test
    void both_hashes_of_pss_must_be_sha2() {
        assertThat(SignatureScheme.of(pss(SHA256, SHA256), DigestAlgorithm.SHA256))
                .isPresent();
        assertThat(SignatureScheme.of(pss(SHA256, SHA1), DigestAlgorithm.SHA256))
                .isEmpty();
        assertThat(SignatureScheme.of(pss(SHA1, SHA256), DigestAlgorithm.SHA256))
                .isEmpty();
    }

    /** RFC 8419 3.1. */
    @Test
    void ed25519_goes_with_sha512_only() {
        AlgorithmIdentifier ed25519 = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
        assertThat(SignatureScheme.of(ed25519, DigestAlgorithm.SHA512)).isPresent();
        assertThat(SignatureScheme.of(ed25519, DigestAlgorithm.SHA256)).isEmpty();
    }

    @Test
    void signature_that_is_none_is_wrong_and_no_failure() throws Exception {
        KeyPair keys = Authority.ec();
        SignatureScheme scheme = SignatureScheme.of(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256), DigestAlgorithm.SHA256)
                .orElseThrow();
        byte[] signed = {1, 2, 3};
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed);
        assertThat(scheme.verifies(keys.getPublic(), signed, signature.sign())).isTrue();
        assertThat(scheme.verifies(keys.getPublic(), signed, new byte[] {4, 5})).isFalse();
    }
}
