package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.verify.Verification;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.mailet.Mail;

/**
 * Establishes the verdict where neither a hook nor the opening has done so: mail from other operators, and mail signed here.
 */
public final class Verify extends PipelineMailet {
    private final Judging judging;

    @Inject
    public Verify(Verification verification) {
        this.judging = new Judging(verification);
    }

    @Override
    void process(Mail mail, MailFacts facts) throws IOException {
        if (facts.verdictCode().isEmpty()) {
            judging.judge(mail, facts, List.of());
        }
    }
}
