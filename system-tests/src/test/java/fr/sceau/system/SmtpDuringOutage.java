package fr.sceau.system;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.talk.SmtpReply;
import fr.sceau.system.talk.SmtpTalk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What clients hear while the database is away. */
final class SmtpDuringOutage {
    private SmtpDuringOutage() {}

    /** The first refusal of each of three attempts: a partner's mail twice, and a login. */
    static List<Integer> answers(TestSceau sceau) throws IOException {
        List<Integer> answers = new ArrayList<>();
        Outbox outbox = new Outbox(sceau);
        byte[] letter = Letter.result(Cast.HELENE, Cast.CLAIRE).bytes();
        for (int attempt = 0; attempt < 2; attempt++) {
            answers.add(outbox.handOver(Cast.CLAIRE, letter).code());
        }
        try (SmtpTalk smtp = SmtpTalk.tls(sceau.port("submissions.port"), sceau.client())) {
            SmtpReply reply = smtp.login(Cast.CLAIRE, "peu importe");
            answers.add(reply.code());
        }
        return answers;
    }
}
