package fr.sceau.mailets.mx;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.PARTNER;
import static fr.sceau.mailets.support.World.PKI;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.support.Dialogue;
import fr.sceau.mailets.support.FakeSession;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.testpki.Workplace;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeerHookTest {
    private static final X509Certificate LISTED = World.PARTNER_TLS.certificate();

    @TempDir
    Path home = Path.of("");

    private World world;

    @BeforeEach
    void start() throws Exception {
        world = new World(home);
    }

    private HookResult mail(FakeSession session, String sender) throws Exception {
        return new PeerHook(world.operators, world.refuser).doMail(session, FakeSession.sender(sender));
    }

    private HookResult rcpt(String recipient) throws Exception {
        return new LocalRecipient(world.configuration, world.accounts, world.refuser)
                .doRcpt(FakeSession.peer(LISTED), MaybeSender.nullSender(), new MailAddress(recipient));
    }

    @Test
    void listed_operator_may_send_for_its_domain_and_under_the_null_sender() throws Exception {
        assertThat(mail(FakeSession.peer(LISTED), PARTNER)).isEqualTo(HookResult.DECLINED);
        assertThat(mail(FakeSession.peer(LISTED), "")).isEqualTo(HookResult.DECLINED);
    }

    @Test
    void without_tls_or_certificate_nobody_may_send() throws Exception {
        assertThat(mail(FakeSession.plain(), PARTNER).getSmtpDescription()).startsWith("5.7.0 [tls-required] ");
        assertThat(mail(FakeSession.anonymous(), PARTNER).getSmtpDescription())
                .startsWith("5.7.1 [peer-without-certificate] ");
    }

    @Test
    void unlisted_operator_and_foreign_domain_are_refused_and_traced() throws Exception {
        X509Certificate stranger = PKI.organisation(Workplace.of("1990000010", "AUTRE"), "mx.autre.test")
                .tls(List.of("mx.autre.test"))
                .certificate();
        assertThat(mail(FakeSession.peer(stranger), PARTNER).getSmtpDescription())
                .startsWith("5.7.1 [peer-not-listed] ");
        assertThat(mail(FakeSession.peer(LISTED), "chef@exemple.mssante.test").getSmtpDescription())
                .startsWith("5.7.1 [peer-not-for-domain] ");
        assertThat(world.traceLines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("\"peer\":\"CN=mx."));
    }

    @Test
    void only_our_mailboxes_are_recipients() throws Exception {
        assertThat(rcpt(CLAIRE)).isEqualTo(HookResult.DECLINED);
        assertThat(rcpt("inconnu@exemple.mssante.test").getSmtpDescription()).startsWith("5.1.1 [mailbox-unknown] ");
        assertThat(rcpt(PARTNER).getSmtpDescription()).startsWith("5.7.1 [no-relay] ");
        world.accounts.away = true;
        assertThat(rcpt(CLAIRE).getSmtpRetCode()).isEqualTo("451");
    }

    @Test
    void mail_that_no_hook_vouched_for_is_not_queued() throws Exception {
        Dialogue open = new Dialogue(world, (session, mail) -> HookResult.DECLINED);
        FakeSession session = FakeSession.anonymous().envelope(PARTNER, List.of(CLAIRE));

        assertThat(open.data(session, Mails.clear(PARTNER, CLAIRE))).startsWith("451 ");
        assertThat(open.queued()).isZero();
    }
}
