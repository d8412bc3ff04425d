package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.SignatureVerdict.Pending;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.SignatureVerdict.Untrusted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a signed mail: no exception, and never trust in anything else than what was signed. */
class HostileMailTest {
    private final World world;
    private final MessageVerifier verifier;

    HostileMailTest(@TempDir Path trust) throws SmimeException {
        this.world = new World(trust);
        this.verifier = world.verifier();
    }

    private static boolean intact(SignatureVerdict verdict) {
        return verdict instanceof Trusted || verdict instanceof Pending || verdict instanceof Untrusted;
    }

    private SignatureVerdict verify(String message) throws Exception {
        return verifier.verify(Mails.of(message), World.NOW);
    }

    @Test
    @Tag("long")
    void truncated_clear_signed_mail_is_never_intact() throws Exception {
        String signed = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY);
        int whole = signed.stripTrailing().length();
        for (int length = 0; length < whole; length++) {
            SignatureVerdict verdict = verify(signed.substring(0, length));
            assertThat(intact(verdict))
                    .as("%d of %d: %s", length, whole, verdict)
                    .isFalse();
        }
        assertThat(verify(signed.substring(0, whole))).isInstanceOf(Trusted.class);
    }

    @Test
    @Tag("long")
    void truncated_opaque_mail_is_never_intact() throws Exception {
        byte[] object = CraftedSignature.by(World.LABORATORY_SIGNATURE).opaque(Mails.ENTITY);
        String signed = Mails.pkcs7(Mails.header(Mails.LABORATORY), "signed-data", object);
        // The last bytes only end the outermost frames.
        int whole = signed.stripTrailing().length() - 12;
        for (int length = 0; length < whole; length += 3) {
            SignatureVerdict verdict = verify(signed.substring(0, length));
            assertThat(intact(verdict))
                    .as("%d of %d: %s", length, whole, verdict)
                    .isFalse();
        }
    }

    @Test
    @Tag("long")
    void changed_clear_signed_mail_is_never_intact_with_other_content() throws Exception {
        String signed = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY);
        Random random = new Random(20261121);
        for (int i = 0; i < 1500; i++) {
            int at = random.nextInt(signed.length());
            String changed = changed(signed, at, (char) random.nextInt(256));
            SignatureVerdict verdict = verify(changed);
            if (intact(verdict)) {
                assertThat(unix(changed)).as("byte %d: %s", at, verdict).contains(unix(Mails.ENTITY));
            }
        }
    }

    @Test
    void every_changed_byte_of_the_content_breaks_the_signature() throws Exception {
        String signed = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY);
        int start = signed.indexOf(Mails.ENTITY);
        for (int at = start; at < start + Mails.ENTITY.length(); at++) {
            SignatureVerdict verdict = verify(changed(signed, at, (char) (signed.charAt(at) ^ 1)));
            assertThat(intact(verdict)).as("byte %d: %s", at, verdict).isFalse();
        }
    }

    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }

    @Test
    @Tag("long")
    void changed_opaque_mail_is_never_intact_with_other_content() throws Exception {
        byte[] object = CraftedSignature.by(World.LABORATORY_SIGNATURE).opaque(Mails.ENTITY);
        Random random = new Random(4);
        for (int i = 0; i < 800; i++) {
            byte[] changed = object.clone();
            changed[random.nextInt(object.length)] ^= (byte) (1 << random.nextInt(8));
            SignatureVerdict verdict = verify(Mails.pkcs7(Mails.header(Mails.LABORATORY), "signed-data", changed));
            if (intact(verdict)) {
                assertThat(new String(changed, StandardCharsets.ISO_8859_1)).contains(Mails.ENTITY);
            }
        }
    }

    private static String changed(String text, int at, char to) {
        return text.substring(0, at) + to + text.substring(at + 1);
    }

    @Test
    void deeply_nested_objects_are_malformed() throws Exception {
        ByteArrayOutputStream deep = new ByteArrayOutputStream();
        deep.write(new byte[] {
            0x30, (byte) 0x80, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 7, 2
        });
        for (int i = 0; i < 200_000; i++) {
            deep.write(0x30);
            deep.write(0x80);
        }
        assertThat(verify(Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", deep.toByteArray()))
                        .code())
                .isEqualTo("invalid.malformed");
    }

    @Test
    void an_object_that_claims_a_huge_length_is_malformed_without_asking_for_memory() throws Exception {
        byte[] start = new BERSequence(new ASN1Encodable[] {
                    CMSObjectIdentifiers.signedData, new DERTaggedObject(true, 0, DERNull.INSTANCE)
                })
                .getEncoded();
        byte[] claim = {
            0x30,
            (byte) 0x84,
            0x7f,
            (byte) 0xff,
            (byte) 0xff,
            0x00,
            0x02,
            0x01,
            0x01,
            0x31,
            (byte) 0x84,
            0x7f,
            (byte) 0xff,
            0x00,
            0x00
        };
        byte[] object = Arrays.copyOf(start, start.length - 4 + claim.length);
        System.arraycopy(claim, 0, object, start.length - 4, claim.length);
        assertThat(verify(Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", object))
                        .code())
                .isEqualTo("invalid.malformed");
    }

    @Test
    void random_bytes_are_never_intact() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] object = new byte[random.nextInt(400)];
            random.nextBytes(object);
            String message = Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", object);
            assertThat(intact(verify(message))).isFalse();
            assertThat(intact(verify(Mails.clearSigned(Mails.header(Mails.DOCTOR), Mails.ENTITY, object))))
                    .isFalse();
        }
    }

    @Test
    void source_that_fails_anywhere_is_an_outage_and_no_verdict() throws Exception {
        String signed = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY);
        String sealed = EncryptedMails.encrypted(Mails.of(signed), ContentCipher.AES_256_GCM);
        for (int at = 0; at < signed.length() - 10; at += 101) {
            RawMessage broken = new FailingMessage(signed, at);
            assertThatThrownBy(() -> verifier.verify(broken, World.NOW)).hasMessage(FailingMessage.CAUSE);
        }
        for (int at = 0; at < sealed.length() - 100; at += 101) {
            RawMessage broken = new FailingMessage(sealed, at);
            assertThatThrownBy(() ->
                            new MessageOpener().open(broken, List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION))))
                    .isInstanceOf(IOException.class)
                    .hasMessage(FailingMessage.CAUSE);
        }
    }
}
