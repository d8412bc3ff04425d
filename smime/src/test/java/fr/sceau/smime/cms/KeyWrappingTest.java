package fr.sceau.smime.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.Recipient;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.Unfit;
import fr.sceau.smime.trust.Authority;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** To which keys something can be encrypted, and what is said of the others. */
class KeyWrappingTest {
    private static KeyPair ec(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static KeyPair ed25519() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static Recipient holder(KeyPair pair) throws Exception {
        return Recipient.of(Authority.root("RACINE").holder(pair, builder -> {}));
    }

    @Test
    void keys_of_usual_lengths_and_curves_are_fit() throws Exception {
        assertThat(KeyWrapping.unfit(Authority.rsa(2048).getPublic())).isEmpty();
        for (String curve : new String[] {"secp256r1", "secp384r1", "secp521r1"}) {
            assertThat(KeyWrapping.unfit(ec(curve).getPublic())).as(curve).isEmpty();
        }
    }

    @Test
    void short_keys_and_kinds_that_nothing_is_encrypted_to_are_told_apart() throws Exception {
        assertThat(KeyWrapping.unfit(Authority.rsa(2047).getPublic())).contains(Unfit.SHORT_KEY);
        assertThat(KeyWrapping.unfit(ed25519().getPublic())).contains(Unfit.KEY_TYPE);
        assertThat(KeyWrapping.unfit(ec("brainpoolP256r1").getPublic()))
                .as("a curve that the platform lacks")
                .contains(Unfit.KEY_TYPE);
    }

    @Test
    void the_sentence_names_what_is_wrong() throws Exception {
        Recipient shortKey = holder(Authority.rsa(1024));
        assertThatThrownBy(() -> KeyWrapping.to(shortKey))
                .isInstanceOf(SmimeException.class)
                .hasMessage("clé de chiffrement trop courte");
        Recipient otherKind = holder(ed25519());
        assertThatThrownBy(() -> KeyWrapping.to(otherKind))
                .isInstanceOf(SmimeException.class)
                .hasMessage("type de clé de chiffrement inconnu");
    }
}
