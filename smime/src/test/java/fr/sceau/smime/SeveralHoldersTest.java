package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.testpki.Issued;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Envelopes to several holders of whom more than one key is at hand. */
class SeveralHoldersTest {
    private static final Issued DOCTOR = World.DOCTOR_ENCRYPTION;
    private static final Issued PAUL =
            World.PKI.person(World.PAUL_ID, "DURAND", "PAUL").encryption();

    private final Issued curve;

    SeveralHoldersTest() throws Exception {
        this.curve = SmallAuthority.ec("secp256r1", KeyUsage.keyAgreement);
    }

    private static Opening open(String mail, Issued... holders) throws Exception {
        List<DecryptionKey> keys =
                List.of(holders).stream().map(World::decryptionKey).toList();
        return new MessageOpener().open(Mails.of(mail), keys);
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void envelope_that_gives_all_the_same_key_opens_with_all(ContentCipher cipher) throws Exception {
        String mail = EncryptedMails.encrypted(
                Mails.plain(Mails.LABORATORY), cipher, DOCTOR.certificate(), PAUL.certificate(), curve.certificate());
        for (List<Issued> order : List.of(List.of(DOCTOR, PAUL, curve), List.of(curve, PAUL, DOCTOR), List.of(PAUL))) {
            Opening opening = open(mail, order.toArray(Issued[]::new));
            assertThat(opening).isInstanceOf(Opening.Opened.class);
            assertThat(Mails.text(((Opening.Opened) opening).message())).contains("Glycemie 1,02");
        }
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void holder_may_be_named_twice_and_not_more_often(ContentCipher cipher) throws Exception {
        for (int times : List.of(1, 2, 3, 40)) {
            X509Certificate[] named = new X509Certificate[times];
            Arrays.fill(named, DOCTOR.certificate());
            String mail = EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), cipher, named);
            assertThat(open(mail, DOCTOR))
                    .as("%d times", times)
                    .isInstanceOf(times > 2 ? Opening.Damaged.class : Opening.Opened.class);
        }
    }

    /** RFC 5652 6.1 has one content key; nothing but our comparison holds a sender to it. */
    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void envelope_that_gives_another_key_to_another_is_damaged(ContentCipher cipher) throws Exception {
        for (Issued other : List.of(PAUL, curve)) {
            String mail = twoKeys(cipher, DOCTOR, other);
            assertThat(open(mail, DOCTOR)).isInstanceOf(Opening.Opened.class);
            assertThat(open(mail, DOCTOR, other)).isEqualTo(new Opening.Damaged());
            assertThat(open(mail, other, DOCTOR)).isEqualTo(new Opening.Damaged());
        }
    }

    /** The content is under the first one's key. */
    private static String twoKeys(ContentCipher cipher, Issued one, Issued other) throws Exception {
        ContentInfo first = envelope(cipher, one);
        ASN1EncodableVector holders = new ASN1EncodableVector();
        List.of(first, envelope(cipher, other))
                .forEach(envelope -> recipients(envelope).forEach(holders::add));
        ASN1EncodableVector changed = new ASN1EncodableVector();
        for (ASN1Encodable element : ASN1Sequence.getInstance(first.getContent())) {
            changed.add(element instanceof ASN1Set ? new DLSet(holders) : element);
        }
        byte[] object = new ContentInfo(first.getContentType(), new DLSequence(changed)).getEncoded();
        String type = cipher == ContentCipher.AES_256_GCM ? "authEnveloped-data" : "enveloped-data";
        return Mails.pkcs7(Mails.header(Mails.LABORATORY), type, object);
    }

    private static ContentInfo envelope(ContentCipher cipher, Issued holder) throws Exception {
        String mail = EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), cipher, holder.certificate());
        return ContentInfo.getInstance(MessageOpenerTest.object(mail));
    }

    private static ASN1Set recipients(ContentInfo envelope) {
        for (ASN1Encodable element : ASN1Sequence.getInstance(envelope.getContent())) {
            if (element instanceof ASN1Set holders) {
                return holders;
            }
        }
        throw new AssertionError("an envelope to nobody");
    }
}
