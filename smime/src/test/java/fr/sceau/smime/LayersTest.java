package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.Opening.Opened;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.keys.DecryptionKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the layers of a message, whatever is around what. */
class LayersTest {
    private static final String SEALED = "encrypted:aes-256-cbc:opened";
    private static final String CLEAR = "multipart-signed:trusted";
    private static final String OPAQUE = "signed-data:trusted";
    private static final List<DecryptionKey> KEYS = List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION));

    private final MessageVerifier verifier;

    LayersTest(@TempDir Path trust) throws SmimeException {
        this.verifier = new World(trust).verifier();
    }

    private Layers layers(String message) throws Exception {
        return verifier.layers(Mails.of(message), KEYS, World.NOW);
    }

    @Test
    void ordinary_mail_has_no_layer() throws Exception {
        assertThat(layers(Nesting.of("")).code()).isEqualTo("none");
        assertThat(layers(Nesting.of("")).verdict().code()).isEqualTo("unsigned");
    }

    @ParameterizedTest
    @CsvSource({"C", "O", "EC", "EO", "CC", "OC", "CEC", "OEO", "CEO", "OEC", "COC", "ECC"})
    void signatures_inside_are_found_in_every_legal_nesting(String wrapping) throws Exception {
        Layers layers = layers(Nesting.of(wrapping));
        String expected = wrapping.replace("C", CLEAR + " > ")
                .replace("O", OPAQUE + " > ")
                .replace("E", SEALED + " > ");
        assertThat(layers.code() + " > ").isEqualTo(expected);
        assertThat(layers.verdict()).isInstanceOf(Trusted.class);
        assertThat(layers.integrityGuaranteed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"CE", "OE", "CCE"})
    void what_is_only_signed_after_encryption_has_no_author(String wrapping) throws Exception {
        Layers layers = layers(Nesting.of(wrapping));
        assertThat(layers.verdict().code()).isEqualTo("invalid.encrypted-then-signed");
        assertThat(layers.code())
                .startsWith(wrapping.startsWith("C") ? CLEAR : OPAQUE)
                .endsWith(SEALED);
        assertThat(layers.integrityGuaranteed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"E,", "EC,C", "CE,", "OE,", "CCE,", "CEC,C", "OEO,O", "COE,", "ECC,CC"})
    void envelope_is_opened_inside_the_signatures_around_it(String wrapping, @Nullable String left) throws Exception {
        try (Opening opening = new MessageOpener().open(Mails.of(Nesting.of(wrapping)), KEYS)) {
            Opened opened = (Opened) opening;
            assertThat(opened.signedAround()).isEqualTo(!wrapping.startsWith("E"));
            Layers inside = verifier.layers(opened.message(), List.of(), World.NOW);
            assertThat(inside.layers()).hasSize(left == null ? 0 : left.length());
            assertThat(Mails.text(opened.message()))
                    .startsWith("From: " + Mails.LABORATORY)
                    .contains("Subject: resultat")
                    .contains(left != null && left.startsWith("O") ? "signed-data" : "Glycemie 1,02");
        }
    }

    @Test
    void envelope_inside_a_signature_that_does_not_match_stays_closed() throws Exception {
        String wrapped = Nesting.of("CEC");
        int at = wrapped.length() / 3;
        String changed = wrapped.substring(0, at) + (wrapped.charAt(at) == 'A' ? 'B' : 'A') + wrapped.substring(at + 1);
        assertThat(new MessageOpener().open(Mails.of(changed), KEYS)).isInstanceOf(Opening.NotEncrypted.class);
    }

    @Test
    void envelope_beside_another_part_under_one_signature_stays_an_attachment() throws Exception {
        String sealed = Nesting.of("EC");
        String mixed = Mails.header(Mails.LABORATORY)
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<img src='\r\n--b\r\n"
                + sealed.substring(sealed.indexOf("Content-Type:")) + "\r\n--b--\r\n";
        for (String message : List.of(mixed, Nesting.around('C', mixed), Nesting.around('O', mixed))) {
            assertThat(new MessageOpener().open(Mails.of(message), KEYS)).isInstanceOf(Opening.NotEncrypted.class);
        }
    }

    @Test
    void deeper_than_the_walk_nothing_is_opened() throws Exception {
        assertThat(new MessageOpener().open(Mails.of(Nesting.of("CCCE")), KEYS))
                .isInstanceOf(Opening.NotEncrypted.class);
    }

    @ParameterizedTest
    @CsvSource({"CE", "E", "EC", "CEC"})
    void without_a_key_nothing_is_said_of_what_is_sealed(String wrapping) throws Exception {
        Layers layers = verifier.layers(Mails.of(Nesting.of(wrapping)), List.of(), World.NOW);
        assertThat(layers.verdict().code()).isEqualTo("sealed");
        assertThat(layers.code()).endsWith("encrypted:aes-256-cbc:closed");
    }

    @ParameterizedTest
    @CsvSource({"CCCC", "CECC", "EE", "CEE", "ECE"})
    void deeper_nesting_and_encryption_in_encryption_are_refused(String wrapping) throws Exception {
        Layers layers = layers(Nesting.of(wrapping));
        assertThat(layers.verdict().code()).isEqualTo("invalid.nesting-refused");
        assertThat(layers.code()).endsWith(" > refused");
    }

    @Test
    void one_bad_signature_among_the_layers_decides() throws Exception {
        String byStranger = Nesting.opaque(World.DOCTOR_SIGNATURE, Nesting.of("C"));
        assertThat(layers(byStranger).code()).isEqualTo("signed-data:untrusted.not-delegate > " + CLEAR);
        assertThat(layers(byStranger).verdict().code()).isEqualTo("untrusted.not-delegate");
        String tampered = Nesting.of("C").replace("1,02 g/L", "9,02 g/L");
        Layers around = layers(Nesting.opaque(World.LABORATORY_SIGNATURE, tampered));
        assertThat(around.code()).isEqualTo(OPAQUE + " > multipart-signed:invalid.digest-mismatch");
        assertThat(around.verdict().code()).isEqualTo("invalid.digest-mismatch");
        assertThat(layers(Nesting.around('E', byStranger)).verdict().code()).isEqualTo("untrusted.not-delegate");
    }

    @Test
    void no_change_of_a_nested_mail_makes_it_trusted_by_other_layers() throws Exception {
        String mail = Nesting.of("OEC");
        Random random = new Random(4);
        for (int i = 0; i < 250; i++) {
            int at = random.nextInt(mail.length());
            String changed = mail.substring(0, at) + (char) random.nextInt(256) + mail.substring(at + 1);
            Layers layers = layers(random.nextBoolean() ? changed : mail.substring(0, at));
            if (layers.verdict() instanceof Trusted) {
                assertThat(layers.code()).as("byte %d", at).isEqualTo(OPAQUE + " > " + SEALED + " > " + CLEAR);
            }
        }
    }
}
