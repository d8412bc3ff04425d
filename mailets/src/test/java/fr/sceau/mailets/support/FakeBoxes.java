package fr.sceau.mailets.support;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.delivery.LocalBoxes;
import fr.sceau.smime.RawMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Inboxes in memory, which can be taken away or be full. */
public final class FakeBoxes implements LocalBoxes {
    public final List<LocalMail> taken = new ArrayList<>();
    public boolean away;
    public Set<String> full = Set.of();
    private final Set<String> delivered = new HashSet<>();
    private final List<String> arrivals = new ArrayList<>();

    @Override
    public Set<String> deliver(LocalMail mail) throws IOException {
        if (away) {
            throw MailetsException.away("database stopped", new IllegalStateException());
        }
        taken.add(kept(mail));
        mail.mailboxes().stream()
                .filter(box -> !full.contains(box))
                .filter(box -> delivered.add(mail.acceptance() + " " + box))
                .forEach(arrivals::add);
        Set<String> refusing = new HashSet<>(mail.mailboxes());
        refusing.retainAll(full);
        return refusing;
    }

    /** The bytes as of now: the queue disposes of the mail's own. */
    private static LocalMail kept(LocalMail mail) throws IOException {
        try (InputStream in = mail.message().open()) {
            byte[] bytes = in.readAllBytes();
            if (bytes.length != mail.message().size()) {
                throw new IOException("the size announced is not the size");
            }
            return new LocalMail(
                    mail.acceptance(), mail.mailboxes(), RawMessage.of(bytes), mail.keywords(), mail.findings());
        }
    }

    /** One entry for each message in the mailbox. */
    public List<String> in(String mailbox) {
        return arrivals.stream().filter(mailbox::equals).toList();
    }

    public static String text(LocalMail mail) throws IOException {
        try (InputStream in = mail.message().open()) {
            return Mails.text(in.readAllBytes());
        }
    }
}
