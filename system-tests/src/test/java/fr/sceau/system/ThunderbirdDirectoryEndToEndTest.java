package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Shares;
import fr.sceau.system.thunderbird.Thunderbird;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A doctor finds a colleague in the directory while she types, and the certificate to seal for him, in Thunderbird. */
final class ThunderbirdDirectoryEndToEndTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestSceau sceau = TestSceau.shared();

    @BeforeAll
    static void peers() {
        Peers.need("thunderbird", "Xvfb");
    }

    @Test
    void a_recipient_is_completed_and_the_certificate_found(@TempDir Path work) throws IOException {
        String password = new Shares(sceau).password(Cast.CLAIRE);
        try (Thunderbird doctor = Thunderbird.start(sceau, work, Cast.CLAIRE, password)) {
            List<String> offered = doctor.type("duran");
            doctor.screen(sceau.root().resolve("system-tests/target/screenshots/thunderbird-directory.png"));
            assertThat(offered).anyMatch(line -> line.contains(Cast.PAUL));
            assertThat(doctor.takeFirst()).isEqualTo(Cast.PAUL);
            Await.until("the certificate", SOON, () -> finds(doctor, Cast.PAUL));
            assertThat(doctor.findsCertificate(Cast.HELENE))
                    .as("of whom no certificate is known")
                    .isFalse();
            doctor.discard();
        }
    }

    private static boolean finds(Thunderbird doctor, String address) {
        try {
            return doctor.findsCertificate(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
