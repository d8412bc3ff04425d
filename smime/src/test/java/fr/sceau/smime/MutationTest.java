package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 200,000 changes are {@code ./sceau prove mutation}. */
class MutationTest {
    @Test
    void one_changed_byte_deceives_nobody(@TempDir Path trust) throws Exception {
        MutationProof proof = new MutationProof(trust);
        String table = proof.table(5000, 20261122);
        System.out.println(table);
        assertThat(proof.forgeries()).as(table).isEmpty();
    }

    @Test
    void the_untouched_messages_are_opened_and_trusted(@TempDir Path trust) throws Exception {
        MessageVerifier verifier = new World(trust).verifier();
        for (MutationProof.Shape shape : MutationProof.shapes()) {
            Opening opening = new MessageOpener().open(RawMessage.of(shape.message()), shape.keys());
            RawMessage message =
                    opening instanceof Opening.Opened opened ? opened.message() : RawMessage.of(shape.message());
            assertThat(verifier.verify(message, World.NOW).code())
                    .as(shape.name())
                    .isEqualTo(shape.trusted() ? "trusted" : "unsigned");
            assertThat(Shown.of(Mails.text(message).getBytes(StandardCharsets.ISO_8859_1)))
                    .as(shape.name())
                    .isEqualTo(shape.original());
        }
    }

    /** What the 200,000 found, each once. */
    @ParameterizedTest
    @ValueSource(strings = {"From: %s\u001d", "From:\u001d%s", "From: <%s>\u000c"})
    void from_with_control_characters_is_nobodys(String from, @TempDir Path trust) throws Exception {
        String signed = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY);
        String changed = signed.replace("From: " + Mails.LABORATORY, String.format(from, Mails.LABORATORY));
        assertThat(new World(trust).verify(changed).code()).isEqualTo("untrusted.sender-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {" \r\n\r\n--", "\"\u000b\n\r\n--"})
    void boundary_that_two_readers_read_otherwise_is_malformed(String other, @TempDir Path trust) throws Exception {
        String end = "\"\r\n\r\n--";
        String signed = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY);
        assertThat(signed).contains(end);
        assertThat(new World(trust).verify(signed.replace(end, other)).code()).isEqualTo("invalid.malformed");
    }

    @Test
    void delimiter_with_more_than_spaces_behind_it_is_malformed(@TempDir Path trust) throws Exception {
        String signed = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY);
        String boundary = signed.substring(signed.indexOf("boundary=\"") + 10).replaceFirst("(?s)\".*", "");
        String changed = signed.replace("--" + boundary + "\r\n", "--" + boundary + "\u000b\r\n");
        assertThat(new World(trust).verify(changed).code()).isEqualTo("invalid.malformed");
    }
}
