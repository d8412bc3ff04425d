package fr.sceau.mailets.smtp;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.support.FakeSession;
import fr.sceau.mailets.support.Mails;
import java.util.List;
import java.util.Map;
import org.apache.james.core.MailAddress;
import org.apache.james.smtpserver.dsn.DSNMessageHook;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;

final class ReceiptRequestTest {
    @Test
    void recipient_named_twice_still_gets_one_receipt() throws Exception {
        FakeSession session = FakeSession.loggedIn(LAB).envelope(LAB, List.of());
        Map<String, String> notify = Map.of("NOTIFY", "SUCCESS");
        ReceiptRequest hook = new ReceiptRequest();
        hook.doRcpt(session, FakeSession.sender(LAB), new MailAddress(CLAIRE), notify);
        session.envelope(LAB, List.of(CLAIRE));
        hook.doRcpt(session, FakeSession.sender(LAB), new MailAddress(CLAIRE), notify);

        Mail mail = Mails.mail(Mails.clear(LAB, CLAIRE), LAB, CLAIRE);
        new DSNMessageHook().onMessage(session, mail);
        assertThat(mail.dsnParameters().orElseThrow().getRcptParameters()).containsOnlyKeys(new MailAddress(CLAIRE));
    }
}
