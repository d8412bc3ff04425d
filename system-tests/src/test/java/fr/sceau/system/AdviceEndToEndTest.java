package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.directory.client.Advice;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.client.Intention;
import fr.sceau.directory.client.LdapDirectory;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Notice;
import fr.sceau.system.mail.Outbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A partner's notice, and a minute later everybody who asks the directory is told. */
final class AdviceEndToEndTest {
    /** The mail server tells the directory each minute; the directory looks every two seconds. */
    private static final Duration TOLD = Duration.ofSeconds(90);

    private static final String CLOSED = "ferme@" + Cast.PARTNER_DOMAIN;

    private final TestSceau sceau = TestSceau.shared();

    @BeforeAll
    static void minutes() {
        Peers.need(); // none, but a minute
    }

    @Test
    void what_a_notice_says_is_told_to_the_next_writer() throws Exception {
        Letter letter = Letter.result(Cast.CLAIRE, Cast.CLAIRE);
        assertThat(new Outbox(sceau)
                        .submit(Cast.CLAIRE, Cast.CLAIRE, letter.bytes())
                        .code())
                .isEqualTo(250);
        try (LdapDirectory directory = new LdapDirectory("127.0.0.1", sceau.port("directory.port"))) {
            assertThat(advice(directory)).isInstanceOf(Advice.Unknown.class);
            new Notice(sceau).send(CLOSED, letter.id());
            Await.until("told", TOLD, () -> advice(directory) instanceof Advice.Dead);
            assertThat(advice(directory).sentence()).contains("code 5.1.1");
        }
        String home = sceau.installation().home().toString();
        sceau.run("correspondents", sceau.operatorCommand("correspondents", CLOSED, "--home", home));
    }

    private static Advice advice(LdapDirectory directory) {
        try {
            return directory.advise(Intention.of(CLOSED, List.of(), 0));
        } catch (DirectoryException e) {
            throw new IllegalStateException("the directory does not answer", e);
        }
    }
}
