package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.Opening.Damaged;
import fr.sceau.smime.Opening.NotEncrypted;
import fr.sceau.smime.Opening.NotForTheseKeys;
import fr.sceau.smime.Opening.Opened;
import fr.sceau.smime.cms.Envelope;
import fr.sceau.smime.cms.EnvelopeOpener;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.testpki.Issued;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CMS objects without a mail around them. */
class EnvelopeOpenerTest {
    private static final List<DecryptionKey> KEYS = List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION));

    private final EnvelopeOpener opener = new EnvelopeOpener();

    private static byte[] sealed(String content) throws Exception {
        return EnvelopedObject.to(World.DOCTOR_ENCRYPTION, content, CMSAlgorithm.AES256_CBC);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** What came out, if anything did. */
    private static String content(Opening opening) throws IOException {
        return opening instanceof Opened opened ? Mails.text(opened.message()) : opening.toString();
    }

    @Test
    void what_is_inside_comes_out() throws Exception {
        assertThat(content(opener.open(sealed("contenu"), KEYS))).isEqualTo("contenu");
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void what_we_seal_without_a_mail_opens(ContentCipher cipher) throws Exception {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        Envelope envelope = new Envelope(List.of(World.DOCTOR_ENCRYPTION.certificate()));
        try (OutputStream content = envelope.content(cipher, object)) {
            content.write("contenu".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(content(opener.open(object.toByteArray(), KEYS))).isEqualTo("contenu");
    }

    /** The object says AES-256; what was agreed on is a key of AES-128. */
    @Test
    void key_of_another_cipher_is_damage_even_where_it_would_fit() throws Exception {
        Issued holder = SmallAuthority.ec("secp256r1", KeyUsage.keyAgreement);
        List<DecryptionKey> keys = List.of(World.decryptionKey(holder));
        byte[] object = EnvelopedObject.agreed(holder, "contenu", CMSAlgorithm.AES128_CBC);
        assertThat(content(opener.open(object, keys))).isEqualTo("contenu");
        String oid = text(CMSAlgorithm.AES128_CBC.getEncoded());
        byte[] renamed = text(object)
                .replace(oid, text(CMSAlgorithm.AES256_CBC.getEncoded()))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(renamed).isNotEqualTo(object);
        assertThat(opener.open(renamed, keys)).isEqualTo(new Damaged());
    }

    @Test
    void other_objects_are_not_encrypted_others_keys_do_not_open_and_the_rest_is_damage() throws Exception {
        byte[] object = sealed("contenu");
        byte[] cut = Arrays.copyOf(object, object.length - 20);
        byte[] signed = CraftedSignature.by(World.DOCTOR_SIGNATURE).opaque(Mails.ENTITY);
        assertThat(opener.open(signed, KEYS)).isEqualTo(new NotEncrypted());
        assertThat(opener.open(object, List.of())).isEqualTo(new NotForTheseKeys());
        assertThat(opener.open(cut, KEYS)).isEqualTo(new Damaged());
    }

    /** RFC 3218 2.3.2: who could guess the key that takes the place of a wrong one could learn that it was wrong. */
    @Test
    void key_that_stands_in_for_a_wrong_one_cannot_be_foreseen() throws Exception {
        byte[] object = EnvelopedObject.underZeroKey(World.DOCTOR_ENCRYPTION, "contenu");
        assertThat(content(opener.open(object, KEYS))).isEqualTo("contenu");
        EnvelopedData data =
                EnvelopedData.getInstance(ContentInfo.getInstance(object).getContent());
        byte[] encryptedKey = KeyTransRecipientInfo.getInstance(
                        RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0))
                                .getInfo())
                .getEncryptedKey()
                .getOctets();
        int at = text(object).indexOf(text(encryptedKey));
        object[at + 100] ^= 1;
        assertThat(opener.open(object, KEYS))
                .satisfies(opening -> assertThat(content(opening)).isNotEqualTo("contenu"));
    }
}
