package fr.sceau.smime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.Capabilities;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.Recipient;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Person;
import fr.sceau.testpki.TestPki;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that is away judges no mail: neither its own nor that of others. */
class TokenAwayTest {
    private static final Person DOCTOR =
            TestPki.generate(Instant.now(), KeySizes.quick()).person("899700218896", "MARTIN", "CLAIRE");
    private static final Issued HELD = DOCTOR.encryption();
    private static final RawMessage MAIL = RawMessage.of(
            "From: a@b.test\r\nContent-Type: text/plain\r\n\r\nGlycemie\r\n".getBytes(StandardCharsets.US_ASCII));

    private final Token away =
            new Token(new TokenPlace(Path.of("/nowhere/libp11.so"), "SCEAU"), Pin.of("1234"), Clock.systemUTC());
    private final DecryptionKey key = new DecryptionKey(new TokenKey(away, HELD.certificate()), HELD.certificate());

    private static RawMessage sealed(Recipient recipient) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageEncrypter().encrypt(MAIL, List.of(recipient), out);
        return RawMessage.of(out.toByteArray());
    }

    private Opening open(RawMessage message) throws Exception {
        return new MessageOpener().open(message, List.of(key));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void its_mail_is_an_outage_and_no_finding(boolean modern) throws Exception {
        RawMessage sealed = sealed(new Recipient(HELD.certificate(), new Capabilities(modern, modern)));
        assertThatThrownBy(() -> open(sealed)).isInstanceOf(TokenUnavailable.class);
    }

    @Test
    void clear_mail_and_that_of_others_is_none_of_its_business() throws Exception {
        assertThat(open(MAIL)).isInstanceOf(Opening.NotEncrypted.class);
        RawMessage toAnother = sealed(Recipient.of(DOCTOR.encryption().certificate()));
        assertThat(open(toAnother)).isInstanceOf(Opening.NotForTheseKeys.class);
    }

    @Test
    void what_is_no_block_is_damaged_without_asking_it() throws Exception {
        byte[] sealed = bytes(sealed(Recipient.of(HELD.certificate())));
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        byte[] object = Base64.getMimeDecoder().decode(text.substring(body));
        int block = indexOf(object, new byte[] {4, (byte) 0x82, 1, 0}) + 4;
        Arrays.fill(object, block, block + 256, (byte) 0xff); // above any modulus
        String changed = text.substring(0, body) + Base64.getMimeEncoder().encodeToString(object) + "\r\n";
        assertThat(open(RawMessage.of(changed.getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(new Opening.Damaged());
    }

    @Test
    void signing_waits_too() {
        Issued signer = DOCTOR.signature();
        SigningKey signing = new SigningKey(new TokenKey(away, signer.certificate()), signer.chain());
        assertThatThrownBy(() -> new MessageSigner().sign(MAIL, signing, new ByteArrayOutputStream()))
                .isInstanceOf(TokenUnavailable.class);
    }

    private static byte[] bytes(RawMessage message) throws Exception {
        try (var in = message.open()) {
            return in.readAllBytes();
        }
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int i = 0; i + what.length <= in.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}
