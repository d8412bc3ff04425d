package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.DemoKeys;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Patient;
import fr.sceau.system.mail.Published;
import fr.sceau.system.mail.Seals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./sceau verify} beside the running server. */
final class VerifyDialogueTest {
    private final TestSceau sceau = TestSceau.shared();
    private final DemoKeys keys = new DemoKeys(sceau.installation());

    @TempDir
    private Path folder = Path.of("");

    private record Answer(int code, String text) {}

    private Answer verify(byte[] message, String... more) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("message.eml"), message);
        List<String> words = new ArrayList<>(
                List.of("verify", "--home", sceau.installation().path("").toString(), file.toString()));
        words.addAll(List.of(more));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(sceau.operatorCommand(words.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Answer(process.exitValue(), Files.readString(output));
    }

    @Test
    void code_of_return_follows_the_verdict_and_no_content_is_shown() throws Exception {
        Letter letter = Letter.result(Cast.LABORATORY, Cast.CLAIRE);
        byte[] signed = Seals.signed(letter.bytes(), keys.laboratory());
        Answer trusted = verify(signed);
        assertThat(trusted.code()).as(trusted.text()).isZero();
        assertThat(trusted.text())
                .contains("multipart-signed:trusted", "révocation : CRL de ")
                .doesNotContain(Patient.NAME);
        assertThat(verify(Seals.tampered(signed)).code()).isEqualTo(6);
        assertThat(verify(letter.bytes()).code()).isEqualTo(3);
        assertThat(verify(signed, "--at", "2019-01-01T00:00:00Z").code()).isEqualTo(5);
    }

    @Test
    void sealed_mail_is_looked_into_with_the_keys_of_a_mailbox() throws Exception {
        byte[] signed = Seals.signed(Letter.result(Cast.LABORATORY, Cast.CLAIRE).bytes(), keys.laboratory());
        byte[] sealed = Seals.encrypted(signed, new Published(sceau.installation()).encryption(Cast.CLAIRE));
        assertThat(verify(sealed).code()).isEqualTo(3);
        Answer opened = verify(sealed, "--mailbox", Cast.CLAIRE, "--json");
        assertThat(opened.code()).as(opened.text()).isZero();
        assertThat(opened.text()).contains("\"verdict\":\"trusted\"", "encrypted:aes-256-gcm:opened");
        int at = sealed.length / 2;
        while (!Character.isLetterOrDigit(sealed[at])) {
            at++; // a line end counts for nothing in base64
        }
        sealed[at] ^= 1;
        Answer damaged = verify(sealed, "--mailbox", Cast.CLAIRE);
        assertThat(damaged.code()).as(damaged.text()).isEqualTo(6);
        assertThat(damaged.text()).contains("sealed.damaged");
    }
}
