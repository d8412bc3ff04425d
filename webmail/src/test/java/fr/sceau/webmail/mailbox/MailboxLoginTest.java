package fr.sceau.webmail.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import fr.sceau.webmail.world.MailWorld;
import fr.sceau.webmail.world.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxLoginTest {
    private final MailWorld world = MailWorld.start();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_wrong_password_is_refused() {
        Credentials wrong = new Credentials(MailWorld.DOCTOR, new Password("faux"));
        assertThatThrownBy(() -> Mailbox.open(world.imap(), wrong))
                .isInstanceOfSatisfying(
                        WebmailException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.LOGIN_REFUSED));
    }

    @Test
    void a_wiped_password_opens_nothing() {
        Credentials credentials = MailWorld.credentials(MailWorld.DOCTOR);
        credentials.password().wipe();
        assertThatThrownBy(() -> Mailbox.open(world.imap(), credentials))
                .isInstanceOfSatisfying(
                        WebmailException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.LOGIN_REFUSED));
    }

    @Test
    void a_server_under_another_authority_is_never_told_the_password() {
        ImapServer stranger = new ImapServer("localhost", world.imapsPort(), (javax.net.ssl.SSLSocketFactory)
                javax.net.ssl.SSLSocketFactory.getDefault());
        assertThatThrownBy(() -> Mailbox.open(stranger, MailWorld.credentials(MailWorld.DOCTOR)))
                .isInstanceOfSatisfying(
                        WebmailException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.MAIL_SERVER_AWAY));
    }

    @Test
    void a_server_of_another_name_is_never_told_the_password() {
        // The certificate says localhost; 127.0.0.1 is the same machine under another name.
        ImapServer renamed = new ImapServer("127.0.0.1", world.imapsPort(), TestHome.SHARED.sockets());
        assertThatThrownBy(() -> Mailbox.open(renamed, MailWorld.credentials(MailWorld.DOCTOR)))
                .isInstanceOfSatisfying(
                        WebmailException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.MAIL_SERVER_AWAY));
    }
}
