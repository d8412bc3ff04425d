package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.AgentBatch;
import fr.sceau.system.mail.Attachments;
import fr.sceau.system.mail.DemoKeys;
import fr.sceau.system.mail.Inbox;
import fr.sceau.testpki.Issued;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real files of the trade, sent by the laboratory's agent: every byte arrives. */
@Timeout(600)
final class BatchEndToEndTest {
    private static final List<String> KINDS =
            List.of("cda", "hprim-medecin", "hprim-sante", "hprim-xml", "hl7v2", "xdm");

    private final TestSceau sceau = TestSceau.shared();

    @BeforeAll
    static void peers() {
        Peers.need();
    }

    @Test
    void every_sample_file_arrives_byte_for_byte(@TempDir Path work) throws IOException {
        Path samples = Peers.samples(sceau.root());
        AgentBatch batch = new AgentBatch(sceau, work);
        int files = copy(samples, batch.folder());
        batch.toAll(Cast.CLAIRE, Cast.PAUL);
        batch.start().finish(Duration.ofMinutes(5));
        List<AgentBatch.Line> report = batch.report();
        assertThat(report).hasSize(2 * files).allMatch(line -> line.state().equals("accepté"));
        for (String recipient : List.of(Cast.CLAIRE, Cast.PAUL)) {
            assertArrived(
                    batch,
                    report.stream()
                            .filter(line -> line.recipient().equals(recipient))
                            .toList());
        }
        System.out.printf("%d fichiers d'exemple remis octet pour octet à deux destinataires%n", files);
    }

    private void assertArrived(AgentBatch batch, List<AgentBatch.Line> lines) throws IOException {
        Map<String, byte[]> inbox = Inbox.of(sceau, lines.get(0).recipient())
                .awaitAll(lines.stream().map(AgentBatch.Line::messageId).toList());
        for (AgentBatch.Line line : lines) {
            byte[] sent = Files.readAllBytes(batch.folder().resolve(line.file()));
            byte[] arrived = readable(line, Objects.requireNonNull(inbox.get(line.messageId())));
            assertThat(Attachments.of(arrived))
                    .as("%s to %s", line.file(), line.recipient())
                    .singleElement()
                    .isEqualTo(sent);
        }
    }

    /** Under a number, since two folders may hold the same name. */
    private static int copy(Path samples, Path folder) throws IOException {
        int number = 0;
        for (String kind : KINDS) {
            try (Stream<Path> files = Files.walk(samples.resolve(kind))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    Files.copy(file, folder.resolve(++number + "-" + file.getFileName()));
                }
            }
        }
        assertThat(number).isPositive();
        return number;
    }

    /** The operator opened Claire's; Paul opens his own. */
    private byte[] readable(AgentBatch.Line line, byte[] message) throws IOException {
        if (!line.recipient().equals(Cast.PAUL)) {
            return message;
        }
        Issued key = new DemoKeys(sceau.installation()).paulOpens();
        DecryptionKey paul = new DecryptionKey(key.key(), key.certificate());
        Opening opening = new MessageOpener().open(RawMessage.of(message), List.of(paul));
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        try (InputStream in = ((Opening.Opened) opening).message().open()) {
            return in.readAllBytes();
        }
    }
}
