package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.keys.DecryptionKey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the signers of the layers wrote to, and who got it. */
class LayersRoutingTest {
    private static final List<DecryptionKey> KEYS = List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION));

    private final MessageVerifier verifier;

    LayersRoutingTest(@TempDir Path trust) throws SmimeException {
        this.verifier = new World(trust).verifier();
    }

    private Layers layers(String message) throws Exception {
        return verifier.layers(Mails.of(message), KEYS, World.NOW);
    }

    private static String addressedInside(String fields) {
        String entity = "Content-Type: text/plain; hp=\"clear\"\r\n" + fields + "\r\nGlycemie 1,02 g/L\r\n";
        return Mails.clearSigned(
                Mails.header(Mails.LABORATORY),
                entity,
                CraftedSignature.by(World.LABORATORY_SIGNATURE).detached(entity));
    }

    @Test
    void signed_recipients_are_compared_with_those_who_got_it() throws Exception {
        String message = addressedInside("To: Paul <" + Mails.PAUL + ">\r\nCc: x@b.test\r\n");
        for (String wrapped : List.of(message, Nesting.around('E', message), Nesting.around('C', message))) {
            Layers layers = layers(wrapped);
            assertThat(layers.routing(List.of("X@b.test")).orElseThrow().leftOut())
                    .isEmpty();
            assertThat(layers.routing(List.of(Mails.PAUL, Mails.DOCTOR))
                            .orElseThrow()
                            .leftOut())
                    .containsExactly(Mails.DOCTOR);
        }
    }

    @Test
    void recipients_that_nobody_believable_signed_are_not_compared() throws Exception {
        String addressed = addressedInside("To: Paul <" + Mails.PAUL + ">\r\n");
        assertThat(layers(Nesting.of("C")).routing(List.of(Mails.DOCTOR)))
                .as("none inside")
                .isEmpty();
        assertThat(layers(addressed.replace("1,02", "9,02")).routing(List.of(Mails.DOCTOR)))
                .as("changed")
                .isEmpty();
        assertThat(layers(Nesting.opaque(World.DOCTOR_SIGNATURE, addressed)).routing(List.of(Mails.DOCTOR)))
                .as("another signer who is not established")
                .isEmpty();
        assertThat(layers(addressedInside("To: undisclosed-recipients:;\r\n"))
                        .routing(List.of(Mails.DOCTOR))
                        .orElseThrow()
                        .leftOut())
                .as("a mailing that names nobody")
                .isEmpty();
    }
}
