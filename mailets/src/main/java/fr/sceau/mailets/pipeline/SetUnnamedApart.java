package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.UnnamedRecipients;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;

/**
 * Parts off the recipients whom the signer did not name, so that their own copies say so and no other does: in the copy of
 * somebody else it would give a blind copy away.
 */
public final class SetUnnamedApart extends PipelineMailet {
    @Override
    void process(Mail mail, MailFacts facts) throws MessagingException {
        UnnamedRecipients unnamed = UnnamedRecipients.of(mail);
        Map<Boolean, List<MailAddress>> byNotice =
                mail.getRecipients().stream().collect(Collectors.partitioningBy(unnamed::contains));
        List<MailAddress> named = byNotice.getOrDefault(false, List.of());
        List<MailAddress> others = byNotice.getOrDefault(true, List.of());
        if (!named.isEmpty() && !others.isEmpty()) {
            new Parting(getMailetContext()).part(mail, List.of(named, others));
        }
        if (!named.isEmpty()) {
            unnamed.note(List.of());
        }
    }
}
