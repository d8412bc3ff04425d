package fr.sceau.smime.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.generators.MGF1BytesGenerator;
import org.bouncycastle.crypto.params.MGFParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks padded by the JDK and by Bouncy Castle come back; each damage gives the substitute and nothing else. */
class PaddingTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair RSA = rsa();

    private static final OaepPadding SHA256 = new OaepPadding("SHA-256", "SHA-256", new byte[0]);

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] block(byte[] encrypted) throws Exception {
        Cipher raw = Cipher.getInstance("RSA/ECB/NoPadding");
        raw.init(Cipher.DECRYPT_MODE, RSA.getPrivate());
        return raw.doFinal(encrypted);
    }

    static Stream<OaepPadding> oaep() {
        return Stream.of(
                new OaepPadding("SHA-1", "SHA-1", new byte[0]),
                new OaepPadding("SHA-256", "SHA-256", new byte[0]),
                new OaepPadding("SHA-256", "SHA-1", new byte[0]),
                new OaepPadding("SHA-384", "SHA-384", new byte[0]),
                new OaepPadding("SHA-512", "SHA-512", new byte[] {1, 2, 3}));
    }

    private static byte[] oaepBlock(OaepPadding padding, byte[] key) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                RSA.getPublic(),
                new OAEPParameterSpec(
                        padding.hash(),
                        "MGF1",
                        new MGF1ParameterSpec(padding.maskHash()),
                        new PSource.PSpecified(padding.label())));
        return block(cipher.doFinal(key));
    }

    private static byte[] pkcs1Block(byte[] key) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, RSA.getPublic());
        return block(cipher.doFinal(key));
    }

    @ParameterizedTest
    @MethodSource("oaep")
    void oaep_of_the_platform_comes_back(OaepPadding padding) throws Exception {
        for (int length : new int[] {16, 24, 32}) {
            byte[] key = random(length);
            assertThat(padding.remove(oaepBlock(padding, key), random(length))).isEqualTo(key);
        }
    }

    @Test
    void oaep_of_bouncy_castle_comes_back() throws Exception {
        byte[] key = random(32);
        OAEPEncoding sha256 = new OAEPEncoding(new RSABlindedEngine(), new SHA256Digest());
        sha256.init(true, PublicKeyFactory.createKey(RSA.getPublic().getEncoded()));
        byte[] block = block(sha256.processBlock(key, 0, key.length));
        assertThat(new OaepPadding("SHA-256", "SHA-256", new byte[0]).remove(block, random(32)))
                .isEqualTo(key);

        OAEPEncoding mixed = new OAEPEncoding(new RSABlindedEngine(), new SHA256Digest(), new SHA1Digest(), null);
        mixed.init(true, PublicKeyFactory.createKey(RSA.getPublic().getEncoded()));
        byte[] other = block(mixed.processBlock(key, 0, key.length));
        assertThat(new OaepPadding("SHA-256", "SHA-1", new byte[0]).remove(other, random(32)))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @MethodSource("oaep")
    void oaep_changed_in_any_byte_gives_the_substitute(OaepPadding padding) throws Exception {
        byte[] block = oaepBlock(padding, random(32));
        byte[] substitute = random(32);
        for (int i = 0; i < block.length; i++) {
            byte[] changed = block.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            assertThat(padding.remove(changed, substitute)).as("byte %d", i).isEqualTo(substitute);
        }
    }

    /** {@code 00 seed DB} before it is masked: RFC 8017 7.1.1. */
    private static byte[] unmasked(byte[] key, int length) throws Exception {
        byte[] plain = new byte[length];
        System.arraycopy(random(32), 0, plain, 1, 32);
        System.arraycopy(MessageDigest.getInstance("SHA-256").digest(), 0, plain, 33, 32);
        plain[length - key.length - 1] = 1;
        System.arraycopy(key, 0, plain, length - key.length, key.length);
        return plain;
    }

    private static byte[] masked(byte[] plain) {
        byte[] block = plain.clone();
        mask(block, 1, 33, 33, plain.length);
        mask(block, 33, plain.length, 1, 33);
        return block;
    }

    private static void mask(byte[] block, int from, int fromEnd, int to, int toEnd) {
        MGF1BytesGenerator generator = new MGF1BytesGenerator(new SHA256Digest());
        generator.init(new MGFParameters(block, from, fromEnd - from));
        byte[] mask = new byte[toEnd - to];
        generator.generateBytes(mask, 0, mask.length);
        for (int i = 0; i < mask.length; i++) {
            block[to + i] ^= mask[i];
        }
    }

    @Test
    void oaep_with_one_byte_wrong_under_the_mask_gives_the_substitute() throws Exception {
        byte[] key = random(32);
        byte[] substitute = random(32);
        byte[] plain = unmasked(key, 256);
        for (int i = 0; i < plain.length - key.length; i++) {
            byte[] changed = plain.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            boolean inSeed = i > 0 && i <= 32; // any seed will do
            assertThat(SHA256.remove(masked(changed), substitute))
                    .as("byte %d", i)
                    .isEqualTo(inSeed ? key : substitute);
        }
    }

    @Test
    void oaep_fits_exactly_or_gives_the_substitute() throws Exception {
        byte[] key = random(32);
        byte[] substitute = random(32);
        int shortest = 1 + 32 + 32 + 1 + key.length;
        assertThat(SHA256.remove(masked(unmasked(key, shortest)), substitute)).isEqualTo(key);
        for (int length = 0; length < shortest; length++) {
            assertThat(SHA256.remove(random(length), substitute))
                    .as("%d bytes", length)
                    .isEqualTo(substitute);
        }
    }

    @Test
    void oaep_under_other_parameters_or_of_another_length_gives_the_substitute() throws Exception {
        byte[] substitute = random(32);
        List<OaepPadding> all = oaep().toList();
        for (OaepPadding made : all) {
            for (OaepPadding read : all) {
                boolean same = made == read;
                byte[] key = random(32);
                assertThat(read.remove(oaepBlock(made, key), substitute)).isEqualTo(same ? key : substitute);
            }
            for (int length : new int[] {0, 1, 16, 31, 33}) {
                assertThat(made.remove(oaepBlock(made, random(length)), substitute))
                        .as("key of %d bytes", length)
                        .isEqualTo(substitute);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void pkcs1_of_the_platform_comes_back(int length) throws Exception {
        byte[] key = random(length);
        assertThat(new Pkcs1Padding().remove(pkcs1Block(key), random(length))).isEqualTo(key);
    }

    @Test
    void each_damage_to_pkcs1_gives_the_substitute() throws Exception {
        byte[] key = random(32);
        byte[] block = pkcs1Block(key);
        byte[] substitute = random(32);
        int separator = block.length - key.length - 1;
        for (int i = 0; i <= separator; i++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = block.clone();
                changed[i] = (byte) value;
                boolean right = i < 2 || i == separator ? changed[i] == block[i] : value != 0;
                assertThat(Arrays.equals(new Pkcs1Padding().remove(changed, substitute), right ? key : substitute))
                        .as("byte %d as %d", i, value)
                        .isTrue();
            }
        }
    }

    @Test
    void pkcs1_fits_exactly_or_gives_the_substitute() {
        byte[] key = random(32);
        byte[] substitute = random(32);
        assertThat(new Pkcs1Padding().remove(shortPkcs1(key, 8), substitute)).isEqualTo(key);
        assertThat(new Pkcs1Padding().remove(shortPkcs1(key, 7), substitute)).isEqualTo(substitute);
        assertThat(new Pkcs1Padding().remove(new byte[0], substitute)).isEqualTo(substitute);
    }

    private static byte[] shortPkcs1(byte[] key, int filling) {
        byte[] block = new byte[3 + filling + key.length];
        Arrays.fill(block, (byte) 0xff);
        block[0] = 0;
        block[1] = 2;
        block[2 + filling] = 0;
        System.arraycopy(key, 0, block, 3 + filling, key.length);
        return block;
    }

    @Test
    void pkcs1_of_another_length_gives_the_substitute() throws Exception {
        byte[] substitute = random(32);
        for (int length : new int[] {0, 1, 16, 31, 33, 48, 200, 245}) {
            assertThat(new Pkcs1Padding().remove(pkcs1Block(random(length)), substitute))
                    .as("key of %d bytes", length)
                    .isEqualTo(substitute);
        }
        assertThat(new Pkcs1Padding().remove(new byte[256], substitute)).isEqualTo(substitute);
        assertThat(new Pkcs1Padding().remove(new byte[42], substitute)).isEqualTo(substitute);
    }

    @Test
    void substitute_is_never_handed_out_itself() {
        byte[] substitute = random(32);
        assertThat(new Pkcs1Padding().remove(new byte[256], substitute)).isNotSameAs(substitute);
        assertThat(new OaepPadding("SHA-1", "SHA-1", new byte[0]).remove(new byte[40], substitute))
                .isEqualTo(substitute)
                .isNotSameAs(substitute);
    }

    @Test
    void parameters_are_read_as_written_and_unknown_ones_are_no_padding() {
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        AlgorithmIdentifier sha1 = new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1);
        AlgorithmIdentifier md5 = new AlgorithmIdentifier(PKCSObjectIdentifiers.md5);
        AlgorithmIdentifier label =
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_pSpecified, new DEROctetString(new byte[] {7}));
        assertThat(oaep(sha256, mgf1(sha1), label)).hasValueSatisfying(padding -> {
            assertThat(padding.hash()).isEqualTo("SHA-256");
            assertThat(padding.maskHash()).isEqualTo("SHA-1");
            assertThat(padding.label()).containsExactly(7);
        });
        assertThat(OaepPadding.of(null)).map(OaepPadding::hash).contains("SHA-1"); // RFC 4055 4.1
        assertThat(oaep(md5, mgf1(sha1), label)).isEmpty();
        assertThat(oaep(sha256, mgf1(md5), label)).isEmpty();
        assertThat(oaep(sha256, sha256, label)).isEmpty();
        assertThat(oaep(sha256, mgf1(sha256), sha256)).isEmpty();
        assertThat(Padding.of(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS)))
                .isEmpty();
    }

    private static java.util.Optional<OaepPadding> oaep(
            AlgorithmIdentifier hash, AlgorithmIdentifier mask, AlgorithmIdentifier source) {
        return OaepPadding.of(new RSAESOAEPparams(hash, mask, source));
    }

    private static AlgorithmIdentifier mgf1(AlgorithmIdentifier hash) {
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash);
    }
}
