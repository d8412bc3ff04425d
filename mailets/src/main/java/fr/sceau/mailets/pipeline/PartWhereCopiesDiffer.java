package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.smime.Opening;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;

/**
 * Parts a mail by where it goes and by what will be done to the copy: our mailboxes stay together, so that one message is
 * stored for all of them; recipients elsewhere stay together; whoever's copy is sealed here gets a mail alone. What
 * differs when an envelope is opened, {@link Open} parts.
 */
public final class PartWhereCopiesDiffer extends PipelineMailet {
    private final MailetsConfiguration configuration;
    private final Sealing sealing;
    private final Verification verification;

    @Inject
    public PartWhereCopiesDiffer(MailetsConfiguration configuration, Sealing sealing, Verification verification) {
        this.configuration = configuration;
        this.sealing = sealing;
        this.verification = verification;
    }

    @Override
    void process(Mail mail, MailFacts facts) throws IOException, MessagingException {
        mail.setRecipients(List.copyOf(new LinkedHashSet<>(mail.getRecipients()))); // named twice, delivered once
        if (mail.getRecipients().size() > 1) {
            new Parting(getMailetContext()).part(mail, groups(mail.getRecipients(), sealed(mail)));
        }
    }

    /** Nothing is sealed twice: what comes encrypted is the same for all. */
    private Set<MailAddress> sealed(Mail mail) throws IOException {
        Set<MailAddress> wanting = mail.getRecipients().stream()
                .filter(recipient -> sealing.isWanted(recipient.asString()))
                .collect(Collectors.toSet());
        boolean clear = !wanting.isEmpty()
                && verification.open(new MailMessage(mail), List.of()) instanceof Opening.NotEncrypted;
        return clear ? wanting : Set.of();
    }

    private List<List<MailAddress>> groups(Collection<MailAddress> recipients, Set<MailAddress> sealed) {
        Map<Boolean, List<MailAddress>> together = recipients.stream()
                .filter(recipient -> !sealed.contains(recipient))
                .collect(Collectors.partitioningBy(
                        recipient -> configuration.isOurs(recipient.getDomain().asString())));
        List<List<MailAddress>> groups = new ArrayList<>();
        groups.add(together.get(true));
        recipients.stream().filter(sealed::contains).map(List::of).forEach(groups::add);
        groups.add(together.get(false));
        groups.removeIf(List::isEmpty);
        return groups;
    }
}
