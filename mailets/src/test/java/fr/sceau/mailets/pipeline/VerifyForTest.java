package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.load.LargeMailGate;
import fr.sceau.mailets.support.World;
import org.apache.mailet.Mail;

/** Runs a queued mail through the steps that find out what it is. */
public final class VerifyForTest {
    private VerifyForTest() {}

    public static String verdict(World world, Mail mail) throws Exception {
        new Open(world.accounts, world.verification, new LargeMailGate()).service(mail);
        new Verify(world.verification).service(mail);
        return MailFacts.of(mail).verdictCode().orElseThrow();
    }
}
