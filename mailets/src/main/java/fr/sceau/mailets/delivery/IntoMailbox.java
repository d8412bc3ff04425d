package fr.sceau.mailets.delivery;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.delivery.LocalBoxes.LocalMail;
import fr.sceau.mailets.facts.Acceptance;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.header.MalformedHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.apache.mailet.ProcessingState;
import org.apache.mailet.base.GenericMailet;

/**
 * Puts a mail into the mailboxes of all its recipients at once. Whose mailbox is full or no longer there gets a part of
 * its own: the full one is tried again later, as after any failure, and the sender is told so once ({@code full}); the
 * other goes back to the sender ({@code unknown}). The mail goes on with those who have it.
 */
public final class IntoMailbox extends GenericMailet {
    private static final String TOLD = "told-full";

    private final LocalBoxes boxes;
    private final Accounts accounts;
    private String full = "";
    private String unknown = "";

    @Inject
    public IntoMailbox(LocalBoxes boxes, Accounts accounts) {
        this.boxes = boxes;
        this.accounts = accounts;
    }

    @Override
    public void init() throws MessagingException {
        full = processor("full");
        unknown = processor("unknown");
    }

    private String processor(String name) throws MessagingException {
        return getInitParameterAsOptional(name)
                .orElseThrow(() -> new MessagingException(name + " is missing in the configuration of IntoMailbox"));
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        try {
            deliver(mail);
        } catch (IOException | MalformedHeader | MailetsException e) {
            throw new MessagingException("IntoMailbox failed", e);
        }
    }

    private void deliver(Mail mail) throws IOException, MalformedHeader, MessagingException {
        Map<String, List<MailAddress>> byMailbox = new TreeMap<>();
        List<MailAddress> strangers = new ArrayList<>();
        for (MailAddress recipient : mail.getRecipients()) {
            Optional<LocalMailbox> mailbox = accounts.mailbox(recipient.asString());
            mailbox.map(known -> byMailbox.computeIfAbsent(known.address(), first -> new ArrayList<>()))
                    .orElse(strangers)
                    .add(recipient);
        }
        Set<String> refusing = byMailbox.isEmpty() ? Set.of() : deliver(mail, List.copyOf(byMailbox.keySet()));
        List<MailAddress> waiting = refusing.stream()
                .flatMap(box -> byMailbox.getOrDefault(box, List.of()).stream())
                .toList();
        partOff(mail, strangers, unknown);
        keepFor(mail, waiting);
    }

    private Set<String> deliver(Mail mail, List<String> mailboxes) throws IOException, MalformedHeader {
        MailFacts facts = MailFacts.of(mail);
        return boxes.deliver(new LocalMail(
                Acceptance.of(mail), mailboxes, StoredMessage.of(mail), facts.keywords(), facts.findings()));
    }

    /** The way of the mail itself does not end here for those who have no room: it is as if the delivery had failed. */
    private void keepFor(Mail mail, List<MailAddress> waiting) throws MessagingException {
        if (waiting.isEmpty()) {
            return;
        }
        MailFacts facts = MailFacts.of(mail);
        if (!facts.isDone(TOLD)) {
            send(mail, waiting, full);
            facts.done(TOLD);
        }
        partOff(mail, waiting, Mail.ERROR);
    }

    private void partOff(Mail mail, List<MailAddress> some, String processor) throws MessagingException {
        List<MailAddress> left = new ArrayList<>(mail.getRecipients());
        left.removeAll(some);
        if (left.isEmpty()) {
            mail.setState(processor);
        } else if (!some.isEmpty()) {
            send(mail, some, processor);
            mail.setRecipients(left); // should anything fail from here on, these are not sent twice
        }
    }

    private void send(Mail mail, List<MailAddress> some, String processor) throws MessagingException {
        MailImpl part = MailImpl.duplicate(mail);
        try {
            part.setRecipients(some);
            getMailetContext().sendMail(part, processor);
        } finally {
            LifecycleUtil.dispose(part);
        }
    }

    @Override
    public Collection<ProcessingState> requiredProcessingState() {
        return List.of(new ProcessingState(full), new ProcessingState(unknown));
    }

    @Override
    public String getMailetInfo() {
        return "IntoMailbox";
    }
}
