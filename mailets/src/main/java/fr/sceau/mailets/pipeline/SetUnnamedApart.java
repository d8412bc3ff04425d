package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.facts.MailFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
        Set<String> unnamed = facts.unnamed();
        if (unnamed.isEmpty()) {
            return;
        }
        Map<Boolean, List<MailAddress>> byNotice = mail.getRecipients().stream()
                .collect(Collectors.partitioningBy(
                        recipient -> unnamed.contains(recipient.asString().toLowerCase(Locale.ROOT))));
        List<MailAddress> named = byNotice.getOrDefault(false, List.of());
        if (!named.isEmpty()) {
            List<MailAddress> others = byNotice.getOrDefault(true, List.of());
            new Parting(getMailetContext()).part(mail, others.isEmpty() ? List.of(named) : List.of(named, others));
            facts.unnamed(List.of());
        }
    }
}
