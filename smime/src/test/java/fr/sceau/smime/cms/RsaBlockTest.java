package fr.sceau.smime.cms;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.trust.Authority;
import java.lang.reflect.Proxy;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

/** Whatever is wrong, the substitute comes back. */
class RsaBlockTest {
    private static final AlgorithmIdentifier PKCS1 = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption);
    private static final AlgorithmIdentifier PSS = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS);
    private static final byte[] SUBSTITUTE = "seize octets, ou".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private boolean asked;
    private final KeyPair rsa;
    private final X509Certificate certificate;

    RsaBlockTest() throws Exception {
        rsa = Authority.rsa(1024);
        certificate = Authority.root("Racine").holder(rsa, builder -> {});
    }

    /** Whether anything was asked of it; an accelerator has a copy of its own and asks nothing. */
    private RSAPrivateKey watched() {
        return (RSAPrivateKey) Proxy.newProxyInstance(
                RsaBlockTest.class.getClassLoader(),
                new Class<?>[] {RSAPrivateKey.class},
                (proxy, method, arguments) -> {
                    asked = true;
                    return method.invoke(rsa.getPrivate(), arguments);
                });
    }

    @Test
    void what_is_no_block_never_reaches_the_key() throws Exception {
        DecryptionKey key = new DecryptionKey(watched(), certificate);
        X509Certificate ofOther = Authority.root("Racine").leaf();
        DecryptionKey other = new DecryptionKey(watched(), ofOther);
        byte[] modulus = ((RSAPublicKey) rsa.getPublic()).getModulus().toByteArray();
        byte[] asLong = Arrays.copyOfRange(modulus, modulus.length - 128, modulus.length);
        asked = false;
        for (byte[] block : new byte[][] {asLong, new byte[127], new byte[129], new byte[0]}) {
            assertThat(RsaBlock.contentKey(key, PKCS1, block, SUBSTITUTE)).isEqualTo(SUBSTITUTE);
        }
        assertThat(RsaBlock.contentKey(key, PSS, new byte[128], SUBSTITUTE)).isEqualTo(SUBSTITUTE);
        assertThat(RsaBlock.contentKey(other, PKCS1, new byte[128], SUBSTITUTE)).isEqualTo(SUBSTITUTE);
        assertThat(asked).isFalse();
    }

    @Test
    void key_that_cannot_do_it_gives_the_substitute() throws Exception {
        DecryptionKey curve = new DecryptionKey(Authority.ec().getPrivate(), certificate);
        assertThat(RsaBlock.contentKey(curve, PKCS1, new byte[128], SUBSTITUTE))
                .isEqualTo(SUBSTITUTE)
                .isNotSameAs(SUBSTITUTE);
    }
}
