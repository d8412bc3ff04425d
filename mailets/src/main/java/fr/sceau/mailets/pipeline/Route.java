package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.operators.Operators;
import java.util.function.Predicate;
import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;

/**
 * Sends each mail to the processor {@code local} or {@code remote}. What is for neither, which the hooks have refused
 * already, goes to {@code outside}: nothing leaves the trust space, whatever slipped through.
 */
public final class Route extends PipelineMailet {
    private final MailetsConfiguration configuration;
    private final Operators operators;

    @Inject
    public Route(MailetsConfiguration configuration, Operators operators) {
        this.configuration = configuration;
        this.operators = operators;
    }

    @Override
    void process(Mail mail, MailFacts facts) {
        if (all(mail, configuration::isOurs)) {
            mail.setState("local");
        } else if (all(mail, operators::isListed)) {
            mail.setState("remote");
        } else {
            mail.setState("outside");
        }
    }

    private static boolean all(Mail mail, Predicate<String> domain) {
        return mail.getRecipients().stream()
                .map(MailAddress::getDomain)
                .allMatch(found -> domain.test(found.asString()));
    }
}
