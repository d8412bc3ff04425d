package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.SigningScheme.Hash;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a key signs if nobody says otherwise, and which keys do not. */
class SigningSchemeTest {
    private static PublicKey ec(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair().getPublic();
    }

    private static PublicKey rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPublic();
    }

    @ParameterizedTest
    @CsvSource({
        "secp256r1,SHA256withECDSA,sha-256",
        "brainpoolP320r1,SHA384withECDSA,sha-384",
        "secp384r1,SHA384withECDSA,sha-384",
        "secp521r1,SHA512withECDSA,sha-512"
    })
    void curves_sign_with_a_hash_as_strong(String curve, String algorithm, String micalg) throws Exception {
        PublicKey key = ec(curve);
        SigningScheme scheme = SigningScheme.of(key);
        assertThat(scheme.algorithm(key)).isEqualTo(algorithm);
        assertThat(scheme.hash().micalg()).isEqualTo(micalg);
    }

    @Test
    void rsa_signs_as_every_client_verifies_unless_pss_is_asked_for() throws Exception {
        PublicKey key = rsa(2048);
        assertThat(SigningScheme.of(key).algorithm(key)).isEqualTo("SHA256withRSA");
        assertThat(new SigningScheme(Hash.SHA384, true).algorithm(key)).isEqualTo("SHA384withRSAandMGF1");
    }

    @Test
    void weak_keys_and_unknown_kinds_do_not_sign() throws Exception {
        PublicKey ed25519 =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        for (PublicKey key : new PublicKey[] {rsa(2047), ec("secp224r1"), ed25519}) {
            assertThatThrownBy(() -> SigningScheme.of(key).algorithm(key)).isInstanceOf(SmimeException.class);
        }
    }
}
