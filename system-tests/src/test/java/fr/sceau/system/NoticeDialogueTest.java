package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Correspondents;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Notice;
import fr.sceau.system.mail.Outbox;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A partner says that a mailbox of his does not exist: the writer reads it, and the server remembers. */
final class NoticeDialogueTest {
    private final TestSceau sceau = TestSceau.shared();
    private final Outbox outbox = new Outbox(sceau);
    private final Correspondents correspondents = new Correspondents(sceau);

    @Test
    void a_notice_about_a_submission_of_ours_is_remembered_and_no_other() throws IOException {
        Letter letter = Letter.result(Cast.CLAIRE, Cast.CLAIRE);
        assertThat(outbox.submit(Cast.CLAIRE, Cast.CLAIRE, letter.bytes()).code())
                .isEqualTo(250);
        Notice notice = new Notice(sceau);
        String invented = "invented@" + Cast.PARTNER_DOMAIN;
        notice.send(invented, "never-submitted@" + Cast.DOMAIN);
        String gone = "gone@" + Cast.PARTNER_DOMAIN;
        notice.send(gone, letter.id());
        Await.until("remembered", Duration.ofSeconds(20), () -> correspondents
                .failure(gone)
                .isPresent());
        assertThat(correspondents.failure(gone)).contains("5.1.1");
        assertThat(correspondents.failure(invented)).isEmpty();
    }
}
