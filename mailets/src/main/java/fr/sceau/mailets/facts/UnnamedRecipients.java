package fr.sceau.mailets.facts;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/** Recipients of a queued mail whom its signer did not name among those that the signature covers, as an attribute. */
public final class UnnamedRecipients {
    private static final AttributeName NAME = AttributeName.of("sceau-unnamed");

    private final Mail mail;

    private UnnamedRecipients(Mail mail) {
        this.mail = mail;
    }

    public static UnnamedRecipients of(Mail mail) {
        return new UnnamedRecipients(mail);
    }

    /** @param addresses in lower case; they take the place of others */
    public void note(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            mail.removeAttribute(NAME);
        } else {
            mail.setAttribute(new Attribute(NAME, AttributeValue.of(String.join(" ", addresses))));
        }
    }

    public boolean contains(MailAddress recipient) {
        return all().contains(recipient.asString().toLowerCase(Locale.ROOT));
    }

    /** Whether it is so of every recipient: in a copy that others share it would give a blind copy away. */
    boolean isEveryone() {
        return !all().isEmpty() && mail.getRecipients().stream().allMatch(this::contains);
    }

    private Set<String> all() {
        return AttributeUtils.getValueAndCastFromMail(mail, NAME, String.class)
                .map(text -> Set.of(text.split(" ")))
                .orElse(Set.of());
    }
}
