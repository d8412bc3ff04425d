package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.policy.EncryptionPolicy;
import fr.sceau.mailets.policy.Policies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;

/**
 * Parts a mail into one for each recipient whose copy may differ (opened, sealed or failing on its own); recipients at
 * other operators that get the bytes as they are stay together. The parts go through the queue, so that each survives
 * and is tried again by itself.
 */
public final class OnePerRecipient extends PipelineMailet {
    private final MailetsConfiguration configuration;
    private final Policies policies;

    @Inject
    public OnePerRecipient(MailetsConfiguration configuration, Policies policies) {
        this.configuration = configuration;
        this.policies = policies;
    }

    @Override
    void process(Mail mail, MailFacts facts) throws MessagingException {
        mail.setRecipients(List.copyOf(new LinkedHashSet<>(mail.getRecipients()))); // named twice, delivered once
        List<List<MailAddress>> groups = groups(mail.getRecipients());
        List<MailAddress> left = new ArrayList<>(mail.getRecipients());
        for (List<MailAddress> group : groups.subList(Math.min(1, groups.size()), groups.size())) {
            queue(mail, group);
            left.removeAll(group);
            mail.setRecipients(left); // should the next part fail, this one is not sent twice
        }
    }

    private void queue(Mail mail, List<MailAddress> group) throws MessagingException {
        MailImpl part = MailImpl.duplicate(mail);
        try {
            part.setRecipients(group);
            getMailetContext().sendMail(part, Mail.DEFAULT);
        } finally {
            LifecycleUtil.dispose(part);
        }
    }

    private List<List<MailAddress>> groups(Collection<MailAddress> recipients) {
        List<List<MailAddress>> groups = recipients.stream()
                .filter(recipient -> !staysTogether(recipient))
                .map(List::of)
                .collect(Collectors.toCollection(ArrayList::new));
        List<MailAddress> together =
                recipients.stream().filter(this::staysTogether).toList();
        if (!together.isEmpty()) {
            groups.add(together);
        }
        return groups;
    }

    private boolean staysTogether(MailAddress recipient) {
        return !configuration.isOurs(recipient.getDomain().asString())
                && policies.of(recipient.asString()).encryption() == EncryptionPolicy.TRUST_SPACE;
    }
}
