package fr.sceau.system.backup;

import fr.sceau.demo.world.Cast;
import fr.sceau.demo.world.Logins.Login;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.talk.ImapTalk;
import fr.sceau.system.talk.SmtpReply;
import fr.sceau.system.talk.SmtpTalk;
import java.io.IOException;
import java.util.List;

/** What clients do to an installation. */
public final class Steps {
    private Steps() {}

    /** The partner operator hands over one letter after the other; acknowledged is the Message-ID. */
    public static Working.Step letters(TestSceau sceau, String to) throws IOException {
        SmtpTalk smtp = new Outbox(sceau).asPartner();
        return new Working.Step() {
            @Override
            public String next() throws IOException {
                Letter letter = Letter.result(Cast.HELENE, to);
                SmtpReply reply = smtp.send(Cast.HELENE, List.of(to), letter.bytes());
                if (reply.code() != 250) {
                    throw new IOException("not taken: " + reply);
                }
                return letter.id();
            }

            @Override
            public void close() throws IOException {
                smtp.close();
            }
        };
    }

    /** The first message of INBOX gets one keyword after the other; acknowledged is the keyword. */
    public static Working.Step keywords(TestSceau sceau, String address) throws IOException {
        Login login = sceau.logins().forMailbox(address);
        ImapTalk imap = ImapTalk.tls(sceau.port("imaps.port"), sceau.client()).inbox(login.login(), login.password());
        long first = imap.search("ALL").get(0);
        return new Working.Step() {
            private int number;

            @Override
            public String next() throws IOException {
                String keyword = "etape" + ++number;
                imap.must("UID STORE " + first + " +FLAGS (" + keyword + ")");
                return keyword;
            }

            @Override
            public void close() throws IOException {
                imap.close();
            }
        };
    }
}
