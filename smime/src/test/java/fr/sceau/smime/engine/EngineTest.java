package fr.sceau.smime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same of every engine: with what this system has, with nothing, and with an accelerator that fails at everything. */
class EngineTest {
    private static final KeyPair RSA = pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    private static final KeyPair EC = pair("EC", new ECGenParameterSpec("secp256r1"));
    private static final byte[] DATA = "Glycemie 1,02 g/l".getBytes(StandardCharsets.US_ASCII);
    private static final Optional<AlgorithmParameterSpec> NONE = Optional.empty();
    private static final Optional<AlgorithmParameterSpec> PSS =
            Optional.of(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));

    private static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Engine> engines() {
        return Stream.of(
                Engine.current(),
                new Engine(Accelerator.none("none here")),
                new Engine(new Accelerator(Optional.of(new FaultyProvider()), "faulty")));
    }

    private static void signs(Engine engine, KeyPair key, String algorithm, Optional<AlgorithmParameterSpec> parameters)
            throws Exception {
        byte[] signature = engine.holding(key.getPrivate()).sign(algorithm, parameters, DATA);
        for (Engine other : engines().toList()) {
            var holder = key.getPublic();
            assertThat(other.verifies(algorithm, parameters, holder, DATA, signature))
                    .isTrue();
            assertThat(other.verifies(algorithm, parameters, holder, new byte[1], signature))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_signature_is_accepted_by_all(Engine engine) throws Exception {
        signs(engine, RSA, "SHA256withRSA", NONE);
        signs(engine, RSA, "RSASSA-PSS", PSS);
        signs(engine, EC, "SHA256withECDSA", NONE);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_signature_without_form_fails_as_on_the_platform(Engine engine) {
        assertThatThrownBy(() -> engine.verifies("SHA256withRSA", NONE, RSA.getPublic(), DATA, new byte[3]))
                .isInstanceOf(SignatureException.class);
        assertThatThrownBy(() -> engine.verifies("SHA256withECDSA", NONE, EC.getPublic(), DATA, new byte[] {0x30, 1}))
                .isInstanceOf(SignatureException.class);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void bare_rsa_is_the_inverse_and_as_long_as_the_modulus(Engine engine) throws Exception {
        byte[] block = new byte[256];
        block[255] = 2;
        byte[] opened = engine.holding(RSA.getPrivate()).rsa(block);
        RSAPublicKey holder = (RSAPublicKey) RSA.getPublic();
        assertThat(opened).hasSize(256);
        assertThat(new BigInteger(1, opened).modPow(holder.getPublicExponent(), holder.getModulus()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void ciphers_give_the_same_bytes(Engine engine) throws Exception {
        Engine platform = new Engine(Accelerator.none("none here"));
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        var start = new IvParameterSpec(new byte[16]);
        var nonce = new GCMParameterSpec(128, new byte[12]);
        assertThat(engine.encryption("AES/CBC/PKCS5Padding", key, start).doFinal(DATA))
                .isEqualTo(
                        platform.encryption("AES/CBC/PKCS5Padding", key, start).doFinal(DATA));
        assertThat(engine.encryption("AES/GCM/NoPadding", key, nonce).doFinal(DATA))
                .isEqualTo(platform.encryption("AES/GCM/NoPadding", key, nonce).doFinal(DATA));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_wrapped_key_is_unwrapped_by_the_platform(Engine engine) throws Exception {
        for (String transformation : List.of("RSA/ECB/PKCS1Padding", "RSA/ECB/OAEPPadding")) {
            byte[] wrapped = engine.encrypted(transformation, RSA.getPublic(), NONE, DATA);
            Cipher platform = Cipher.getInstance(transformation);
            platform.init(Cipher.DECRYPT_MODE, RSA.getPrivate());
            assertThat(platform.doFinal(wrapped)).isEqualTo(DATA);
        }
    }

    private static byte[] agreedByThePlatform(KeyPair own, PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void both_sides_agree_on_the_same(Engine engine) throws Exception {
        for (String curve : List.of("secp256r1", "secp384r1", "secp521r1")) {
            KeyPair holder = pair("EC", new ECGenParameterSpec(curve));
            FreshAgreement fresh = engine.agreement((ECPublicKey) holder.getPublic());
            assertThat(fresh.secret()).isEqualTo(agreedByThePlatform(holder, fresh.own()));
            assertThat(fresh).hasToString("FreshAgreement[***]");
            for (Engine other : engines().toList()) {
                var held = other.holding(holder.getPrivate());
                for (int i = 0; i < 3; i++) {
                    held.agreed(fresh.own().getEncoded())
                            .ifPresent(secret -> assertThat(secret).isEqualTo(fresh.secret()));
                }
            }
        }
    }

    @Test
    void an_accelerator_agrees_by_itself() {
        boolean agrees = Engine.current()
                .holding(EC.getPrivate())
                .agreed(EC.getPublic().getEncoded())
                .isPresent();
        assertThat(agrees).isEqualTo(Engine.current().accelerated());
    }

    /** What comes back for such a point tells about the private key. */
    @ParameterizedTest
    @MethodSource("engines")
    void nothing_is_agreed_with_a_point_that_is_not_on_the_curve(Engine engine) {
        byte[] beside = EC.getPublic().getEncoded();
        beside[beside.length - 1] ^= 1;
        var held = engine.holding(EC.getPrivate());
        assertThat(held.agreed(beside)).isEmpty();
        byte[] infinity = Arrays.copyOf(beside, beside.length);
        Arrays.fill(infinity, infinity.length - 64, infinity.length, (byte) 0);
        assertThat(held.agreed(infinity)).isEmpty();
        assertThat(held.agreed(pair("EC", new ECGenParameterSpec("secp384r1"))
                        .getPublic()
                        .getEncoded()))
                .isEmpty();
        assertThat(held.agreed(RSA.getPublic().getEncoded())).isEmpty();
        assertThat(engine.holding(RSA.getPrivate()).agreed(EC.getPublic().getEncoded()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_held_key_shows_itself_in_no_text(Engine engine) {
        assertThat(engine.holding(RSA.getPrivate())).hasToString("KeyInUse[***]");
    }
}
