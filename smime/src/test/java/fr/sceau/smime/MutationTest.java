package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
