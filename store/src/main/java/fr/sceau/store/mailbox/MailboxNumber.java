package fr.sceau.store.mailbox;

import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;

/** The number of a mailbox's row; it is never used twice and survives a renaming. */
public record MailboxNumber(long value) implements MailboxId {
    public static MailboxNumber of(MailboxId id) {
        if (id instanceof MailboxNumber number) {
            return number;
        }
        throw new IllegalArgumentException(
                "Identifiant d'un autre magasin : " + id.getClass().getSimpleName());
    }

    public static MailboxNumber of(Mailbox mailbox) {
        return of(mailbox.getMailboxId());
    }

    @Override
    public String serialize() {
        return Long.toString(value);
    }

    @Override
    public String toString() {
        return serialize();
    }

    /** Reads what {@link #serialize()} wrote. */
    public static final class Factory implements MailboxId.Factory {
        @Override
        public MailboxId fromString(String serialized) {
            return new MailboxNumber(Long.parseLong(serialized));
        }
    }
}
