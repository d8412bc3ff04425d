package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Locale;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an authority's signature has to be made with. */
class SignatureStrengthTest {
    private static PublicKey rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPublic();
    }

    @ParameterizedTest
    @CsvSource({
        "SHA256withRSA,true",
        "SHA384withRSA,true",
        "SHA512withRSA,true",
        "SHA256withECDSA,true",
        "SHA384withECDSA,true",
        "SHA512withECDSA,true",
        "Ed25519,true",
        "SHA256withRSAandMGF1,true",
        "SHA384withRSAandMGF1,true",
        "SHA512withRSAandMGF1,true",
        "SHA1withRSAandMGF1,false",
        "SHA224withRSAandMGF1,false",
        "SHA1withRSA,false",
        "MD5withRSA,false",
        "SHA1withECDSA,false"
    })
    void hashes_of_sha_2_are_accepted_and_older_ones_are_not(String name, boolean accepted) throws Exception {
        var algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find(name.toUpperCase(Locale.ROOT));
        byte @Nullable [] parameters = algorithm.getParameters() == null
                ? null
                : algorithm.getParameters().toASN1Primitive().getEncoded();
        assertThat(SignatureStrength.accepts(algorithm.getAlgorithm().getId(), parameters))
                .isEqualTo(accepted);
    }

    /** RFC 4055 3.1: SHA-1 is what is meant where nothing is said. */
    @Test
    void pss_that_does_not_say_its_hash_is_refused() throws Exception {
        String pss = PKCSObjectIdentifiers.id_RSASSA_PSS.getId();
        assertThat(SignatureStrength.accepts(pss, null)).isFalse();
        assertThat(SignatureStrength.accepts(pss, new RSASSAPSSparams().getEncoded()))
                .isFalse();
    }

    @Test
    void rsa_needs_2048_bits() throws Exception {
        assertThat(SignatureStrength.accepts(rsa(2048))).isTrue();
        assertThat(SignatureStrength.accepts(rsa(2047))).isFalse();
        assertThat(SignatureStrength.accepts(Authority.ec().getPublic())).isTrue();
    }
}
