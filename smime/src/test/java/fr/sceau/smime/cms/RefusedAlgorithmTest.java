package fr.sceau.smime.cms;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.SignatureVerdict.Fault;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

class RefusedAlgorithmTest {
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private static AlgorithmIdentifier pss(ASN1ObjectIdentifier hash) {
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(
                        new AlgorithmIdentifier(hash),
                        RSASSAPSSparams.DEFAULT_MASK_GEN_FUNCTION,
                        RSASSAPSSparams.DEFAULT_SALT_LENGTH,
                        RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
    }

    @Test
    void hash_inside_pss_is_named() {
        assertThat(RefusedAlgorithm.of(SHA256, pss(OIWObjectIdentifiers.idSHA1)))
                .isEqualTo(Fault.SHA1);
        assertThat(RefusedAlgorithm.of(SHA256, pss(PKCSObjectIdentifiers.md5))).isEqualTo(Fault.MD5);
        assertThat(RefusedAlgorithm.of(SHA256, pss(NISTObjectIdentifiers.id_sha3_256)))
                .isEqualTo(Fault.ALGORITHM_REFUSED);
    }

    /** RFC 4055 3.1. */
    @Test
    void pss_without_parameters_is_over_sha1() {
        AlgorithmIdentifier bare = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS);
        assertThat(RefusedAlgorithm.of(SHA256, bare)).isEqualTo(Fault.SHA1);
    }
}
