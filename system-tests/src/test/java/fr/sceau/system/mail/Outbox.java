package fr.sceau.system.mail;

import fr.sceau.demo.world.Cast;
import fr.sceau.demo.world.Logins.Login;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.talk.SmtpReply;
import fr.sceau.system.talk.SmtpTalk;
import java.io.IOException;
import java.util.List;

/** Sends messages as somebody of the demo. */
public final class Outbox {
    private final TestSceau sceau;

    public Outbox(TestSceau sceau) {
        this.sceau = sceau;
    }

    /** A connection on which that mailbox's login is authenticated; the caller closes it. */
    public SmtpTalk as(String address) throws IOException {
        Login login = sceau.logins().forMailbox(address);
        SmtpTalk smtp = SmtpTalk.tls(sceau.port("submissions.port"), sceau.client());
        SmtpReply reply = smtp.login(login.login(), login.password());
        if (reply.code() != 235) {
            throw new IOException("login of " + address + " refused: " + reply);
        }
        return smtp;
    }

    /** A connection as the partner operator on port 25; the caller closes it. */
    public SmtpTalk asPartner() throws IOException {
        return SmtpTalk.startTls(sceau.port("mx.port"), sceau.partner());
    }

    /** Submits one message to one recipient. */
    public SmtpReply submit(String from, String to, byte[] message) throws IOException {
        try (SmtpTalk smtp = as(from)) {
            return smtp.send(from, List.of(to), message);
        }
    }

    /** Whether that person's login may begin a mail in that box's name. */
    public boolean mayWriteAs(String person, String box) throws IOException {
        try (SmtpTalk smtp = as(person)) {
            return smtp.command("MAIL FROM:<" + box + ">").code() == 250;
        }
    }

    /** Hands one message over as the partner operator. */
    public SmtpReply handOver(String to, byte[] message) throws IOException {
        try (SmtpTalk smtp = asPartner()) {
            return smtp.send(Cast.HELENE, List.of(to), message);
        }
    }
}
